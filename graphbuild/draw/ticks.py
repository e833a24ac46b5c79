"""Days marked on an axis, in words of the picture's own language and not of the machine's."""

from __future__ import annotations

from datetime import date

from graphbuild.draw.bins import By, after, bin_of
from graphbuild.draw.words import Words

ROOM = 14
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


def ticks(first: date, end: date, by: By, say: Words) -> list[tuple[date, str]]:
    """Return at most fourteen days from `first` to before `end`, each with its label; the year where it changes."""
    if by == "week" and (end - first).days <= 7 * 4 * ROOM:
        days = _weeks(first, end)
        labels = [f"{say.in_month(day.day)} {say.short_months[day.month - 1]}" for day in days]
    else:
        days, step = _months(first, end)
        labels = [str(day.year) if step >= 12 else say.short_months[day.month - 1] for day in days]
        if step >= 12:
            return list(zip(days, labels, strict=True))
    years = [None, *(day.year for day in days)]
    told = [
        f"{text}\n{day.year}" if day.year != year else text
        for day, text, year in zip(days, labels, years, strict=False)
    ]
    return list(zip(days, told, strict=True))


def _weeks(first: date, end: date) -> list[date]:
    step = -(-(end - first).days // (7 * ROOM))
    return [after(first, "week", step * n) for n in range(ROOM) if after(first, "week", step * n) < end]


def _months(first: date, end: date) -> tuple[list[date], int]:
    """Return first days of months, a round number of months apart, and that number."""
    start = bin_of(first, "month")
    span = (end.year - start.year) * 12 + end.month - start.month
    step = next((step for step in MONTHS if span / step <= ROOM), MONTHS[-1])
    months = range(start.year * 12, end.year * 12 + 12)
    days = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in days if first <= day < end], step
