"""What a picture may draw of a build, read once, and how much of it no picture draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.alliances import Scope, alliance_graph
from graphbuild.alliances.happenings import Happening
from graphbuild.alliances.scope import found_in
from graphbuild.alliances.sides import side_of
from graphbuild.draw.words import Words
from graphbuild.graph import Source, pairs
from graphbuild.model import Actor, Article, Event
from graphbuild.timespan import bounds

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

CORPORA_NAMED = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The articles and actors of a build, and those of its events that are stated as facts, surely enough.

    `unreal` and `unsure` count what is left out: mentions that are no facts, and facts that are less sure.
    """

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    unreal: int
    unsure: int
    scope: Scope

    @classmethod
    def of(cls, source: Source, min_confidence: float) -> Chosen:
        """Read a build."""
        scope = Scope(min_confidence=min_confidence)
        every = list(source.events())
        real = [event for event in every if replace(scope, min_confidence=0).admits(event)]
        sure = [event for event in real if scope.admits(event)]
        told = [sum(1 for event in events if side_of(event.type) and pairs(event)) for events in (every, real, sure)]
        left = told[0] - told[1], told[1] - told[2]
        return cls(tuple(source.articles()), tuple(source.actors()), tuple(sure), *left, scope)

    def dyads(self) -> nx.Graph:
        """Return the pairs, with friendly and hostile actions and contacts counted apart."""
        return alliance_graph(self.scope, self.articles, self.actors, self.events)

    def happenings(self) -> list[Happening]:
        """Return what happened between each two actors, each thing once."""
        return found_in(self.scope, self.articles, self.actors, self.events)[0]

    def names(self) -> dict[str, str]:
        """Return the names of all actors by id."""
        told = {argument.id: argument.name for event in self.events for argument in event.source + event.target}
        return told | {actor.id: actor.name for actor in self.actors}

    def days(self) -> list[tuple[str, str]]:
        """Return the first and last day of every article that bears a date."""
        return [found for article in self.articles if (found := bounds(article.date))]

    def caption(self, say: Words) -> str:
        """Return where the articles come from, of which days they are, and which events count."""
        parts = [
            say.corpus.format(told=", ".join(self._corpus(say))),
            say.rule.format(least=say.decimals(self.scope.min_confidence)),
            say.left_events.format(unreal=self.unreal, unsure=self.unsure) if self.unreal or self.unsure else "",
        ]
        return " ".join(filter(None, parts))

    def _corpus(self, say: Words) -> Iterator[str]:
        corpora = sorted({article.path.split("/")[0] for article in self.articles if "/" in article.path})
        if len(corpora) <= CORPORA_NAMED:
            yield from corpora
        count, days = len(self.articles), self.days()
        yield f"{count} article{'s' if count > 1 else ''}"
        if days:
            yield say.period([day for both in days for day in both])
        if len(days) < count:
            yield say.undated_articles.format(count=count - len(days))
