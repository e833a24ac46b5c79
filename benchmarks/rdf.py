"""What the RDF files of a build cost, and the same for a build many times as large.

    python benchmarks/rdf.py output [--times 20]

The build is read again and again under other article ids and other days, so that nothing falls together.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from graphbuild import open_graph, rdf
from graphbuild.graph import Source
from graphbuild.model import Actor, Article, Event
from graphbuild.outputs import CHECKED
from graphbuild.rdf.check import failures


class Many:
    """A source, so many times over."""

    def __init__(self, source: Source, times: int) -> None:
        self.source, self.times = source, times

    def articles(self) -> Iterator[Article]:
        """Yield the articles."""
        for turn in range(self.times):
            for article in self.source.articles():
                sha256 = f"{turn:05d}{article.sha256[5:]}"
                yield replace(article, id=f"{turn:05d}-{article.id}", url=None, sha256=sha256)

    def actors(self) -> Iterator[Actor]:
        """Yield the actors, which stay the same."""
        yield from self.source.actors()

    def events(self) -> Iterator[Event]:
        """Yield the events, each time on another day."""
        for turn in range(self.times):
            day = f"{1990 + turn // 336}-{1 + turn // 28 % 12:02d}-{1 + turn % 28:02d}"
            for event in self.source.events():
                yield replace(event, id=f"{turn:05d}{event.id}", doc=f"{turn:05d}-{event.doc}", time=day)


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Print how much CPU time a step took, and the most memory so far."""
    begin = time.process_time()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {what} | {time.process_time() - begin:.1f} | {memory} |")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", help="folder of a build")
    parser.add_argument("--times", type=int, default=1)
    chosen = parser.parse_args()
    print("| step | CPU s | memory MB |\n|---|---|---|")
    with ExitStack() as stack:
        with measured("collect"):
            source = Many(open_graph(chosen.output).source, chosen.times)
            found = stack.enter_context(rdf.statements(source))
        for name in ("nquads", "turtle", "trig"):
            with measured(f"write {name}"), open(os.devnull, "wb") as out:
                rdf.write(name, found, out)
        with measured(f"hold at most {CHECKED} things against the shapes"):
            wrong = len(list(failures(found, at_most=CHECKED)))
        print(f"\n{found.count()} statements about {found.count_subjects()} things, {wrong} failures")


if __name__ == "__main__":
    main()
