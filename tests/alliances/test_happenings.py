"""What happened counts once, on its day, in its place; talks take no side."""

from __future__ import annotations

import pytest

from graphbuild.alliances import KINDS, Scope, Tie, alliance_graph, side_of, ties
from graphbuild.alliances.scope import INCLUDED as KNOWN
from graphbuild.cli.options import INCLUDED
from graphbuild.errors import ScopeError
from graphbuild.model import EVENT_TYPES, Actor, Named
from tests.alliances.world import CHIEF, CROWD, MIDDLE, NORTH, SOUTH, event, graph_of, paper, press, told
from tests.factories import Memory, make_article

A, B, C = NORTH
PAPERS = [paper(n) for n in range(4)]


def counts(graph, one=A, other=B) -> tuple[int, int, int]:
    data = graph.edges[one.id, other.id]
    return data["friendly"], data["hostile"], data["contacts"]


def test_every_type_has_a_side_but_office_and_membership() -> None:
    sides = {type_: side_of(type_) for type_ in EVENT_TYPES}
    assert [type_ for type_, side in sides.items() if side is None] == ["LEADS", "MEMBER"]
    assert [type_ for type_, side in sides.items() if side == "contact"] == ["CONSULT", "REQUEST"]
    assert (sides["ALLY"], sides["ADVERSARY"], sides["AID"]) == ("friendly", "hostile", "friendly")


def test_a_summit_of_enemies_is_no_alliance() -> None:
    graph = told(PAPERS, *(event(A, B, "CONSULT", f"a{n}") for n in range(4)), event(A, B, "REQUEST", "a0"))
    assert counts(graph) == (0, 0, 5)
    assert [tie.kind for tie in ties(graph)] == ["contact"]


def test_one_action_told_twice_in_an_article_and_by_two_papers_is_one() -> None:
    day = "2024-04-30"
    same = [event(A, B, "SANCTION", doc, start=start, time=day) for doc, start in (("a0", 1), ("a0", 50), ("a1", 9))]
    edge = told(PAPERS, *same).edges[A.id, B.id]
    assert (edge["hostile"], edge["articles"], edge["outlets"], edge["first"], edge["last"]) == (1, 2, 2, day, day)
    (happening,) = edge["happenings"]
    assert set(happening.events) == {found.id for found in same}
    assert happening.articles == ("a0", "a1")


def test_who_does_it_and_when_tells_actions_apart() -> None:
    graph = told(
        PAPERS,
        event(A, B, "ACCUSE", "a0", time="2024-04-01"),
        event(A, B, "ACCUSE", "a0", time="2024-04-02", start=70),
        event(B, A, "ACCUSE", "a0", time="2024-04-01"),
        event(A, B, "REJECT", "a0", time="2024-04-01"),
    )
    assert counts(graph) == (0, 4, 0)


def test_a_mention_without_a_date_shares_the_day_of_a_dated_one_or_of_its_article() -> None:
    dated, bare = event(A, B, "AID", "a0", time="2024-04-01"), event(A, B, "AID", "a0", start=70)
    assert counts(told(PAPERS, dated, bare)) == (1, 0, 0)
    assert counts(told(PAPERS, bare, event(A, B, "AID", "a1"))) == (2, 0, 0)  # two days of publication
    same_day = [make_article("a0", date="2024-05-01"), make_article("a1", date="2024-05-01")]
    assert counts(told(same_day, bare, event(A, B, "AID", "a1"))) == (1, 0, 0)
    undated = [make_article("a0", date=None), make_article("a1", date=None)]
    graph = told(undated, bare, event(A, B, "AID", "a1"))
    assert counts(graph) == (2, 0, 0)
    assert graph.edges[A.id, B.id]["first"] is None


def test_symmetric_actions_are_one_whichever_way_they_are_told() -> None:
    graph = told(PAPERS, event(A, B, "AGREE", "a0", symmetric=True), event(B, A, "AGREE", "a0", symmetric=True))
    assert counts(graph) == (1, 0, 0)


def test_intensity_is_a_mean_and_corroboration_counts_who_bears_out_the_sides() -> None:
    graph = told(PAPERS, event(A, B, "ASSAULT", "a0"), event(A, B, "ACCUSE", "a1"), event(A, B, "CONSULT", "a2"))
    edge = graph.edges[A.id, B.id]
    assert edge["intensity"] == pytest.approx((-10 - 2 + 1) / 3)
    assert edge["articles"] == 2
    assert ties(graph) == [Tie(A.id, B.id, 0, 2, 2, 1, 2)]


def test_only_the_narrators_facts_count_unless_asked() -> None:
    events = (
        event(A, B, "AID", "a0", factuality="planned"),
        event(A, B, "ASSAULT", "a0", factuality="possible"),
        event(A, B, "ACCUSE", "a0", attribution=Named("chef", "Le Chef")),
        event(A, B, "REJECT", "a0", factuality="negated"),
        event(A, B, "THREATEN", "a0", confidence=0.4),
    )
    world = Memory(tuple(PAPERS), (A, B), events)
    assert graph_of(world).number_of_edges() == 0
    assert counts(graph_of(world, include=("planned",))) == (1, 0, 0)
    assert counts(graph_of(world, include=("planned", "possible"))) == (1, 1, 0)
    assert counts(graph_of(world, include=("reported",))) == (0, 1, 0)
    assert counts(graph_of(world, min_confidence=0.3)) == (0, 1, 0)


def test_a_period_holds_what_touches_it_and_nothing_undated() -> None:
    world = Memory(
        (*PAPERS, make_article("a9", date=None)), (A, B),
        (event(A, B, "AID", "a0", time="2024-03"), event(A, B, "ACCUSE", "a1"), event(A, B, "REJECT", "a9")),
    )  # fmt: skip
    assert counts(graph_of(world)) == (1, 2, 0)
    assert counts(graph_of(world, until="2024-03-15")) == (1, 0, 0)
    assert counts(graph_of(world, since="2024-04-01")) == (0, 1, 0)
    assert counts(graph_of(world, since="2024-01-01", until="2024-12-31")) == (1, 1, 0)
    assert graph_of(world, since="2024-05-02", until="2024-05-02").graph["dates"] == {"a1": "2024-05-02"}


def test_one_outlet_alone_and_an_outlet_that_is_not_there() -> None:
    world = press()
    one = graph_of(world, source="la gazette")
    assert one.edges[A.id, B.id]["outlets"] == 1
    assert one.edges[A.id, B.id]["friendly"] == len([a for a in world.articles() if a.outlet == "La Gazette"])
    with pytest.raises(ScopeError, match=r"no article of 'Le Temps'.*L'Écho, La Gazette, Le Journal"):
        graph_of(world, source="Le Temps")


def test_persons_stand_for_their_states_on_request() -> None:
    world = press()
    assert graph_of(world).edges[CHIEF.id, SOUTH[2].id]["hostile"] == 1
    rolled = graph_of(world, states=True)
    assert CHIEF.id not in rolled
    assert rolled.edges[A.id, SOUTH[2].id]["hostile"] == graph_of(world).edges[A.id, SOUTH[2].id]["hostile"] + 1
    assert CROWD.id in rolled


def test_what_happens_inside_a_state_is_gone_once_it_is_one_actor() -> None:
    graph = graph_of(Memory(tuple(PAPERS), (A, CHIEF), (event(CHIEF, A, "ACCUSE", "a0"),)), states=True)
    assert graph.number_of_edges() == 0


def test_the_head_of_an_organisation_does_not_act_for_the_state_of_his_passport() -> None:
    body = Actor("onu", "ONU", "organisation")
    events = (event(CHIEF, body, "LEADS", "a0"), event(CHIEF, B, "ACCUSE", "a0"))
    graph = graph_of(Memory(tuple(PAPERS), (A, B, CHIEF, body), events), states=True)
    assert list(graph.edges) == [(CHIEF.id, B.id)]
    own = Actor("armee", "Armée", "organisation", A.id)
    events = (event(CHIEF, own, "LEADS", "a0"), event(CHIEF, B, "ACCUSE", "a0"))
    graph = graph_of(Memory(tuple(PAPERS), (A, B, CHIEF, own), events), states=True)
    assert list(graph.edges) == [(A.id, B.id)]


def test_the_order_of_the_press_changes_nothing() -> None:
    world = press(3)
    turned = world.shuffled()
    one, two = (
        alliance_graph(Scope(states=True), papers, actors, events)
        for papers, actors, events in (
            (world.papers, world.cast, world.facts), (turned.papers, turned.cast, turned.facts),
        )
    )  # fmt: skip
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(data=True)) == list(two.edges(data=True))
    assert {tie.kind for tie in ties(one)} <= set(KINDS)
    assert one.edges[MIDDLE.id, SOUTH[1].id]["contacts"] == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"include": ("negated",)},
        {"include": "planned"},
        {"since": "2025-08"},
        {"until": "hier"},
        {"since": "2025-02-30"},
    ],
)
def test_a_scope_that_would_count_wrong_is_refused(wrong: dict) -> None:
    with pytest.raises(ScopeError):
        Scope(**wrong)


def test_the_command_knows_what_a_scope_can_include() -> None:
    assert INCLUDED == KNOWN
