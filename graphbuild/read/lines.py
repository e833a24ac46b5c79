"""The lines of a text with their offsets. Only "\\n" ends a line, as in the files that were read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graphbuild.model import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space and the marks around it; `start` is the offset of `core`.

    `after_gap` and `before_gap` tell whether a blank line, or the edge of the text, stands before and after it.
    """

    start: int
    core: str
    after_gap: bool = True
    before_gap: bool = True

    @property
    def span(self) -> Span:
        """Return where the line stands in the text."""
        return Span(self.start, self.start + len(self.core))


def cut(text: str) -> list[Line]:
    """Return all lines of a text that hold something, in order."""
    lines: list[Line] = []
    raw = text.split("\n")
    offset = 0
    for i, line in enumerate(raw):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            before = i == 0 or not raw[i - 1].strip()
            after = i + 1 == len(raw) or not raw[i + 1].strip()
            lines.append(Line(offset + lead, line.strip(), before, after))
        offset += len(line) + 1
    return lines


def wrapped(text: str) -> tuple[str, ...]:
    """Return a note where lines break inside sentences: each line is read as a paragraph of its own."""
    lines = text.split("\n")
    breaks = sum(30 <= len(line) <= 120 and after[:1].islower() for line, after in pairwise(lines))
    many = breaks >= 3 and breaks * 3 >= sum(bool(line.strip()) for line in lines)
    return ("lines end inside sentences; put each paragraph on one line to read it whole",) if many else ()


def inner(line: Line, lead: int, tail: int) -> Line:
    """Return the line without its first `lead` and its last `tail` characters, nor white space next to them."""
    core = line.core[lead : len(line.core) - tail]
    shift = lead + len(core) - len(core.lstrip())
    return Line(line.start + shift, core.strip(), line.after_gap, line.before_gap)
