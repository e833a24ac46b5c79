"""What the format readers hand on: a draft of an article, or an input that was set aside."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.read.encoding import UNFIT, clean

LIMIT = 2_000_000
"""The most bytes that one text, one page or one row may have."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was set aside. `reason` is one line that names the file, the place and the way out."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before its text is cleaned, dated and looked through. `name` becomes the id."""

    name: str
    text: str
    path: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: object = None
    url: str | None = None
    markup: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns (CSV) or keys (JSON lines) that hold the parts of an article."""

    text: str = "text"
    title: str = "title"
    date: str = "date"
    source: str = "source"
    url: str = "url"
    id: str = "id"


def refuse(path: str, why: str) -> Refusal:
    """Return the refusal of `path` as one printable line, whatever the file is called."""
    return Refusal(printable(path), one_line(f"{printable(path)}: {why}"))


def printable(path: str) -> str:
    """Return a path as given, but for control characters and for bytes that are no text."""
    return UNFIT.sub("?", path)


def one_line(text: str) -> str:
    """Return the text on one line, with single spaces and no control characters."""
    return " ".join(clean(text)[0].split())


def scalar(value: object) -> str | None:
    """Return a metadata value on one line; None where it is empty or no plain value."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        return one_line(str(value)) or None
    except ValueError:  # YAML may write a whole number with more digits than Python tells
        return None
