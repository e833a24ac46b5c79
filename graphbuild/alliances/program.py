"""The frustration index as an integer program."""

from __future__ import annotations

from collections import defaultdict
from math import ceil

import networkx as nx  # type: ignore[import-untyped, unused-ignore]
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

NODES = 5000  # of the search tree: a limit that no clock decides


def program(graph: nx.Graph, actors: list[str]) -> tuple[dict[str, bool], int]:
    """Return the best split found by branch and bound, and how many ties any split leaves wrong at least.

    After Aref, Mason and Wilson (2020): a variable for the camp of each actor and one for each tie, which is 1 where
    the tie is wrong. The best-connected actor is put into the first camp, and in each unbalanced triangle one tie is
    wrong. scipy hands it to HiGHS.
    """
    place = {actor: number for number, actor in enumerate(actors)}
    ties = sorted((place[one], place[other], sign) for one, other, sign in graph.edges(data="sign"))
    many, size = len(ties), len(actors) + len(ties)
    rows, columns, values = [], [], []
    low = np.empty(2 * many)
    for number, (one, other, sign) in enumerate(ties):
        # a friendly tie is wrong by x - y and by y - x, a hostile one by x + y - 1 and by 1 - x - y
        for row, way in ((2 * number, 1), (2 * number + 1, -1)):
            rows += [row] * 3
            columns += [len(actors) + number, one, other]
            values += [1, -way, way * sign]
            low[row] = 0 if sign > 0 else -way
    triangles = _unbalanced(ties)
    for row, sides in enumerate(triangles, start=2 * many):
        rows += [row] * 3
        columns += [len(actors) + side for side in sides]
        values += [1] * 3
    matrix = coo_array((values, (rows, columns)), shape=(2 * many + len(triangles), size))
    low = np.r_[low, np.ones(len(triangles))]
    floor = np.zeros(size)
    floor[max(range(len(actors)), key=lambda number: graph.degree[actors[number]])] = 1
    cost = np.r_[np.zeros(len(actors)), np.ones(many)]
    whole = np.r_[np.ones(len(actors)), np.zeros(many)]
    limits = LinearConstraint(matrix.tocsr(), low, np.inf)
    found = milp(cost, constraints=limits, integrality=whole, bounds=Bounds(floor, 1), options={"node_limit": NODES})
    split = np.zeros(size) if found.x is None else found.x
    bound = 0 if found.mip_dual_bound is None else max(0, ceil(found.mip_dual_bound - 1e-6))
    return {actor: bool(split[number] > 0.5) for actor, number in place.items()}, bound


def _unbalanced(ties: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the triangles of an odd number of hostile ties, as numbers of their ties."""
    at: dict[int, dict[int, int]] = defaultdict(dict)
    for number, (one, other, _) in enumerate(ties):
        at[one][other] = at[other][one] = number
    found = []
    for number, (one, other, sign) in enumerate(ties):
        for third in sorted(at[one].keys() & at[other].keys()):
            sides = number, at[one][third], at[other][third]
            if number == min(sides) and sign * ties[sides[1]][2] * ties[sides[2]][2] < 0:
                found.append(sides)
    return found
