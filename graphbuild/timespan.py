"""The first and the last day that a date of graphbuild covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:[T ].*)?")


@lru_cache(maxsize=8192)  # the events of a corpus share its days, and each output asks again
def bounds(when: str | None) -> tuple[str, str] | None:
    """Return the first and the last day as ISO dates, or None where the text is no date.

    >>> bounds("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> bounds("2025-08-10/2025-08")
    ('2025-08-10', '2025-08-31')
    """
    begin, slash, end = (when or "").partition("/")
    first, last = _days(begin), _days(end if slash else begin)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _days(text: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first.isoformat(), first.replace(month=month or 12, day=day or _last_day(first, month)).isoformat()
    except ValueError:
        return None


def _last_day(first: date, month: int | None) -> int:
    return monthrange(first.year, month or 12)[1]
