"""Descriptions of one person: named beside it, by copula, and taken up again; lists and roles of others are none."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("La police cherche un [homme] de 39 ans, Karl Brandt, qui vit à Lille.", "Karl Brandt"),
        ("Karl Brandt, le [médecin] de la victime, a appelé la police.", "Karl Brandt"),
        ("Le juge a entendu une [adolescente] nommée Julie.", "Julie"),
        ("Le [tireur] est un homme de 39 ans, Karl Brandt, qui vit à Lille.", "Karl Brandt"),
        ("La police a arrêté un voisin, Karl Brandt. Le [voisin] a menti.", "Karl Brandt"),
        ("Le [beau-frère] de Paul Morvan, Karl Brandt, a menti.", "Karl Brandt"),
        ("Le président Paul Morvan a protesté. L'[homme] de 70 ans nie.", "Paul Morvan"),
        ("Un homme a frappé un policier. L'[individu] a fui.", "homme"),
    ],
)
def test_identified(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Devant le maire, Karl Brandt, un [adolescent] a crié.", "adolescent"),
        ("Il a vu Karl Brandt, un [voisin] et deux passants.", "voisin"),
        ("Karl Brandt accuse le maire. Un [homme] a été arrêté.", "homme"),
    ],
)
def test_somebody_else(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor
