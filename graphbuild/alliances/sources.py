"""How sources differ on one pair: the same two actors, seen by each outlet."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.periods import tie_of
from graphbuild.alliances.ties import Tie


@dataclass(frozen=True, slots=True)
class Views:
    """What several outlets tell of a pair: `ties` gives the tie of each, by name of the outlet.

    `spread` is the difference between the highest and the lowest friendly share (0…1); `differ` tells whether the 95 %
    intervals of these two have nothing in common.
    """

    ties: tuple[tuple[str, Tie], ...]
    spread: float
    differ: bool


def views(dyads: nx.Graph) -> list[Views]:
    """Return the pairs of which two outlets or more tell actions that take a side, the widest spread first."""
    found = []
    for *pair, data in dyads.edges(data=True):
        one, other = sorted(pair)
        outlets = sorted({outlet for happening in data["happenings"] for outlet in happening.outlets})
        seen = [(o, tie_of((one, other), [h for h in data["happenings"] if o in h.outlets])) for o in outlets]
        sided = sorted((tie.friendly / tie.sided, outlet, tie) for outlet, tie in seen if tie.sided)
        if len(sided) > 1:
            (low, _, least), (high, _, most) = sided[0], sided[-1]
            found.append(Views(tuple(seen), high - low, least.interval[1] < most.interval[0]))
    return sorted(found, key=lambda v: (not v.differ, -v.spread, v.ties[0][1]))
