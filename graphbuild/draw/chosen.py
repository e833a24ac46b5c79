"""What a picture may draw of a build, read once, and how much of it no picture draws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.draw.words import Words
from graphbuild.graph import ASSERTED, Source, dyads, pairs
from graphbuild.model import Actor, Article, Event
from graphbuild.timespan import bounds

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

CORPORA_NAMED = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The articles and actors of a build, and the events that its narrators state as facts, surely enough.

    `unreal` and `unsure` count the friendly and hostile events that are left out.
    """

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    unreal: int
    unsure: int
    min_confidence: float

    @classmethod
    def of(cls, source: Source, min_confidence: float) -> Chosen:
        """Read a build."""
        every = list(source.events())
        real = [event for event in every if event.factuality in ASSERTED and not event.attribution]
        sure = [event for event in real if event.confidence >= min_confidence]
        signed = [sum(map(_signed, events)) for events in (every, real, sure)]
        left = signed[0] - signed[1], signed[1] - signed[2]
        return cls(tuple(source.articles()), tuple(source.actors()), tuple(sure), *left, min_confidence)

    @property
    def signed(self) -> list[Event]:
        """The friendly and the hostile events between two actors or more."""
        return [event for event in self.events if _signed(event)]

    @property
    def days(self) -> dict[str, tuple[str, str]]:
        """The first and last day of every article that bears a date."""
        return {article.id: found for article in self.articles if (found := bounds(article.date))}

    def dyads(self) -> nx.Graph:
        """Return the pairs, with friendly and hostile events counted apart."""
        return dyads(self.articles, self.actors, self.events)

    def names(self) -> dict[str, str]:
        """Return the names of all actors by id."""
        told = {argument.id: argument.name for event in self.events for argument in event.source + event.target}
        return told | {actor.id: actor.name for actor in self.actors}

    def caption(self, say: Words) -> str:
        """Return where the articles come from, of which days they are, and which events count."""
        parts = [
            say.corpus.format(told=", ".join(self._corpus(say))),
            say.rule.format(least=say.decimals(self.min_confidence)),
            say.left_events.format(unreal=self.unreal, unsure=self.unsure) if self.unreal or self.unsure else "",
        ]
        return " ".join(filter(None, parts))

    def undated(self) -> int:
        """Return how many signed events have neither a date of their own nor one of their article."""
        days = self.days
        return sum(1 for event in self.signed if not bounds(event.time) and event.doc not in days)

    def _corpus(self, say: Words) -> Iterable[str]:
        corpora = sorted({article.path.split("/")[0] for article in self.articles if "/" in article.path})
        if len(corpora) <= CORPORA_NAMED:
            yield from corpora
        count = len(self.articles)
        yield f"{count} article{'s' if count > 1 else ''}"
        days = self.days.values()
        if days:
            yield say.period([day for both in days for day in both])
        if len(days) < count:
            yield say.undated_articles.format(count=count - len(days))


def _signed(event: Event) -> bool:
    return bool(event.sign and pairs(event))
