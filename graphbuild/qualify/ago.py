"""Dates counted back from the article's own: "il y a trois jours", "il y a deux ans", "la semaine dernière"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from graphbuild.lexicon.rows import read_rows

WEEK = 7
MONTHS = 12


@cache
def _words(kind: str) -> dict[str, int]:
    rows = read_rows("lexicons/fr/ago.csv", ("word", "kind", "value", "origin"))
    return {row["word"]: int(row.number("value")) for row in rows if row["kind"] == kind}


def _any(*kinds: str) -> str:
    words = (re.escape(word) for kind in kinds for word in _words(kind))
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a count of days, weeks, months or years back, and of a week."""
    count = rf"\d{{1,3}}|{_any('count')}"
    back = re.compile(rf"\bil y a\s+(?:(?:{_any('about')})\s+)?({count})\s+({_any('unit')})\b", re.IGNORECASE)
    return back, re.compile(rf"\b({_any('week')})\b", re.IGNORECASE)


def counted_back(text: str, today: date) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and ISO value of what is counted from `today`, as fine as the words: a day, month or year."""
    back, week = patterns()
    for match in back.finditer(text):
        count = _words("count").get(match[1].lower()) or int(match[1])
        value = _back(today, count, _words("unit")[match[2].lower()])
        if value is not None:
            yield match.start(), match.end(), value
    for match in week.finditer(text):
        value = _week(today, _words("week")[match[1].lower()])
        if value is not None:
            yield match.start(), match.end(), value


def _back(today: date, count: int, days: int) -> str | None:
    if days == 1:
        return (today - timedelta(days=count)).isoformat()
    if days == WEEK:
        return (today - timedelta(weeks=count)).isoformat()[:7]
    if days < MONTHS * WEEK:
        index = today.year * MONTHS + today.month - 1 - count
        return f"{index // MONTHS}-{index % MONTHS + 1:02d}"
    return str(today.year - count)


def _week(today: date, shift: int) -> str | None:
    """Return the month of a week, None where it lies in two."""
    monday = today - timedelta(days=today.weekday() - WEEK * shift)
    sunday = monday + timedelta(days=WEEK - 1)
    return monday.isoformat()[:7] if monday.month == sunday.month else None
