"""What the page says, in French and in English, from words.csv."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

LANGUAGES = ("fr", "en")


@cache
def words() -> dict[str, dict[str, str]]:
    """Return the texts by language and key."""
    text = (files("graphbuild") / "page" / "words.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {language: {row["key"]: row[language] for row in rows} for language in LANGUAGES}
