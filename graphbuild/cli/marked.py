"""A sentence in plain text with its actors, its trigger and its marks shown."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.cli.console import visible
from graphbuild.model import Event


def marked_sentence(event: Event) -> str:
    """Return "[source: Minsk] «libère» [target: seize prisonniers]."; what overlaps an earlier mark is left plain."""
    text, shown = event.sentence, 0
    parts = []
    for start, end, labels in _spans(event):
        if start >= shown:
            parts += [visible(text[shown:start]), _mark(text[start:end], labels)]
            shown = end
    return "".join([*parts, visible(text[shown:])])


def _mark(words: str, labels: list[str]) -> str:
    if labels == ["trigger"]:
        return f"«{visible(words)}»"
    return f"[{' and '.join(labels)}: {visible(words)}]"


def _spans(event: Event) -> Iterator[tuple[int, int, list[str]]]:
    """Yield what to show as offsets in the sentence, in order, the trigger before what overlaps it."""
    found: dict[tuple[int, int], list[str]] = {}
    for start, end, label in _labelled(event):
        first, last = start - event.sentence_start, end - event.sentence_start
        if not 0 <= first < last <= len(event.sentence):
            continue
        overlapping = [span for span in found if span[0] < last and first < span[1]]
        if not overlapping:
            found[first, last] = [label]
        elif overlapping == [(first, last)] and label not in found[first, last]:
            found[first, last].append(label)
    yield from ((first, last, found[first, last]) for first, last in sorted(found))


def _labelled(event: Event) -> Iterator[tuple[int, int, str]]:
    yield event.start, event.end, "trigger"
    for label, side in (("source", event.source), ("target", event.target)):
        for argument in side:
            if argument.start is not None and argument.end is not None:
                yield argument.start, argument.end, label
    for mark in event.factuality_marks:
        yield mark.start, mark.end, event.factuality
