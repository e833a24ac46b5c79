"""Articles → events for the commands that make no build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.model import Article, Event


@dataclass(slots=True)
class Told:
    """What was set aside and what had to be guessed, a line each."""

    refused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def events_of(
    sources: Iterable[str], told: Told, *, model: str, min_confidence: float, date: str | None = None
) -> Iterator[Event]:
    """Yield the events of files, folders, patterns or "-"; `date` stands in for articles that bear none."""
    from graphbuild.workers import findings

    articles = _articles(sources, told, date)
    for found in findings(articles, model=model, min_confidence=min_confidence):
        yield from found.events


def _articles(sources: Iterable[str], told: Told, date: str | None) -> Iterator[Article]:
    from graphbuild.read import Refusal, read

    for item in read(sources):
        if isinstance(item, Refusal):
            told.refused.append(item.reason)
            continue
        told.notes += [f"{item.path}: {note}" for note in item.notes]
        yield replace(item, date=item.date or date)
