"""Dates counted back from the article's own: "il y a trois jours", "il y a deux ans", "la semaine dernière"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from graphbuild.qualify.datewords import any_of, date_words

WEEK = 7
MONTHS = 12


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a count of days, weeks, months or years back, and of a week."""
    count = rf"\d{{1,3}}|{any_of('count')}"
    back = re.compile(rf"\bil y a\s+(?:(?:{any_of('about')})\s+)?({count})\s+({any_of('unit')})\b", re.IGNORECASE)
    return back, re.compile(rf"\b({any_of('week')})\b", re.IGNORECASE)


def counted_back(text: str, today: date) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and ISO value of what is counted from `today`, as fine as the words: a day, month or year."""
    back, week = patterns()
    for match in back.finditer(text):
        count = date_words("count").get(match[1].lower()) or int(match[1])
        value = _back(today, count, date_words("unit")[match[2].lower()])
        if value is not None:
            yield match.start(), match.end(), value
    for match in week.finditer(text):
        value = _week(today, date_words("week")[match[1].lower()])
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
