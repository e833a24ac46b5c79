"""What each output of a large build costs, in a process of its own, as a Markdown table.

    python benchmarks/large.py [--events 1000000] [--only jsonl …] [--folder DIR]

The ledger holds the made-up world of synthetic.py and is filled as a build fills it, article by article. What is
written is counted and thrown away, so the disk has to hold the ledger, in --folder, and what SQLite sorts, in TMPDIR. A
ledger that is in --folder already is used again.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from synthetic import EVENTS_AN_ARTICLE, World

from graphbuild import open_graph, rdf
from graphbuild.export import EXPORTERS, RDF_FILES, export
from graphbuild.ledger import Ledger
from graphbuild.outputs import CHECKED
from graphbuild.page import write_page
from graphbuild.rdf.check import failures, step_for
from graphbuild.rdfsettings import DEFAULT
from graphbuild.results import EventGraph

FILE = "graph.sqlite"
Row = tuple[str, float, float, float]


class Counted(io.RawIOBase):
    """A file that only counts what is written to it."""

    size = 0

    def writable(self) -> bool:
        """Return that it is."""
        return True

    def write(self, data: Any, /) -> int:
        """Count."""
        self.size += len(data)
        return len(data)


class Steps:
    """Rows of the table: what, CPU seconds, MB written, and the most memory of the process so far."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    @contextmanager
    def step(self, what: str, out: Counted | None = None) -> Iterator[None]:
        """Measure the block."""
        begun = time.process_time()
        yield
        cost = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.rows.append((what, cost, out.size / 1e6 if out else 0.0, memory))


def fill(events: int, folder: Path) -> list[Row]:
    world, steps = World(-(-events // EVENTS_AN_ARTICLE)), Steps()
    actors = {actor.id: actor for actor in world.actors()}
    papers = world.articles()
    with Ledger.open(folder / FILE, fingerprint="benchmark") as ledger:
        with steps.step("ledger: made up and filled"):
            for paper, (_, told) in zip(papers, groupby(world.events(), key=lambda event: event.doc), strict=True):
                found = list(told)
                ledger.put(paper, (actors[a.id] for event in found for a in event.source + event.target), found)
        with steps.step("ledger: put into order and sealed"):
            ledger.finish()
    what, cost, _, memory = steps.rows.pop()
    return [*steps.rows, (what, cost, (folder / FILE).stat().st_size / 1e6, memory)]


def flat(name: str, graph: EventGraph) -> list[Row]:
    steps, out = Steps(), Counted()
    with steps.step(name, out):
        export(name, graph.source, out)  # type: ignore[arg-type]
    return steps.rows


def statements(graph: EventGraph) -> list[Row]:
    steps = Steps()
    made = rdf.statements(graph.source, DEFAULT)
    with steps.step("RDF: collect"):
        found = made.__enter__()
    for name in RDF_FILES:
        out = Counted()
        with steps.step(f"RDF: sort and write {name}", out):
            rdf.write(name, found, out)  # type: ignore[arg-type]
    with steps.step("RDF: count the things, hold 200 against the shapes"):
        list(failures(found, step=step_for(found.count_subjects(), CHECKED)))
    made.__exit__(None, None, None)
    return steps.rows


def picture(graph: EventGraph) -> list[Row]:
    steps = Steps()
    with TemporaryDirectory() as folder, steps.step("alliances.png, alliances.svg"):
        graph.draw(folder)
    return steps.rows


def page(graph: EventGraph) -> list[Row]:
    steps, out = Steps(), Counted()
    with steps.step("explorer.html", out):
        write_page(graph.source, out)  # type: ignore[arg-type]
    return steps.rows


def report(graph: EventGraph) -> list[Row]:
    from graphbuild.alliances import named
    from graphbuild.alliances.report import SECTIONS

    steps = Steps()
    with steps.step("graph of pairs"):
        shown = named(graph.alliances())
    for name in ("blocs", "pairs"):
        with steps.step(f"alliances: {name}"):
            SECTIONS[name](shown)
    return steps.rows


OUTPUTS: dict[str, Callable[[EventGraph], list[Row]]] = {
    **{name: (lambda graph, name=name: flat(name, graph)) for name in EXPORTERS},
    "picture": picture,
    "page": page,
    "alliances": report,
    "rdf": statements,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", choices=list(OUTPUTS), default=list(OUTPUTS))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--step", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        made = fill(options.events, options.folder) if options.step == "fill" else None
        print(json.dumps(made or OUTPUTS[options.step](open_graph(options.folder))))
        return
    print("| output | CPU s | written, MB | peak memory of the process, MB |\n|---|---|---|---|")
    with TemporaryDirectory() as folder:
        at = options.folder or Path(folder)
        at.mkdir(parents=True, exist_ok=True)
        for step in (*(() if (at / FILE).exists() else ("fill",)), *options.only):
            for what, cost, size, memory in rows(step, options.events, at):
                print(f"| {what} | {cost:.1f} | {f'{size:.1f}' if size else ''} | {memory:.0f} |", flush=True)


def rows(step: str, events: int, folder: Path) -> list[Row]:
    command = [sys.executable, __file__, "--step", step, "--events", str(events), "--folder", str(folder)]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=env)
    found: list[Row] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
