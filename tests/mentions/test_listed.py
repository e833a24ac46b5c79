"""People counted, then named: the list tells who they are; what only follows a count does not."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actors"),
    [
        ("La police a arrêté deux [suspects], Paul Morvan et Karl Brandt.", "Paul Morvan + Karl Brandt"),
        ("Il a payé trois [hommes] : Paul Morvan, Karl Brandt et Jean Roy.", "Paul Morvan + Karl Brandt + Jean Roy"),
        ("La police a arrêté deux [hommes], Paul Morvan, 20 ans, et Karl Brandt, 33 ans.", "Paul Morvan + Karl Brandt"),
        ("Deux [ministres], Paul Morvan et Anne Roy, ont démissionné.", "Paul Morvan + Anne Roy"),
    ],
)
def test_named_in_a_list(who_is: WhoIs, marked: str, actors: str) -> None:
    assert who_is(marked) == actors


@pytest.mark.parametrize(
    ("marked", "actors"),
    [
        ("La France a libéré deux [otages], a déclaré Paul Morvan.", "otages"),
        ("Il a vu des [voisins], Paul Morvan et Karl Brandt.", "voisins"),
        ("La police a arrêté deux [suspects], dit Paul Morvan.", "suspects"),
        ("Deux [suspects], en France et en Italie, sont en fuite.", "suspects"),
    ],
)
def test_not_named(who_is: WhoIs, marked: str, actors: str) -> None:
    assert who_is(marked) == actors
