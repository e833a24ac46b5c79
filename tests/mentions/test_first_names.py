"""First names: persons called by them alone, couples with one surname, and what only looks like a first name."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Le juge a entendu la victime. [Sarah] accuse son voisin.", "Sarah"),
        ("Hier [Sarah] Lambert a porté plainte. Le policier a cru Sarah.", "Sarah Lambert"),
        ("Hier Sarah Lambert a porté plainte. Le policier a cru [Sarah].", "Sarah Lambert"),
        ("[Bruno] et Hélène Morvan accusent le maire.", "Bruno Morvan"),
        ("Bruno et [Hélène Morvan] accusent le maire.", "Hélène Morvan"),
    ],
)
def test_first_names(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    "marked",
    ["La tempête [Julia] a touché le village.", "Le prix [Albert] sera remis lundi.", "Il est né à [Florence]."],
)
def test_no_persons(who_is: WhoIs, marked: str) -> None:
    assert who_is(marked) == ""
