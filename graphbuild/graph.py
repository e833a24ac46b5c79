"""Articles, actors and events → networkx: every event as an edge of its own, or all of them summed up by pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, Protocol

from graphbuild.model import FACTUALITIES, Actor, Argument, Article, Event
from graphbuild.timespan import bounds

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

ASSERTED = ("asserted",)


class Source(Protocol):
    """Whatever can tell its articles, actors and events in a fixed order, again and again: a ledger is one."""

    def articles(self) -> Iterable[Article]:
        """Tell the articles."""

    def actors(self) -> Iterable[Actor]:
        """Tell the actors."""

    def events(self) -> Iterable[Event]:
        """Tell the events."""


def pairs(event: Event) -> list[tuple[str, str]]:
    """Return the ids of who does it and to whom, each pair once and nobody to himself.

    Where direction carries no meaning, (a, b) and (b, a) are one pair.
    """
    found: dict[frozenset[str] | tuple[str, str], tuple[str, str]] = {}
    for source, target in product(event.source, event.target):
        pair = (source.id, target.id)
        if source.id != target.id:
            found.setdefault(frozenset(pair) if event.symmetric else pair, pair)
    return list(found.values())


def select(events: Iterable[Event], factualities: Collection[str], min_confidence: float) -> Iterator[Event]:
    """Yield the events of these factualities that are at least that sure."""
    return (e for e in events if e.factuality in factualities and e.confidence >= min_confidence)


def complete_cast(actors: Iterable[Actor], events: Iterable[Event]) -> dict[str, Actor]:
    """Return every actor by id in order, those included that only the events know."""
    cast = {a.id: Actor(a.id, a.name, a.kind) for e in events for a in e.source + e.target}
    cast |= {actor.id: actor for actor in actors}
    return dict(sorted(cast.items()))


def cast_and_mentions(source: Source) -> tuple[dict[str, Actor], Counter[str]]:
    """Return what `complete_cast` and `mentions` do, reading the events once."""
    told: dict[str, Argument] = {}
    count: Counter[str] = Counter()
    for event in source.events():
        taking = {argument.id: argument for argument in event.source + event.target}
        told |= taking
        count.update(taking.keys())
    cast = {id_: Actor(id_, argument.name, argument.kind) for id_, argument in told.items()}
    cast |= {actor.id: actor for actor in source.actors()}
    return dict(sorted(cast.items())), count


def mentions(events: Iterable[Event]) -> Counter[str]:
    """Count in how many events each actor takes part."""
    return Counter(id_ for e in events for id_ in {a.id for a in e.source + e.target})


def to_networkx(
    articles: Iterable[Article],
    actors: Iterable[Actor],
    events: Iterable[Event],
    *,
    factualities: Collection[str] = FACTUALITIES,
    min_confidence: float = 0.0,
) -> nx.MultiDiGraph:
    """Return the graph of single events: nodes are actor ids, edge keys event ids.

    An event with several actors on one side is an edge for each pair, under the same key. Edges carry every field of
    the event, and `outlet`, `date` and `url` of its article; nodes `name`, `kind`, `state`, `qid` and `mentions`.
    """
    import networkx as nx

    chosen = list(select(events, factualities, min_confidence))
    papers = {article.id: article for article in articles}
    count = mentions(chosen)
    graph = nx.MultiDiGraph()
    for actor in complete_cast(actors, chosen).values():
        graph.add_node(actor.id, **node_attributes(actor, count[actor.id]))
    for event in chosen:
        attributes = event.to_dict() | article_attributes(papers.get(event.doc))
        graph.add_edges_from((source, target, event.id, dict(attributes)) for source, target in pairs(event))
    return graph


def node_attributes(actor: Actor, count: int) -> dict[str, Any]:
    """Return what a node carries."""
    return {"name": actor.name, "kind": actor.kind, "state": actor.state, "qid": actor.qid, "mentions": count}


def article_attributes(article: Article | None) -> dict[str, Any]:
    """Return what an edge carries of its article."""
    return {name: getattr(article, name, None) for name in ("outlet", "date", "url")}


@dataclass(slots=True)
class _Dyad:
    friendly: int = 0
    hostile: int = 0
    neutral: int = 0
    intensity: float = 0.0
    days: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    events: list[tuple[float, str]] = field(default_factory=list)

    def add(self, event: Event, article: Article | None) -> None:
        self.friendly += event.sign > 0
        self.hostile += event.sign < 0
        self.neutral += event.sign == 0
        self.intensity += event.intensity
        self.days.update(bounds(event.time) or bounds(article.date if article else None) or ())
        self.articles.add(event.doc)
        if article and article.outlet:
            self.outlets.add(article.outlet)
        self.events.append((-event.confidence, event.id))

    def attributes(self, examples: int) -> dict[str, Any]:
        return {
            "friendly": self.friendly,
            "hostile": self.hostile,
            "neutral": self.neutral,
            "intensity": round(self.intensity, 6),
            "first": min(self.days, default=None),
            "last": max(self.days, default=None),
            "articles": len(self.articles),
            "outlets": len(self.outlets),
            "events": [id_ for _, id_ in sorted(self.events)[:examples]],
        }


def dyads(
    articles: Iterable[Article],
    actors: Iterable[Actor],
    events: Iterable[Event],
    *,
    factualities: Collection[str] = ASSERTED,
    min_confidence: float = 0.0,
    attributed: bool = False,
    examples: int = 5,
) -> nx.Graph:
    """Return the graph of unordered pairs, with friendly, hostile and neutral events counted apart.

    Only what the text asserts counts, unless asked; `attributed=True` adds what it reports from someone else.
    `first` and `last` are the outermost days that the events, or else their articles, bear; `events` the ids of the
    surest examples.
    """
    import networkx as nx

    chosen = [e for e in select(events, factualities, min_confidence) if attributed or not e.attribution]
    papers = {article.id: article for article in articles}
    count = mentions(chosen)
    found: dict[tuple[str, str], _Dyad] = {}
    for event in chosen:
        for first, second in sorted({(min(pair), max(pair)) for pair in pairs(event)}):
            found.setdefault((first, second), _Dyad()).add(event, papers.get(event.doc))
    graph = nx.Graph()
    for actor in complete_cast(actors, chosen).values():
        graph.add_node(actor.id, **node_attributes(actor, count[actor.id]))
    for (first, second), dyad in sorted(found.items()):
        graph.add_edge(first, second, **dyad.attributes(examples))
    return graph
