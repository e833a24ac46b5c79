"""A shorthand from a text to what the rules read with both sides filled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphbuild.extraction import readings
from graphbuild.mentions import read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon


class Proposal(NamedTuple):
    """A reading in words: one source and one target."""

    type: str
    source: str
    target: str
    rule: str
    lemma: str


Propose = Callable[[str], list[Proposal]]


@pytest.fixture(scope="session")
def propose(nlp: Language, lexicon: Lexicon) -> Propose:
    """Return a function that gives what the rules read in a text, one a pair."""

    def proposals(text: str) -> list[Proposal]:
        ((article, paragraphs),) = parse([Article("text", text, "text", "", date="2025-06-01")], nlp)
        scene = read_scene(article, paragraphs, lexicon)
        return [
            Proposal(reading.frame.type, source.name, target.name, reading.rule, reading.frame.lemma)
            for reading in readings(scene)
            if reading.source is not None and reading.target is not None
            for source in reading.source.actors
            for target in reading.target.actors
        ]

    return proposals


def holds(found: list[Proposal], event: str) -> bool:
    """Tell whether an event written "TYPE source > target" is among the proposals ("=" for either direction)."""
    type_, _, sides = event.partition(" ")
    if " = " in sides:
        one, other = sides.split(" = ")
        return holds(found, f"{type_} {one} > {other}") or holds(found, f"{type_} {other} > {one}")
    source, target = sides.split(" > ")
    return any((p.type, p.source, p.target) == (type_, source, target) for p in found)
