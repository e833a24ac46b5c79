"""How strong? One number a type, from -10 (assault) to +10, replaceable as a table (data/intensity.csv).

The order follows the Goldstein scale (Goldstein 1992) carried over to PLOVER's types.
"""

from __future__ import annotations

from functools import cache

from graphbuild.lexicon.rows import read_rows


@cache
def intensities() -> dict[str, float]:
    """Return the intensity of every type."""
    return {row["type"]: row.number("intensity") for row in read_rows("intensity.csv", ("type", "intensity"))}


def intensity_of(event_type: str) -> float:
    """Return the intensity of an event type, -10…+10."""
    return intensities()[event_type]
