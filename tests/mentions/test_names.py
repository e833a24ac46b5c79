"""Proper names: what the tables know, what they do not, and what only looks like a name."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadText, WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("[Moscou] a condamné ces frappes.", "Russie"),
        ("Emmanuel Macron a reçu la chancelière. [Macron] l'a remerciée.", "Emmanuel Macron"),
        ("La [Maison-Blanche] a démenti.", "États-Unis"),
        ("L'[Élysée] a confirmé la visite.", "Élysée"),
        ("[Matignon] a confirmé la visite.", "Matignon"),
        ("Le général [de Gaulle] a refusé.", "Charles de Gaulle"),
        ("[Mitterrand] a reçu Margaret Thatcher.", "François Mitterrand"),
        ("L'[Otan] a envoyé des renforts.", "OTAN"),
        ("Le [conseil de sécurité] a voté la résolution.", "Conseil de sécurité des Nations unies"),
        ("Le Parti socialiste a réagi. Le [PS] demande un vote.", "Parti socialiste"),
        ("La [Croix-Rouge] a protesté.", "Croix-Rouge"),
    ],
)
def test_known_names(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    "marked",
    [
        "[Ces] propos ont surpris le ministre.",
        "Un camion a bloqué la [RN] 106 pendant deux heures.",
        "La réunion s'est tenue à [Paris] hier soir.",
        "Les rues de [Moscou] étaient désertes.",
        "En [Irak], les combats continuent.",
        "Deux hommes ont été arrêtés mardi à [Varsovie].",
        "À la station [Jacques Bonsergent], le métro s'est arrêté.",
        "La foule a quitté la place Jean [Moulin] hier.",
        "Un avion a quitté l'aéroport Charles de [Gaulle] hier.",
        "Le [Brexit] inquiète les marchés.",
        "Il a crié « [Allah] » dans la rue.",
    ],
)
def test_no_actor_by_that_name(who_is: WhoIs, marked: str) -> None:
    assert who_is(marked) == ""


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Marie Curie a salué Henri Becquerel. [Curie] a ensuite quitté la salle.", "Marie Curie"),
        ("L'Ordre de Malte a refusé. L'[Ordre] demande un délai.", "Ordre de Malte"),
        ("L'[Église] épiscopale des États-Unis a refusé.", "Église épiscopale des États-Unis"),
        ("L'Église et les [États-Unis] ont refusé.", "États-Unis"),
        ("Le [Gouvernement] du Burundi a refusé.", "Burundi"),
        ("Le Polonais [Frédéric Chopin] a quitté Varsovie.", "Frédéric Chopin"),
        ("Le [Polonais] Frédéric Chopin a quitté Varsovie.", "Frédéric Chopin"),
        ("L'Allemande Angela Merkel est arrivée. L'[Allemande] a salué la foule.", "Angela Merkel"),
        ("Le marchand Paul Morvan de [Kerguelen] a protesté.", "Paul Morvan de Kerguelen"),
        ("Le maire accuse [Paul Morvan].", "Paul Morvan"),
        ("Deux hommes ont été arrêtés ; la [Pologne] proteste.", "Pologne"),
    ],
)
def test_names_that_the_article_introduces(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


def test_a_compound_names_both(who_is: WhoIs) -> None:
    assert who_is("L'appel [Trump-Poutine] a duré une heure.") == "Donald Trump + Vladimir Poutine"


def test_a_compound_adjective_names_both(who_is: WhoIs) -> None:
    assert who_is("L'accord [russo-américain] est signé.") == "Russie + États-Unis"


def test_an_adjective_only_qualifies(read_text: ReadText) -> None:
    scene = read_text("Les sanctions américaines frappent l'Iran.")
    adjectives = [mention.actors[0].name for mention in scene.mentions.found if mention.adjective]
    assert adjectives == ["États-Unis"]


def test_the_capital_of_the_article_is_no_union(who_is: WhoIs) -> None:
    text = "Belgique : le gouvernement belge se réunit. La Belgique attend. [Bruxelles] a tranché."
    assert who_is(text) == "Belgique"
