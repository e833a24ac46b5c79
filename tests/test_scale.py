"""However large a build is, what it holds does not grow with the events, and what it leaves out is told."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from benchmarks.rdf import Many
from benchmarks.synthetic import EVENTS_AN_ARTICLE, World
from graphbuild.alliances import Scope, alliance_graph
from graphbuild.alliances.bare import bare
from graphbuild.export import FILES, RDF_FILES, export
from graphbuild.graph import Source
from graphbuild.intake import Progress
from graphbuild.ledger import Ledger
from graphbuild.model import Event
from graphbuild.outputs import write_outputs
from graphbuild.page import write_page
from graphbuild.rdfsettings import DEFAULT
from graphbuild.results import EventGraph
from tests.builds import contents
from tests.factories import small_world

TIMES = 8
BOUND = 4_000_000
"""Bytes: less than the events of the build, held, would take."""


class Nowhere(io.RawIOBase):
    """A file that forgets."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        return len(data)


def fill(file: Path) -> Ledger:
    source = Many(World(40), TIMES)
    actors = {actor.id: actor for actor in source.actors()}
    ledger = Ledger.open(file, fingerprint="test")
    for paper, (_, told) in zip(source.articles(), groupby(source.events(), key=lambda e: e.doc), strict=True):
        found = list(told)
        ledger.put(paper, (actors[a.id] for event in found for a in event.source + event.target), found)
    ledger.finish()
    return ledger


def write(source: Source, name: str) -> None:
    if name == "page":
        write_page(source, Nowhere())  # type: ignore[arg-type]
    else:
        export(name, source, Nowhere())  # type: ignore[arg-type]


def peak(work: Any, *arguments: Any) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        work(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return fill(tmp_path_factory.mktemp("large") / "graph.sqlite")


def test_events_held_would_be_noticed(built: Ledger) -> None:
    assert peak(lambda: list(built.events())) > 1.2 * BOUND


def test_the_ledger_fills_in_flat_memory(tmp_path: Path) -> None:
    assert peak(fill, tmp_path / "graph.sqlite") < BOUND


@pytest.mark.parametrize("name", [*FILES, "page"])
def test_no_output_holds_the_events(name: str, built: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.page.contents.MOST_EVENTS", 300)
    write(small_world(), name)  # what is loaded once is no part of it
    assert peak(write, built, name) < BOUND


def alive() -> int:
    return sum(isinstance(one, Event) for one in gc.get_objects())


class Watched(Many):
    """A source that counts how many of its events are alive when the last has been told."""

    held = 0

    def events(self) -> Iterator[Event]:
        before = alive()
        yield from super().events()
        self.held = max(self.held, alive() - before)


@pytest.mark.parametrize("name", [*FILES, *RDF_FILES])
def test_no_event_outlives_its_article(name: str) -> None:
    source = Watched(World(20), 3)
    write(source, name)
    assert source.held <= 2 * EVENTS_AN_ARTICLE


def test_events_without_their_words_join_the_same_actors(built: Ledger) -> None:
    asked = Scope(include=("reported", "planned", "possible"), min_confidence=0)
    actors, parts = list(built.actors()), [list(built.articles()) for _ in range(2)]
    events = built.events(), bare(built.events())
    whole, less = (alliance_graph(asked, part, actors, told) for part, told in zip(parts, events, strict=True))
    assert whole.number_of_edges() > 100
    assert list(whole.edges(data=True)) == list(less.edges(data=True))
    assert peak(lambda: list(bare(built.events()))) < BOUND / 2


def test_what_is_read_from_the_ledger_each_time_gives_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = EventGraph(small_world())
    for name, at_hand in (("held", 20_000), ("read", 0)):
        monkeypatch.setattr("graphbuild.outputs.AT_HAND", at_hand)
        (tmp_path / name).mkdir()
        write_outputs(graph, tmp_path / name, Progress(), {}, DEFAULT)
    assert contents(tmp_path / "held") == contents(tmp_path / "read")


def test_what_the_page_leaves_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph, progress = EventGraph(small_world()), Progress()
    count = graph.counts()["events"]
    for module in ("graphbuild.outputs", "graphbuild.page.contents"):
        monkeypatch.setattr(f"{module}.MOST_EVENTS", 1)
    write_outputs(graph, tmp_path, progress, {}, DEFAULT)
    told = f"explorer.html holds the 1 surest of {count} events; the other files hold all"
    run = json.loads((tmp_path / "run.json").read_bytes())
    assert count > 1
    assert progress.notes == run["notes"] == [told]
    assert run["explorer"] == {"events": 1, "of": count}
    assert len((tmp_path / "events.jsonl").read_text("utf-8").splitlines()) == count
