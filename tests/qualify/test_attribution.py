"""Who says so? A name, or nobody where the narrator speaks."""

from __future__ import annotations

import pytest

from graphbuild.qualify.attribution import attribution

from .conftest import At

SAID = [
    ("Selon Emmanuel Macron, la Serbie a attaqué le Kosovo.", "attaqué", "Emmanuel Macron"),
    ("La Serbie a attaqué le Kosovo, selon Emmanuel Macron.", "attaqué", "Emmanuel Macron"),
    ("D'après Emmanuel Macron, la Serbie a attaqué le Kosovo.", "attaqué", "Emmanuel Macron"),
    ("Emmanuel Macron affirme que la Serbie a attaqué le Kosovo.", "attaqué", "Emmanuel Macron"),
    ("Emmanuel Macron a déclaré avoir rencontré Vladimir Poutine.", "rencontré", "Emmanuel Macron"),
    ("Emmanuel Macron accuse la Serbie d'avoir attaqué le Kosovo.", "attaqué", "Emmanuel Macron"),
    ("« La Serbie a attaqué le Kosovo », a déclaré Emmanuel Macron.", "attaqué", "Emmanuel Macron"),
    ("« La Serbie a attaqué le Kosovo. C'est grave », a déclaré Emmanuel Macron.", "attaqué", "Emmanuel Macron"),
    ("Emmanuel Macron a déclaré : « La Serbie a attaqué le Kosovo. »", "attaqué", "Emmanuel Macron"),
    ("La Serbie a attaqué le Kosovo, a précisé Emmanuel Macron.", "attaqué", "Emmanuel Macron"),
    ("Le Hamas a revendiqué un attentat contre Israël.", "attentat", "Hamas"),
    ("Des sources indiquent que la Serbie a attaqué le Kosovo.", "attaqué", "sources"),
]
TOLD = [
    ("La Serbie a attaqué le Kosovo.", "attaqué"),
    ("Emmanuel Macron a rencontré Vladimir Poutine.", "rencontré"),
    ("Emmanuel Macron affirme que tout va bien. La Serbie a attaqué le Kosovo.", "attaqué"),
    ("Rappelons que la Serbie a attaqué le Kosovo.", "attaqué"),
    ("« Tout va bien », a déclaré Emmanuel Macron. La Serbie a attaqué le Kosovo.", "attaqué"),
    ("Pour la Serbie, le Kosovo attaqué reste une province.", "attaqué"),
]


@pytest.mark.parametrize(("text", "word", "name"), SAID)
def test_what_somebody_says(at: At, text: str, word: str, name: str) -> None:
    found = attribution(*at(text, word))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("text", "word"), TOLD)
def test_what_the_narrator_tells(at: At, text: str, word: str) -> None:
    assert attribution(*at(text, word)) is None


def test_a_speech_act_is_no_report_of_itself(at: At) -> None:
    context, word = at("« Nous condamnons la Serbie », a déclaré Emmanuel Macron.", "condamnons")
    assert attribution(context, word, frozenset(("emmanuel-macron",))) is None
    assert attribution(context, word, frozenset(("serbie",))) is not None


def test_a_deed_reported_by_its_doer_is_a_report(at: At) -> None:
    context, word = at("« Nous avons condamné la Serbie », a déclaré Emmanuel Macron.", "condamné")
    assert attribution(context, word, frozenset(("emmanuel-macron",))) is not None
