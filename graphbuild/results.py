"""What a build or an extraction gives back: events, graphs and a picture."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.graph import Source, dyads, select, to_networkx
from graphbuild.ledger import Ledger
from graphbuild.model import FACTUALITIES, SURE, Actor, Article, Event
from graphbuild.page import DEFAULT_EVIDENCE, Evidence
from graphbuild.rdfsettings import DEFAULT_BASE, Settings

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph

    from graphbuild.alliances import Scope

CORPORA_NAMED = 3


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

        return alliance_graph(scope or Scope(**options), self.articles(), self.actors(), self.source.events())

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

    def draw(self, destination: str | Path, *, language: str = "fr", min_confidence: float = SURE) -> list[Path]:
        """Draw the alliances into a .png, .svg or .pdf file, or a folder, and return the files written.

        A folder gets alliances.png and alliances.svg. Only events that the text itself asserts, with at least
        `min_confidence` (0…1), are drawn.
        """
        from graphbuild.draw import draw_alliances

        pairs = self.alliances(min_confidence=min_confidence)
        return draw_alliances(pairs, destination, caption=self._caption(min_confidence, language), language=language)

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

    def _caption(self, min_confidence: float = SURE, language: str = "fr") -> str:
        """Return which folders the articles come from, how many these are, and which events count."""
        from graphbuild.draw.words import words

        say = words(language)
        articles = [article.path for article in self.articles()]
        corpora = sorted({path.split("/")[0] for path in articles if "/" in path})
        count = f"{len(articles)} article{'s' if len(articles) > 1 else ''}"
        told = ", ".join([*(corpora if len(corpora) <= CORPORA_NAMED else ()), count])
        return f"{say.corpus.format(told=told)} {say.rule.format(least=say.number(min_confidence))}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from graphbuild.draw import alliances_png

        png = alliances_png(self.alliances(), caption=self._caption())
        return {"text/plain": repr(self), "image/png": b64encode(png).decode("ascii")}

    def __repr__(self) -> str:
        counts = self.counts()
        return f"<EventGraph: {counts['articles']} articles, {counts['actors']} actors, {counts['events']} events>"
