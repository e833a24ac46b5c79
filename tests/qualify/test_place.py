"""Where? A place named in a locative near the trigger, never one of the actors."""

from __future__ import annotations

import pytest

from graphbuild.qualify.place import place

from .conftest import At


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("La Pologne a rencontré la Hongrie à Vienne.", "rencontré", "Vienne"),
        ("Une rencontre a eu lieu à Genève.", "rencontre", "Genève"),
        ("À Genève, la Pologne a rencontré la Hongrie.", "rencontré", "Genève"),
    ],
)
def test_a_place_in_a_locative(at: At, text: str, word: str, name: str) -> None:
    found = place(*at(text, word), set())
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La Pologne a rencontré la Hongrie.", "rencontré"),
        ("La Pologne a rencontré le maire de Vienne.", "rencontré"),
        ("La Pologne a rencontré la Hongrie. Il pleut à Vienne.", "rencontré"),
    ],
)
def test_no_place(at: At, text: str, word: str) -> None:
    assert place(*at(text, word), set()) is None


def test_an_actor_is_no_place(at: At) -> None:
    context, word = at("La Pologne a parlé à Vienne.", "parlé")
    vienna = next(token.i for token in context.doc if token.text == "Vienne")
    assert place(context, word, {vienna}) is None
