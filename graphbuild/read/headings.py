"""Titles and headings of a text without markup. Doubtful lines stay prose."""

from __future__ import annotations

import re

from graphbuild.read.lines import Line
from graphbuild.read.marks import heading_text
from graphbuild.text import fold

_TITLE = 250  # the longest title
_HEADING = 140  # the longest heading below it
_WRAPPED = 160  # longer lines are paragraphs, shorter ones may be the rows of a text that is wrapped by hand
_STACK = 3  # so many headings may follow each other; more of them are a list
_LIST = re.compile(r"(?:[-–—•·*+>|]|\(?\d{1,2}[.)]|[a-z]\))\s")
_SENTENCES = re.compile(r"[a-zà-ÿ»)\]]{3,}\.\s+[A-ZÀ-Ý«]")
_OPEN = tuple(".,;:—–-")


def find_headings(lines: list[Line], noise: set[int], marked: dict[int, str], title: str | None) -> list[Line]:
    """Return the headings, without marks: those that Markdown marks, and lines that look and stand like one."""
    chosen: set[int] = set()
    runs = 0
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if marked.get(line.start) == "heading" or (i == 0 and title and same(line.core, title)):
            chosen.add(i)
        elif line.start in noise or line.start in marked:
            continue
        elif _looks_like_one(line.core, i == 0) and _stands_like_one(lines, i, noise, chosen):
            chosen.add(i)
        else:
            runs = 0
            continue
        runs += 1
        if runs > _STACK and line.start not in marked and i:
            chosen -= _plain_run(lines, i, chosen, marked)
    return [heading_text(lines[i]) for i in sorted(chosen)]


def same(left: str, right: str) -> bool:
    """Tell whether two lines say the same, whatever their marks, case and accents."""
    if max(len(left), len(right)) > 1000:
        return left == right
    return fold(left.strip("#*_ ")) == fold(right.strip("#*_ "))


def _looks_like_one(core: str, first: bool) -> bool:
    """A heading is short, begins with a capital and does not end like a sentence."""
    words = core.split()
    if len(core) > (_TITLE if first else _HEADING) or _LIST.match(core) or _SENTENCES.search(core):
        return False
    opening = core.lstrip("«“\"'‘( \u00a0\u202f")
    if not opening or opening[0].islower() or (not any(c.islower() for c in core) and len(words) < 2):
        return False
    if not first and ((core[0] in "«“" and core[-1] in "»”") or core[-1] == "%"):
        return False  # what somebody said, or a line of results
    ending = core.rstrip("»”\"')] \u00a0\u202f") or core
    if ending.endswith(_OPEN) and not ending.endswith("..."):
        return False
    return first or len(words) > 2 or (len(words) == 2 and ending[-1] in "?!…")


def _stands_like_one(lines: list[Line], i: int, noise: set[int], chosen: set[int]) -> bool:
    """A heading stands before prose, apart from it or above a whole paragraph, and cuts no sentence in two."""
    if i + 1 == len(lines):
        return False
    line, after = lines[i], lines[i + 1]
    if not line.before_gap and not (
        len(after.core) >= _WRAPPED or after.start in noise or i + 1 in chosen or _LIST.match(after.core)
    ):
        return False
    if after.core[0].islower():
        return False
    if i and not line.after_gap:
        before = lines[i - 1].core
        return len(before) >= _WRAPPED or before[-1] in ".!?…»" or lines[i - 1].start in noise or i == 1
    return True


def _plain_run(lines: list[Line], i: int, chosen: set[int], marked: dict[int, str]) -> set[int]:
    """Return the run of unmarked headings that begins at line `i`."""
    run = set()
    while i in chosen and lines[i].start not in marked:
        run.add(i)
        i += 1
    return run
