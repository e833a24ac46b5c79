"""What a build or an extraction gives back: events, graphs and a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.graph import Source, dyads, select, to_networkx
from graphbuild.ledger import Ledger
from graphbuild.model import FACTUALITIES, Actor, Article, Event
from graphbuild.page import DEFAULT_EVIDENCE, Evidence
from graphbuild.rdfsettings import DEFAULT_BASE, Settings

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph

    from graphbuild.alliances import Scope
    from graphbuild.draw.bins import By
    from graphbuild.draw.drawn import Picture


class Found:
    """The findings of `extract`, held in memory: a Source for every graph and exporter."""

    def __init__(self, articles: Iterable[Article], actors: Iterable[Actor], events: Iterable[Event]) -> None:
        self._articles = tuple(articles)
        self._actors = tuple(sorted({actor.id: actor for actor in actors}.values(), key=lambda actor: actor.id))
        self._events = tuple(events)

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in order."""
        return self._articles

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors by id."""
        return self._actors

    def events(self) -> tuple[Event, ...]:
        """Return the events in text order."""
        return self._events

    def counts(self) -> dict[str, int]:
        """Return how many articles, actors and events there are."""
        return {"articles": len(self._articles), "actors": len(self._actors), "events": len(self._events)}


class EventGraph:
    """An event graph to ask and to draw; made by `build`, `extract` and `open_graph`.

    In a notebook it shows as the picture of its alliances.
    """

    def __init__(self, source: Source, refused: tuple[str, ...] = ()) -> None:
        self.source = source
        self.refused = refused

    def articles(self) -> Iterator[Article]:
        """Yield the articles."""
        return iter(self.source.articles())

    def actors(self) -> Iterator[Actor]:
        """Yield the actors by id."""
        return iter(self.source.actors())

    def events(self, *, factualities: Collection[str] = FACTUALITIES, min_confidence: float = 0.0) -> Iterator[Event]:
        """Yield the events of these factualities and at least this confidence (0…1), in text order."""
        return select(self.source.events(), factualities, min_confidence)

    def to_networkx(
        self, *, factualities: Collection[str] = FACTUALITIES, min_confidence: float = 0.0
    ) -> nx.MultiDiGraph:
        """Return the graph of single events: nodes are actor ids, edge keys event ids."""
        return to_networkx(
            self.articles(),
            self.actors(),
            self.source.events(),
            factualities=factualities,
            min_confidence=min_confidence,
        )

    def dyads(self, **options: Any) -> nx.Graph:
        """Return the graph of pairs with friendly and hostile events counted apart; options as graph.dyads."""
        return dyads(self.articles(), self.actors(), self.source.events(), **options)

    def alliances(self, scope: Scope | None = None, **options: Any) -> nx.Graph:
        """Return the graph of pairs that the picture shows: what happened between them, each thing counted once.

        Without a scope that is what the text itself asserts, with confidence 0.5 and more; options are the fields of
        alliances.Scope (`since`, `until`, `source`, `include`, `min_confidence`, `states`). Raises ScopeError where
        the build has no such source.
        """
        from graphbuild.alliances import Scope, alliance_graph

        asked = replace(scope or Scope(), **options)
        return alliance_graph(asked, self.articles(), self.actors(), self.source.events())

    def to_rdf(self, *, base_iri: str = DEFAULT_BASE, text: bool = True) -> Graph:
        """Return the RDF graph: claims for all events, sem:Event only for what is asserted as fact.

        All addresses begin with `base_iri`; without `text` the sentences are left out.
        """
        from graphbuild.rdf import to_graph

        return to_graph(self.source, Settings(base_iri, text))

    def export(self, name: str, destination: str | Path, *, base_iri: str = DEFAULT_BASE, text: bool = True) -> None:
        """Write one format to a file, whole or not at all.

        The formats are jsonl, csv, graphml, gexf, and of RDF, for which `base_iri` and `text` hold, turtle, trig,
        nquads, jsonld, turtle12 and trig12.
        """
        from graphbuild.export import export

        export(name, self.source, Path(destination), Settings(base_iri, text))

    def actor(self, wanted: str) -> Actor:
        """Return an actor by its name, its id or another name the tables know.

        Raises QueryError where nobody in the graph, or more than one, goes by that name; it tells names like it.
        """
        from graphbuild.query.actors import meant

        cast = {actor.id: actor for actor in self.actors()}
        return cast[meant(wanted, [(actor.id, actor.id, actor.name) for actor in cast.values()])]

    def picture(
        self,
        kind: str = "alliances",
        *,
        actor: str | Iterable[str] = (),
        by: By | None = None,
        most: int = 30,
        language: str = "fr",
        title: str | None = None,
        **scope: Any,
    ) -> Picture:
        """Return a picture, which shows itself in a notebook.

        `kind` is alliances, matrix, timeline or ego. `actor` is who an ego view is about, or the one or two that a
        timeline is about: a name or an id each. `by` is week or month, for a timeline; left out, as fits the days. At
        most `most` actors are shown. What is drawn is what the text itself asserts, with confidence 0.5 and more; other
        options are the fields of alliances.Scope, as `min_confidence`. Raises QueryError where an actor is not known,
        PictureError where an option does not go with the kind, and ScopeError where the build has no such source.
        """
        from graphbuild.alliances import Scope
        from graphbuild.draw import Wish, picture

        wanted = [actor] if isinstance(actor, str) else actor
        actors = tuple(self.actor(name).id for name in wanted)
        return picture(self.source, Wish(kind, actors, by, most, language, title), Scope(**scope))

    def draw(self, destination: str | Path, kind: str = "alliances", **options: Any) -> list[Path]:
        """Draw a picture into a .png, .svg or .pdf file, or a folder, and return the files written.

        A folder gets a .png and an .svg. The options are those of `picture`.
        """
        return self.picture(kind, **options).save(destination)

    def explorer(self, destination: str | Path, *, evidence: Evidence = DEFAULT_EVIDENCE) -> None:
        """Write the explorer, one offline HTML file, whole or not at all.

        `evidence` says how much of each sentence it holds: "none", a "snippet" around the action, or "full". Raises
        OutputError where the file cannot be written, ValueError where `evidence` is something else.
        """
        from graphbuild.export.atomic import writing
        from graphbuild.page import write_page

        with writing(destination) as out:
            write_page(self.source, out, evidence=evidence)

    def counts(self) -> dict[str, int]:
        """Return how many articles, actors and events there are."""
        if isinstance(self.source, Ledger | Found):
            return self.source.counts()
        told = {"articles": self.articles(), "actors": self.actors(), "events": self.events()}
        return {name: sum(1 for _ in items) for name, items in told.items()}

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return self.picture()._repr_mimebundle_() | {"text/plain": repr(self)}

    def __repr__(self) -> str:
        counts = self.counts()
        return f"<EventGraph: {counts['articles']} articles, {counts['actors']} actors, {counts['events']} events>"
