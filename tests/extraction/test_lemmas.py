"""The dictionary forms that a token may have, on tokens made by hand."""

from __future__ import annotations

import pytest

from graphbuild.extraction.lemmas import adjective_lemmas, first_known, noun_lemmas, verb_lemmas
from tests.extraction.trees import tree


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("rencontrèrent", "rencontrer"),
        ("accusait", "accuser"),
        ("signeront", "signer"),
        ("frappées", "frapper"),
        ("envahit", "envahir"),
        ("réunies", "réunir"),
        ("saluant", "saluer"),
    ],
)
def test_verbs(form: str, infinitive: str) -> None:
    (token,) = tree(f"{form} {form} VERB ROOT 0")
    assert next(verb_lemmas(token)) == form
    assert infinitive in verb_lemmas(token)


@pytest.mark.parametrize(("form", "singular"), [("accords", "accord"), ("généraux", "général"), ("Appel", "appel")])
def test_nouns(form: str, singular: str) -> None:
    (token,) = tree(f"{form} {form} NOUN ROOT 0")
    assert singular in noun_lemmas(token)


@pytest.mark.parametrize(("form", "masculine"), [("hostiles", "hostile"), ("alliée", "allié"), ("cruelles", "cruel")])
def test_adjectives(form: str, masculine: str) -> None:
    (token,) = tree(f"{form} {form} ADJ ROOT 0")
    assert masculine in adjective_lemmas(token)


def test_the_first_lemma_of_a_table_wins() -> None:
    assert first_known({"b": 1, "c": 2}, ["a", "c", "b"]) == 2
    assert first_known({"b": 1}, []) is None
