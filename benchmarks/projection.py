"""What a million and a hundred million articles would cost, if every word costs what engines.py has measured."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WORDS = 500
SIZES = (10**6, 10**8)
CORES = (8, 64, 512)
GIGA = 10**9


def alone(files: list[Path], settings: dict[str, Any], found: list[Any]) -> dict[str, float]:
    """Return what one process must do by itself in a build, a word: the difference of a build and one half as large."""
    from graphbuild import pipeline

    known = {one.article.id: one for one in found}
    pipeline.findings = lambda new, **_: (known[article.id] for article in new)
    begun = time.perf_counter()
    half, whole = built(files[: len(files) // 2], settings), built(files, settings)
    words = whole.pop("words") - half.pop("words")
    return {"wall": time.perf_counter() - begun, **{what: (whole[what] - half[what]) / words for what in whole}}


def built(files: list[Path], settings: dict[str, Any]) -> dict[str, float]:
    """Return what a build costs while articles come in and after the last one, and how much it writes."""
    from graphbuild import pipeline

    marks: list[float] = []
    with TemporaryDirectory() as output:
        begun = time.process_time()
        graph = pipeline.build(files, output, report=lambda _: marks.append(time.process_time()), **settings)
        ended = time.process_time()
        sizes = {path.name: path.stat().st_size for path in Path(output).iterdir()}
        words = graph.counts()["words"]
    return {
        "words": words, "streaming": marks[-2] - begun, "ending": ended - marks[-2],
        "ledger": sizes["graph.sqlite"], "files": sum(sizes.values()),
    }  # fmt: skip


def projection(steady: float, sending: float, alone: Mapping[str, float]) -> str:
    """Return the table of costs, by CPU seconds a word.

    `steady` is what a word costs all workers together once they are warm, `sending` what it costs the process that
    sends it out and takes back what is found, `alone` what else that process does for it by itself: `streaming` beside
    the workers and `ending` after them; there also the bytes a word leaves in the `ledger` and in all `files`.
    """
    beside = sending + alone["streaming"]
    seconds = {
        "workers: core-hours": steady,
        "one process beside them, reading and the ledger: hours": alone["streaming"],
        "the same, sending out and taking back: hours": sending,
        "the same, after them, the end of the ledger and the exports: hours": alone["ending"],
        **{f"the build on {cores} cores: hours": max(steady / cores, beside) + alone["ending"] for cores in CORES},
    }
    rows = [(name, [f"{n * WORDS * each / 3600:,.1f}" for n in SIZES]) for name, each in seconds.items()]
    for name, each in (("`graph.sqlite`: GB", alone["ledger"]), ("all files of the build: GB", alone["files"])):
        rows.append((name, [f"{n * WORDS * each / GIGA:,.0f}" for n in SIZES]))
    head = f"| articles of {WORDS} words | {' | '.join(f'{n:,}' for n in SIZES)} |\n|---|---|---|"
    most = f"One process keeps {steady / beside:.0f} cores busy; more of them wait for it."
    return "\n".join([head, *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows), "", most])
