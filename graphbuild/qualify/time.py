"""When? Dates written out, and dates relative to the article's own ("vendredi dernier", "le mois prochain")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from graphbuild.lexicon.rows import read_rows
from graphbuild.qualify.ago import counted_back
from graphbuild.qualify.datewords import any_of, date_words

HALF_A_YEAR = 6
SENTENCES = 16
"""Events of one sentence follow each other."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: its place in the text it was found in, and its ISO value."""

    start: int
    end: int
    value: str


@cache
def _months() -> dict[str, int]:
    return {row["name"]: int(row.number("month")) for row in read_rows("lexicons/fr/months.csv", ("name", "month"))}


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a date written out, of a relative one, and of a year alone."""
    months = "|".join(sorted((re.escape(m) for m in _months()), key=len, reverse=True))
    weekdays = any_of("weekday")
    relative, shifts = any_of("day", "month", "year"), any_of("shift")
    number = rf"\d{{1,2}}|{any_of('ordinal')}"
    day = rf"({number})(?:\s*(?:,|-|{any_of('between_days')})\s*(?:(?:{any_of('before_day')})\s+)?(?:{number}))*"
    written = re.compile(rf"\b(?:{day}\s+)?({months})\b\.?(?:\s+((?:19|20)\d\d))?(?:\s+({shifts}))?", re.IGNORECASE)
    spoken = re.compile(rf"\b(?:({weekdays})(?:\s+({shifts}))?|({relative}))\b", re.IGNORECASE)
    year = re.compile(rf"\b(?:{any_of('before_year')})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
    return written, spoken, year


@lru_cache(SENTENCES)
def dates_in(sentence: str, published: str | None, *, ahead: bool = False) -> tuple[Dated, ...]:
    """Return the date expressions of a sentence with their ISO values, in text order.

    `published` is the article's ISO date; without it relative dates have no value and are left out. `ahead` reads a
    bare weekday as the one to come.
    """
    reference = _as_date(published)
    written, spoken, year = patterns()
    found: list[Dated] = []
    for match in written.finditer(sentence):
        value = _written(match, reference)
        if value:
            found.append(Dated(match.start(), match.end(), value))
    taken = [(d.start, d.end) for d in found]
    for match in spoken.finditer(sentence):
        value = _spoken(match, reference, ahead) if reference else None
        if value and not any(start - 2 <= match.end() and match.start() < end for start, end in taken):
            found.append(Dated(match.start(), match.end(), value))
    found += [Dated(*told) for told in counted_back(sentence, reference)] if reference else []
    for match in year.finditer(sentence):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Dated(match.start(1), match.end(1), match.group(1)))
    return tuple(sorted(found, key=lambda dated: dated.start))


def _as_date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def _written(match: re.Match[str], reference: date | None) -> str | None:
    day, month_name, year, shift = match.groups()
    month = _months()[month_name.lower()]
    if day is None and year is None and (reference is None or not _is_month_phrase(match)):
        return None
    if year is None:
        if reference is None:
            return None
        year = str(_nearest_year(reference, month, date_words("shift").get((shift or "").lower(), 0)))
    if day is None:
        return f"{year}-{month:02d}"
    number = date_words("ordinal").get(day.lower()) or int(day)
    try:
        return date(int(year), month, number).isoformat()
    except ValueError:
        return None


def _is_month_phrase(match: re.Match[str]) -> bool:
    """ "mars" alone may be a planet or a verb form; "en mars", "mars dernier" is a month."""
    return match.group(4) is not None or _before_month().search(match.string, 0, match.start()) is not None


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('before_month')})\s*$", re.IGNORECASE)


def _nearest_year(reference: date, month: int, shift: int) -> int:
    distance = month - reference.month
    if shift < 0:
        return reference.year - (distance > 0)
    if shift > 0:
        return reference.year + (distance < 0)
    if distance > HALF_A_YEAR:
        return reference.year - 1
    return reference.year + (distance < -HALF_A_YEAR)


def _spoken(match: re.Match[str], reference: date, ahead: bool) -> str:
    weekday, shift, relative = match.groups()
    if weekday:
        direction = date_words("shift").get((shift or "").lower(), int(ahead))
        return _weekday(reference, date_words("weekday")[weekday.lower()], direction)
    word = relative.lower()
    if word in date_words("day"):
        return (reference + timedelta(days=date_words("day")[word])).isoformat()
    if word in date_words("month"):
        index = reference.year * 12 + reference.month - 1 + date_words("month")[word]
        return f"{index // 12}-{index % 12 + 1:02d}"
    return str(reference.year + date_words("year")[word])


def _weekday(reference: date, weekday: int, shift: int) -> str:
    """A bare weekday of a news article lies in the week that ends on the article's own day."""
    back = (reference.weekday() - weekday) % 7
    if shift > 0:
        return (reference + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)).isoformat()
    if shift < 0 and back == 0:
        back = 7
    return (reference - timedelta(days=back)).isoformat()
