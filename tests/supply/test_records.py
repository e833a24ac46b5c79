"""What the records say of the supply chain is there: tests, reasons, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.supply.test_lock import asked, normal

ROOT = Path(__file__).parents[2]
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
REASONS = (ROOT / "docs" / "decisions" / "0015-supply-chain.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/\S+?\.py)::(test_\w+)`", SECURITY)))


@pytest.mark.parametrize(("file", "name"), NAMED, ids=lambda part: part)
def test_what_is_said_to_hold_is_tested(file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_defence_names_its_test() -> None:
    defences = [line for line in SECURITY.splitlines() if re.match(r"\| (?!they try|what happens|-)", line)]
    assert len(defences) > 15
    assert [line for line in defences if "::test_" not in line] == []


def test_every_package_that_we_ask_for_has_its_reason() -> None:
    told = re.findall(r"^\| ([\w.-]+) +\|", REASONS, re.MULTILINE)
    assert {normal(name) for name in told} - {"package"} == {normal(r.name) for r in asked("serve", "spark")}
    assert len(set(told)) == len(told)
