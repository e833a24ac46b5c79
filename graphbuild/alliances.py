"""Who stands with whom and against whom: signed ties between pairs, the strongest of them, and blocs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from random import Random
from typing import Any

import networkx as nx  # type: ignore[import-untyped, unused-ignore]
import numpy as np

MIXED_FROM = 0.25  # the share of the rarer side from which a pair counts as mixed


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """What happened between two actors, the friendly and the hostile counted apart: +5 −5 is not nothing."""

    first: str
    second: str
    friendly: int
    hostile: int
    articles: int = 0

    @property
    def evidence(self) -> int:
        """How many events speak."""
        return self.friendly + self.hostile

    @property
    def kind(self) -> str:
        """friendly, hostile or mixed."""
        if min(self.friendly, self.hostile) >= MIXED_FROM * self.evidence:
            return "mixed"
        return "friendly" if self.friendly > self.hostile else "hostile"

    @property
    def weight(self) -> float:
        """Above 0 friendly, below 0 hostile, damped: the tenth event of a pair tells less than its first."""
        return log2((1 + self.friendly) / (1 + self.hostile))

    @property
    def strength(self) -> int:
        """How clearly the pair is of its kind: the lead of one side, or what both sides of a mixed pair reach."""
        low, high = sorted((self.friendly, self.hostile))
        return low if self.kind == "mixed" else high - low


@dataclass(frozen=True, slots=True)
class Blocs:
    """Actors that stand together, the best-attested first; the others are `unassigned`."""

    members: tuple[tuple[str, ...], ...] = ()
    unassigned: tuple[str, ...] = ()


def ties(dyads: nx.Graph) -> list[Tie]:
    """Return the signed ties by id. Pairs that only a membership or an office joins take no side."""
    counts = ("friendly", "hostile", "articles")
    found = (Tie(*sorted(pair), *(data.get(c, 0) for c in counts)) for *pair, data in dyads.edges(data=True))
    return sorted(tie for tie in found if tie.evidence and tie.first != tie.second)


def ranking(dyads: nx.Graph) -> dict[str, tuple[int, str, str]]:
    """Return a key to sort each actor by: most signed events first, then by name."""
    count: Counter[str] = Counter()
    for tie in ties(dyads):
        count.update({tie.first: tie.evidence, tie.second: tie.evidence})
    return {actor: (-count[actor], str(name or actor), actor) for actor, name in dyads.nodes(data="name")}


def strongest(dyads: nx.Graph, kind: str, most: int = 10) -> list[Tie]:
    """Return the clearest friendly, hostile or mixed pairs; among equals those told by more articles, then by name."""
    rank = ranking(dyads)
    chosen = [tie for tie in ties(dyads) if tie.kind == kind]
    return sorted(chosen, key=lambda t: (-t.strength, -t.articles, rank[t.first][1:], rank[t.second][1:]))[:most]


def choose(dyads: nx.Graph, most: int = 30, at_least: int = 2, groups: bool = False) -> nx.Graph:
    """Return the graph between the best-attested actors, in an order of its own.

    Left out: groups without a proper name unless `groups`, actors in fewer than `at_least` events, all beyond the
    first `most`, and whoever then has no tie to another one shown.
    """
    named = [actor for actor, data in dyads.nodes(data=True) if groups or data.get("kind") != "group"]
    known = [actor for actor in named if dyads.nodes[actor].get("mentions", at_least) >= at_least]
    rank = ranking(dyads.subgraph(known))
    first = set(sorted(rank, key=rank.__getitem__)[:most])
    shown = [tie for tie in ties(dyads) if {tie.first, tie.second} <= first]
    graph = nx.Graph()
    graph.add_nodes_from((a, dyads.nodes[a]) for a in sorted({a for tie in shown for a in (tie.first, tie.second)}))
    graph.add_edges_from((tie.first, tie.second, dyads.edges[tie.first, tie.second]) for tie in shown)
    return graph


def blocs(dyads: nx.Graph, *, at_least: int = 3, starts: int = 20, seed: int = 0) -> Blocs:
    """Return the blocs of a graph: the best signed modularity of several seeded starts.

    Actors with fewer than `at_least` signed events are left unassigned. A bloc hangs together by friendly ties and
    so has two members or more: a shared enemy alone makes no ally.
    """
    rank = ranking(dyads)
    actors = sorted(actor for actor in dyads if -rank[actor][0] >= at_least)
    kept = ties(dyads.subgraph(actors))
    label = dict(zip(actors, _best_partition(actors, kept, starts, seed), strict=True))
    friends = nx.Graph((t.first, t.second) for t in kept if t.weight > 0 and label[t.first] == label[t.second])
    members = [tuple(sorted(bloc, key=rank.__getitem__)) for bloc in nx.connected_components(friends)]
    members.sort(key=lambda bloc: (sum(rank[actor][0] for actor in bloc), rank[bloc[0]]))
    return Blocs(tuple(members), tuple(sorted(set(dyads).difference(*members), key=rank.__getitem__)))


def _best_partition(actors: Sequence[str], kept: Sequence[Tie], starts: int, seed: int) -> list[int]:
    """Signed modularity (Gómez, Jensen, Arenas 2009): each sign has a null model of its own."""
    place = {actor: number for number, actor in enumerate(actors)}
    gain = np.zeros((len(actors), len(actors)))
    ends = [place[tie.first] for tie in kept], [place[tie.second] for tie in kept]
    for sign, counts in ((1, [tie.friendly for tie in kept]), (-1, [tie.hostile for tie in kept])):
        layer = np.zeros_like(gain)
        layer[ends] = np.log2(np.add(1, counts))
        layer += layer.T
        degree = layer.sum(axis=0)
        gain += sign * (layer - np.outer(degree, degree) / max(degree.sum(), 1))
    found = [_louvain(gain, Random(seed + start)) for start in range(starts)]
    return max(found, key=lambda labels: round(float(gain[np.equal.outer(labels, labels)].sum()), 9), default=[])


def _louvain(gain: Any, chance: Random) -> list[int]:
    """Move actors between blocs while that gains, then whole blocs, until nothing moves."""
    labels = np.arange(len(gain))
    while True:
        moved, before = np.arange(len(gain)), b""
        while moved.tobytes() != before:
            before = moved.tobytes()
            for i in chance.sample(range(len(gain)), len(gain)):
                gains = np.bincount(moved, weights=gain[i], minlength=len(gain))
                gains[moved[i]] -= gain[i, i]
                if gains.max() > gains[moved[i]] + 1e-9:
                    moved[i] = gains.argmax()
        names, moved = np.unique(moved, return_inverse=True)
        labels = moved[labels]
        if len(names) == len(gain):
            return [int(label) for label in labels]
        member = np.equal.outer(moved, np.arange(len(names))).astype(float)
        gain = member.T @ gain @ member
