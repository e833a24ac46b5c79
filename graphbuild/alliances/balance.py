"""Balance of triads, as a description: a friend's friend, a friend's enemy, and who is caught between."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.signs import signed

# by the number of hostile ties
PATTERNS = ("all friends", "torn friend", "two against one", "all enemies")


@dataclass(frozen=True, slots=True, order=True)
class Triad:
    """Three actors with a tie between each two; `pattern` is one of PATTERNS, by id."""

    actors: tuple[str, str, str]
    pattern: str

    @property
    def balanced(self) -> bool:
        """Whether the friend of each friend is a friend and the enemy of each enemy too (Cartwright, Harary 1956)."""
        return self.pattern in (PATTERNS[0], PATTERNS[2])


def triads(dyads: nx.Graph) -> list[Triad]:
    """Return all triangles of friendly and hostile ties, by id. Mixed pairs and mere contacts make none."""
    graph = signed(dyads)
    signs = {actor: {other: data["sign"] for other, data in near.items()} for actor, near in graph.adjacency()}
    found = []
    for one, other in sorted(tuple(sorted(pair)) for pair in graph.edges):
        for third in sorted(signs[one].keys() & signs[other].keys()):
            if third > other:
                three = [signs[a][b] for a, b in ((one, other), (one, third), (other, third))]
                found.append(Triad((one, other, third), PATTERNS[three.count(-1)]))
    return found
