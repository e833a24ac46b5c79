"""The parts of a split that deserve the name of a bloc, and their stable cores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.ties import Tie, ties

AT_LEAST = 4  # the least number of actions of one side whose interval leaves out one half
ARTICLES = 2  # what one article alone tells makes no bloc
STABLE = 0.9

Share = Mapping[tuple[str, str], float]


def hanging_together(graph: nx.Graph, label: Mapping[str, int]) -> list[set[str]]:
    """Return the parts of each camp that friendly ties join, without whom one article alone joins to it."""
    inside = [tie for tie in ties(graph) if tie.kind == "friendly" and label[tie.first] == label[tie.second]]
    while True:
        friends = nx.Graph((tie.first, tie.second) for tie in inside)
        thin = {actor for actor in friends if len(_tellers(graph, actor, friends[actor])) < ARTICLES}
        if not thin:
            return [set(part) for part in nx.connected_components(friends)]
        inside = [tie for tie in inside if not {tie.first, tie.second} & thin]


def _tellers(graph: nx.Graph, actor: str, friends: Iterable[str]) -> set[str]:
    """Return who tells of friendly actions: articles, or the actions themselves where a graph carries only counts."""
    told: set[str] = set()
    for friend in friends:
        data = graph.edges[actor, friend]
        if "happenings" in data:
            told.update(article for h in data["happenings"] if h.side == "friendly" for article in h.articles)
        else:
            told.update(f"{friend} {number}" for number in range(data["friendly"]))
    return told


def core_of(group: set[str], graph: nx.Graph, share: Share) -> set[str]:
    """Return the core of a group: those well befriended in it, less whoever stands with the others least.

    These leave one by one, until all who stay stand together in nine of ten draws and no two are surely hostile.
    """
    inside = ties(graph.subgraph(group))
    core = {actor for actor in group if _befriended([tie for tie in inside if actor in (tie.first, tie.second)])}
    while core:
        support = support_of(core, core, share)
        weak = {actor for actor in core if support.get(actor, 0) < STABLE}
        leaving = weak or {actor for tie in inside if _foes(tie, core) for actor in (tie.first, tie.second)}
        if not leaving:
            break
        core.remove(min(leaving, key=lambda actor: (support.get(actor, 0), actor)))
    friends = nx.Graph(pair for t in inside if t.kind == "friendly" and core.issuperset(pair := (t.first, t.second)))
    parts = sorted((sorted(part) for part in nx.connected_components(friends)), key=lambda part: (-len(part), part))
    return set(parts[0]) if parts else set()


def _befriended(own: list[Tie]) -> bool:
    """Tell whether an actor has enough friendly actions with its group, and more than hostile ones."""
    friendly = sum(tie.friendly for tie in own)
    return friendly >= AT_LEAST and 2 * friendly > sum(tie.sided for tie in own)


def _foes(tie: Tie, core: set[str]) -> bool:
    return tie.sure and tie.kind == "hostile" and {tie.first, tie.second} <= core


def support_of(actors: Iterable[str], core: set[str], share: Share) -> dict[str, float]:
    """Return how often each actor stands with the others of a core, on the average (0…1)."""
    means = {actor: [share[actor, other] for other in core if other != actor] for actor in sorted(actors)}
    return {actor: sum(values) / len(values) for actor, values in means.items() if values}
