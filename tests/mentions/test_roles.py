"""Roles: who holds an office, by the text and by the day of the article."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadText, WhoIs


@pytest.mark.parametrize(
    ("marked", "date", "actor"),
    [
        ("Le [président russe] a appelé Emmanuel Macron.", "2019-05-01", "Vladimir Poutine"),
        ("Le [président américain] a parlé.", "2015-05-01", "Barack Obama"),
        ("Le [président américain] a parlé.", "2018-05-01", "Donald Trump"),
        ("Le [maître du Kremlin] a refusé.", "2022-05-01", "Vladimir Poutine"),
        ("La France attend. Le [président de la République] a parlé.", "2018-05-01", "Emmanuel Macron"),
        ("Angela Merkel a vu Emmanuel Macron. La [chancelière] a remercié la France.", "2018-05-01", "Angela Merkel"),
        ("La France attend. Nicolas Sarkozy est arrivé. L'[ex-président] a parlé.", "2018-05-01", "Nicolas Sarkozy"),
        (
            "La France attend. Nicolas Sarkozy est arrivé. L'ancien [président] a parlé.",
            "2018-05-01",
            "Nicolas Sarkozy",
        ),
        (
            "La France attend. Emmanuel Macron est arrivé. Le nouveau [président] a parlé.",
            "2018-05-01",
            "Emmanuel Macron",
        ),
        ("La France attend. Emmanuel Macron est arrivé. L'ancien [président] a parlé.", "2018-05-01", "président"),
        (
            "Nicolas Sarkozy a vu François Hollande en France. L'ancien [président] a protesté.",
            "2018-05-01",
            "président",
        ),
        ("Donald Trump a critiqué son [prédécesseur].", "2018-05-01", "Barack Obama"),
        ("Donald Trump a rencontré le [pape].", "2018-05-01", "Pape François"),
        ("Donald Trump a rencontré le [roi].", "2018-05-01", "roi"),
        ("Paul Morvan a critiqué son [prédécesseur].", "2018-05-01", "prédécesseur"),
    ],
)
def test_offices_by_day(who_is: WhoIs, marked: str, date: str, actor: str) -> None:
    assert who_is(marked, date) == actor


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Le [ministre] des Finances Wolfgang Schäuble a refusé l'accord.", "Wolfgang Schäuble"),
        ("Wolfgang Schäuble, [ministre] des Finances, a refusé l'accord.", "Wolfgang Schäuble"),
        ("Wolfgang Schäuble est [ministre] des Finances.", "Wolfgang Schäuble"),
        ("Wolfgang Schäuble, une [figure] politique, a refusé l'accord.", "Wolfgang Schäuble"),
        ("Wolfgang Schäuble, ministre des Finances, est arrivé. Le [ministre] a refusé.", "Wolfgang Schäuble"),
        ("Le [ministre] allemand des Finances, Wolfgang Schäuble, a refusé l'accord.", "Wolfgang Schäuble"),
        ("Le [candidat] LR à la présidentielle, François Fillon, a protesté.", "François Fillon"),
        ("Le [directeur] du musée de l'Armée, Paul Morvan, a protesté.", "Paul Morvan"),
        ("Le [représentant] en Argentine de l'association, Paul Morvan, a protesté.", "Paul Morvan"),
    ],
)
def test_offices_by_the_text(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


def test_a_list_is_no_apposition(who_is: WhoIs) -> None:
    text = "Angela Merkel a vu Emmanuel Macron, le [Premier ministre] et Donald Tusk."
    assert who_is(text) != "Emmanuel Macron"


def test_a_list_behind_an_office_is_no_apposition(who_is: WhoIs) -> None:
    text = "Elle a vu le [directeur] du musée de l'Armée, Paul Morvan, Karl Brandt et Anne Roy."
    assert who_is(text) != "Paul Morvan"


def test_a_woman_is_not_the_man_in_office(who_is: WhoIs) -> None:
    text = "La France attend. La [présidente] du conseil régional a protesté."
    assert who_is(text, "2018-05-01") != "Emmanuel Macron"


def test_an_adjective_is_no_rank(who_is: WhoIs) -> None:
    assert who_is("Les soldats gardent le quartier [général] de la police.") == ""


def test_a_verb_is_no_part_of_an_office(who_is: WhoIs) -> None:
    assert who_is("Le [président polonais] critique le Sénat.", "1930-01-01") == "président polonais"


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Emmanuel Macron parle. La [présidente] du FN attaque Emmanuel Macron.", "Emmanuel Macron"),
        ("Emmanuel Macron parle. Le [chef] de file de La France insoumise proteste.", "Emmanuel Macron"),
        ("La [présidente] du parti, Emmanuel Macron, proteste.", "Emmanuel Macron"),
    ],
)
def test_somebody_else_holds_the_office(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked, "2018-05-01") != actor


def test_one_noun_for_two_offices(who_is: WhoIs) -> None:
    text = "Les [présidents] russe et français se sont entretenus."
    assert who_is(text, "2019-05-01") == "Vladimir Poutine + Emmanuel Macron"


def test_an_office_is_recorded_with_its_body(read_text: ReadText) -> None:
    scene = read_text("Jens Stoltenberg, secrétaire général de l'OTAN, a salué l'accord.")
    (office,) = scene.mentions.offices[0]
    assert (office.mention.actors[0].name, office.relation, office.body.name) == ("Jens Stoltenberg", "LEADS", "OTAN")
