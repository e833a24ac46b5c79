"""graphbuild extract: texts to events, without a build."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.console import columns, cut, leave, say, tell
from graphbuild.intake import Progress
from graphbuild.pipeline import extract_files

if TYPE_CHECKING:
    from graphbuild.model import Argument, Event

_CELLS = (
    "id",
    "doc",
    "source",
    "target",
    "type",
    "factuality",
    "trigger",
    "attribution",
    "time",
    "place",
    "confidence",
)
_RARE = ("says", "time")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...|-]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "table", "csv"]),
    default="jsonl",
    show_default=True,
    help="How the events are written.",
)
@click.option("--date", callback=options.iso_date, metavar="YYYY-MM-DD", help="Date of texts that bear none.")
@options.model
@options.min_confidence
@options.reading
def extract(
    files: tuple[str, ...],
    format_: str,
    date: str | None,
    model: str,
    min_confidence: float,
    **reading: str | None,
) -> None:
    """Write the events of texts to standard output: files, folders, or - for standard input."""
    if not files and sys.stdin.isatty():
        raise click.UsageError("name a file, or pipe a text in:  echo 'Paris a salué Berlin.' | graphbuild extract")
    progress = Progress()
    events = extract_files(
        files or ("-",),
        date=date,
        model=model,
        min_confidence=min_confidence,
        progress=progress,
        **options.given(reading),
    )
    first = next(events, None)
    if first is not None:
        for line in _FORMATS[format_](chain([first], events)):
            click.echo(line)
    tell(progress)
    if first is None:
        say("no event was found")
    leave(progress)


def _jsonl(events: Iterable[Event]) -> Iterator[str]:
    from graphbuild.export.jsonl import line

    return map(line, events)


def as_csv(events: Iterable[Event]) -> Iterator[str]:
    """Yield a header and a row an event; no cell can act as a formula."""
    from graphbuild.export.csv import cell

    yield _row([*_CELLS, "sentence"])
    for event in events:
        yield _row([value if isinstance(value, float) else cell(value) for value in _values(event)])


def _row(values: list[str] | list[str | float]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(values)
    return text.getvalue()


def _values(event: Event) -> Iterator[str | float]:
    for name in _CELLS:
        value = getattr(event, name)
        if isinstance(value, tuple):
            yield names(value, " | ")
        elif isinstance(value, float):
            yield value
        else:
            yield getattr(value, "name", value) or ""
    yield event.sentence


def as_table(events: Iterable[Event]) -> Iterator[str]:
    """Yield the table; who says it and when have a column only where an event tells."""
    told = [_told(event) for event in events]
    heads = [head for head in told[0] if head not in _RARE or any(row[head] for row in told)]
    yield columns([heads, *([row[head] for head in heads] for row in told)])


def _told(event: Event) -> dict[str, str]:
    return {
        "source → target": f"{names(event.source)} {'↔' if event.symmetric else '→'} {names(event.target)}",
        "type": event.type,
        "factuality": event.factuality,
        "says": cut(event.attribution.name, 40) if event.attribution else "",
        "time": event.time or "",
        "trigger": cut(event.trigger, 24),
        "sure": f"{event.confidence:.2f}",
        "sentence": cut(event.sentence, 70),
    }


def names(arguments: Iterable[Argument], between: str = ", ") -> str:
    """Return the names of one side."""
    return between.join(cut(argument.name, 40) for argument in arguments)


_FORMATS = {"jsonl": _jsonl, "table": as_table, "csv": as_csv}
