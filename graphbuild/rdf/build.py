"""A source's articles, actors and events → statements: facts in the default graph, claims in a graph an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from rdflib import RDF, RDFS
from rdflib.namespace import PROV

from graphbuild.graph import Source
from graphbuild.lexicon.actors import load_directory
from graphbuild.model import Article, Event, is_fact
from graphbuild.rdf import claims, facts
from graphbuild.rdf.cast import described
from graphbuild.rdf.iris import Minter
from graphbuild.rdf.literals import plain
from graphbuild.rdf.ontology import ontology
from graphbuild.rdf.spool import Spool, scratch, spool
from graphbuild.rdf.tally import Tally
from graphbuild.rdf.vocabulary import PREFIXES
from graphbuild.rdf.world import Triple, World, proposition
from graphbuild.rdfsettings import DEFAULT, Settings
from graphbuild.version import program_version

_Documents = Iterator[tuple[Article, Iterable[Event]]]


@contextmanager
def statements(source: Source, settings: Settings = DEFAULT) -> Iterator[Spool]:
    """Give all statements about a source, on disk and sorted."""
    directory = load_directory()
    cast = {actor.id: actor for actor in source.actors()}
    minter = Minter(settings)
    world = World(settings, minter, f"graphbuild {program_version()}", cast, directory.actors)
    with spool(PREFIXES | minter.prefixes()) as made, scratch() as db:
        tally = Tally(db, world)
        made.add(None, ontology())
        made.add(None, _software(world))
        for article, events in _documents(source):
            _put(made, world, tally, article, events)
        made.add(None, described(world, directory.roles))
        made.add(None, tally.events())
        made.add(None, tally.dyads())
        yield made


def _put(made: Spool, world: World, tally: Tally, article: Article, events: Iterable[Event]) -> None:
    graph = world.minter.graph(article)
    made.add(graph, claims.paper(world, article))
    for event in events:
        content = proposition(world, article, event)
        made.add(graph, claims.claim(world, article, event, content))
        if is_fact(event):
            made.add(None, facts.fact(world, content, world.minter.claim(article, event)))
            tally.add(article, event, content)


def _software(world: World) -> Iterator[Triple]:
    me = world.minter.software(world.program)
    yield me, RDF.type, PROV.SoftwareAgent
    yield me, RDFS.label, plain(world.program)


def _documents(source: Source) -> _Documents:
    """Yield each article with its events; both come by article id, so neither has to be kept."""
    papers = iter(source.articles())
    article = next(papers, None)
    for doc, events in groupby(source.events(), key=lambda event: event.doc):
        while article is not None and article.id < doc:
            yield article, ()
            article = next(papers, None)
        if article is not None and article.id == doc:
            yield article, events
            article = next(papers, None)
        else:
            yield Article(id=doc, text="", path="", sha256=doc), events
    if article is not None:
        yield article, ()
        yield from ((silent, ()) for silent in papers)
