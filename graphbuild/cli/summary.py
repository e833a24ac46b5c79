"""What a build tells when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.alliances import Tie, strongest
from graphbuild.cli.console import columns, cut
from graphbuild.intake import Progress
from graphbuild.model import FACTUALITIES
from graphbuild.outputs import written_files
from graphbuild.results import EventGraph

if TYPE_CHECKING:
    import networkx as nx

SHOWN = 5


def summary(graph: EventGraph, progress: Progress, output: str) -> str:
    """Return the counts, the clearest pairs and the files of a build as a few lines."""
    counts: Counter[str] = Counter()
    actors: set[str] = set()
    for event in graph.events():
        counts[event.factuality] += 1
        actors.update(argument.id for argument in event.source + event.target)
    told = ", ".join(f"{counts[factuality]} {factuality}" for factuality in FACTUALITIES)
    dyads = graph.alliances()
    lines = [
        f"articles  {sum(1 for _ in graph.articles())}{_history(progress)}",
        f"actors    {len(actors)}",
        f"events    {counts.total()}: {told}",
        *_pairs(dyads, "friendly"),
        *_pairs(dyads, "hostile"),
        f"files     {Path(output)}: {' '.join(name for name in written_files() if (Path(output) / name).is_file())}",
    ]
    return "\n".join(lines)


def _history(progress: Progress) -> str:
    parts = {
        "parsed": progress.done,
        "unchanged": progress.unchanged,
        "no longer there": progress.removed,
        "set aside": len(progress.refused),
    }
    told = ", ".join(f"{count} {what}" for what, count in parts.items() if count)
    return f" ({told})" if told else ""


def _pairs(dyads: nx.Graph, kind: str) -> Iterator[str]:
    ties = strongest(dyads, kind, SHOWN)
    yield f"most {kind} pairs" if ties else f"no {kind} pairs"
    if ties:
        yield columns([_row(dyads, tie) for tie in ties])


def _row(dyads: nx.Graph, tie: Tie) -> tuple[str, str]:
    names = " – ".join(cut(str(dyads.nodes[actor].get("name") or actor), 40) for actor in (tie.first, tie.second))
    articles = f"{tie.articles} article{'s' if tie.articles > 1 else ''}"
    contacts = f", {tie.contacts} contact{'s' if tie.contacts > 1 else ''}" if tie.contacts else ""
    return f"  {names}", f"{tie.friendly} friendly, {tie.hostile} hostile{contacts}, in {articles}"
