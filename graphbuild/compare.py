"""Two builds beside each other: which events are gone, new or changed, article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import groupby

from graphbuild.graph import Source
from graphbuild.model import Event


@dataclass(frozen=True, slots=True)
class Difference:
    """What one article says in one build and not in the other; `changed` are pairs of old and new.

    `same` counts the events that both builds have.
    """

    doc: str
    gone: tuple[Event, ...]
    new: tuple[Event, ...]
    changed: tuple[tuple[Event, Event], ...]
    same: int

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.gone or self.new or self.changed)


def differences(old: Source, new: Source) -> Iterator[Difference]:
    """Yield for each article with events how its events differ, by article id; one article is held at a time.

    An event is the same where its sentence says the same of it, wherever the sentence stands now. Else two events are
    one that has changed where they have the same id, or the same word of the same sentence as their trigger, or the
    same place in the article.
    """
    befores, afters = _by_article(old), _by_article(new)
    before, after = next(befores, None), next(afters, None)
    while before or after:
        doc = min(found[0] for found in (before, after) if found)
        was = before[1] if before and before[0] == doc else []
        now = after[1] if after and after[0] == doc else []
        yield _difference(doc, was, now)
        before = next(befores, None) if was else before
        after = next(afters, None) if now else after


def changed_fields(old: Event, new: Event) -> list[str]:
    """Return the names of the fields in which two events differ, wherever they stand."""
    was, now = _settled(old), _settled(new)
    return [f.name for f in fields(Event) if getattr(was, f.name) != getattr(now, f.name)]


def _by_article(source: Source) -> Iterator[tuple[str, list[Event]]]:
    return ((doc, list(events)) for doc, events in groupby(source.events(), key=lambda event: event.doc))


def _difference(doc: str, old: list[Event], new: list[Event]) -> Difference:
    same, old, new = _paired(old, new, _settled)
    changed: list[tuple[Event, Event]] = []
    for key in (lambda event: event.id, _kind, _word, _place):
        found, old, new = _paired(old, new, key)
        changed += found
    changed.sort(key=lambda pair: (pair[1].start, pair[1].id))
    return Difference(doc, tuple(old), tuple(new), tuple(changed), len(same))


def _paired(
    old: Iterable[Event], new: Iterable[Event], key: Callable[[Event], Hashable]
) -> tuple[list[tuple[Event, Event]], list[Event], list[Event]]:
    """Return the events that have the same key as pairs, each in one pair, and what is left of both sides."""
    waiting: defaultdict[Hashable, list[Event]] = defaultdict(list)
    for event in new:
        waiting[key(event)].append(event)
    pairs, alone = [], []
    for event in old:
        matching = waiting[key(event)]
        if matching:
            pairs.append((event, matching.pop(0)))
        else:
            alone.append(event)
    left = {event.id for events in waiting.values() for event in events}
    return pairs, alone, [event for event in new if event.id in left]


def _settled(event: Event) -> Event:
    """Return the event as if its sentence began the article."""
    origin = event.sentence_start
    moved = {
        "source": tuple(replace(a, start=_from(origin, a.start), end=_from(origin, a.end)) for a in event.source),
        "target": tuple(replace(a, start=_from(origin, a.start), end=_from(origin, a.end)) for a in event.target),
        "factuality_marks": tuple(
            replace(m, start=m.start - origin, end=m.end - origin) for m in event.factuality_marks
        ),
        "start": event.start - origin,
        "end": event.end - origin,
        "sentence_end": event.sentence_end - origin,
    }
    return replace(event, id="", sentence_start=0, **moved)  # type: ignore[arg-type]


def _from(origin: int, place: int | None) -> int | None:
    return None if place is None else place - origin


def _word(event: Event) -> Hashable:
    return event.sentence, event.start - event.sentence_start, event.trigger


def _kind(event: Event) -> Hashable:
    return _word(event), event.type, *(tuple(a.id for a in side) for side in (event.source, event.target))


def _place(event: Event) -> Hashable:
    return event.start, event.trigger
