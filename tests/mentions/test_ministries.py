"""Ministers lead the ministry of their state."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadText


def led(read_text: ReadText, text: str) -> list[tuple[str, str]]:
    offices = read_text(text).mentions.offices.values()
    return [(office.body.name, office.body.id) for row in offices for office in row]


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        (
            "En France, le ministre de l'Intérieur, Paul Morvan, a protesté.",
            "ministère de l'Intérieur",
            "ministere-de-l-interieur-france",
        ),
        (
            "Le ministre polonais de la Défense Jan Nowak est à Madrid.",
            "ministère de la Défense",
            "ministere-de-la-defense-pologne",
        ),
    ],
)
def test_ministries(read_text: ReadText, text: str, name: str, id_: str) -> None:
    assert led(read_text, text) == [(name, id_)]


def test_the_head_of_a_government_leads_its_state(read_text: ReadText) -> None:
    assert led(read_text, "Le premier ministre polonais Jan Nowak a protesté.") == [("Pologne", "pologne")]


def test_a_rank_is_no_ministry(read_text: ReadText) -> None:
    assert led(read_text, "Le ministre d'État Paul Morvan a protesté.") == []
