"""The weights of the traits, a readable table, and the scale that makes a score a probability.

data/weights.csv is fitted on annotated articles by benchmarks/fit_confidence.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from operator import mul

from graphbuild.lexicon.rows import read_rows

SCALE, SHIFT = "calibration.scale", "calibration.shift"
STEEPEST = 30.0


@cache
def weights() -> dict[str, float]:
    """Return the weight of every trait, and the scale and shift of the calibration."""
    return {row["trait"]: row.number("weight") for row in read_rows("weights.csv", ("trait", "weight"))}


def score(traits: Mapping[str, float]) -> float:
    """Return the weighted sum of some traits."""
    # fsum: the same sum in whatever order the traits stand, and on every Python
    return math.fsum(map(mul, map(weights().get, traits, repeat(0.0)), traits.values()))


def chances(scores: list[float]) -> list[float]:
    """Return the probability (0…1) of each candidate of a trigger against the others and none (McFadden 1974)."""
    top = max([0.0, *scores])
    odds = [math.exp(one - top) for one in scores]
    total = math.fsum([*odds, math.exp(-top)])
    return [one / total for one in odds]


def calibrated(chance: float) -> float:
    """Return how often a reader signs what was chosen with this probability (Platt 1999)."""
    known = weights()
    least = math.exp(-STEEPEST)
    log_odds = math.log(max(chance, least)) - math.log(max(1 - chance, least))
    return round(1 / (1 + math.exp(-(known.get(SCALE, 1.0) * log_odds + known.get(SHIFT, 0.0)))), 3)


def least_score(confidence: float) -> float:
    """Return the score below which a candidate, were it the only one, stays less sure than `confidence` (0…1)."""
    if not 0 < confidence < 1:
        return math.copysign(math.inf, confidence - 0.5)
    known = weights()
    return (math.log(confidence / (1 - confidence)) - known.get(SHIFT, 0.0)) / known.get(SCALE, 1.0)
