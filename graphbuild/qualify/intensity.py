"""How strong? One number a type, from -10 (assault) to +10, replaceable as a table (data/intensity.csv).

The order follows the Goldstein scale (Goldstein 1992) carried over to PLOVER's types.
"""

from __future__ import annotations

from functools import cache

from graphbuild.lexicon.rows import read_rows


@cache
def _table() -> dict[str, float]:
    return {row["type"]: float(row["intensity"]) for row in read_rows("intensity.csv", ("type", "intensity"))}


def intensity_of(event_type: str) -> float:
    """Return the intensity of an event type, -10…+10."""
    return _table()[event_type]
