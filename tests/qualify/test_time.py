"""When? Date expressions and their values, and which event they date. 2024-03-14 is a Thursday."""

from __future__ import annotations

import pytest

from graphbuild.qualify.dating import time_of
from graphbuild.qualify.time import dates_in

from .conftest import At

PUBLISHED = "2024-03-14"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("le 3 mai 2019", ["2019-05-03"]),
        ("le 1er janvier 2020", ["2020-01-01"]),
        ("en mai 2019", ["2019-05"]),
        ("en 2014", ["2014"]),
        ("à l'été 2011", ["2011"]),
        ("le 5 mars", ["2024-03-05"]),
        ("le 20 décembre", ["2023-12-20"]),
        ("en décembre dernier", ["2023-12"]),
        ("les 22 et 23 mars 2018", ["2018-03-22"]),
        ("du 25 au 27 janvier", ["2024-01-25"]),
        ("hier", ["2024-03-13"]),
        ("ce jeudi", ["2024-03-14"]),
        ("lundi", ["2024-03-11"]),
        ("lundi prochain", ["2024-03-18"]),
        ("jeudi dernier", ["2024-03-07"]),
        ("le mois dernier", ["2024-02"]),
        ("l'an prochain", ["2025"]),
        ("il y a trois jours", ["2024-03-11"]),
        ("il y a à peine un mois", ["2024-02"]),
        ("il y a deux semaines", ["2024-02"]),
        ("il y a dix ans", ["2014"]),
        ("la semaine dernière", ["2024-03"]),
        ("il y a trois ministres", []),
        ("le 31 février 2020", []),
        ("la planète Mars", []),
        ("En mars, tout a changé", ["2024-03"]),
        ("enfin mars approche", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [dated.value for dated in dates_in(text, PUBLISHED)] == values


def test_relative_dates_need_the_article_s_own() -> None:
    assert dates_in("hier, lundi, il y a deux ans et le 5 mars", None) == ()


def test_a_week_of_two_months_has_no_month() -> None:
    assert dates_in("la semaine dernière", "2024-03-06") == ()


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("L'assaut a commencé lundi.", "2024-03-11"),
        ("L'assaut a commencé en mars 2023.", None),
        ("L'assaut a commencé.", None),
    ],
)
def test_a_title_tells_the_news_of_the_sentence_below(at: At, lead: str, expected: str | None) -> None:
    context, trigger = at(lead, "attaque", PUBLISHED, title="La Serbie attaque le Kosovo")
    assert time_of(context, trigger, "ASSAULT", "asserted") == expected
    assert time_of(context, trigger, "ASSAULT", "planned") is None


def test_a_weekday_of_a_plan_lies_ahead() -> None:
    assert [dated.value for dated in dates_in("lundi", PUBLISHED, ahead=True)] == ["2024-03-18"]


@pytest.mark.parametrize(
    ("text", "word", "kind", "factuality", "expected"),
    [
        ("La Serbie a attaqué le Kosovo lundi.", "attaqué", "ASSAULT", "asserted", "2024-03-11"),
        ("Le 3 mai 2019, la Serbie a attaqué le Kosovo.", "attaqué", "ASSAULT", "asserted", "2019-05-03"),
        ("La Serbie rencontrera le Kosovo lundi.", "rencontrera", "CONSULT", "planned", "2024-03-18"),
        ("La Serbie a attaqué le Kosovo.", "attaqué", "ASSAULT", "asserted", None),
        ("Le 3 mai, tout a changé. La Serbie a attaqué le Kosovo.", "attaqué", "ASSAULT", "asserted", "2024-05-03"),
        ("Le 3 mai, tout a changé. La Serbie a salué le Kosovo.", "salué", "SUPPORT", "asserted", None),
        ("Le 3 mai, tout a changé. La Serbie veut attaquer le Kosovo.", "attaquer", "ASSAULT", "planned", None),
    ],
)
def test_which_event_is_dated(at: At, text: str, word: str, kind: str, factuality: str, expected: str | None) -> None:
    assert time_of(*at(text, word, PUBLISHED), kind, factuality) == expected
