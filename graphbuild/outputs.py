"""The files of a build: every export, the pictures, and run.json, which alone may hold a clock."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from graphbuild.intake import Progress
from graphbuild.model import FACTUALITIES
from graphbuild.page import DEFAULT_EVIDENCE, MOST_EVENTS, Evidence
from graphbuild.rdfsettings import Settings
from graphbuild.results import EventGraph, Found
from graphbuild.startup import settled
from graphbuild.version import program_version

LEDGER = "graph.sqlite"
PICTURES = ("alliances.png", "alliances.svg")
EXPLORER = "explorer.html"
RUN = "run.json"
CHECKED = 200
"""As many subjects of the RDF are held against the shapes in a build; `graphbuild check` judges all."""
AT_HAND = 20_000
"""So many events are read once for all outputs, some 50 MB; beyond, each output reads the ledger for itself."""
_TOLD = 20


def written_files() -> tuple[str, ...]:
    """Return the names of all files that a build writes."""
    from graphbuild.export import FILES, RDF_FILES

    return LEDGER, *FILES.values(), *RDF_FILES.values(), *PICTURES, EXPLORER, RUN


@settled()
def write_outputs(
    graph: EventGraph,
    folder: Path,
    progress: Progress,
    settings: Mapping[str, object],
    rdf: Settings,
    evidence: Evidence = DEFAULT_EVIDENCE,
) -> None:
    """Write all files of a build into its folder, each whole or not at all; `settings` go into run.json.

    `evidence` says how much of the sentences the explorer holds. Where the RDF does not fit its own shapes,
    `progress.failures` says so.
    """
    from graphbuild.export import FILES, export
    from graphbuild.export.atomic import writing

    _sweep(folder)
    graph = _at_hand(graph)
    for name, file_name in FILES.items():
        export(name, graph.source, folder / file_name)
    _write_rdf(graph, folder, progress, rdf)
    graph.draw(folder)
    graph.explorer(folder / EXPLORER, evidence=evidence)
    told = _run(graph, progress, settings)
    with writing(folder / RUN) as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n")


def _at_hand(graph: EventGraph) -> EventGraph:
    """Return the graph in memory where it is small: all outputs read it, some of them twice."""
    events = tuple(islice(graph.events(), AT_HAND + 1))
    if len(events) > AT_HAND:
        return graph
    return EventGraph(Found(graph.articles(), graph.actors(), events), graph.refused)


def _write_rdf(graph: EventGraph, folder: Path, progress: Progress, settings: Settings) -> None:
    from graphbuild.export import RDF_FILES, write_files
    from graphbuild.rdf import statements
    from graphbuild.rdf.check import failures, step_for

    with statements(graph.source, settings) as found:
        write_files(found, {name: folder / file_name for name, file_name in RDF_FILES.items()})
        count = found.count_subjects()
        step = step_for(count, CHECKED)
        progress.judged = -(-count // step), count
        progress.failures += islice(failures(found, step=step), _TOLD)


def _sweep(folder: Path) -> None:
    """Remove what a build that was killed while it wrote has left."""
    for name in written_files():
        for left in folder.glob(f".{name}.*.tmp"):
            with suppress(OSError):
                left.unlink()


def _run(graph: EventGraph, progress: Progress, settings: Mapping[str, object]) -> dict[str, object]:
    events = Counter(event.factuality for event in graph.events())
    shown = min(events.total(), MOST_EVENTS)
    if shown < events.total():
        held = f"{EXPLORER} holds the {shown} surest of {events.total()} events; the other files hold all"
        progress.notes.append(held)
    return {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": program_version(),
        **settings,
        "articles_parsed": progress.done,
        "articles_unchanged": progress.unchanged,
        "articles_removed": progress.removed,
        "events": {factuality: events[factuality] for factuality in FACTUALITIES},
        "explorer": {"events": shown, "of": events.total()},
        "refused": [refusal.reason for refusal in progress.refused],
        "notes": progress.notes,
        "shapes": {"judged": progress.judged[0], "of": progress.judged[1]},
        "failures": progress.failures,
    }
