"""How fast SPARQL is on a graph of a million statements: Oxigraph beside rdflib, as a Markdown table.

    python benchmarks/sparql.py [--articles 2400] [--repeat 3] [--limit 20] [--only NAME…]

The graph comes from synthetic.py by way of the exporter of a build. Every query by name is asked without parameters, or
about one busy actor where it needs one; its time is that of the best run, with all rows read. rdflib gets one run a
query and is stopped at the limit. Both read the same file in one run of this program.
"""

from __future__ import annotations

import argparse
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from synthetic import ARTICLES_A_MILLION, World

from graphbuild.export import export
from graphbuild.query import named, names
from graphbuild.query.engines import Engine, Oxigraph, Rdflib
from graphbuild.query.parameters import terms

ACTOR = "acteur-3"
MOST = 10_000


class TooLongError(Exception):
    """The limit of a query."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES_A_MILLION)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument(
        "--limit", type=float, default=20.0, help="seconds for one query in rdflib; 0 leaves rdflib out"
    )
    parser.add_argument("--only", nargs="*", default=names())
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nq"
        _, made = timed(lambda: export("nquads", World(options.articles), file))
        engine, loading = timed(lambda: Oxigraph(file))
        print(f"{len(engine)} statements, {file.stat().st_size >> 20} MB, written in {made:.1f} s\n", flush=True)
        fast = {name: best(engine, name, options.repeat) for name in options.only}
        memory = peak()
        if not options.limit:
            tell("loading", 0, loading, None)
            for name in options.only:
                tell(name, *fast[name], None)
            return
        slow_engine, slow_loading = timed(lambda: Rdflib(file))
        print("| | rows | Oxigraph, s | rdflib, s |\n|---|---|---|---|")
        tell("loading", 0, loading, slow_loading)
        for name in options.only:
            tell(name, *fast[name], limited(slow_engine, name, options.limit, fast[name][0]))
        print(f"| memory, MB | | {memory} | {peak()} (both) |")


def tell(name: str, rows: int, seconds: float, slow: float | str | None) -> None:
    told = slow if isinstance(slow, str) else "" if slow is None else f"{slow:.2f}"
    print(f"| {name} | {rows or ''} | {seconds:.2f} | {told} |", flush=True)


def text_of(engine: Engine, name: str) -> str:
    query = named(name)
    values = {"actor": ACTOR} if "actor" in query.required else {}
    return query.bound(terms(values, lambda text, most: engine.ask(text, {}, most)))


def best(engine: Engine, name: str, repeat: int) -> tuple[int, float]:
    text = text_of(engine, name)
    runs = [timed(lambda: engine.ask(text, {}, MOST)) for _ in range(repeat)]
    return len(getattr(runs[0][0], "rows", ())), min(seconds for _, seconds in runs)


def limited(engine: Engine, name: str, limit: float, rows: int) -> float | str:
    try:
        text = text_of(engine, name)
        with alarm(limit):
            found, seconds = timed(lambda: engine.ask(text, {}, MOST))
    except Exception:  # the engine tells an alarm of ours as an error of its own
        return f"> {limit:g}"
    return seconds if len(getattr(found, "rows", ())) == rows else f"{seconds:.2f} (other rows!)"


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise TooLongError

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main()
