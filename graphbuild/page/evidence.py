"""How much of a sentence the page may hold, in pieces, so that no offset has to cross to UTF-16."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal, get_args

from graphbuild.model import Event

Evidence = Literal["none", "snippet", "full"]
EVIDENCE: Final[tuple[Evidence, ...]] = get_args(Evidence)
SOURCE, TARGET, TRIGGER, MARK = 1, 2, 4, 8
"""The roles of a piece, added up where several hold."""
LONGEST = 140
"""Letters of a snippet, ellipses apart."""

Piece = tuple[str, int]
Stretch = tuple[int, int]


def pieces(event: Event, evidence: Evidence) -> list[Piece]:
    """Return what may be shown of an event's sentence, as (text, roles)."""
    if evidence == "none":
        return []
    whole = (0, len(event.sentence))
    first, last = whole if evidence == "full" else _window(event)
    shown = list(_pieces(event, first, last))
    before = [("… ", 0)] if first > 0 else []
    after = [(" …", 0)] if last < whole[1] else []
    return [*before, *shown, *after]


def _pieces(event: Event, first: int, last: int) -> Iterator[Piece]:
    """Cut the stretch wherever a role begins or ends."""
    spans = list(_spans(event))
    cuts = sorted({first, last, *(cut for start, end, _ in spans for cut in (start, end) if first < cut < last)})
    for start, end in pairwise(cuts):
        roles = 0
        for begin, stop, role in spans:
            if begin <= start and end <= stop:
                roles |= role
        yield event.sentence[start:end], roles


def _spans(event: Event) -> Iterator[tuple[int, int, int]]:
    """Yield what is marked in the sentence, by offsets in it; what lies outside is left out."""
    found = [(event.start, event.end, TRIGGER)]
    found += [(mark.start, mark.end, MARK) for mark in event.factuality_marks]
    for role, side in ((SOURCE, event.source), (TARGET, event.target)):
        found += [(a.start, a.end, role) for a in side if a.start is not None and a.end is not None]
    for start, end, role in found:
        first, last = start - event.sentence_start, end - event.sentence_start
        if 0 <= first < last <= len(event.sentence):
            yield first, last, role


def _window(event: Event) -> Stretch:
    """Return the stretch to quote: the action first, then whatever else is marked and near, then words around it."""
    size = len(event.sentence)
    if size <= LONGEST:
        return 0, size
    spans = sorted(_spans(event), key=lambda span: (span[2] != TRIGGER, span))
    first, last = spans[0][:2] if spans else (0, 0)
    first, last = first, min(last, first + LONGEST)
    for start, end, _ in sorted(spans, key=lambda span: max(first - span[0], span[1] - last)):
        wider = min(first, start), max(last, end)
        if wider[1] - wider[0] <= LONGEST:
            first, last = wider
    spare = LONGEST - (last - first)
    after = min(size - last, max(spare // 2, spare - first))
    before = min(first, spare - after)
    return _to_words(event.sentence, (first, last), (first - before, last + after))


def _to_words(text: str, inner: Stretch, outer: Stretch) -> Stretch:
    """Shrink the outer stretch to whole words, never into the inner one."""
    first, last = outer
    if first > 0:
        gap = text.find(" ", first - 1, inner[0])
        first = gap + 1 if gap >= 0 else inner[0]
    if last < len(text):
        gap = text.rfind(" ", inner[1], last + 1)
        last = gap if gap >= 0 else inner[1]
    return first, last
