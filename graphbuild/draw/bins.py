"""Weeks and months: which one a date falls into, and which are marked on an axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

By = Literal["week", "month"]
LONGEST: Final[dict[str, int]] = {"week": 7, "month": 31}
"""How many days a date may cover and still be placed, by its first day."""


def bin_of(day: date, by: By) -> date:
    """Return the first day of the month, or the Monday of the week.

    >>> bin_of(date(2025, 8, 15), "week")
    datetime.date(2025, 8, 11)
    """
    return day.replace(day=1) if by == "month" else day - timedelta(day.weekday())


def after(start: date, by: By, count: int = 1) -> date:
    """Return the first day of the bin that follows so many bins later.

    >>> after(date(2024, 11, 1), "month", 2)
    datetime.date(2025, 1, 1)
    """
    if by == "week":
        return start + timedelta(7 * count)
    month = start.year * 12 + start.month - 1 + count
    return date(month // 12, month % 12 + 1, 1)


def bins(first: date, last: date, by: By) -> Iterator[date]:
    """Yield the first day of every bin from that of `first` to that of `last`."""
    start, end = bin_of(first, by), bin_of(last, by)
    while start <= end:
        yield start
        start = after(start, by)


def placed(when: tuple[str, str], by: By) -> date | None:
    """Return the bin of a date, given as its first and last day; None where it covers more than a bin.

    >>> placed(("2025-08-30", "2025-09-02"), "month")
    datetime.date(2025, 8, 1)
    >>> placed(("2014-01-01", "2014-12-31"), "month")
    """
    first, last = (date.fromisoformat(day) for day in when)
    return bin_of(first, by) if (last - first).days < LONGEST[by] else None


def fitting(first: date, last: date) -> By:
    """Return weeks for up to half a year, months beyond."""
    return "week" if (last - first).days <= 183 else "month"
