"""What a picture may draw of a build, read once, and how much of it no picture draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.alliances import Scope, alliance_graph
from graphbuild.alliances.happenings import Happening
from graphbuild.alliances.sides import side_of
from graphbuild.draw.words import Words
from graphbuild.graph import Source, pairs
from graphbuild.model import Article
from graphbuild.timespan import bounds

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

CORPORA_NAMED = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The articles of a build within a scope, and the pairs that its events join.

    `dated` are the ids of the events in it that bear a day of their own. `unreal` and `unsure` count what is left out:
    mentions that are no facts, and facts that are less sure.
    """

    articles: tuple[Article, ...]
    dyads: nx.Graph
    dated: frozenset[str]
    unreal: int
    unsure: int
    scope: Scope

    @classmethod
    def of(cls, source: Source, scope: Scope) -> Chosen:
        """Read a build; raises ScopeError where it has no such outlet."""
        dyads = alliance_graph(scope, source.articles(), source.actors(), source.events())
        papers = tuple(article for article in source.articles() if article.id in dyads.graph["dates"])
        real = replace(scope, min_confidence=0)
        unreal = unsure = 0
        dated = set()
        for event in source.events():
            if scope.admits(event):
                if bounds(event.time):
                    dated.add(event.id)
            elif side_of(event.type) and pairs(event) and (not scope.source or event.doc in dyads.graph["dates"]):
                unsure += real.admits(event)
                unreal += not real.admits(event)
        return cls(papers, dyads, frozenset(dated), unreal, unsure, scope)

    def happenings(self) -> list[Happening]:
        """Return what happened between each two actors, each thing once."""
        return [happening for *_, told in self.dyads.edges(data="happenings") for happening in told]

    def names(self) -> dict[str, str]:
        """Return the names of all actors by id."""
        return dict(self.dyads.nodes(data="name"))

    def days(self) -> list[tuple[str, str]]:
        """Return the first and last day of every article that bears a date."""
        return [found for article in self.articles if (found := bounds(article.date))]

    def caption(self, say: Words) -> str:
        """Return where the articles come from, of which days they are, and which events count."""
        parts = [
            say.corpus.format(told=", ".join(self._corpus(say))),
            *_scope(self.scope, say),
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


def _scope(scope: Scope, say: Words) -> Iterator[str]:
    """Yield what is looked at: days, outlet, who counts as whom, and which mentions."""
    since, until = (say.day(day) if day else "" for day in (scope.since, scope.until))
    if since or until:
        told = say.both if since and until else say.since if since else say.until
        yield told.format(since=since, until=until)
    if scope.source:
        yield say.source.format(source=scope.source)
    if scope.states:
        yield say.states
    included = "".join(f", {word}" for kind, word in say.included.items() if kind in scope.include)
    yield say.rule.format(included=included, least=say.decimals(scope.min_confidence))
