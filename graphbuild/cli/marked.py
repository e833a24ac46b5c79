"""A sentence in plain text with its actors, its trigger and its marks shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuild.cli.console import visible
from graphbuild.model import Event

Stretch = tuple[int, int]


def marked_sentence(event: Event) -> str:
    """Return "[source: Minsk] «libère» [target: seize prisonniers]."; marks stand inside each other or side by side."""
    return _marked(event.sentence, (0, len(event.sentence)), _spans(event))


def _marked(text: str, stretch: Stretch, spans: dict[Stretch, list[str]]) -> str:
    """Return a stretch with the marks inside it, the wider before the narrower."""
    parts, shown = [], stretch[0]
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= shown:
            inside = {s: labels for s, labels in spans.items() if s != (start, end) and start <= s[0] and s[1] <= end}
            parts += [visible(text[shown:start]), _mark(_marked(text, (start, end), inside), spans[start, end])]
            shown = end
    return "".join([*parts, visible(text[shown : stretch[1]])])


def _mark(words: str, labels: list[str]) -> str:
    if labels == ["trigger"]:
        return f"«{words}»"
    return f"[{' and '.join(labels)}: {words}]"


def _spans(event: Event) -> dict[Stretch, list[str]]:
    """Return what to show, as offsets in the sentence: two stretches are apart, or one lies within the other."""
    found: dict[Stretch, list[str]] = {}
    for start, end, label in _labelled(event):
        first, last = start - event.sentence_start, end - event.sentence_start
        if not 0 <= first < last <= len(event.sentence):
            continue
        stretch = _uncrossed((first, last), found)
        if not any(label in labels for span, labels in found.items() if _within(stretch, span)):
            found.setdefault(stretch, []).append(label)
    return found


def _uncrossed(stretch: Stretch, found: Iterable[Stretch]) -> Stretch:
    """Cut off what an earlier stretch already shows in part."""
    first, last = stretch
    for start, end in found:
        if start < first < end < last:
            first = end
        elif first < start < last < end:
            last = start
    return first, last


def _within(stretch: Stretch, other: Stretch) -> bool:
    return other[0] <= stretch[0] and stretch[1] <= other[1]


def _labelled(event: Event) -> Iterator[tuple[int, int, str]]:
    yield event.start, event.end, "trigger"
    for label, side in (("source", event.source), ("target", event.target)):
        for argument in side:
            if argument.start is not None and argument.end is not None:
                yield argument.start, argument.end, label
    for mark in event.factuality_marks:
        yield mark.start, mark.end, event.factuality
