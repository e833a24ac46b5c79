"""Which events are looked at: of which days, which outlet, how sure, and who counts as whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.bare import bare
from graphbuild.alliances.dyads import pair_graph
from graphbuild.alliances.happenings import Days, Happening, happenings
from graphbuild.alliances.rollup import roll_up
from graphbuild.errors import ScopeError
from graphbuild.graph import complete_cast, mentions
from graphbuild.model import SURE, Actor, Article, Event
from graphbuild.timespan import bounds

INCLUDED = ("planned", "possible", "reported")


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of events.

    `since` and `until` are ISO days; an event counts where the days that it may bear touch them. `source` is the name
    of an outlet. `include` adds to what the text itself asserts: "planned", "possible", and "reported" (what it
    reports from someone else). `states` counts whoever acts for a state as that state. Raises ScopeError where a value
    is none of these.
    """

    since: str | None = None
    until: str | None = None
    source: str | None = None
    include: Collection[str] = ()
    min_confidence: float = SURE
    states: bool = False

    def __post_init__(self) -> None:
        """Refuse what would silently count wrong."""
        for day in (self.since, self.until):
            if day is not None and bounds(day) != (day, day):
                raise ScopeError(f"{day!r} is no day; write it as 2025-08-15")
        if isinstance(self.include, str) or not set(self.include) <= set(INCLUDED):
            raise ScopeError(f"cannot include {self.include!r}; name any of {', '.join(INCLUDED)}")

    def admits(self, event: Event) -> bool:
        """Tell whether an event is of the factualities and the confidence."""
        if event.confidence < self.min_confidence or event.factuality not in {"asserted", *self.include}:
            return False
        return event.attribution is None or "reported" in self.include

    def covers(self, days: Days | None) -> bool:
        """Tell whether days touch the period; what bears no day is in no period."""
        if days is None:
            return self.since is None and self.until is None
        return (self.since is None or days[1] >= self.since) and (self.until is None or days[0] <= self.until)


def _found_in(
    scope: Scope, papers: Mapping[str, Article], actors: Iterable[Actor], events: Iterable[Event]
) -> tuple[list[Happening], dict[str, Actor], list[Event]]:
    """Return what happened within the scope, the actors by id, and all events of its kind."""
    admitted = (event for event in events if scope.admits(event) and (not scope.source or event.doc in papers))
    chosen = list(bare(admitted))
    cast = complete_cast(actors, chosen)
    if scope.states:
        cast, chosen = roll_up(cast, chosen)
    found = [happening for happening in happenings(papers.values(), chosen) if scope.covers(happening.days)]
    return found, cast, chosen


def alliance_graph(
    scope: Scope, articles: Iterable[Article], actors: Iterable[Actor], events: Iterable[Event]
) -> nx.Graph:
    """Return the graph of pairs within the scope; a pair that only office or membership joins has no edge.

    `graph["dates"]` of it gives the date of each article within the scope, by id.
    """
    papers = _papers(scope, articles)
    found, cast, chosen = _found_in(scope, papers, actors, events)
    kept = {id_ for happening in found for id_ in happening.events}
    graph = pair_graph(cast, mentions(event for event in chosen if event.id in kept), found)
    graph.graph["dates"] = {id_: paper.date for id_, paper in papers.items() if scope.covers(bounds(paper.date))}
    return graph


def _papers(scope: Scope, articles: Iterable[Article]) -> dict[str, Article]:
    papers = {article.id: article for article in articles}
    if scope.source is None:
        return papers
    asked = scope.source.casefold()
    found = {id_: paper for id_, paper in papers.items() if (paper.outlet or "").casefold() == asked}
    if not found:
        outlets = sorted({paper.outlet for paper in papers.values() if paper.outlet})
        known = f"it has {', '.join(outlets)}" if outlets else "its articles name none"
        raise ScopeError(f"no article of {scope.source!r} in this build; {known}")
    return found
