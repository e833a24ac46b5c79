"""How much one query may take, and how long a client may dawdle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for every request.

    A query gets so many `seconds` of work and so many `megabytes` beyond what the graph itself takes; an answer has at
    most `rows` rows or statements and `answer` bytes. A request body has at most `body` bytes, and must have come after
    `patience` seconds, as must every part of an answer have gone. `at_once` queries run side by side, `waiting` more
    may wait for them.
    """

    seconds: float = 10.0
    megabytes: int = 512
    rows: int = 10_000
    answer: int = 64 * 1024 * 1024
    body: int = 128 * 1024
    patience: float = 10.0
    at_once: int = 2
    waiting: int = 32
