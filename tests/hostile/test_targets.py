"""The targets of the fuzzer: every case that was found once, and what hypothesis thinks of."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import any_text
from tests.hostile.targets import CASES, TARGETS, TOKENS, Batch, seeds

KEPT = sorted(CASES.glob("*/*"))
SLOW = {"extraction": 40, "web-page": 25, "queries": 25, "exports": 15, "page": 3}
TEXTS = any_text.map(lambda text: text.encode("utf-8", "replace"))
BYTES = st.lists(st.sampled_from(TOKENS) | st.binary(max_size=20) | TEXTS)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.WARNING)  # rdflib says of every odd address that it is one
    yield
    logging.disable(logging.NOTSET)


def test_there_are_cases_and_each_has_its_target() -> None:
    assert KEPT and {case.parent.name for case in KEPT} <= set(TARGETS)


@pytest.mark.parametrize("case", KEPT, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_what_was_found_stays_mended(case: Path) -> None:
    name, data = case.parent.name, case.read_bytes()
    target = TARGETS[name]
    target(data)
    if isinstance(target, Batch):
        target.flush()


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_break_a_target(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=SLOW.get(name, 60), deadline=None, suppress_health_check=list(HealthCheck))
    @given(BYTES.map(b"".join))
    def attempt(data: bytes) -> None:
        target(data)
        if isinstance(target, Batch):
            target.flush()

    attempt()


def test_a_broken_batch_tells_which_text_breaks_it() -> None:
    def check(texts: list[str]) -> None:
        assert "bad" not in texts

    batch = Batch(check, 3)
    batch(b"good")
    batch(b"bad")
    with pytest.raises(AssertionError, match="broken by 'bad'"):
        batch(b"fine")


@pytest.mark.parametrize("name", TARGETS)
def test_the_fuzzer_has_something_to_begin_with(name: str) -> None:
    assert len(seeds(name)) > 10
