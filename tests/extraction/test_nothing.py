"""What joins nobody."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose

NOBODY = [
    # two names and no action
    "La Chine et le Japon sont deux pays d'Asie.",
    "Entre la France et l'Allemagne coule un fleuve.",
    "Donald Trump a soixante-dix-neuf ans, Vladimir Poutine en a soixante-douze.",
    # the same actor twice
    "Moscou a critiqué la Russie.",
    "Washington soutient les États-Unis.",
    # saying without an addressee
    "Emmanuel Macron a déclaré que la situation était grave.",
    "Selon Donald Trump, il fait beau.",
    # no actors at all
    "Le sommet a commencé sous la pluie.",
    "Les prix ont augmenté de trois pour cent.",
    # a word of action inside a name
    "L'Union européenne et l'Alliance atlantique siègent à Bruxelles.",
    # another does the next thing
    "À la veille du sommet, Trump menace et Poutine flatte.",
    # to leave a town is no quarrel
    "Xi Jinping quitte Moscou.",
    # who suffers what one condemns is not condemned
    "Le Chili condamne l'assassinat de Jovenel Moïse.",
    # what is told of a noun behind an adjective
    "L'attaque surprise de Daech a étonné.",
    # action nouns whose bearers are unknown
    "Les négociations ont repris mardi.",
]
BYSTANDERS = [
    ("Les contacts de l'Iran avec la Russie, alors que la Turquie était absente, inquiètent.", "Turquie"),
    ("Emmanuel Macron a rencontré des lycéens à Moscou.", "Russie"),
    ("Selon l'ONU, la Russie a attaqué l'Ukraine.", "ONU"),
    ("D'après Reuters, Israël a frappé l'Iran.", "Reuters"),
    ("La Russie a attaqué l'Ukraine, rapporte l'AFP.", "AFP"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_joined(propose: Propose, text: str) -> None:
    assert propose(text) == []


@pytest.mark.parametrize(("text", "bystander"), BYSTANDERS)
def test_places_and_sources_take_no_part(propose: Propose, text: str, bystander: str) -> None:
    assert not [p for p in propose(text) if bystander in (p.source, p.target)]


def test_no_actor_acts_on_itself(propose: Propose) -> None:
    text = "Moscou et la Russie ont condamné le Kremlin. Trump a félicité Donald Trump et Joe Biden."
    assert all(proposal.source != proposal.target for proposal in propose(text))
