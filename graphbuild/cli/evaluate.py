"""graphbuild evaluate: how good the events are, against a gold file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphbuild.cli import options
from graphbuild.cli.console import columns, cut, leave, say, tell
from graphbuild.intake import Progress
from graphbuild.pipeline import extract_files

if TYPE_CHECKING:
    from graphbuild.evaluate import Pair, Result, Text


@click.command()
@click.argument("gold")
@click.argument("pred", required=False, metavar="[PRED.jsonl]")
@click.option("--text", "folder", required=True, metavar="DIR", help="Folder of the annotated texts (.txt).")
@click.option("--docs", metavar="ID,ID…", help="Only these documents. [default: those with a line in GOLD]")
@click.option("--affiliations", is_flag=True, help="Count LEADS and MEMBER too.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.option("--errors", is_flag=True, help="List every miss and every false edge.")
@options.model
@options.min_confidence
def evaluate(
    gold: str,
    pred: str | None,
    folder: str,
    docs: str | None,
    affiliations: bool,
    as_json: bool,
    errors: bool,
    model: str,
    min_confidence: float,
) -> None:
    """Score events against the gold file GOLD; without PRED.jsonl the texts are read and their events extracted."""
    from graphbuild.evaluate import expand, load_records, load_texts, score

    annotated = list(load_records(gold))
    texts = load_texts(folder)
    read = {record["doc"] for record in annotated}
    chosen = set(docs.split(",")) if docs else read
    _tell_of_unread(gold, (chosen if docs else set(texts)) - read, wanted=bool(docs))
    wanted = expand(annotated, texts, docs=chosen, affiliations=affiliations)
    progress = Progress()
    if pred:
        records = list(load_records(pred))
    else:
        files = [str(Path(folder) / f"{doc}.txt") for doc in sorted(chosen & texts.keys())]
        found = extract_files(files, model=model, min_confidence=min_confidence, progress=progress) if files else ()
        records = [event.to_dict() for event in found]
    result = score(wanted, expand(records, texts, docs=chosen, affiliations=affiliations))
    tell(progress)
    click.echo(_json(result, errors) if as_json else _plain(result, texts, errors))
    leave(progress)


def _tell_of_unread(gold: str, docs: set[str], *, wanted: bool) -> None:
    """Tell of texts without a gold line: whether they are free of events or not annotated, only the user knows."""
    if docs:
        listed = cut(", ".join(sorted(docs)), 60)
        what = "all events there count as false" if wanted else "set aside; to score them too, name them with --docs"
        say(f"{gold} has no line for {listed}: {what}")


def _json(result: Result, errors: bool) -> str:
    values: dict[str, Any] = {level: asdict(figures) for level, figures in result.levels.items()}
    values["given_pair"] = result.given_pair
    if errors:
        values["misses"] = [asdict(pair) for pair in result.misses]
        values["false"] = [asdict(pair) for pair in result.false]
    return json.dumps(values, ensure_ascii=False)


def _plain(result: Result, texts: dict[str, Text], errors: bool) -> str:
    rows = [("", "precision", "recall", "F1", "right", "found", "gold")]
    for level, f in result.levels.items():
        rows.append((level, f"{f.p:.3f}", f"{f.r:.3f}", f"{f.f:.3f}", str(f.tp), str(f.pred), str(f.gold)))
    shares = ", ".join(f"{name} {share:.3f}" for name, share in result.given_pair.items())
    lines = [columns(rows), f"of the matched pairs agree in  {shares}"]
    if errors:
        lines += [_error("MISS ", pair, texts) for pair in result.misses]
        lines += [_error("FALSE", pair, texts) for pair in result.false]
    return "\n".join(lines)


def _error(kind: str, pair: Pair, texts: dict[str, Text]) -> str:
    around = texts[pair.doc].around(pair.start)
    line = f"{kind} {pair.doc}  {' > '.join(pair.names)}  {pair.type} {pair.factuality}  «{pair.trigger}» | {around}"
    return cut(line, 400)
