"""What a build costs as the corpus grows: words per second and peak memory, as a Markdown table.

    python benchmarks/scale.py [CORPUS] [--times 1 10 100] [--workers 1]

The corpus is read and written out again as JSON lines, so many times over: each copy under other ids and days, and in
every article with a sentence of its own about people, a town and a party that are in no table, so that no two articles
are alike and names never end. Each build is a process of its own, and so is a second one of the same corpus, which
finds everything unchanged.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from apart import apart

from graphbuild import build
from graphbuild.intake import Progress
from graphbuild.model import Article
from graphbuild.read import read

SYLLABLES = "ba be bo ca co da de di do fa fi ga go la le li lo ma me mi mo na ne no ra re ri ro sa so ta te va".split()
COLUMNS = (
    "corpus", "articles", "words", "events", "loading, CPU s", "work, CPU s", "words per CPU s of work",
    "of it after the last article, CPU s", "peak MB up to the last article", "peak MB", "graph.sqlite, MB",
    "again, CPU s", "again, peak MB",
)  # fmt: skip
SENTENCE = "À {town}, {one} a rencontré {other}, qui dirige le parti {party}."
MB = 1024  # of the kilobytes that the system counts in


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="corpus")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--build", nargs=2, metavar=("CORPUS", "OUTPUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        print(json.dumps(measured(*options.build, options.workers)))
        return
    articles = [item for item in read([options.corpus]) if isinstance(item, Article)]
    print(f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|", flush=True)
    for times in options.times:
        with TemporaryDirectory() as folder:
            corpus, output = Path(folder) / "corpus.jsonl", Path(folder) / "output"
            with corpus.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(articles, times))
            given = "--workers", str(options.workers), "--build", str(corpus), str(output)
            first, again = (apart(__file__, *given) for _ in range(2))
            print(line(times, first, again), flush=True)


def rows(articles: list[Article], times: int) -> Iterator[dict[str, str | None]]:
    """Yield the rows of a corpus so many times as large."""
    chance = Random(times)
    for turn in range(times):
        for article in articles:
            yield {
                "id": f"{turn:05}-{article.id}",
                "title": article.title,
                "text": f"{article.text}\n\n{invented(chance)}\n",
                "date": shifted(article.date, turn),
                "source": article.outlet,
            }


def invented(chance: Random) -> str:
    def name(syllables: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()

    one, other = (f"{name(2)} {name(3)}" for _ in range(2))
    return SENTENCE.format(town=name(4), one=one, other=other, party=name(3))


def shifted(day: str | None, weeks: int) -> str | None:
    """Return a day so many weeks earlier; what is no single day stays."""
    try:
        return (date.fromisoformat(day or "") - timedelta(weeks=weeks)).isoformat()
    except ValueError:
        return day


def measured(corpus: str, output: str, workers: int) -> dict[str, Any]:
    """Return what a build costs: in CPU seconds, what loads before the first word apart, and in MB."""
    from graphbuild.lexicon import load_lexicon
    from graphbuild.workers import one_thread_each, pipeline_of

    if workers == 1 and not Path(output).exists():
        one_thread_each()
        load_lexicon()
        pipeline_of("fr_core_news_md")
    loaded = cpu()
    filled = {"cpu": loaded, "memory": peak()}

    def watch(progress: Progress) -> None:
        if progress.done > filled.get("done", 0):
            filled.update(done=progress.done, cpu=cpu(), memory=peak())

    graph = build(corpus, output, workers=workers, report=watch)
    size = (Path(output) / "graph.sqlite").stat().st_size / 1e6
    counts = graph.counts()
    return {**counts, "loaded": loaded, "filled": filled["cpu"], "total": cpu(), "size": size,
            "memory": filled["memory"], "peak": peak()}  # fmt: skip


def cpu() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system


def peak() -> float:
    """Return the most memory of this process, or of the largest it has waited for, in MB."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / MB


def line(times: int, first: dict[str, Any], again: dict[str, Any]) -> str:
    work = first["total"] - first["loaded"]
    cells = [
        f"{times}×",
        *(str(first[name]) for name in ("articles", "words", "events")),
        f"{first['loaded']:.1f}",
        f"{work:.1f}",
        f"{first['words'] / work:.0f}",
        f"{first['total'] - first['filled']:.1f}",
        *(f"{first[name]:.0f}" for name in ("memory", "peak")),
        f"{first['size']:.1f}",
        f"{again['total']:.1f}",
        f"{again['peak']:.0f}",
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
