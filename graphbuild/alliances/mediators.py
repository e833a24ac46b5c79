"""Who stands between: actors on good terms, or at least in contact, with both sides of a hostile pair."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.ties import Tie, ties

OPEN = ("friendly", "contact")


@dataclass(frozen=True, slots=True, order=True)
class Mediator:
    """An actor and the enemies it can speak with.

    `friend_of` counts of how many of the two it is a friend (2, 1 or 0); with the others it is in contact. `evidence`
    is the number of actions of the weaker of its two ties.
    """

    actor: str
    first: str
    second: str
    friend_of: int
    evidence: int


def mediators(dyads: nx.Graph) -> list[Mediator]:
    """Return who may mediate in which hostile pair: those who have most pairs first, then the best attested.

    Its tie to either side is friendly, or contact alone. Nobody mediates for his own state.
    """
    found: list[Mediator] = []
    known: dict[str, dict[str, Tie]] = {actor: {} for actor in dyads}
    every = ties(dyads)
    for tie in every:
        known[tie.first][tie.second] = known[tie.second][tie.first] = tie
    for tie in every:
        if tie.kind == "hostile":
            own = {_camp(dyads, tie.first), _camp(dyads, tie.second)}
            for actor in sorted(known[tie.first].keys() & known[tie.second].keys()):
                two = known[actor][tie.first], known[actor][tie.second]
                if all(t.kind in OPEN for t in two) and _camp(dyads, actor) not in own:
                    friends = sum(t.kind == "friendly" for t in two)
                    found.append(Mediator(actor, tie.first, tie.second, friends, min(t.evidence for t in two)))
    pairs = Counter(m.actor for m in found)
    return sorted(found, key=lambda m: (-pairs[m.actor], m.actor, -m.friend_of, -m.evidence, m.first, m.second))


def _camp(dyads: nx.Graph, actor: str) -> str:
    return dyads.nodes[actor].get("state") or actor
