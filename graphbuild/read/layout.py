"""What the lines of a text are: its title and headings, and the stretches that are no prose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model import Span
from graphbuild.read.dateline import dateline_end
from graphbuild.read.headings import find_headings
from graphbuild.read.lines import Line, cut
from graphbuild.read.marks import markdown_kinds
from graphbuild.read.noise import byline_author, is_noise

_TOP = 8
_BOTTOM = 12
_HEAD = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings and the skipped stretches of a text, and the title and the author that its lines give."""

    headings: tuple[Span, ...]
    skipped: tuple[Span, ...]
    title: str | None
    author: str | None


def look(text: str, title: str | None = None, markup: bool = False) -> Layout:
    """Return the layout of a text; `title` is the one known from metadata, `markup` tells Markdown."""
    lines = [line for line in cut(text) if line.core]
    marked = markdown_kinds(lines) if markup else {}
    edge = {line.start for line in (*lines[1 : _TOP + 1], *lines[_TOP + 1 :][-_BOTTOM:])}
    noise = {
        line.start
        for line in lines
        if marked.get(line.start) == "noise" or (line.start not in marked and is_noise(line.core, line.start in edge))
    }
    headings = find_headings(lines, noise, marked, title)
    first = headings[0].core if headings and headings[0].start < lines[0].span.end else None
    datelines = _datelines(lines, noise)
    prose = {span.start: span.end for span in datelines}
    spans = [Span(prose.get(line.start, line.start), line.span.end) for line in headings]
    skipped = [line.span for line in lines if line.start in noise] + datelines
    return Layout(
        headings=tuple(span for span in spans if span.start < span.end),
        skipped=tuple(sorted(skipped)),
        title=first,
        author=_author(line.core for line in lines if line.start in noise & edge),
    )


def _datelines(lines: list[Line], noise: set[int]) -> list[Span]:
    """Return the datelines at the head of the text, each up to where its prose begins."""
    ends = [(line.start, dateline_end(line.core)) for line in lines[:_HEAD] if line.start not in noise]
    return [Span(start, start + end) for start, end in ends if end]


def _author(cores: Iterable[str]) -> str | None:
    """Return the author whom the first byline names."""
    authors = (byline_author(core) for core in cores)
    return next((author for author in authors if author), None)
