"""Demonyms: citizens who are counted, a whole people at home, the state elsewhere."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("La police a arrêté deux [Palestiniens].", "Palestiniens"),
        ("La police a arrêté un [Russe].", "Russe"),
        ("La France vote. Près de 60 % des [Français] rejettent le projet.", "Français"),
        ("La France vote dimanche. En France, les [Français] jugent le projet inutile.", "Français"),
        ("Les [Turcs] ont attaqué la Syrie, et la Syrie accuse la Russie.", "Turquie"),
        ("L'[Allemand] Karl Brandt a gagné.", "Karl Brandt"),
        ("Les [Kurdes] syriens ont repris la ville.", "Kurdes syriens"),
        ("La Turquie bombarde les [Kurdes].", "Kurdes"),
        ("Les [forces] kurdes ont repris la ville.", "forces kurdes"),
    ],
)
def test_peoples(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[Business France] a signé un contrat.", "Business France"),
        ("La [France] a signé un contrat.", "France"),
        ("L'escrimeuse [Sofia Velikaya] a gagné.", "Sofia Velikaya"),
        ("Le médecin russe [Sofia] Ivanova accuse le maire.", "Sofia Ivanova"),
        ("Le général accuse [Moscou].", "Russie"),
    ],
)
def test_names_inside_names(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor
