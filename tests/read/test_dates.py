"""Dates: of the metadata, of the file name, of the head of the text, in this order."""

from __future__ import annotations

import datetime

import pytest

from graphbuild.read.dates import find, from_head, from_name, parse, publication_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (datetime.date(2024, 3, 5), "2024-03-05"),
        (datetime.datetime(2024, 3, 5, 8, tzinfo=datetime.UTC), "2024-03-05"),
        ("2024-03-05T08:00:00+01:00", "2024-03-05"),
        ("05/03/2024", "2024-03-05"),
        ("5.3.2024", "2024-03-05"),
        (20240305, "2024-03-05"),
        ("mardi 1er août 2023", "2023-08-01"),
        ("Publié le 3 févr. 2024", "2024-02-03"),
        ("31/02/2024", None),
        ("hier", None),
        (None, None),
        (["2024"], None),
    ],
)
def test_metadata(value: object, date: str | None) -> None:
    assert parse(value) == date


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2017_10_22-001", "2017-10-22"),
        ("2025-08-15-x", "2025-08-15"),
        ("lemonde_20250815", "2025-08-15"),
        ("20250815123000", None),
        ("2025-13-15", None),
        ("d01", None),
    ],
)
def test_file_names(name: str, date: str | None) -> None:
    assert from_name(name) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("22 octobre 2017. – La droite gagne.", "2017-10-22"),
        ("Publié le 3 mars 2024 à 10 h 45", "2024-03-03"),
        ("15/08/2025", "2025-08-15"),
        ("Manifestations : lundi 10 décembre 2018", "2018-12-10"),
        ("Le traité signé le 22 janvier 1963 lie les deux pays.", None),
        ("Né le 3 mars 1950, il fut ministre.", None),
    ],
)
def test_the_head_of_a_text(line: str, date: str | None) -> None:
    assert from_head(f"Un titre\n\n{line}\n\nDe la prose.") == date


def test_the_order_of_trust() -> None:
    text = "Titre\n\n3 mars 2024. – Prose."
    assert publication_date("2022-01-01", "2023-01-01", text) == ("2022-01-01", ())
    assert publication_date(None, "2023-01-01", text) == ("2023-01-01", ())
    assert publication_date(None, "a", text) == ("2024-03-03", ())
    assert publication_date("naguère", "a", text) == ("2024-03-03", ("the date of its metadata is not understood",))
    assert find("du 3 mars 2024 au 05/03/2024") == "2024-03-03"
