"""A shorthand from a text to what the rules propose, of every confidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphbuild.extraction import candidates
from graphbuild.mentions import read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon

SURE = frozenset(("tree", "participle", "support", "shared", "attached", "middle", "linear", "through", "governor"))


class Proposal(NamedTuple):
    """A candidate in words: one source and one target; `sure` where the sentence itself names both sides."""

    type: str
    source: str
    target: str
    rule: str
    lemma: str
    sure: bool


Propose = Callable[[str], list[Proposal]]


@pytest.fixture(scope="session")
def propose(nlp: Language, lexicon: Lexicon) -> Propose:
    """Return a function that gives all candidates of a text, one a pair."""

    def proposals(text: str) -> list[Proposal]:
        ((article, paragraphs),) = parse([Article("text", text, "text", "", date="2025-06-01")], nlp)
        scene = read_scene(article, paragraphs, lexicon)
        return [
            Proposal(
                c.frame.type, source.name, target.name, c.rule, c.frame.lemma, {c.source.via, c.target.via} <= SURE
            )
            for c in candidates(scene)
            for source in c.source.actors
            for target in c.target.actors
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
