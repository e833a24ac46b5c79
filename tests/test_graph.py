"""The networkx graphs: single events, and pairs."""

from __future__ import annotations

import json
from itertools import product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.graph import dyads, pairs, to_networkx
from graphbuild.model import Event
from graphbuild.timespan import bounds
from tests.factories import LOUKACHENKO, ONU, POUTINE, RUSSIE, TRUMP, USA, Memory, make_article, make_event, small_world

ACTORS = (TRUMP, LOUKACHENKO, POUTINE, USA, RUSSIE, ONU)


def graph_of(world: Memory, **options) -> nx.MultiDiGraph:
    return to_networkx(world.articles(), world.actors(), world.events(), **options)


def dyads_of(world: Memory, **options) -> nx.Graph:
    return dyads(world.articles(), world.actors(), world.events(), **options)


def test_every_event_is_an_edge_under_its_id() -> None:
    world = small_world()
    graph = graph_of(world)
    assert {key for *_, key in graph.edges(keys=True)} == {e.id for e in world.events()}
    call = make_event()
    edge = graph.edges[TRUMP.id, LOUKACHENKO.id, call.id]
    for name, value in call.to_dict().items():
        assert edge[name] == value
    assert (edge["outlet"], edge["date"], edge["url"]) == ("Le Journal", "2025-08-15", "https://www.example.org/a1")


def test_nodes_tell_who_they_are() -> None:
    graph = graph_of(small_world())
    assert graph.nodes["donald-trump"] == {
        "name": "Donald Trump", "kind": "person", "state": "etats-unis", "qid": "Q22686", "mentions": 4,
    }  # fmt: skip


def test_one_event_of_several_is_an_edge_for_each_pair() -> None:
    summit = make_event((TRUMP, USA), (POUTINE, RUSSIE))
    graph = graph_of(Memory(facts=(summit,)))
    assert sorted(graph.edges(keys=True)) == sorted(
        (a.id, b.id, summit.id) for a, b in product((TRUMP, USA), (POUTINE, RUSSIE))
    )


def test_symmetric_events_once_and_nobody_with_himself() -> None:
    both = make_event((TRUMP, POUTINE), (POUTINE, TRUMP), symmetric=True)
    assert pairs(both) == [("donald-trump", "vladimir-poutine")]
    assert pairs(make_event((TRUMP, POUTINE), (POUTINE, TRUMP))) == [
        ("donald-trump", "vladimir-poutine"), ("vladimir-poutine", "donald-trump"),
    ]  # fmt: skip
    assert graph_of(Memory(facts=(make_event(TRUMP, TRUMP),))).number_of_edges() == 0


def test_choice_by_factuality_and_confidence() -> None:
    world = Memory(facts=(make_event(confidence=0.4), make_event(start=50, factuality="planned")))
    assert graph_of(world).number_of_edges() == 2
    assert graph_of(world, factualities=("asserted",)).number_of_edges() == 1
    assert graph_of(world, min_confidence=0.5).number_of_edges() == 1


def test_actors_that_only_events_know_and_articles_that_are_missing() -> None:
    graph = graph_of(Memory(facts=(make_event(),)))
    assert graph.nodes["donald-trump"]["name"] == "Donald Trump"
    assert graph.edges[TRUMP.id, LOUKACHENKO.id, make_event().id]["outlet"] is None


def test_the_graph_is_json_and_the_same_whatever_comes_first() -> None:
    graph = graph_of(small_world())
    json.dumps({str(k): v for k, v in graph.edges.items()})
    assert list(graph) == sorted(graph)


def test_dyads_sum_up_what_is_asserted() -> None:
    world = Memory(
        (make_article("a1"), make_article("a2", outlet="La Gazette"), make_article("a3", date="2026-01")),
        ACTORS,
        (
            make_event(TRUMP, POUTINE, intensity=2.0, time="2025-08-10/2025-08-12"),
            make_event(POUTINE, TRUMP, doc="a2", type="ACCUSE", intensity=-3.0, confidence=0.95),
            make_event(POUTINE, TRUMP, doc="a3", type="LEADS", intensity=0.0),
            make_event(POUTINE, TRUMP, doc="a2", start=70, type="ASSAULT", intensity=-9.0, factuality="negated"),
        ),
    )
    graph = dyads_of(world)
    edge = graph.edges[TRUMP.id, POUTINE.id]
    events = edge.pop("events")
    assert edge == {
        "friendly": 1, "hostile": 1, "neutral": 1, "intensity": -1.0,
        "first": "2025-08-10", "last": "2026-01-31", "articles": 3, "outlets": 2,
    }  # fmt: skip
    assert events[0] == world.facts[1].id
    assert len(events) == 3
    assert dyads_of(world, factualities=("negated",)).edges[TRUMP.id, POUTINE.id]["hostile"] == 1
    assert len(dyads_of(world, examples=1).edges[TRUMP.id, POUTINE.id]["events"]) == 1


def test_dyads_leave_hearsay_out_unless_asked() -> None:
    world = small_world()
    assert not dyads_of(world).has_edge("vladimir-poutine", "prisonniers")
    assert dyads_of(world, attributed=True).has_edge("vladimir-poutine", "prisonniers")


@given(st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS), st.booleans()), max_size=12))
def test_dyads_do_not_depend_on_order(rows: list) -> None:
    events = [make_event(a, b, start=n, symmetric=s, intensity=0.1) for n, (a, b, s) in enumerate(rows)]
    one = dyads((), ACTORS, events)
    two = dyads((), ACTORS[::-1], events[::-1])
    assert list(one.edges(data=True)) == list(two.edges(data=True))
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert nx.number_of_selfloops(one) == 0


@given(st.lists(st.sampled_from(ACTORS), min_size=1), st.lists(st.sampled_from(ACTORS), min_size=1), st.booleans())
def test_pairs_are_unique(sources: list, targets: list, symmetric: bool) -> None:
    event: Event = make_event(sources, targets, symmetric=symmetric)
    found = pairs(event)
    assert all(a != b for a, b in found)
    keys = [frozenset(p) if symmetric else p for p in found]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2025-08-15", ("2025-08-15", "2025-08-15")),
        ("2025-08", ("2025-08-01", "2025-08-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2014", ("2014-01-01", "2014-12-31")),
        ("2025-08-10/2025-08-15", ("2025-08-10", "2025-08-15")),
        ("2014/2015-03", ("2014-01-01", "2015-03-31")),
        ("2025-08-15T10:00:00+02:00", ("2025-08-15", "2025-08-15")),
        ("2025-08-15/2025-08-10", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("0000", None),
        ("hier", None),
        ("", None),
        ("/2025", None),
        (None, None),
    ],
)
def test_bounds(when: str | None, days: tuple[str, str] | None) -> None:
    assert bounds(when) == days


@given(st.text())
def test_bounds_never_fail(text: str) -> None:
    bounds(text)
