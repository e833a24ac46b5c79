"""What a picture has to say; the texts stand in french.py and english.py, those with braces are filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NB = "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of the pictures in one language."""

    decimal: str
    first_of_month: str
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    # titles and legends
    titles: dict[str, str]
    of_actors: str
    ties: str
    kinds: dict[str, str]
    width: str
    size: str
    blocs: str
    bloc: str
    more_blocs: str
    coreless: str
    wavering: str
    no_bloc: str
    intensity: str
    cells: str
    number: str
    unknown: str
    mixed_cell: str
    contact_cell: str
    core_frame: str
    bloc_frame: str
    sides: dict[str, str]
    counts: str
    counts_read: str
    of_which: str
    more_unshown: str
    friendly: str
    hostile: str
    actions: dict[str, str]
    contacts: str
    articles: str
    no_dated_article: str
    # where there is nothing to draw
    empty: str
    no_ties: str
    nothing_dated: str
    # captions
    corpus: str
    from_to: str
    on: str
    undated_articles: str
    rule: str
    included: dict[str, str]
    both: str
    since: str
    until: str
    source: str
    states: str
    left_events: str
    shown: str
    undated_shown: str
    left_actors: str
    groups: str
    rare: str
    other: str
    caution: str
    counted: str
    unplaced: str
    vague: dict[str, str]
    undated: str
    outside: str

    def decimals(self, value: float) -> str:
        """Return a number with the decimal sign of the language, and a true minus."""
        return f"{value:g}".replace(".", self.decimal).replace("-", "−")

    def day(self, iso: str) -> str:
        """Return a date as one writes it; a text that is no date comes back as it is."""
        try:
            when = date.fromisoformat(iso)
        except ValueError:
            return iso
        return f"{self.in_month(when.day)}{NB}{self.months[when.month - 1]}{NB}{when.year}"

    def in_month(self, day: int) -> str:
        """Return the day of a month as one says it."""
        return self.first_of_month if day == 1 else str(day)

    def period(self, days: list[str]) -> str:
        """Return the first and the last of these ISO days in words; nothing where there is none."""
        if not days:
            return ""
        first, last = min(days), max(days)
        return (self.on if first == last else self.from_to).format(first=self.day(first), last=self.day(last))


def words(language: str) -> Words:
    """Return the texts in French, or in English for every other language."""
    from graphbuild.draw.english import ENGLISH
    from graphbuild.draw.french import FRENCH

    return FRENCH if language.lower().startswith("fr") else ENGLISH
