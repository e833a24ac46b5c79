"""The order of things: corpus → articles → events → ledger → files. The only module that knows it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from graphbuild.errors import OutputError
from graphbuild.ledger import Ledger
from graphbuild.lexicon.rows import fingerprint
from graphbuild.model import Article
from graphbuild.parse import DEFAULT_MODEL
from graphbuild.read import Refusal, read
from graphbuild.results import EventGraph, Found
from graphbuild.workers import findings

MIN_CONFIDENCE = 0.5
LEDGER = "graph.sqlite"


@dataclass(slots=True)
class Progress:
    """How far a build is: what the caller shows while it runs and tells when it is done."""

    done: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rebuilt: bool = False


Report = Callable[[Progress], None]


def program_fingerprint(model: str, min_confidence: float) -> str:
    """Return a hash of all that events depend on beside the articles: program, words, weights, model, threshold."""
    parts = [program_version(), fingerprint(), model, _version_of(model), _version_of("spacy"), min_confidence]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def program_version() -> str:
    """Return the installed version of graphbuild."""
    return _version_of("graphbuild")


def _version_of(package: str) -> str:
    with suppress(PackageNotFoundError, ValueError):
        return version(package)
    return "0"


def build(
    corpus: str | Path | Iterable[str | Path],
    output: str | Path = "output",
    *,
    model: str = DEFAULT_MODEL,
    workers: int = 1,
    fresh: bool = False,
    min_confidence: float = MIN_CONFIDENCE,
    report: Report | None = None,
    **columns: Any,
) -> EventGraph:
    """Build the event graph of a corpus in the folder `output` and return it.

    `corpus` is one or several files, folders, patterns or "-". Only new and changed articles are parsed, unless
    `fresh`. `min_confidence` (0…1) leaves out events less sure; `columns` are the options of `graphbuild.read.read`.
    Raises OutputError, LedgerError or ModelError; an input that cannot be read is named in the result's `refused`.
    """
    from graphbuild.outputs import write_outputs

    sources = [str(corpus)] if isinstance(corpus, str | Path) else [str(source) for source in corpus]
    folder = _output_folder(output)
    progress = Progress()
    ledger_path = folder / LEDGER
    with Ledger.open(ledger_path, fingerprint=program_fingerprint(model, min_confidence), fresh=fresh) as ledger:
        progress.rebuilt = ledger.rebuilt
        known = ledger.known()
        seen: set[str] = set()
        todo = _changed(read(sources, **columns), known, seen, progress)
        for found in findings(todo, model=model, min_confidence=min_confidence, workers=workers):
            ledger.put(found.article, found.actors, found.events)
            progress.done += 1
            if report is not None:
                report(progress)
        gone = sorted(set(known) - seen)
        ledger.remove(gone)
        progress.removed = len(gone)
        ledger.finish()
    graph = EventGraph(Ledger.read(ledger_path), tuple(f"{r.path}: {r.reason}" for r in progress.refused))
    write_outputs(graph, folder, progress)
    if report is not None:
        report(progress)
    return graph


def _output_folder(output: str | Path) -> Path:
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror}); choose another folder with -o") from error
    return folder


def _changed(
    inputs: Iterable[Article | Refusal], known: dict[str, str], seen: set[str], progress: Progress
) -> Iterator[Article]:
    for item in inputs:
        if isinstance(item, Refusal):
            progress.refused.append(item)
            continue
        seen.add(item.id)
        progress.notes += [f"{item.path}: {note}" for note in item.notes]
        if known.get(item.id) == item.sha256:
            progress.unchanged += 1
        else:
            yield item


def extract(
    text: str,
    *,
    date: str | None = None,
    doc: str = "text",
    model: str = DEFAULT_MODEL,
    min_confidence: float = MIN_CONFIDENCE,
) -> EventGraph:
    """Return the event graph of one text; `date` is its ISO date, which relative dates count from."""
    article = Article(doc, text, doc, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), date=date)
    found = list(findings([article], model=model, min_confidence=min_confidence))
    return EventGraph(
        Found([article], (actor for f in found for actor in f.actors), (event for f in found for event in f.events))
    )


def open_graph(output: str | Path) -> EventGraph:
    """Open a finished build by its folder or its graph.sqlite; raises LedgerError where there is none."""
    path = Path(output)
    return EventGraph(Ledger.read(path / LEDGER if path.is_dir() or not path.suffix else path))
