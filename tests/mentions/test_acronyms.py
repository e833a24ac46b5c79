"""Bodies by their full name and by the acronym that the text defines."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Selon la [Ligue de défense du littoral] (LDL), le maire ment.", "Ligue de défense du littoral"),
        ("La [LDL] proteste. La Ligue de défense du littoral (LDL) accuse le maire.", "Ligue de défense du littoral"),
        ("La [FFE] proteste. La Fédération française d'escalade (FFE) accuse.", "Fédération française d'escalade"),
        ("Le maire a saisi le [Comité technique d'évaluation].", "Comité technique d'évaluation"),
        ("Le maire saisit la [Cour d'appel de Reims].", "Cour d'appel de Reims"),
        ("Le [chef] de l'État islamique a menacé la France.", "chef de l'État islamique"),
        ("Les [gouvernements britannique, australien et danois] protestent.", "Royaume-Uni + Australie + Danemark"),
    ],
)
def test_bodies(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Le député Paul Morvan ([ABC], Belgique) a voté.", "ABC"),
        ("Deux [ONG] de défense du littoral protestent.", "ONG de défense"),
    ],
)
def test_no_acronyms(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor
