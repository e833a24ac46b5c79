"""A source's articles, actors and events → statements: one block of facts, then one block of claims an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rdflib import Dataset, Graph, URIRef

from graphbuild.graph import Source
from graphbuild.model import Actor, Article, Event, Named
from graphbuild.rdf import claims, facts
from graphbuild.rdf.iris import DEFAULT_BASE, Minter
from graphbuild.rdf.ontology import ontology
from graphbuild.rdf.vocabulary import PREFIXES
from graphbuild.rdf.world import Proposition, Triple, World, proposition

Block = tuple[URIRef | None, set[Triple]]


def blocks(source: Source, base: str = DEFAULT_BASE) -> Iterator[Block]:
    """Yield the default graph (under None) and then the graph of each article, one at a time."""
    minter = Minter(base)
    cast, places, papers = _cast(source), _places(source), {article.id: article for article in source.articles()}
    world = World(minter, cast)
    yield None, set(_default(world, source, places, papers))
    for article, events in _documents(source, papers):
        yield minter.graph(article), set(_said(world, article, events))


def statements(source: Source, base: str = DEFAULT_BASE) -> Iterator[Triple]:
    """Yield every statement, whatever graph it stands in; claims and facts are told apart by class alone."""
    for _, block in blocks(source, base):
        yield from block


def to_graph(source: Source, base: str = DEFAULT_BASE) -> Graph:
    """Return all statements as one rdflib Graph."""
    graph = Graph()
    _bind(graph, base)
    for triple in statements(source, base):
        graph.add(triple)
    return graph


def to_dataset(source: Source, base: str = DEFAULT_BASE) -> Dataset:
    """Return an rdflib Dataset: facts in the default graph, each article's claims in a graph of their own."""
    dataset = Dataset()
    _bind(dataset, base)
    for name, block in blocks(source, base):
        graph = dataset.default_graph if name is None else dataset.graph(name)
        for triple in block:
            graph.add(triple)
    return dataset


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the prefixes of a file under this base."""
    return PREFIXES | Minter(base).prefixes()


def _bind(graph: Graph, base: str) -> None:
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)


def _default(world: World, source: Source, places: Iterable[Named], papers: dict[str, Article]) -> Iterator[Triple]:
    yield from ontology()
    for who in world.cast.values():
        yield from facts.actor(world, who)
    for where in places:
        yield from facts.place(world, where)
    found: dict[Proposition, facts.Support] = {}
    for event in source.events():
        if facts.is_fact(event):
            article = papers.get(event.doc) or _unknown(event.doc)
            support = found.setdefault(proposition(world, article, event), facts.Support())
            support.claims.append(world.minter.claim(article, event))
            support.intensities.append(event.intensity)
    for content, support in found.items():
        yield from facts.fact(world, content, support)


def _said(world: World, article: Article, events: Iterable[Event]) -> Iterator[Triple]:
    yield from claims.paper(world, article)
    for event in events:
        yield from claims.claim(world, article, event, proposition(world, article, event))


def _documents(source: Source, papers: dict[str, Article]) -> Iterator[tuple[Article, Iterable[Event]]]:
    silent = dict(papers)
    for doc, events in groupby(source.events(), key=lambda event: event.doc):
        silent.pop(doc, None)
        yield papers.get(doc) or _unknown(doc), events
    for article in silent.values():
        yield article, ()


def _unknown(doc: str) -> Article:
    return Article(id=doc, text="", path="", sha256=doc)


def _cast(source: Source) -> dict[str, Actor]:
    """Collect every actor that is spoken of; whom only the events know, gets the least of the names they give."""
    named: dict[str, tuple[str, str]] = {}
    acting: dict[str, tuple[str, str]] = {}
    for event in source.events():
        for argument in event.source + event.target:
            _keep_least(acting, argument.id, (argument.name, argument.kind))
        if event.attribution:
            _keep_least(named, event.attribution.id, (event.attribution.name, ""))
    others = {id_: Actor(id_, name, kind) for id_, (name, kind) in (named | acting).items()}
    return others | {actor.id: actor for actor in source.actors()}


def _places(source: Source) -> list[Named]:
    found: dict[str, str] = {}
    for event in source.events():
        if event.place:
            _keep_least(found, event.place.id, event.place.name)
    return [Named(id_, name) for id_, name in found.items()]


def _keep_least(found: dict[str, Any], key: str, value: Any) -> None:
    found[key] = min(found.get(key, value), value)
