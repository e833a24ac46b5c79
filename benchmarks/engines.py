"""What sharing the work costs and gains: the same articles in one process, in a pool, and on Spark, side by side.

    python benchmarks/engines.py [FOLDER] [--articles 1000] [--times 3] [--repeat 3]

Each run is a process of its own, they take turns, and of each the one with the least wall time counts. Wall time runs
from the start of an engine to the last finding, with whatever it starts and loads; "nothing to do" is the same with a
function that finds nothing. CPU time is that of the whole tree of processes (from /proc, so on Linux alone). The ratio
of one to two workers means something on a quiet machine alone, so the load before is told; `--times` takes all articles
so often, for a larger corpus. The second table is computed from what was measured for the first, and from two builds
that do all but find events.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from apart import apart
from pipeline import FOLDERS, MODEL, chosen
from projection import alone, projection

SETTINGS: dict[str, Any] = {"model": MODEL, "min_confidence": 0.38}
ONE, SPARK = "one process", "Spark, local[2]"
POOLS = {"pool of 1 worker": 1, "pool of 2 workers": 2}
ENGINES = (ONE, *POOLS, SPARK)
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=next((f for f in FOLDERS if f.is_dir()), FOLDERS[-1]))
    parser.add_argument("--articles", type=int, default=1000, help="how many, spread evenly over the folder")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--side", help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = chosen(options.folder, options.articles)
    if options.side:
        print(json.dumps(measured(options.side, files, options.times)))
        return
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    sides = [f"{engine}|{work}" for engine in ENGINES for work in ("all", "nothing")] + ["alone|all"]
    given = [str(options.folder), "--articles", str(options.articles), "--times", str(options.times)]
    with TemporaryDirectory() as folder:
        (Path(folder) / "spark-defaults.conf").write_text("spark.master local[2]\n", encoding="utf-8")
        turns = [side for _ in range(options.repeat) for side in sides]
        runs = [(side, apart(__file__, *given, "--side", side, SPARK_CONF_DIR=folder)) for side in turns]
    best = {side: min((r for s, r in runs if s == side), key=lambda r: r["wall"]) for side in sides}
    warm = best[f"{SPARK}|all"]
    print(table(best), projection(warm["steady"], warm["own"], best["alone|all"]), sep="\n\n")


def measured(side: str, files: list[Path], times: int) -> dict[str, float]:
    engine, _, work = side.partition("|")
    from graphbuild.read import read
    from graphbuild.workers import one_thread_each

    one_thread_each()
    once = list(read([str(file) for file in files]))
    articles = [replace(article, id=f"{article.id}-{number}") for number in range(times) for article in once]
    words = sum(len(article.text.split()) for article in articles)
    if engine == "alone":
        return alone(files, SETTINGS, list(found_by(ONE, once)))
    if work == "nothing":
        do_nothing()
    return {"words": words, "articles": len(articles), **worked(engine, articles)}


def worked(engine: str, articles: list[Any]) -> dict[str, float]:
    """Return what the findings of all articles cost, and what a word of the second half costs where all is warm."""
    from graphbuild.spark.session import running_or_new

    begun, before, half = time.perf_counter(), tree(), len(articles) // 2
    parts = (articles,) if engine in POOLS else (articles[:half], articles[half:])
    events = 0
    with running_or_new() if engine == SPARK else nullcontext():
        for part in parts:
            middle, own = tree(), time.process_time()
            events += sum(len(found.events) for found in found_by(engine, part))
        after, own = tree(), time.process_time() - own
        wall = time.perf_counter() - begun
    words = sum(len(article.text.split()) for article in parts[-1])
    return {
        "wall": wall, "cpu": after - before, "events": events,
        "steady": (after - middle) / words, "own": own / words,
    }  # fmt: skip


def found_by(engine: str, articles: list[Any]) -> Iterator[Any]:
    from graphbuild import engines, workers

    if engine in POOLS:  # for one worker the product itself starts no pool
        return workers._shared(iter(articles), SETTINGS["model"], SETTINGS["min_confidence"], POOLS[engine])
    return engines.findings(articles, engine="spark" if engine == SPARK else "local", **SETTINGS)


def tree() -> float:
    """Return the CPU seconds of this process and of all below it."""
    rows = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        rows[int(file.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    own, total = {os.getpid()}, 0
    for pid in sorted(rows):  # a child comes after its parent, as long as numbers do not begin anew
        if pid in own or rows[pid][0] in own:
            own.add(pid)
            total += rows[pid][1]
    return total / TICK


def do_nothing() -> None:
    """Let every engine hand out and take back all articles, and find nothing in them."""
    from graphbuild import spark, workers

    workers._extract = lambda articles, *_: iter(nothing(articles))
    workers.extract_batch = nothing
    spark.Task = lambda *_: nothing_each


def nothing(articles: Iterable[Any], *_: object) -> list[Any]:
    from graphbuild.workers import Findings

    return [Findings(article, (), ()) for article in articles]


def nothing_each(batches: Iterable[list[Any]]) -> Iterator[list[Any]]:
    return map(nothing, batches)


def table(best: dict[str, dict[str, float]]) -> str:
    one = best[f"{ONE}|all"]
    head = (
        "engine",
        "wall, s",
        "words per s",
        "against one process",
        "CPU, s",
        "words per CPU s once warm",
        "nothing to do, s",
    )
    lines = [f"{one['articles']:.0f} articles, {one['words']:.0f} words\n"]
    lines += [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for engine in ENGINES:
        figures, nothing_done = best[f"{engine}|all"], best[f"{engine}|nothing"]
        if figures["events"] != one["events"]:
            sys.exit(f"{engine}: {figures['events']} events where one process finds {one['events']}")
        cells = [f"{figures['wall']:.1f}", f"{figures['words'] / figures['wall']:.0f}"]
        cells += [f"{one['wall'] / figures['wall']:.2f}", f"{figures['cpu']:.1f}"]
        cells += ["" if engine in POOLS else f"{1 / figures['steady']:.0f}", f"{nothing_done['wall']:.1f}"]
        lines.append(f"| {engine} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
