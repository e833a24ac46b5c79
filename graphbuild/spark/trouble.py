"""What Spark's errors mean to a user: a line instead of two stacks, Java's and Python's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from graphbuild.errors import EngineError

_PYTHON = re.compile(r"^(?:\w+\.)*(\w+(?:Error|Exception|Exit|Interrupt)): (.+)$", re.MULTILINE)
_LOST = re.compile(r"most recent failure: Lost task [^)]*\) \(([^\s)]+)[^)]*\): (?:[\w.$]+: )?([^\n]+)")
_MISSING = re.compile(r"No module named '(graphbuild|spacy)\b")
_LONGEST = 300
_KEPT = "what is done is kept: build again to go on"


@contextmanager
def explained() -> Iterator[None]:
    """Turn every error of Spark inside the block into one that a user can act on."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException, ConnectionError) as error:
        raise EngineError(in_one_line(str(error))) from error


def in_one_line(said: str) -> str:
    """Return what to tell where Spark says this.

    >>> in_one_line("x: Traceback (most recent call last):\\nModuleNotFoundError: No module named 'graphbuild'\\n at y")
    'a Spark worker has no graphbuild: install it there, or name the right Python by PYSPARK_PYTHON (docs/cluster.md)'
    """
    if missing := _MISSING.search(said):
        return (
            f"a Spark worker has no {missing[1]}: install it there, or name the right Python by PYSPARK_PYTHON "
            "(docs/cluster.md)"
        )
    if lost := _LOST.search(said):
        return f"Spark has tried a batch of articles too often, last on {lost[1]} ({_short(lost[2])}); {_KEPT}"
    python = _PYTHON.findall(said)
    reason = ": ".join(python[-1]) if python else next(iter(said.strip().splitlines()), "no reason given")
    return f"Spark has stopped ({_short(reason)}); {_KEPT}"


def _short(reason: str) -> str:
    """Return the first sentence of a reason: what follows is advice on Spark's own settings."""
    sentence = re.split(r"\.? Consider |\. ", reason.strip(), maxsplit=1)[0]
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST] + "…"
