"""What a page is made of, gathered once: articles, events, their actors, and the pairs between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from graphbuild.alliances import Scope, alliance_graph
from graphbuild.alliances.scope import INCLUDED
from graphbuild.graph import Source, complete_cast
from graphbuild.model import Actor, Article, Event
from graphbuild.page import MOST_EVENTS

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

_SAID = Scope(include=INCLUDED, min_confidence=0.0)


@dataclass(frozen=True)
class Contents:
    """`sure` are the dyads of the picture, `said` those of all that is told but denied; `left_out` counts events.

    Where any are left out, `articles` are only those that the others are from.
    """

    articles: Sequence[Article]
    events: Sequence[Event]
    cast: dict[str, Actor]
    sure: nx.Graph
    said: nx.Graph
    left_out: int


def gather(source: Source) -> Contents:
    """Return the contents of the page of a build."""
    count, kept = _surest(source.events())
    events = [event for event in source.events() if event.id in kept] if count > len(kept) else list(source.events())
    papers = {event.doc for event in events}
    articles = [article for article in source.articles() if count == len(events) or article.id in papers]
    cast = _cast(source, events)
    sure = alliance_graph(Scope(), articles, cast.values(), events)
    said = alliance_graph(_SAID, articles, cast.values(), events)
    return Contents(articles, events, cast, sure, said, count - len(events))


def _surest(events: Iterable[Event]) -> tuple[int, set[str]]:
    """Return how many events there are, and the ids of the surest: no more than these are ever held."""
    count = 0

    def ranked() -> Iterator[tuple[float, str]]:
        nonlocal count
        for event in events:
            count += 1
            yield -event.confidence, event.id

    kept = {id_ for _, id_ in nsmallest(MOST_EVENTS, ranked())}
    return count, kept


def _cast(source: Source, events: Iterable[Event]) -> dict[str, Actor]:
    """Return the actors that take part in something."""
    taking = {argument.id for event in events for argument in event.source + event.target}
    return {id_: actor for id_, actor in complete_cast(source.actors(), events).items() if id_ in taking}
