"""What a page is made of, gathered once: articles, events, their actors, and the pairs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.alliances import Scope, alliance_graph
from graphbuild.alliances.scope import INCLUDED
from graphbuild.graph import Source, complete_cast
from graphbuild.model import Actor, Article, Event

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

MOST_EVENTS = 50_000
"""Beyond, a browser takes seconds to open the page; the surest are kept, and the page says how many are not."""
_SAID = Scope(include=INCLUDED, min_confidence=0.0)


@dataclass(frozen=True)
class Contents:
    """`sure` are the dyads of the picture, `said` those of all that is told but denied; `left_out` counts events."""

    articles: Sequence[Article]
    events: Sequence[Event]
    cast: dict[str, Actor]
    sure: nx.Graph
    said: nx.Graph
    left_out: int


def gather(source: Source) -> Contents:
    """Return the contents of the page of a build."""
    articles, every = list(source.articles()), list(source.events())
    events = _surest(every)
    cast = _cast(source, events)
    sure = alliance_graph(Scope(), articles, cast.values(), events)
    said = alliance_graph(_SAID, articles, cast.values(), events)
    return Contents(articles, events, cast, sure, said, len(every) - len(events))


def _surest(events: list[Event]) -> list[Event]:
    if len(events) <= MOST_EVENTS:
        return events
    kept = {event.id for event in sorted(events, key=lambda e: (-e.confidence, e.id))[:MOST_EVENTS]}
    return [event for event in events if event.id in kept]


def _cast(source: Source, events: Iterable[Event]) -> dict[str, Actor]:
    """Return the actors that take part in something."""
    taking = {argument.id for event in events for argument in event.source + event.target}
    return {id_: actor for id_, actor in complete_cast(source.actors(), events).items() if id_ in taking}
