"""The split of a signed network that best puts friends together and enemies apart."""

from __future__ import annotations

from random import Random
from typing import Any

import networkx as nx  # type: ignore[import-untyped, unused-ignore]
import numpy as np

from graphbuild.alliances.ties import ties

Matrix = Any  # numpy's array of floats, square


def partition(dyads: nx.Graph, *, starts: int = 20, seed: int = 0) -> dict[str, int]:
    """Return the camp of every actor: the best signed modularity of several seeded starts.

    It works on squares of all actors: for some hundreds of them, as `blocs` hands it over, not for ten thousand.
    """
    actors = sorted(dyads)
    place = {actor: number for number, actor in enumerate(actors)}
    friendly, hostile = np.zeros((2, len(actors), len(actors)))
    for tie in ties(dyads):
        ends = place[tie.first], place[tie.second]
        friendly[ends], hostile[ends] = tie.friendly, tie.hostile
    return dict(zip(actors, best(gain_of(friendly, hostile), starts, seed), strict=True))


def gain_of(friendly: Matrix, hostile: Matrix) -> Matrix:
    """Return what it gains to have two actors in one camp, from the counts above the diagonal.

    This is the signed modularity of Gómez, Jensen and Arenas (2009): each sign has a null model of its own. Counts are
    damped by a logarithm.
    """
    gain = np.zeros_like(friendly)
    for sign, counts in ((1, friendly), (-1, hostile)):
        layer = np.log2(1 + counts)
        layer += layer.T
        degree = layer.sum(axis=0)
        gain += sign * (layer - np.outer(degree, degree) / max(degree.sum(), 1))
    return gain


def best(gain: Matrix, starts: int, seed: int) -> list[int]:
    """Return the labels of the best of several starts."""
    found = [_louvain(gain, Random(seed + start)) for start in range(starts)]
    return max(found, key=lambda labels: round(float(gain[np.equal.outer(labels, labels)].sum()), 9), default=[])


def _louvain(gain: Matrix, chance: Random) -> list[int]:
    """Move actors between camps while that gains, then whole camps, until nothing moves (Blondel et al. 2008)."""
    labels = np.arange(len(gain))
    while True:
        moved, before = np.arange(len(gain)), b""
        while moved.tobytes() != before:
            before = moved.tobytes()
            for i in chance.sample(range(len(gain)), len(gain)):
                gains = np.bincount(moved, weights=gain[i], minlength=len(gain))
                gains[moved[i]] -= gain[i, i]
                most = gains.argmax()
                if gains[most] > gains[moved[i]] + 1e-9:
                    moved[i] = most
        names, moved = np.unique(moved, return_inverse=True)
        labels = moved[labels]
        if len(names) == len(gain):
            return [int(label) for label in labels]
        member = np.equal.outer(moved, np.arange(len(names))).astype(float)
        gain = member.T @ gain @ member
