"""The frustration index against every split there is, and triads."""

from __future__ import annotations

from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.alliances import frustration, triads
from graphbuild.alliances.program import program
from graphbuild.alliances.signs import signed

NAMES = "abcdefg"
edges = st.dictionaries(st.sampled_from(list(combinations(NAMES, 2))), st.sampled_from([1, -1]), max_size=21)


def graph_of(signs: dict[tuple[str, str], int]) -> nx.Graph:
    graph = nx.Graph()
    for (one, other), sign in signs.items():
        graph.add_edge(one, other, friendly=int(sign > 0), hostile=int(sign < 0))
    return graph


def wrong(signs: dict[tuple[str, str], int], camp: dict[str, int]) -> int:
    return sum((camp[one] == camp[other]) != (sign > 0) for (one, other), sign in signs.items())


def brute(signs: dict[tuple[str, str], int]) -> int:
    return min(wrong(signs, dict(zip(NAMES, sides, strict=True))) for sides in product((0, 1), repeat=len(NAMES)))


@settings(deadline=None, max_examples=40)
@given(edges)
def test_the_index_is_that_of_the_best_of_all_splits(signs: dict[tuple[str, str], int]) -> None:
    found = frustration(graph_of(signs))
    assert (found.index, found.status, found.gap) == (brute(signs), "exact", 0)
    assert found.index == found.at_least == len(found.wrong)
    left = {pair: sign for pair, sign in signs.items() if pair not in found.wrong}
    camp = {
        actor: 2 * part + side for part, camps in enumerate(found.camps) for side in (0, 1) for actor in camps[side]
    }
    assert set(camp) == {actor for pair in signs for actor in pair}
    assert wrong(left, camp) == 0


@settings(deadline=None, max_examples=25)
@given(edges.filter(lambda signs: len(signs) > 2))
def test_the_program_alone_is_exact_too(signs: dict[tuple[str, str], int]) -> None:
    graph = signed(graph_of(signs))
    split, low = program(graph, sorted(graph))
    assert low == brute(signs) == wrong(signs, {actor: int(side) for actor, side in split.items()})


@settings(deadline=None, max_examples=25)
@given(edges)
def test_beyond_the_limit_the_index_is_bounded_and_says_so(signs: dict[tuple[str, str], int]) -> None:
    found = frustration(graph_of(signs), exact_ties=0)
    assert found.at_least <= brute(signs) <= found.index
    assert (found.status == "exact") == (found.at_least == found.index)
    assert 0 <= found.gap <= 1


def test_a_balanced_network_is_not_frustrated_and_one_enemy_too_many_is() -> None:
    camps = {pair: 1 if (pair[0] in "abc") == (pair[1] in "abc") else -1 for pair in combinations("abcdef", 2)}
    found = frustration(graph_of(camps))
    assert (found.index, found.of, found.wrong) == (0, 15, ())
    assert found.camps == ((tuple("abc"), tuple("def")),)
    assert frustration(graph_of(camps | {("a", "b"): -1})).wrong == (("a", "b"),)
    assert frustration(nx.Graph()).status == "exact"


def test_mixed_pairs_and_contacts_take_no_part() -> None:
    graph = graph_of({("a", "b"): 1, ("b", "c"): 1})
    graph.add_edge("a", "c", friendly=2, hostile=2)
    graph.add_edge("c", "d", friendly=0, hostile=0, contacts=4)
    assert (frustration(graph).of, triads(graph)) == (2, [])


@pytest.mark.parametrize(
    ("signs", "pattern", "balanced"),
    [
        ((1, 1, 1), "all friends", True),
        ((1, -1, -1), "two against one", True),
        ((1, 1, -1), "torn friend", False),
        ((-1, -1, -1), "all enemies", False),
    ],
)
def test_triads_by_pattern(signs: tuple[int, int, int], pattern: str, balanced: bool) -> None:
    graph = graph_of(dict(zip([("a", "b"), ("a", "c"), ("b", "c")], signs, strict=True)))
    (triad,) = triads(graph)
    assert (triad.actors, triad.pattern, triad.balanced) == (("a", "b", "c"), pattern, balanced)


@given(edges)
def test_every_triangle_is_found_once(signs: dict[tuple[str, str], int]) -> None:
    graph = graph_of(signs)
    assert len(triads(graph)) == sum(nx.triangles(graph).values()) / 3
