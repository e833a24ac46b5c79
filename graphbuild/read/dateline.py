"""Datelines ("3 mars 2024. –", "KIEV (AFP) –") and lines that only tell when an article appeared."""

from __future__ import annotations

import re
from functools import cache

from graphbuild.read.cues import any_of, cues, month_pattern

_LONG = 160
_DASH = r"[–—―-]"


@cache
def _day() -> str:
    """Return a pattern for a date as the French press writes it, its year optional."""
    weekday = any_of(cues("weekday"))
    written = rf"\d{{1,2}}(?:\s?er)?\s+{month_pattern()}(?:\s+\d{{4}})?"
    return rf"(?:{weekday}\s+)?(?:{written}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})(?!\d)"


@cache
def _dateline() -> re.Pattern[str]:
    cue = rf"(?:{any_of(cues('date'))}\s*:?\s*)?"
    clock = r"(?:\s*,?\s*\d{1,2}\s?[h:]\s?(?:\d{2})?)?"
    agency = rf"\(\s*{any_of(cues('agency'))}\b[^()\n]{{0,20}}\)"
    place = r"(?-i:[A-ZÀ-Ý])[\w'’ -]{1,40}?"
    by_day = rf"{cue}{_day()}{clock}(?:,\s*{place}(?:,\s*[\w'’ -]{{2,40}}?)?)?(?:\s*{agency})?"
    by_place = rf"{place}(?:\s*\([^()\n]{{2,20}}\))?\s*,\s*(?:le\s+)?{_day()}(?:\s*{agency})?"
    by_agency = rf"(?:{place}\s*)?{agency}"
    return re.compile(rf"\s*(?:{by_day}|{by_place}|{by_agency})\s*[.:]?\s*{_DASH}(?:\s+|$)", re.IGNORECASE)


@cache
def _day_only() -> re.Pattern[str]:
    return re.compile(_day(), re.IGNORECASE)


@cache
def _about_time() -> re.Pattern[str]:
    words = any_of(cues("date") + cues("weekday") + cues("filler"))
    return re.compile(rf"(?<!\w){words}(?!\w)|\d+\s?h\s?\d*|\d+", re.IGNORECASE)


@cache
def _dated_title() -> re.Pattern[str]:
    return re.compile(rf"[:,(–—]\s*(?:le\s+)?({_day()})\)?\s*$", re.IGNORECASE)


def dateline_end(line: str) -> int:
    """Return where the prose begins after a dateline; 0 where the line has none."""
    match = _dateline().match(line[:_LONG])
    return match.end() if match else 0


def is_dated(line: str) -> bool:
    """Tell whether a line says nothing but when the article appeared."""
    if len(line) > _LONG or not _day_only().search(line):
        return False
    rest = _about_time().sub(" ", _day_only().sub(" ", line))
    return not any(c.isalpha() for c in rest)


def dated_stretch(line: str) -> str:
    """Return the part of a line at the head of an article that can date it; "" where there is none."""
    if is_dated(line):
        return line
    title = _dated_title().search(line) if len(line) <= _LONG else None
    return title[1] if title else line[: dateline_end(line)]
