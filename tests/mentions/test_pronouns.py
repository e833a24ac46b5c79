"""Pronouns, possessives, pairs and quotations: whom they refer to, and where they refer to nobody."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Angela Merkel a reçu Emmanuel Macron. [Elle] a salué cet accord.", "Angela Merkel"),
        ("Angela Merkel a reçu Emmanuel Macron. [Il] a salué cet accord.", "Emmanuel Macron"),
        ("Marie Curie a été élue. Pierre Curie attendait. [Elle] a remercié le jury.", "Marie Curie"),
        ("Les manifestants ont bloqué la route. [Ils] demandent un vote.", "manifestants"),
        ("La Russie a refusé. Emmanuel Macron [lui] a répondu.", "Russie"),
        ("Angela Merkel a, [elle], refusé.", "Angela Merkel"),
        ("Angela Merkel a rencontré Emmanuel Macron, mais ce [dernier] a refusé.", "Emmanuel Macron"),
    ],
)
def test_pronouns(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    "marked",
    [
        "Emmanuel Macron attend. [Il] faut un accord.",
        "Emmanuel Macron attend. [Il] est possible que la Russie refuse.",
        "Emmanuel Macron attend. Quoi qu'[il] en soit, la Russie refuse.",
    ],
)
def test_impersonal_il(who_is: WhoIs, marked: str) -> None:
    assert who_is(marked) == ""


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Emmanuel Macron a présenté [son] projet à Angela Merkel.", "Emmanuel Macron"),
        ("Dans [son] discours, Angela Merkel a salué Emmanuel Macron.", "Angela Merkel"),
        ("Donald Trump et Vladimir Poutine préparent [leur] rencontre.", "Donald Trump + Vladimir Poutine"),
        ("L'Europe sanctionne l'Iran pour [son] aide à la Russie.", "Iran"),
        ("L'Europe attend l'Iran pour [son] sommet.", "Europe"),
    ],
)
def test_possessives(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    ("marked", "actors"),
    [
        ("Donald Trump a vu Vladimir Poutine. Les deux [hommes] ont parlé.", "Donald Trump + Vladimir Poutine"),
        ("La France a signé avec l'Italie. Les deux [pays] sont satisfaits.", "France + Italie"),
        (
            "Donald Trump, Angela Merkel et Emmanuel Macron dînent. Les deux [hommes] parlent.",
            "Donald Trump + Emmanuel Macron",
        ),
    ],
)
def test_pairs(who_is: WhoIs, marked: str, actors: str) -> None:
    assert who_is(marked) == actors


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("« [Je] refuse cet accord », a déclaré Angela Merkel.", "Angela Merkel"),
        ("Angela Merkel a déclaré : « [Nous] refusons cet accord. »", "Angela Merkel"),
        ("« C'est [notre] victoire », a affirmé Emmanuel Macron devant Angela Merkel.", "Emmanuel Macron"),
        ("[Je] refuse cet accord, et Angela Merkel aussi.", ""),
    ],
)
def test_first_person(who_is: WhoIs, marked: str, speaker: str) -> None:
    assert who_is(marked) == speaker
