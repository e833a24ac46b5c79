"""What the text before a sentence knows: earlier events, the story, who stands near, who is spoken of."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose, holds

RULES = [
    (
        "Donald Trump a rencontré Vladimir Poutine lundi. La rencontre de Donald Trump a duré une heure.",
        "nominal.discourse",
        "CONSULT Donald Trump = Vladimir Poutine",
    ),
    (
        "La Russie a bombardé l'Ukraine. La frappe contre la Pologne a été démentie.",
        "nominal.story",
        "ASSAULT Russie > Pologne",
    ),
    (
        "La Russie a frappé l'Ukraine lundi. L'Allemagne a condamné les faits.",
        "verbal.story",
        "ACCUSE Allemagne > Russie",
    ),
    (
        "Xi Jinping est à Moscou. Xi Jinping est souriant. Emmanuel Macron a refusé de venir.",
        "verbal.salient",
        "REJECT Emmanuel Macron > Xi Jinping",
    ),
]


@pytest.mark.parametrize(("text", "rule", "event"), RULES)
def test_the_discourse_completes_an_event(propose: Propose, text: str, rule: str, event: str) -> None:
    found = [proposal for proposal in propose(text) if proposal.rule == rule]
    assert holds(found, event), propose(text)


def test_what_the_discourse_knows_is_never_sure(propose: Propose) -> None:
    for text, rule, _ in RULES:
        assert not any(p.sure for p in propose(text) if p.rule == rule)


def test_the_nearest_actor_is_tried(propose: Propose) -> None:
    assert "verbal.nearby" in {p.rule for p in propose("La Chine proteste : le Japon aurait tort.")}
