"""When an article was published: its metadata, else its file name, else the head of its text."""

from __future__ import annotations

import datetime
import re
from functools import cache

from graphbuild.read.cues import month_pattern, months
from graphbuild.read.dateline import dated_stretch
from graphbuild.read.draft import scalar
from graphbuild.text import fold

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*$")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")


@cache
def _written() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d{{1,2}})(?:\s?er)?\s+({month_pattern()})\s+(\d{{4}})(?!\d)", re.IGNORECASE)


def publication_date(given: object, name: str, text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the ISO date of an article and notes; `given` is the date of its metadata, if any."""
    date = parse(given)
    if date:
        return date, ()
    notes = () if given is None or given == "" else ("the date of its metadata is not understood",)
    return from_name(name) or from_head(text), notes


def parse(value: object) -> str | None:
    """Return a metadata value as an ISO date; a French numeric date is day, month, year.

    >>> parse("15/08/2025"), parse("Publié le 3 mars 2024"), parse("2025-08-15T10:00:00Z")
    ('2025-08-15', '2024-03-03', '2025-08-15')
    """
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    text = (scalar(value) or "")[:100]
    match = _ISO.match(text) or _COMPACT.match(text)
    return iso(*match.groups()) if match else find(text)


def find(text: str) -> str | None:
    """Return the first full date that a French text writes, as an ISO date."""
    found: list[tuple[int, str]] = []
    for match in _written().finditer(text):
        date = iso(match[3], str(months()[fold(match[2]).rstrip(".")]), match[1])
        found += [(match.start(), date)] if date else []
    for match in _NUMERIC.finditer(text):
        date = iso(match[4], match[3], match[1])
        found += [(match.start(), date)] if date else []
    return min(found)[1] if found else None


def from_name(name: str) -> str | None:
    """Return the date that a file name holds.

    >>> from_name("2017_10_22-001"), from_name("20250815"), from_name("d01")
    ('2017-10-22', '2025-08-15', None)
    """
    dates = (iso(m[1], m[3], m[4]) for m in _IN_NAME.finditer(name))
    return next((date for date in dates if date), None)


def from_head(text: str) -> str | None:
    """Return the date that the first lines give: a dateline, a line of publication, or the end of a dated title."""
    lines = [line for line in text[:4000].split("\n") if line.strip()][:8]
    for line in lines:
        date = find(dated_stretch(line))
        if date:
            return date
    return None


def iso(year: str, month: str, day: str) -> str | None:
    """Return an ISO date, or None where the calendar has no such day or no newspaper had that year."""
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.isoformat() if 1800 <= date.year < 2100 else None
