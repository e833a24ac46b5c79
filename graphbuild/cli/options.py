"""The options that several commands share."""

from __future__ import annotations

import datetime

import click

from graphbuild.parse import DEFAULT_MODEL
from graphbuild.pipeline import MIN_CONFIDENCE

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


def iso_date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return a day as YYYY-MM-DD; anything else is wrong usage."""
    try:
        return value and datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-08-15") from None
