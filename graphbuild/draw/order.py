"""In which order a matrix shows its actors: bloc after bloc, and those beside each other who are alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from graphbuild.alliances import Tie


class Likeness:
    """How alike actors are: those whose ties to all others are."""

    def __init__(self, actors: Iterable[str], ties: Iterable[Tie]) -> None:
        self._place = {actor: number for number, actor in enumerate(sorted(actors))}
        self._weights: NDArray[np.float64] = np.zeros((len(self._place), len(self._place)))
        for tie in ties:
            one, other = self._place[tie.first], self._place[tie.second]
            self._weights[one, other] = self._weights[other, one] = tie.weight

    def ordered(self, group: Sequence[str]) -> list[str]:
        """Return a group with the alike beside each other.

        That is the best order that the tree of an average-linkage clustering allows (optimal leaf ordering,
        Bar-Joseph, Gifford and Jaakkola 2001).
        """
        from scipy.cluster.hierarchy import leaves_list, linkage
        from scipy.spatial.distance import pdist

        if len(group) < 3:
            return list(group)
        apart = pdist(self._weights[[self._place[actor] for actor in group]])
        return [group[leaf] for leaf in leaves_list(linkage(apart, "average", optimal_ordering=True))]
