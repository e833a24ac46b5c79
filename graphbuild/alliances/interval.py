"""How far a few counts can be trusted."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959963984540054


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % interval of a share after Wilson (1927); (0, 1) where nothing was counted.

    >>> low, high = wilson(3, 3)
    >>> round(low, 2), round(high, 2)
    (0.44, 1.0)
    """
    if not trials:
        return 0.0, 1.0
    square = Z95 * Z95 / trials
    share = successes / trials
    middle = (share + square / 2) / (1 + square)
    half = Z95 * sqrt(share * (1 - share) / trials + square / trials / 4) / (1 + square)
    # what rounding leaves at the ends is no evidence
    return middle - half if successes else 0.0, middle + half if successes < trials else 1.0
