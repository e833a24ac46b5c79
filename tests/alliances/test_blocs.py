"""Signed ties, the strongest pairs, the actors to show, and blocs."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, product
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.planted import GRAPHS, SETTINGS, adjusted_rand, planted
from graphbuild.alliances import Blocs, Tie, blocs, choose, partition, strongest, ties
from graphbuild.alliances.report import blocs_section
from graphbuild.alliances.words import words
from graphbuild.cli.tables import as_tables
from graphbuild.graph import dyads
from tests.alliances.world import MIDDLE, NORTH, SOUTH, event, paper, press, told
from tests.alliances.world import graph_of as press_graph
from tests.factories import Memory, small_world

Pairs = dict[tuple[str, str], tuple[int, int]]


def graph_of(pairs: Pairs, **kinds: str) -> nx.Graph:
    graph = nx.Graph()
    for (one, other), (friendly, hostile) in pairs.items():
        graph.add_edge(one, other, friendly=friendly, hostile=hostile, neutral=0, articles=1)
    for actor in graph:
        graph.nodes[actor].update(name=actor.upper(), kind=kinds.get(actor, "state"), mentions=5)
    return graph


def within(names: str, friendly: int = 2, hostile: int = 0) -> Pairs:
    return dict.fromkeys(combinations(names, 2), (friendly, hostile))


def between(ones: str, others: str, friendly: int = 0, hostile: int = 2) -> Pairs:
    return dict.fromkeys(product(ones, others), (friendly, hostile))


def camps() -> nx.Graph:
    return graph_of(within("abcd") | within("wxyz") | between("abcd", "wxyz"))


@pytest.mark.parametrize(
    ("friendly", "hostile", "kind", "strength"),
    [(1, 0, "friendly", 1), (0, 1, "hostile", 1), (5, 5, "mixed", 5), (3, 1, "mixed", 1), (4, 1, "friendly", 3)],
)
def test_a_pair_is_mixed_from_a_quarter_on(friendly: int, hostile: int, kind: str, strength: int) -> None:
    tie = Tie("a", "b", friendly, hostile)
    assert (tie.kind, tie.strength, tie.evidence) == (kind, strength, friendly + hostile)


def test_the_weight_is_signed_and_damped() -> None:
    weights = [Tie("a", "b", *counts).weight for counts in ((7, 0), (3, 0), (1, 0), (5, 5), (0, 1), (0, 3))]
    assert weights == [3, 2, 1, 0, -1, -2]


def test_ties_of_real_dyads_leave_out_what_takes_no_side() -> None:
    world = small_world()
    found = ties(dyads(world.articles(), world.actors(), world.events()))
    assert all(tie.first < tie.second and tie.evidence for tie in found)
    assert Tie("alexandre-loukachenko", "donald-trump", 2, 0, 2, outlets=2) in found
    assert ("russie", "vladimir-poutine") not in {(tie.first, tie.second) for tie in found}


def test_the_strongest_pairs_come_in_one_order() -> None:
    pairs: Pairs = {("b", "c"): (2, 0), ("a", "d"): (2, 0), ("a", "b"): (9, 1), ("c", "d"): (4, 4), ("a", "c"): (0, 3)}
    for graph in (graph_of(pairs), graph_of(dict(reversed(pairs.items())))):
        assert [(t.first, t.second) for t in strongest(graph, "friendly")] == [("a", "b"), ("a", "d"), ("b", "c")]
        assert [(t.first, t.second) for t in strongest(graph, "hostile")] == [("a", "c")]
        assert [(t.first, t.second) for t in strongest(graph, "mixed", most=1)] == [("c", "d")]


def test_groups_passers_by_and_loners_are_not_shown() -> None:
    graph = graph_of(within("abc") | {("a", "g"): (9, 0), ("g", "h"): (9, 0), ("a", "o"): (1, 0)}, g="group")
    graph.nodes["o"]["mentions"] = 1
    assert sorted(choose(graph)) == ["a", "b", "c"]
    assert sorted(choose(graph, groups=True, at_least=1)) == ["a", "b", "c", "g", "h", "o"]
    assert len(choose(graph, most=2)) == 2
    assert choose(graph).nodes["a"]["name"] == "A"


def test_enemies_never_share_a_bloc() -> None:
    found = blocs(camps())
    assert found.members == (tuple("abcd"), tuple("wxyz"))
    assert (found.wavering, found.unassigned) == ((), ())
    assert dict(found.support) == dict.fromkeys("abcdwxyz", 1.0)


def test_a_shared_enemy_alone_makes_no_ally() -> None:
    found = blocs(graph_of(between("abcd", "z", hostile=4)))
    assert found.members == ()
    assert set(found.unassigned) == set("abcdz")


def test_who_is_hardly_attested_stays_unassigned() -> None:
    found = blocs(graph_of(within("abcd") | {("a", "t"): (2, 0)}))
    assert (found.members, found.unassigned) == ((tuple("abcd"),), ("t",))


def test_a_mixed_pair_counts_on_both_sides() -> None:
    torn = graph_of(within("abc") | within("xyz") | between("abc", "xyz", friendly=2, hostile=2))
    assert {frozenset(bloc) for bloc in blocs(torn).members} == {frozenset("abc"), frozenset("xyz")}


@pytest.mark.parametrize("seed", range(5))
def test_planted_blocs_are_found_again(seed: int) -> None:
    chance, pairs = Random(seed), {}
    home = {f"{number:02}": number % 4 for number in range(40)}
    for one, other in combinations(home, 2):
        if chance.random() < 0.8:
            friend = chance.random() < (0.9 if home[one] == home[other] else 0.1)
            pairs[one, other] = (1, 0) if friend else (0, 1)
    graph = graph_of(pairs)
    camp = partition(graph)
    assert len(set(camp.values())) == len({(home[actor], camp[actor]) for actor in home}) == 4
    found = blocs(graph)
    assert [len({home[actor] for actor in bloc}) for bloc in found.members] == [1, 1, 1, 1]
    assert sum(map(len, found.members)) > len(found.wavering) + len(found.unassigned)


@pytest.mark.parametrize("function", [ties, blocs, choose, lambda graph: strongest(graph, "hostile")])
def test_nothing_comes_of_nothing(function) -> None:
    for graph in (nx.Graph(), dyads([], [], [])):
        result = function(graph)
        assert result == Blocs() if isinstance(result, Blocs) else len(result) == 0


def test_actors_without_signed_ties_make_no_bloc() -> None:
    assert blocs(graph_of({("a", "b"): (0, 0)})) == Blocs((), ("a", "b"))


def test_the_order_of_the_input_changes_nothing() -> None:
    graph, backwards = camps(), nx.Graph()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from((b, a, data) for a, b, data in reversed(list(graph.edges(data=True))))
    assert blocs(graph) == blocs(backwards)
    assert ties(graph) == ties(backwards)
    assert list(choose(graph, most=5)) == list(choose(backwards, most=5))


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "from tests.alliances.test_blocs import *\n"
        "graph = choose(camps(), most=7)\n"
        "print(list(graph), list(graph.edges), blocs(graph, starts=3), strongest(graph, 'hostile'))"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("name", SETTINGS)
def test_planted_blocs_are_found_as_well_as_measured(name: str) -> None:
    setting = SETTINGS[name]
    worlds = [planted(setting, seed) for seed in range(GRAPHS)]
    scores = [adjusted_rand(home, partition(graph)) for graph, home in worlds]
    assert sum(scores) / GRAPHS >= setting.least


@settings(deadline=None, max_examples=60)
@given(
    st.integers(2, 8), st.integers(2, 8), st.integers(0, 10**6), st.integers(1, 5), st.integers(1, 5),
    st.floats(0.05, 1), st.booleans(),
)  # fmt: skip
def test_two_hostile_cliques_never_share_a_bloc(
    left: int, right: int, seed: int, friendly: int, hostile: int, share: float, single: bool
) -> None:
    ones, others = [f"a{n}" for n in range(left)], [f"b{n}" for n in range(right)]
    chance = Random(seed)
    war = {pair: (0, hostile) for pair in product(ones, others) if chance.random() < share}
    war[ones[0], others[0]] = (0, hostile)
    love = dict.fromkeys([*combinations(ones, 2), *combinations(others, 2)], (friendly, 0))
    graph = graph_of(love | war)
    label = partition(graph, starts=1 if single else 20, seed=seed)
    assert not {label[a] for a in ones} & {label[b] for b in others}
    found = blocs(graph, resamples=20, seed=seed)
    assert all(len({actor[0] for actor in bloc}) == 1 for bloc in found.members)
    known = [*(actor for bloc in found.members for actor in bloc), *found.wavering, *found.unassigned]
    assert sorted(known) == sorted(graph)


def test_a_press_that_agrees_makes_stable_blocs_and_the_go_between_has_none() -> None:
    found = blocs(press_graph(press()))
    assert sorted(map(sorted, found.members)) == [[f"nord-{n}" for n in range(3)], [f"sud-{n}" for n in range(3)]]
    assert {"milieu", "chef", "foule-a1"} == set(found.unassigned)
    assert min(share for _, share in found.support) >= 0.9


def test_what_one_article_alone_tells_makes_no_bloc() -> None:
    one = [event(a, b, kind, "a0") for a, b in combinations(NORTH, 2) for kind in ("SUPPORT", "AID", "ALLY", "AGREE")]
    found = blocs(told([paper(0), paper(1)], *one))
    assert (found.members, found.wavering) == ((), ())
    two = [event(a, b, kind, "a1") for a, b in combinations(NORTH, 2) for kind in ("CONCEDE", "COOPERATE")]
    assert blocs(told([paper(0), paper(1)], *one, *two)).members == (("nord-0", "nord-1", "nord-2"),)


def test_who_changes_sides_with_the_articles_wavers() -> None:
    world = press(6)
    turncoat = [event(MIDDLE, NORTH[n % 3], "SUPPORT", "a0" if n < 3 else "a1", start=n) for n in range(5)]
    turncoat += [event(MIDDLE, SOUTH[n % 3], "SUPPORT", "a2" if n < 3 else "a3", start=n) for n in range(5)]
    found = blocs(press_graph(Memory(world.papers, world.cast, (*world.facts, *turncoat))))
    assert len(found.members) == 2
    assert found.wavering == ("milieu",)
    assert found.leaning[0] in (0, 1)
    assert dict(found.support)["milieu"] < 0.9


def test_a_summit_makes_no_bloc() -> None:
    talks = [event(NORTH[0], SOUTH[0], "CONSULT", f"a{n}", start=start) for n in range(8) for start in range(5)]
    found = blocs(told([paper(n) for n in range(8)], *talks))
    assert found == Blocs((), found.unassigned)


def test_sure_enemies_share_no_core_even_with_a_common_friend() -> None:
    graph = graph_of(within("abcd", 9) | between("x", "abcd", friendly=9, hostile=0) | {("a", "b"): (0, 30)})
    for bloc in blocs(graph).members:
        assert not {"a", "b"} <= set(bloc)


def test_whoever_is_beyond_the_actors_that_are_split_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert blocs(camps()).beyond == 0
    assert "beyond" not in blocs_section(camps()).notes
    monkeypatch.setattr(sys.modules["graphbuild.alliances.blocs"], "MOST", 5)
    section = blocs_section(camps())
    assert (blocs(camps()).beyond, section.notes["beyond"]) == (3, 3)
    assert section.notes["unassigned"] == 1, "the fifth has no friend among those that are split"
    told = as_tables([section], words("en"), 5)
    assert "3 others of whom enough is known are not" in " ".join(told.split())
