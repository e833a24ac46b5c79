"""Did it happen? One sentence a construction, the trigger named beside it."""

from __future__ import annotations

import pytest

from graphbuild.qualify.factuality import factuality

from .conftest import At

ASSERTED = [
    ("La Pologne a rencontré la Hongrie à Vienne.", "rencontré"),
    ("Le Maroc rencontre régulièrement la Tunisie.", "rencontre"),
    ("Le Maroc n'hésite pas à critiquer l'Algérie.", "critiquer"),
    ("Le Maroc ne cesse de critiquer l'Algérie.", "critiquer"),
    ("La Suède a réussi à convaincre la Finlande.", "convaincre"),
    ("La Suède a pu rencontrer la Finlande.", "rencontrer"),
    ("Le ministre affirme que la Serbie a attaqué le Kosovo.", "attaqué"),
    ("Les étudiants défilent pour dénoncer le gouvernement.", "dénoncer"),
    ("Le Chili a nié ces accusations.", "accusations"),
    ("Le gouvernement veut oublier une ville assiégée par les rebelles.", "assiégée"),
]
NEGATED = [
    ("La Pologne n'a pas rencontré la Hongrie.", "rencontré", "pas"),
    ("La Pologne ne rencontrera jamais la Hongrie.", "rencontrera", "jamais"),
    ("La Pologne ne critique plus la Hongrie.", "critique", "plus"),
    ("La Pologne a signé le texte sans rencontrer la Hongrie.", "rencontrer", "sans"),
    ("La Pologne refuse de rencontrer la Hongrie.", "rencontrer", "refuse"),
    ("La Pologne a renoncé à attaquer la Hongrie.", "attaquer", "renoncé"),
    ("La Pologne ne veut pas rencontrer la Hongrie.", "rencontrer", "pas"),
    ("Il n'y a eu aucune rencontre entre la Pologne et la Hongrie.", "rencontre", "aucune"),
    ("La Pologne regrette l'absence de rencontre avec la Hongrie.", "rencontre", "absence"),
    ("La rencontre avec la Hongrie n'a pas eu lieu.", "rencontre", "pas"),
]
PLANNED = [
    ("La Pologne rencontrera la Hongrie lundi.", "rencontrera", "rencontrera"),
    ("La Pologne va rencontrer la Hongrie.", "rencontrer", "va"),
    ("La Pologne a annoncé que la Suède livrerait des chars.", "livrerait", "livrerait"),
    ("La Pologne doit rencontrer la Hongrie lundi.", "rencontrer", "doit"),
    ("La Pologne devrait rencontrer la Hongrie lundi.", "rencontrer", "devrait"),
    ("La Pologne veut rencontrer la Hongrie.", "rencontrer", "veut"),
    ("La Pologne s'apprête à attaquer la Hongrie.", "attaquer", "apprête"),
    ("Une rencontre avec la Hongrie est prévue lundi.", "rencontre", "prévue"),
    ("La Pologne prépare la prochaine rencontre avec la Hongrie.", "rencontre", "prépare"),
    ("La Pologne a un projet de rencontre avec la Hongrie.", "rencontre", "projet"),
    ("Le Danemark a envoyé des navires pour attaquer la Suède.", "attaquer", "pour"),
]
POSSIBLE = [
    ("La Pologne pourrait rencontrer la Hongrie.", "rencontrer", "pourrait"),
    ("La Pologne aurait attaqué la Hongrie.", "attaqué", "aurait"),
    ("La Pologne respecterait la Hongrie.", "respecterait", "respecterait"),
    ("La Pologne craint d'attaquer la Hongrie.", "attaquer", "craint"),
    ("La Pologne demande à la Hongrie de rencontrer la Serbie.", "rencontrer", "demande"),
    ("La Pologne a peut-être rencontré la Hongrie.", "rencontré", "peut-être"),
    ("Une éventuelle rencontre avec la Hongrie inquiète la Serbie.", "rencontre", "éventuelle"),
    ("La Pologne évoque la possibilité d'une rencontre avec la Hongrie.", "rencontre", "possibilité"),
    ("Si la Pologne attaque la Hongrie, la Serbie fermera sa frontière.", "attaque", "Si"),
    ("La Pologne n'exclut pas de rencontrer la Hongrie.", "rencontrer", "exclut"),
]


@pytest.mark.parametrize(("text", "word"), ASSERTED)
def test_what_is_told_as_fact(at: At, text: str, word: str) -> None:
    assert factuality(*at(text, word)) == ("asserted", ())


@pytest.mark.parametrize(
    ("expected", "text", "word", "mark"),
    [
        (expected, *row)
        for expected, rows in (("negated", NEGATED), ("planned", PLANNED), ("possible", POSSIBLE))
        for row in rows
    ],
)
def test_what_is_not(at: At, expected: str, text: str, word: str, mark: str) -> None:
    found, marks = factuality(*at(text, word))
    assert found == expected
    assert mark in {text[m.start : m.end] for m in marks}
    assert all(text[m.start : m.end] == m.text for m in marks)
