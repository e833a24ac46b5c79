"""Every table of the lexicon: its form, its contents and its size."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from graphbuild.cli.lint import table_problems, tables

if TYPE_CHECKING:
    from graphbuild.lexicon import Lexicon

ACTIONS = ("verbs", "nouns", "adjectives", "expressions")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(tables()[name].read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("name", tables())
def test_form_of_each_table(name: str) -> None:
    assert list(table_problems(name, tables()[name].read_bytes())) == []


def test_everything_loads(lexicon: Lexicon) -> None:
    assert lexicon.frames and lexicon.directory.actors


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("lexicons/fr/verbs.csv", 700),
        ("lexicons/fr/nouns.csv", 500),
        ("actors/organisations.csv", 250),
        ("actors/persons.csv", 400),
    ],
)
def test_enough_is_known(name: str, least: int) -> None:
    assert len(rows(name)) >= least


def test_all_members_of_the_united_nations_are_known() -> None:
    assert sum(row["un"] == "yes" for row in rows("actors/states.csv")) == 193


@pytest.mark.parametrize("name", [f"lexicons/fr/{kind}.csv" for kind in ACTIONS])
def test_examples_are_sentences_of_known_shape(name: str) -> None:
    wrong = [row["lemma"] for row in rows(name) if not row["example"].strip() or row["expected"].count(">") != 1]
    assert wrong == []


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"a,b\nx,1\n", []),
        (b"a,b\nx,\xff\n", ["t.csv:2: is not UTF-8"]),
        ("a\ne\u0301\n".encode(), ["t.csv:2: has decomposed letters; write it in NFC"]),
        (b"a,b\nx,1,2\n", ["t.csv:2: has 3 fields, the header has 2"]),
        (b"a\ny\nx\n", ["t.csv:3: 'x' belongs before 'y'; sort the table"]),
        (b"a\nx\nx\n", ["t.csv:3: is the same as the row before it"]),
        (b"a\r\nx\n", ["t.csv:1: has a carriage return; end lines with a line feed alone"]),
    ],
)
def test_the_lint_names_file_and_line(raw: bytes, told: list[str]) -> None:
    assert list(table_problems("t.csv", raw)) == told
