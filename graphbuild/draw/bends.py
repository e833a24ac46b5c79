"""Ties as lines that pass by every actor they do not join: straight where that works, else gently bent."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Place = tuple[float, float]

# How far the middle of a line is pulled aside, as a share of its length; the smallest that works is taken.
PULLS = (0.0, *(sign * pull for pull in (0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3) for sign in (1, -1)))
_ALONG = np.linspace(0, 1, 49)[:, None]


class Bends:
    """The lines between actors at these places; `reach` is what each actor keeps clear, `size` that of the sheet."""

    def __init__(self, where: Mapping[str, Place], reach: Mapping[str, float], size: Place) -> None:
        self._number = {actor: number for number, actor in enumerate(where)}
        self._places = np.array(list(where.values()))
        self._reach = np.array([reach[actor] for actor in where])
        self._size = np.array(size)

    def line(self, first: str, second: str) -> Points:
        """Return the points of a line that touches no third actor, or else of the one that touches them least."""
        ends = [self._number[first], self._number[second]]
        start, end = self._places[ends]
        others, reach = np.delete(self._places, ends, axis=0), np.delete(self._reach, ends)
        best, most = _curve(start, end, 0), -np.inf
        for pull in PULLS:
            curve = _curve(start, end, pull)
            room = min(self._room_at_the_edge(curve), _room_between(curve, others, reach))
            if room > most:
                best, most = curve, room
            if room >= 0:
                break
        return best

    def _room_at_the_edge(self, curve: Points) -> float:
        return float(min(curve.min(), (self._size - curve).min()))


def _curve(start: Points, end: Points, pull: float) -> Points:
    """Return a parabola from end to end, its middle pulled aside."""
    across = (end - start)[::-1] * (-1, 1)
    curve: Points = start + _ALONG * (end - start) + 4 * pull * _ALONG * (1 - _ALONG) * across
    return curve.round(4)


def _room_between(curve: Points, others: Points, reach: Points) -> float:
    """Return how clear of the nearest actor a line is: negative where it touches it."""
    x, y = (np.subtract.outer(curve[:, axis], others[:, axis]) for axis in (0, 1))
    return float((np.sqrt(x * x + y * y) - reach).min(initial=np.inf))
