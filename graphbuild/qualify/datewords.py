"""The words that dates are made of, by kind: weekdays, shifts, numbers, units."""

from __future__ import annotations

import re
from functools import cache

from graphbuild.lexicon.rows import read_rows


@cache
def date_words(kind: str) -> dict[str, int]:
    """Return the words of a kind with their values (lexicons/fr/time.csv)."""
    rows = read_rows("lexicons/fr/time.csv", ("word", "kind", "value", "origin"))
    return {row["word"]: int(row.number("value")) for row in rows if row["kind"] == kind}


def any_of(*kinds: str) -> str:
    """Return a pattern for any word of these kinds, the longest first."""
    words = (re.escape(word) for kind in kinds for word in date_words(kind))
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
