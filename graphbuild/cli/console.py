"""What people read: messages on standard error, and text made safe to show in a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import click

from graphbuild.intake import Progress

_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")
SET_ASIDE = 3
# The library names its parameters; on the command line they are options.
_PARAMETER = re.compile(r"\bwith (\w+)_column\b")


def say(message: str) -> None:
    """Tell one line on standard error."""
    told = _PARAMETER.sub(r"with --\1-column", message)
    click.echo(f"graphbuild: {visible(told)}", err=True)


def tell(progress: Progress) -> None:
    """Tell notes and refusals, a line each."""
    for message in (*progress.notes, *(refusal.reason for refusal in progress.refused)):
        say(message)


def leave(progress: Progress) -> None:
    """Leave with exit code 3 where an input was set aside."""
    if progress.refused:
        click.get_current_context().exit(SET_ASIDE)


def visible(text: str) -> str:
    r"""Return the text with every character that a terminal obeys or hides written as an escape.

    >>> visible("a\x1b[2Jb\u202ec")
    'a\\x1b[2Jb\\u202ec'
    """
    return "".join(_escape(c) if unicodedata.category(c) in _UNSEEN else c for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def cut(text: str, most: int) -> str:
    """Return the text on one line, cut at `most` characters."""
    line = " ".join(visible(text.replace("\n", " ")).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> str:
    """Return rows as aligned plain text, the last column as long as it is."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    lines = (
        gap.join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
