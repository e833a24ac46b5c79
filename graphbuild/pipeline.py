"""The order of things: corpus → articles → events → ledger → files. The only module that knows it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.engines import Engine, findings, require_engine
from graphbuild.errors import CeilingError, ReadError
from graphbuild.fingerprint import program_fingerprint
from graphbuild.intake import Intake, Progress, Report, file_of
from graphbuild.ledger import Ledger
from graphbuild.ledger.folder import held
from graphbuild.model import Article, Event
from graphbuild.outputs import LEDGER, write_outputs, written_files
from graphbuild.page import DEFAULT_EVIDENCE, Evidence, require_evidence
from graphbuild.parse import DEFAULT_MODEL, require_model
from graphbuild.rdfsettings import DEFAULT_BASE, Settings
from graphbuild.results import EventGraph, Found
from graphbuild.workers import Findings, one_thread_each

if TYPE_CHECKING:
    from graphbuild.read import Refusal

MIN_CONFIDENCE = 0.38
_NAMED = 3


def build(
    corpus: str | Path | Iterable[str | Path],
    output: str | Path = "output",
    *,
    model: str = DEFAULT_MODEL,
    engine: Engine = "local",
    workers: int = 1,
    fresh: bool = False,
    min_confidence: float = MIN_CONFIDENCE,
    base_iri: str = DEFAULT_BASE,
    text: bool = True,
    evidence: Evidence = DEFAULT_EVIDENCE,
    report: Report | None = None,
    **columns: Any,
) -> EventGraph:
    """Build the event graph of a corpus in the folder `output` and return it.

    `corpus` is one or several files, folders, patterns or "-". Only new and changed articles are parsed, unless
    `fresh`, by so many `workers` (processes) or, with the `engine` "spark", by those of Spark.
    `min_confidence` (0…1) leaves out events less sure; `columns` are the options of `graphbuild.read.read`.
    All addresses in the RDF files begin with `base_iri`; without `text` these files hold no sentences.
    `evidence` says how much of them the explorer holds: "none", a "snippet" around the action, or "full".
    An input that cannot be read is named in the result's `refused`, and what an earlier build found in it stays.
    Raises ReadError where no article at all can be read, OutputError, LedgerError, ModelError or EngineError;
    ValueError where `evidence` or `engine` is something else, or several `workers` are asked of Spark.
    """
    from graphbuild.read import read

    rdf = Settings(base_iri, text)
    require_evidence(evidence)
    require_engine(engine, workers)
    require_model(model)
    one_thread_each()
    sources = [str(corpus)] if isinstance(corpus, str | Path) else [str(source) for source in corpus]
    folder = Path(output)
    inputs = _at_least_one(_foreign(read(sources, **columns), folder))
    progress, told = Progress(), report or _untold
    path, made_with = folder / LEDGER, program_fingerprint(model, min_confidence)
    settings = {"model": model, "min_confidence": min_confidence, "base_iri": base_iri, "text": text}
    with held(folder):
        with Ledger.open(path, fingerprint=made_with, fresh=fresh) as ledger:
            progress.rebuilt, progress.damaged = ledger.rebuilt, ledger.damaged
            intake = Intake(ledger.articles(), sources, progress)
            new = intake.new(inputs)
            every = findings(new, model=model, min_confidence=min_confidence, engine=engine, workers=workers)
            _fill(ledger, intake, _without_faults(every, progress), progress, told)
        graph = EventGraph(Ledger.read(path), tuple(refusal.reason for refusal in progress.refused))
        write_outputs(graph, folder, progress, settings | {"evidence": evidence}, rdf, evidence)
    told(progress)
    return graph


def _fill(ledger: Ledger, intake: Intake, every: Iterable[Findings], progress: Progress, told: Report) -> None:
    """Put what is found into a ledger, and take out what the corpus no longer holds."""
    for found in every:
        ledger.put(found.article, found.actors, found.events)
        progress.done += 1
        told(progress)
    gone = intake.gone()
    ledger.remove(gone)
    progress.removed = len(gone)
    ledger.finish()


def extract(
    text: str,
    *,
    date: str | None = None,
    doc: str = "text",
    model: str = DEFAULT_MODEL,
    min_confidence: float = MIN_CONFIDENCE,
) -> EventGraph:
    """Return the event graph of one text; `date` is its ISO date, which relative dates count from.

    Raises CeilingError where the text takes more time or memory than any may.
    """
    one_thread_each()
    article = Article(doc, text, doc, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), date=date)
    progress = Progress()
    found = list(_without_faults(findings([article], model=model, min_confidence=min_confidence), progress))
    if progress.refused:
        raise CeilingError(progress.refused[0].reason)
    return EventGraph(
        Found([article], (actor for f in found for actor in f.actors), (event for f in found for event in f.events))
    )


def extract_files(
    sources: Iterable[str],
    *,
    date: str | None = None,
    model: str = DEFAULT_MODEL,
    min_confidence: float = MIN_CONFIDENCE,
    progress: Progress | None = None,
    **columns: Any,
) -> Iterator[Event]:
    """Yield the events of files, folders, patterns or "-" without a build; `date` is for articles that bear none.

    `columns` are the options of `graphbuild.read.read`. What was set aside and guessed stands in `progress`. Raises
    ReadError where no article at all can be read.
    """
    from graphbuild.read import read

    one_thread_each()
    progress = progress or Progress()
    taken = progress.take(_at_least_one(read(sources, **columns)))
    articles = (replace(article, date=article.date or date) for article in taken)
    every = findings(articles, model=model, min_confidence=min_confidence)
    for found in _without_faults(every, progress):
        yield from found.events


def open_graph(output: str | Path) -> EventGraph:
    """Open a finished build by its folder or its graph.sqlite; raises LedgerError where there is none."""
    path = Path(output)
    return EventGraph(Ledger.read(path / LEDGER if path.is_dir() or not path.suffix else path))


def _untold(_: Progress) -> None:
    pass


def _without_faults(every: Iterable[Findings], progress: Progress) -> Iterator[Findings]:
    """Yield the findings; an article that costs more than any may is set aside and named."""
    from graphbuild.read.draft import refuse

    for found in every:
        if found.fault is None:
            yield found
        else:
            why = f"the article {found.article.id} {found.fault}; it is set aside, see docs/reading.md"
            progress.refused.append(refuse(found.article.path, why))


def _foreign(inputs: Iterable[Article | Refusal], folder: Path) -> Iterator[Article | Refusal]:
    """Leave out what a build has written itself, where its folder lies in that of the corpus."""
    own = {os.path.realpath(folder / name) for name in written_files()}
    return (item for item in inputs if os.path.realpath(file_of(item.path)) not in own)


def _at_least_one(inputs: Iterator[Article | Refusal]) -> Iterator[Article | Refusal]:
    """Return the same inputs; raises ReadError where there is no article, before anything else is touched."""
    first = []
    for item in inputs:
        first.append(item)
        if isinstance(item, Article):
            return chain(first, inputs)
    reasons = [item.reason for item in first if not isinstance(item, Article)] or [
        "name a file, a folder, a pattern or -"
    ]
    more = f"; and {len(reasons) - _NAMED} more" if len(reasons) > _NAMED else ""
    raise ReadError(f"no article could be read: {'; '.join(reasons[:_NAMED])}{more}")
