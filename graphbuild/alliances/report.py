"""The sections of the report on alliances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.balance import PATTERNS, triads
from graphbuild.alliances.blocs import MOST, blocs
from graphbuild.alliances.frustration import frustration
from graphbuild.alliances.mediators import mediators
from graphbuild.alliances.section import Cell, Section
from graphbuild.alliances.sources import views
from graphbuild.alliances.ties import KINDS, Tie, ranking, strongest, ties

COUNTS = ("friendly", "hostile", "contacts", "share", "low", "high")
PAIR = ("first_id", "second_id", "first", "second")


def name_of(dyads: nx.Graph, actor: str) -> str:
    """Return the name of an actor, or its id where it has none."""
    return str(dyads.nodes[actor].get("name") or actor)


def pair_of(dyads: nx.Graph, first: str, second: str) -> tuple[str, str, str, str]:
    """Return ids and names of a pair."""
    return first, second, name_of(dyads, first), name_of(dyads, second)


def counts_of(tie: Tie) -> tuple[Cell, ...]:
    """Return the counts of a tie, its friendly share and the 95 % interval of that, None where nothing takes a side."""
    low, high = tie.interval
    share = (tie.friendly / tie.sided, low, high) if tie.sided else (None, None, None)
    return tie.friendly, tie.hostile, tie.contacts, *(value and round(value, 4) for value in share)


def pairs_section(dyads: nx.Graph) -> Section:
    """Return all pairs by kind, the clearest first; intensity is the mean of all actions (-10…+10)."""
    columns = (*PAIR, "kind", *COUNTS, "sure", "intensity", "articles", "outlets", "first_day", "last_day", "events")
    rows = []
    for tie in (tie for kind in KINDS for tie in strongest(dyads, kind, dyads.number_of_edges())):
        data = dyads.edges[tie.first, tie.second]
        known = (data["intensity"], tie.articles, tie.outlets, data["first"], data["last"], " ".join(data["events"]))
        rows.append(
            (*pair_of(dyads, tie.first, tie.second), tie.kind, *counts_of(tie), tie.sure and tie.articles > 1, *known)
        )
    return Section("pairs", columns, rows, "kind")


def blocs_section(dyads: nx.Graph) -> Section:
    """Return the actors by bloc: core, wavering, unassigned; a bloc without a core has a number too."""
    found = blocs(dyads)
    bloc = {actor: number for number, members in enumerate(found.members, 1) for actor in members}
    lean = {actor: number + 1 for actor, number in zip(found.wavering, found.leaning, strict=True)}
    support, rank = dict(found.support), ranking(dyads)
    number = bloc | lean
    friends = Counter(
        actor
        for tie in ties(dyads)
        if tie.first in number and number[tie.first] == number.get(tie.second)
        for actor in (tie.first, tie.second) * tie.friendly
    )

    def row(actor: str, standing: str) -> tuple[Cell, ...]:
        known = (support.get(actor), friends[actor] if actor in number else None, -rank[actor][0])
        return actor, number.get(actor), standing, name_of(dyads, actor), *known

    together = sorted(number, key=lambda actor: (number[actor], actor in lean, rank[actor]))
    rows = [row(actor, "core" if actor in bloc else "wavering") for actor in together]
    rows += [row(actor, "unassigned") for actor in found.unassigned if rank[actor][0]]
    notes: dict[str, Cell] = {
        "blocs": len(found.members),
        "wavering": len(lean),
        "unassigned": len(rows) - len(bloc) - len(lean) - found.beyond,
    }
    if found.beyond:
        notes |= {"split": MOST, "beyond": found.beyond}
    return Section(
        "blocs", ("actor_id", "bloc", "standing", "actor", "support", "friends", "actions"), rows, "standing", notes
    )


def balance_section(dyads: nx.Graph) -> Section:
    """Return how many triads are of which pattern, and the frustration index."""
    every = triads(dyads)
    found = Counter(triad.pattern for triad in every)
    index = frustration(dyads)
    rows: list[tuple[Cell, ...]] = [(f"triads: {pattern}", found[pattern]) for pattern in PATTERNS]
    if every:
        rows.append(("balanced share", round(sum(triad.balanced for triad in every) / len(every), 4)))
    rows += [("signed ties", index.of), ("frustration", index.index), ("frustration at least", index.at_least)]
    rows += [("status", index.status), ("gap", round(index.gap, 4))]
    return Section("balance", ("measure", "value"), rows, "measure")


def triads_section(dyads: nx.Graph) -> Section:
    """Return the triads, the unbalanced first: who is a friend of two enemies, and three who are all enemies."""
    found = sorted(triads(dyads), key=lambda triad: (triad.balanced, triad))
    columns = ("first_id", "second_id", "third_id", "first", "second", "third", "pattern", "balanced")
    rows: list[tuple[Cell, ...]] = [
        (*t.actors, *(name_of(dyads, actor) for actor in t.actors), t.pattern, t.balanced) for t in found
    ]
    return Section("triads", columns, rows)


def mediators_section(dyads: nx.Graph) -> Section:
    """Return who is on speaking terms with both sides of a hostile pair."""
    columns = ("actor_id", "first_id", "second_id", "actor", "first", "second", "friend_of", "evidence")
    rows: list[tuple[Cell, ...]] = []
    for m in mediators(dyads):
        ids = (m.actor, m.first, m.second)
        rows.append((*ids, *(name_of(dyads, actor) for actor in ids), m.friend_of, m.evidence))
    return Section("mediators", columns, rows)


def sources_section(dyads: nx.Graph) -> Section:
    """Return what each outlet tells of the pairs that several tell of."""
    columns = (*PAIR, "outlet", "kind", *COUNTS, "articles", "spread", "differ")
    rows: list[tuple[Cell, ...]] = []
    for seen in views(dyads):
        spread = (round(seen.spread, 4), seen.differ)
        for outlet, tie in seen.ties:
            own = (outlet, tie.kind, *counts_of(tie), tie.articles)
            rows.append((*pair_of(dyads, tie.first, tie.second), *own, *spread))
    return Section("sources", columns, rows)


def scale(dyads: nx.Graph) -> dict[str, int]:
    """Return how many actors, pairs and actions there are."""
    shown = ties(dyads)
    actors = {actor for tie in shown for actor in (tie.first, tie.second)}
    return {"actors": len(actors), "pairs": len(shown), "actions": sum(tie.evidence for tie in shown)}


SECTIONS: dict[str, Callable[[nx.Graph], Section]] = {
    "blocs": blocs_section,
    "pairs": pairs_section,
    "balance": balance_section,
    "triads": triads_section,
    "mediators": mediators_section,
    "sources": sources_section,
}
