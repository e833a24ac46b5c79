"""The options that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import click

from graphbuild.model import SURE
from graphbuild.parse import DEFAULT_MODEL
from graphbuild.pipeline import MIN_CONFIDENCE
from graphbuild.rdfsettings import DEFAULT_BASE

output = click.option("-o", "--output", default="output", show_default=True, help="Folder of the build.")
model = click.option(
    "--model",
    default=DEFAULT_MODEL,
    show_default=True,
    metavar="NAME",
    help="French spaCy pipeline: a package or a path.",
)
min_confidence = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=MIN_CONFIDENCE,
    show_default=True,
    metavar="X",
    help="Leave out events less sure than this (0 to 1).",
)

base_iri = click.option(
    "--base-iri",
    default=DEFAULT_BASE,
    show_default=True,
    metavar="IRI",
    help="What all addresses in the RDF begin with; ends in /.",
)
no_text = click.option("--no-text", is_flag=True, help="Leave the sentences out of the RDF; offsets and hashes stay.")

INCLUDED = ("planned", "possible", "reported")
_COLUMNS = ("text", "title", "date", "source", "url", "id")


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add how files are read: names of columns, and the encoding. What is not given comes as None."""
    command = click.option("--encoding", metavar="NAME", help="Encoding of all files, where the guess is wrong.")(
        command
    )
    for name in reversed(_COLUMNS):
        help_ = f"Column (CSV) or key (JSON lines) of the {name}. [default: {name}]"
        command = click.option(f"--{name}-column", metavar="NAME", help=help_)(command)
    return command


def given(options: dict[str, str | None]) -> dict[str, str]:
    """Return the options that the user has set."""
    return {name: value for name, value in options.items() if value is not None}


def scope(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add which events are looked at, named as the fields of alliances.Scope."""
    for option in reversed(
        (
            click.option("--since", callback=iso_date, metavar="DAY", help="Not before this day (2025-08-15)."),
            click.option("--until", callback=iso_date, metavar="DAY", help="Not after this day."),
            click.option("--source", metavar="NAME", help="Only what this outlet tells."),
            click.option(
                "--include", callback=several(INCLUDED), metavar="KIND,…", help="Count planned, possible, reported too."
            ),
            click.option("--roll-up", "states", type=click.Choice(["states"]), callback=lambda *given: bool(given[2]),
                         help="Count whoever acts for a state as that state."),
            click.option("--min-confidence", type=click.FloatRange(0, 1), default=SURE, show_default=True, metavar="X",
                         help="How sure an event must be to count."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def several(known: tuple[str, ...]) -> Callable[..., tuple[str, ...]]:
    """Return the callback of an option that takes several of these words, with commas between."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(part.strip() for part in (value or "").split(",") if part.strip()))
        for part in chosen:
            if part not in known:
                raise click.BadParameter(f"{part!r} is none of {', '.join(known)}")
        return chosen

    return read


def in_order(since: str | None, until: str | None) -> None:
    """Refuse a span that ends before it begins."""
    if since and until and since > until:
        raise click.UsageError(f"--since {since} comes after --until {until}")


def iso_date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return a day as YYYY-MM-DD; anything else is wrong usage."""
    try:
        return value and datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-08-15") from None
