"""The signed ties of a graph of pairs, the strongest of them, and the actors worth showing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.interval import wilson

Rank = tuple[int, str, str]

MIXED_FROM = 0.25  # the share of the rarer side from which a pair counts as mixed
KINDS = ("friendly", "hostile", "mixed", "contact")


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """What happened between two actors, the friendly and the hostile counted apart: +5 −5 is not nothing.

    `contacts` counts meetings, talks and requests, which take no side; `articles` and `outlets` tell how many bear out
    the sides, or the contacts where there is nothing else.
    """

    first: str
    second: str
    friendly: int
    hostile: int
    articles: int = 0
    contacts: int = 0
    outlets: int = 0

    @property
    def sided(self) -> int:
        """How many actions take a side."""
        return self.friendly + self.hostile

    @property
    def evidence(self) -> int:
        """How many actions there are, contacts included."""
        return self.sided + self.contacts

    @property
    def kind(self) -> str:
        """friendly, hostile, mixed, or contact where nothing takes a side."""
        if not self.sided:
            return "contact"
        if min(self.friendly, self.hostile) >= MIXED_FROM * self.sided:
            return "mixed"
        return "friendly" if self.friendly > self.hostile else "hostile"

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share of friendly actions among those that take a side."""
        return wilson(self.friendly, self.sided)

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out one half: four actions of one side do, three do not."""
        low, high = self.interval
        return low > 0.5 or high < 0.5

    @property
    def weight(self) -> float:
        """Above 0 friendly, below 0 hostile, damped: the tenth action of a pair tells less than its first."""
        return log2((1 + self.friendly) / (1 + self.hostile))

    @property
    def strength(self) -> int:
        """How clearly the pair is of its kind: the lead of one side, what both reach, or the number of contacts."""
        low, high = sorted((self.friendly, self.hostile))
        return {"mixed": low, "contact": self.contacts}.get(self.kind, high - low)


def ties(dyads: nx.Graph) -> list[Tie]:
    """Return the ties by id. Pairs that only a membership or an office joins take no part."""
    counts = ("friendly", "hostile", "articles", "contacts", "outlets")
    found = (Tie(*sorted(pair), *(data.get(c, 0) for c in counts)) for *pair, data in dyads.edges(data=True))
    return sorted(tie for tie in found if tie.evidence and tie.first != tie.second)


def ranking(dyads: nx.Graph) -> dict[str, Rank]:
    """Return a key to sort each actor by: most actions first, then by name."""
    count: Counter[str] = Counter()
    for tie in ties(dyads):
        count.update({tie.first: tie.evidence, tie.second: tie.evidence})
    return {actor: (-count[actor], str(name or actor), actor) for actor, name in dyads.nodes(data="name")}


def strongest(dyads: nx.Graph, kind: str, most: int = 10) -> list[Tie]:
    """Return the clearest pairs of a kind; among equals those told by more articles, then by name."""
    rank = ranking(dyads)
    chosen = [tie for tie in ties(dyads) if tie.kind == kind]
    return sorted(chosen, key=lambda t: (-t.strength, -t.articles, rank[t.first][1:], rank[t.second][1:]))[:most]


def named(dyads: nx.Graph) -> nx.Graph:
    """Return the graph without the groups that have no name of their own."""
    return dyads.subgraph([actor for actor, kind in dyads.nodes(data="kind") if kind != "group"])


def choose(dyads: nx.Graph, most: int = 30, at_least: int = 2, groups: bool = False) -> nx.Graph:
    """Return the graph between the best-attested actors, in an order of its own.

    Left out: groups without a proper name unless `groups`, actors in fewer than `at_least` events, all beyond the
    first `most`, and whoever then has no tie to another one shown.
    """
    chosen = dyads if groups else named(dyads)
    known = [actor for actor, mentions in chosen.nodes(data="mentions", default=at_least) if mentions >= at_least]
    rank = ranking(dyads.subgraph(known))
    first = set(sorted(rank, key=rank.__getitem__)[:most])
    shown = [tie for tie in ties(dyads) if {tie.first, tie.second} <= first]
    graph = nx.Graph()
    graph.add_nodes_from((a, dyads.nodes[a]) for a in sorted({a for tie in shown for a in (tie.first, tie.second)}))
    graph.add_edges_from((tie.first, tie.second, dyads.edges[tie.first, tie.second]) for tie in shown)
    return graph
