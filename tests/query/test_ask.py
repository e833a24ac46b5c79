"""A question in one call, and how its answer shows in a notebook."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import html

from graphbuild.errors import LedgerError, QueryError
from graphbuild.query import ask
from graphbuild.query.answer import Rows, Truth
from tests.factories import HOSTILE


def test_by_name_and_in_sparql(folder: Path) -> None:
    found = ask(folder, "rivalries", actor="Russie", since="2025-08-01")
    assert isinstance(found, Rows)
    ((row),) = found.records()
    assert {row["actor1"], row["actor2"]} == {"Russie", "Ukraine"} and row["hostile"] == "1"
    assert ask(str(folder), "ASK { ?e a sem:Event }") == Truth(True)
    cut = ask(folder, "timeline", most=2)
    assert isinstance(cut, Rows) and cut.cut and len(cut.rows) == 2


def test_what_is_not_given_does_not_count(folder: Path) -> None:
    assert ask(folder, "rivalries", states=False) == ask(folder, "rivalries")


@pytest.mark.parametrize(
    ("question", "values", "message"),
    [
        ("love", {}, "no query 'love'"),
        ("bloc", {}, "bloc needs --actor"),
        ("bloc", {"actor": "Russie", "type": "ACCUSE"}, "bloc takes --actor, not --type"),
        ("ASK {}", {"actor": "Russie"}, "actor is for queries by name"),
        ("SELECT *", {}, "not sound"),
    ],
)
def test_wrong_use(question: str, values: dict[str, str], message: str, folder: Path) -> None:
    with pytest.raises(QueryError, match=message):
        ask(folder, question, **values)


def test_no_build(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no graph here"):
        ask(tmp_path, "alliances")


def test_a_table_in_a_notebook_is_inert() -> None:
    texts = [text for text in HOSTILE if "\ud800" not in text]
    rows = Rows(("<b>head", "n"), [(ox.Literal(text), None) for text in texts])
    shown = rows._repr_html_()
    page = html.fromstring(f"<div>{shown}</div>")
    assert {element.tag for element in page.iter()} <= {"div", "table", "tbody", "tr", "th", "td"}
    assert [element for element in page.iter() if element.attrib] == []
    assert page.xpath("//th")[0].text == "<b>head" and len(page.xpath("//tr")) == len(texts) + 1


def test_a_long_table_is_cut_and_says_so() -> None:
    shown = Rows(("n",), [(ox.Literal(str(number)),) for number in range(60)])._repr_html_()
    assert shown.count("<tr>") == 51 and "… 10 more" in shown
