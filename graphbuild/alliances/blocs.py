"""Blocs: who stands together, how surely, and of whom too little is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.cores import AT_LEAST, Share, core_of, hanging_together, support_of
from graphbuild.alliances.partition import partition
from graphbuild.alliances.stability import agreement
from graphbuild.alliances.ties import Rank, ranking, ties

MOST = 300  # actors that are split: the work grows with their square, and with the draws


@dataclass(frozen=True, slots=True)
class Blocs:
    """Actors that stand together.

    `members` are the stable cores, the best-attested first; `wavering` those who change sides with the articles drawn,
    or whose friendship rests on too few actions; `unassigned` those of whom too little is known, or who are friends
    with nobody. `leaning` gives for each wavering actor the number of its bloc; from len(members) on these are groups
    without a core. `support` tells for the actors of both kinds how often they stand with their bloc (0…1). `beyond`
    counts those of the unassigned of whom enough is known, but who are beyond the actors that are split.
    """

    members: tuple[tuple[str, ...], ...] = ()
    unassigned: tuple[str, ...] = ()
    wavering: tuple[str, ...] = ()
    leaning: tuple[int, ...] = ()
    support: tuple[tuple[str, float], ...] = ()
    beyond: int = 0


def blocs(dyads: nx.Graph, *, at_least: int = AT_LEAST, starts: int = 20, resamples: int = 100, seed: int = 0) -> Blocs:
    """Return the blocs of a graph of pairs, with their stability.

    Candidates are the parts of the best signed split that hang together by friendly ties: a shared enemy alone makes no
    ally, and contacts make none either. Unassigned is whoever has fewer than `at_least` actions that take a side, or
    friendly ties with its bloc in one article alone, or is beyond the first 300 actors. The articles are then drawn
    anew `resamples` times. To the core belongs who stands with the others in nine of ten draws and has four friendly
    actions with them, and more than hostile ones; others waver. Two who are surely hostile never share a core.
    """
    rank = ranking(dyads)
    attested = sorted(_attested(dyads, at_least), key=rank.__getitem__)
    actors = sorted(attested[:MOST])
    graph = dyads.subgraph(actors)
    groups = hanging_together(graph, partition(graph, starts=starts, seed=seed))
    matrix = agreement(graph, actors, resamples=resamples, seed=seed) if groups else ()
    share = {(a, b): float(row[j]) for a, row in zip(actors, matrix, strict=False) for j, b in enumerate(actors)}
    found = _assembled(rank, [(group, core_of(group, graph, share)) for group in groups], share)
    return replace(found, beyond=len(attested) - len(actors))


def _attested(dyads: nx.Graph, at_least: int) -> list[str]:
    count = dict.fromkeys(dyads, 0)
    for tie in ties(dyads):
        count[tie.first] += tie.sided
        count[tie.second] += tie.sided
    return [actor for actor, actions in count.items() if actions >= at_least]


def _assembled(rank: dict[str, Rank], found: list[tuple[set[str], set[str]]], share: Share) -> Blocs:
    def best_attested_first(pair: tuple[set[str], set[str]]) -> tuple[bool, int, Rank]:
        shown = pair[1] or pair[0]
        return not pair[1], sum(rank[actor][0] for actor in shown), min(rank[actor] for actor in shown)

    def ranked(actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(actors, key=rank.__getitem__))

    ordered = sorted(found, key=best_attested_first)
    lean = {actor: number for number, (group, core) in enumerate(ordered) for actor in group - core}
    support = {a: value for group, core in ordered for a, value in support_of(group, core or group, share).items()}
    return Blocs(
        tuple(ranked(core) for _, core in ordered if core),
        ranked(set(rank) - support.keys()),
        ranked(lean),
        tuple(lean[actor] for actor in ranked(lean)),
        tuple((actor, round(support[actor], 6)) for actor in ranked(support)),
    )
