"""The dictionary forms that a token may have: the lemmatizer leaves a finite form in 3 % of verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from graphbuild.tree import Word

Value = TypeVar("Value")

# ending of a written form → ending of the infinitive; longest first
_VERB_ENDINGS = (
    ("eraient", "er"), ("erait", "er"), ("eront", "er"), ("èrent", "er"), ("aient", "er"), ("era", "er"),
    ("ées", "er"), ("ée", "er"), ("és", "er"), ("é", "er"), ("ant", "er"), ("ait", "er"), ("ent", "er"),
    ("es", "er"), ("ies", "ir"), ("ie", "ir"), ("is", "ir"), ("it", "ir"), ("i", "ir"), ("e", "er"), ("a", "er"),
)  # fmt: skip


def verb_lemmas(token: Word) -> Iterator[str]:
    """Yield the infinitives that a token may have, the lemmatizer's first."""
    yield token.lemma_
    form = token.lower_
    for ending, infinitive in _VERB_ENDINGS:
        if form.endswith(ending):
            yield form.removesuffix(ending) + infinitive


def first_known(table: Mapping[str, Value], lemmas: Iterable[str]) -> Value | None:
    """Return what a table holds for the first of the lemmas that it knows."""
    return next((table[lemma] for lemma in lemmas if lemma in table), None)


def noun_lemmas(token: Word) -> Iterator[str]:
    """Yield the singulars that a token may have, the lemmatizer's first."""
    yield token.lemma_
    form = token.lower_
    yield form
    if form.endswith(("s", "x")):
        yield form[:-1]
    if form.endswith("aux"):
        yield form.removesuffix("aux") + "al"


def adjective_lemmas(token: Word) -> Iterator[str]:
    """Yield the masculine singulars that a token may have, the lemmatizer's first."""
    yield token.lemma_
    form = token.lower_
    yield form
    for ending in ("es", "s", "e"):
        if form.endswith(ending):
            yield form.removesuffix(ending)
    if form.endswith(("elle", "elles")):
        yield form.removesuffix("s").removesuffix("le")
