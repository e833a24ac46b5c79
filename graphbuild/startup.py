"""How a pipeline loads and works sooner: garbage is not looked for, and a class of letters is worked out once.

spaCy's French tokenizer is a regular expression of 1.4 million characters, nearly all of them the same class of small
letters, written again and again; CPython works each out anew, which takes 1.8 of the 5 seconds of loading.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def loading() -> Iterator[None]:
    """Let a block load a pipeline, without either cost; all is as before when it ends."""
    collects = gc.isenabled()
    gc.disable()
    try:
        with _classes_known():
            yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """Let a block work beside what is loaded, which is not searched for garbage meanwhile.

    Trees come and go by thousands, and each search among all that the pipeline and the words hold takes a third of a
    second.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _classes_known() -> Iterator[None]:
    """Remember what CPython's own function returns; where it goes by another name, nothing changes."""
    compiler: Any = getattr(re, "_compiler", None)
    original = getattr(compiler, "_optimize_charset", None)
    if original is None:
        yield
        return
    known: dict[Any, Any] = {}

    def optimize(letters: list[Any], *how: Any) -> Any:
        key = (tuple(letters), *(id(part) for part in how))
        if key not in known:
            known[key] = original(letters, *how)
        return known[key]

    compiler._optimize_charset = optimize
    try:
        yield
    finally:
        compiler._optimize_charset = original
