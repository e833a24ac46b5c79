"""The queries by name: right on a small world, the same with both engines, values never part of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import QueryError
from graphbuild.query import named, names
from graphbuild.query.answer import Rows
from graphbuild.query.engines import Engine, Oxigraph, Rdflib
from graphbuild.query.parameters import terms
from tests.factories import HOSTILE, any_text

VALUES = (
    {},
    {"actor": "Russie"},
    {"actor": "Trump", "other": "Q7747"},
    {"since": "2025-08-16", "until": "2025-08-31"},
    {"until": "2025-08-12"},
    {"type": "assault"},
    {"states": "true"},
    {"actor": "russie", "states": "true"},
)


def ask(engine: Engine, name: str, **values: str) -> list[dict[str, str]]:
    """Return the rows of a query by name, without what is unbound."""
    found = engine.ask(filled(engine, name, values), {}, 1000)
    assert isinstance(found, Rows) and not found.cut
    return [
        {head: getattr(term, "value", "") for head, term in zip(found.variables, row, strict=True) if term is not None}
        for row in found.rows
    ]


def filled(engine: Engine, name: str, values: Mapping[str, str]) -> str:
    return named(name).bound(terms(values, lambda query, most: engine.ask(query, {}, most)))


def pairs(rows: list[dict[str, str]]) -> set[frozenset[str]]:
    return {frozenset((row["actor1"], row["actor2"])) for row in rows}


def cases() -> list[tuple[str, dict[str, str]]]:
    found = []
    for name in names():
        query = named(name)
        for values in VALUES:
            kept = {key: value for key, value in values.items() if key in query.parameters}
            if kept == values and query.required <= set(kept):
                found.append((name, kept))
    return found


def test_there_are_at_least_fourteen() -> None:
    wanted = set(
        "alliances rivalries dyad-balance ambivalent-dyads reversals common-enemies unbalanced-triads bloc "
        "timeline evidence contested unconfirmed by-source corroboration".split()
    )
    assert wanted <= set(names())


@pytest.mark.parametrize("name", names())
def test_each_says_what_it_is_for_and_orders_its_rows(name: str) -> None:
    query = named(name)
    assert query.text.startswith("# ") and query.help[0].isupper() and query.help.endswith(".")
    assert "\nORDER BY " in query.text, "a cut answer must be cut at the same place"
    assert set(query.parameters) <= {"actor", "other", "since", "until", "type", "states"}


@pytest.mark.parametrize(("name", "values"), cases(), ids=str)
def test_both_engines_answer_the_same(
    name: str, values: dict[str, str], oxigraph: Oxigraph, rdflib_engine: Rdflib
) -> None:
    assert ask(oxigraph, name, **values) == ask(rdflib_engine, name, **values)


def test_every_query_finds_something(oxigraph: Oxigraph) -> None:
    given_ = {"common-enemies": "ONU", "unbalanced-triads": "Chine", "bloc": "Chine", "evidence": "Trump"}
    empty = [name for name in names() if not ask(oxigraph, name, **({"actor": given_[name]} if name in given_ else {}))]
    assert empty == []


def test_alliances_and_rivalries_rest_on_events_alone(oxigraph: Oxigraph) -> None:
    friends, foes = ask(oxigraph, "alliances"), ask(oxigraph, "rivalries")
    assert pairs(friends) == {
        frozenset(pair.split("/"))
        for pair in ("Alexandre Loukachenko/Chine", "Alexandre Loukachenko/Ukraine", "Russie/Chine")
    }
    assert pairs(foes) == {frozenset((one, "Ukraine")) for one in ("Chine", "Russie", "ONU")}
    (war,) = (row for row in foes if "Russie" in row.values())
    assert (war["friendly"], war["hostile"], war["summed"]) == ("0", "1", "-10")
    assert (war["first"], war["last"]) == ("2025-08-10", "2025-08-10")


def test_an_event_told_twice_counts_once(oxigraph: Oxigraph) -> None:
    (row,) = ask(oxigraph, "dyad-balance", actor="Trump", other="Poutine")
    assert (row["friendly"], row["hostile"], row["neutral"], row["balance"]) == ("1", "1", "0", "0")
    best = ask(oxigraph, "corroboration")[0]
    assert (best["sources"], best["articles"], best["claims"]) == ("2", "2", "2")


def test_states_stand_for_those_who_act_for_them(oxigraph: Oxigraph) -> None:
    (row,) = ask(oxigraph, "dyad-balance", actor="États-Unis", states="true")
    assert pairs([row]) == {frozenset(("États-Unis", "Russie"))}
    assert pairs(ask(oxigraph, "dyad-balance", actor="Russie")) >= {frozenset(("Donald Trump", "Vladimir Poutine"))}


def test_reversals_tell_both_days(oxigraph: Oxigraph) -> None:
    (row,) = ask(oxigraph, "reversals")
    assert (row["turn"], row["friendlyTo"], row["hostileFrom"]) == ("to conflict", "2025-08-15", "2025-08-19")
    assert pairs([row]) == pairs(ask(oxigraph, "ambivalent-dyads"))


def test_structure(oxigraph: Oxigraph) -> None:
    assert {(row["who"], row["enemy"]) for row in ask(oxigraph, "common-enemies", actor="Russie")} == {
        ("Chine", "Ukraine"),
        ("ONU", "Ukraine"),
    }
    for actor in ("Chine", "Ukraine", "Alexandre Loukachenko"):
        triads = ask(oxigraph, "unbalanced-triads", actor=actor)
        told = [(row["between"], {row["side1"], row["side2"]}, row["hostile"]) for row in triads]
        assert ("Alexandre Loukachenko", {"Chine", "Ukraine"}, "1") in told, actor
    bloc = {row["member"]: row["step"] for row in ask(oxigraph, "bloc", actor="Russie")}
    assert bloc == {"Chine": "1", "Alexandre Loukachenko": "2"}


def test_contested_sets_what_is_said_against_what_is_denied(oxigraph: Oxigraph) -> None:
    (row,) = ask(oxigraph, "contested")
    assert (row["actor1"], row["type_"], row["actor2"]) == ("Russie", "ASSAULT", "États-Unis")
    assert (row["affirmedBy"], row["deniedBy"]) == ("Kremlin", "Le Journal")


def test_unconfirmed_is_what_is_only_said(oxigraph: Oxigraph) -> None:
    assert {row["status"] for row in ask(oxigraph, "unconfirmed")} == {"denied", "reported", "planned", "possible"}
    assert len(ask(oxigraph, "unconfirmed")) == 4


def test_evidence_opens_on_the_sentence(oxigraph: Oxigraph) -> None:
    rows = ask(oxigraph, "evidence", actor="Trump", other="Poutine")
    assert len(rows) == 3 and {row["article"] for row in rows} == {"a1", "a2"}
    assert all(re.fullmatch("[0-9a-f]{16}", row["id"]) and row["text"] and row["from"] == "0" for row in rows)


def test_days_bound_from_both_sides(oxigraph: Oxigraph) -> None:
    assert {row["day"] for row in ask(oxigraph, "timeline", since="2025-08-16", until="2025-08-19")} == {"2025-08-19"}
    assert all(row["day"] <= "2025-08-12" for row in ask(oxigraph, "timeline", until="2025-08-12"))
    assert {row["basis"] for row in ask(oxigraph, "timeline")} == {"stated", "published"}


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("bloc", {}, "needs --actor"),
        ("bloc", {"actor": "Russie", "type": "AID"}, "takes --actor, not --type"),
        ("alliances", {"actor": "Rusie"}, "did you mean 'Russie'"),
        ("alliances", {"since": "hier"}, "no day"),
        ("alliances", {"type": "LOVE"}, "no type 'LOVE'"),
        ("nothing", {}, "no query 'nothing'"),
    ],
)
def test_what_cannot_be_meant_is_told(name: str, values: dict[str, str], message: str, oxigraph: Oxigraph) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        ask(oxigraph, name, **values)


@given(st.sampled_from(["actor", "other", "since", "until", "type"]), any_text | st.sampled_from(HOSTILE))
def test_no_text_of_a_user_gets_into_a_query(oxigraph: Oxigraph, parameter: str, value: str) -> None:
    query = named("timeline")
    try:
        text = filled(oxigraph, "timeline", {parameter: value})
    except QueryError:
        return
    before, after = query.text.split(f"VALUES ?{parameter} {{ UNDEF }}")
    assert re.fullmatch(
        r'VALUES \?\w+ \{ (<[^<>"{}|\\^`\s]+>|"\d{4}-\d\d-\d\d"\^\^<[^<>\s]+>) \}', text[len(before) : -len(after)]
    )
