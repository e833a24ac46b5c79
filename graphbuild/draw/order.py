"""In which order a matrix shows its actors: bloc after bloc, and within a bloc those beside each other who are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from graphbuild.alliances import Blocs, Tie


def ordered(blocs: Blocs, ties: Sequence[Tie]) -> list[tuple[str, ...]]:
    """Return the actors of each bloc in order, and at the end those that have none.

    Alike are actors whose ties to all others are; the order is the best one that the tree of an average-linkage
    clustering allows (optimal leaf ordering, Bar-Joseph, Gifford and Jaakkola 2001).
    """
    actors = sorted({actor for bloc in (*blocs.members, blocs.unassigned) for actor in bloc})
    place = {actor: number for number, actor in enumerate(actors)}
    weights = np.zeros((len(actors), len(actors)))
    for tie in ties:
        one, other = place[tie.first], place[tie.second]
        weights[one, other] = weights[other, one] = tie.weight

    def alike(bloc: Sequence[str]) -> Iterator[str]:
        rows = weights[[place[actor] for actor in bloc]]
        return (bloc[number] for number in _leaves(rows))

    return [tuple(alike(bloc)) for bloc in (*blocs.members, blocs.unassigned) if bloc]


def _leaves(rows: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> Sequence[int]:
    from scipy.cluster.hierarchy import leaves_list, linkage

    if len(rows) < 3:
        return range(len(rows))
    return [int(leaf) for leaf in leaves_list(linkage(rows, "average", optimal_ordering=True))]
