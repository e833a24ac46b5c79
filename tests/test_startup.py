"""A block that loads quickly leaves the interpreter as it was, and compiles the same expressions."""

from __future__ import annotations

import gc
import re
from re import _compiler  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.startup import loading

LETTERS = "a-zà-ÿŒœßſıİKÅ\u0101\u0103\u0105А-я0-9_"
PARTS = st.sampled_from([f"[{LETTERS}]+", f"[^{LETTERS}]", "[éE]", r"[\w-]*", r"[^\s'’]", "x"])
FLAGS = st.sampled_from([0, re.IGNORECASE, re.ASCII, re.IGNORECASE | re.ASCII])


@settings(deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=6).map("".join), FLAGS, st.text(alphabet="aàŒſKıé -'x0\u0105И", max_size=8))
def test_an_expression_means_the_same(pattern: str, flags: int, text: str) -> None:
    re.purge()
    plain = re.compile(pattern, flags)
    re.purge()
    with loading():
        quick = re.compile(pattern, flags)
        again = re.compile(f"{pattern}|{pattern}", flags)
    re.purge()
    assert plain.findall(text) == quick.findall(text) == again.findall(text)


def test_everything_is_put_back_after_an_error() -> None:
    function = _compiler._optimize_charset
    with pytest.raises(ZeroDivisionError), loading():
        assert not gc.isenabled()
        assert _compiler._optimize_charset is not function
        raise ZeroDivisionError
    assert gc.isenabled()
    assert _compiler._optimize_charset is function


def test_garbage_that_was_not_collected_stays_so() -> None:
    gc.disable()
    try:
        with loading():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_interpreter_without_that_function_loads_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(_compiler, "_optimize_charset")
    with loading():
        assert not hasattr(_compiler, "_optimize_charset")
