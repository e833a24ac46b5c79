"""Which fillers take the two sides of a frame, without a parser."""

from __future__ import annotations

from typing import Any

from graphbuild.extraction.frames import assemble
from graphbuild.extraction.reading import Filler, split_pair
from graphbuild.lexicon import Frame
from graphbuild.mentions import Mention
from graphbuild.model import Actor
from tests.factories import LOUKACHENKO, POUTINE, TRUMP, USA


def frame(**changes: Any) -> Frame:
    """Return the frame of a verb with a subject and an object."""
    values: dict[str, Any] = {
        "lemma": "frapper", "pos": "VERB", "type": "ASSAULT", "source_slots": ("nsubj",), "target_slots": ("obj",),
        "symmetric": False, "words": (), "reflexive": False, "example": "", "expected": ("", ""), "where": "",
    }  # fmt: skip
    return Frame(**values | changes)


def mention(*actors: Actor, first: int = 0) -> Mention:
    """Return a mention of one token."""
    return Mention(0, first, first, first, first, first + 1, actors, "name", "gazetteer")


def filler(*actors: Actor, slot: str = "nsubj", via: str = "tree") -> Filler:
    """Return a filler with a mention for each actor."""
    return Filler(tuple(mention(actor, first=index) for index, actor in enumerate(actors)), slot, via)


def sides(found: tuple[Filler | None, Filler | None]) -> tuple[list[str], list[str]]:
    """Return the names on both sides."""
    one, other = ([actor.name for actor in side.actors] if side else [] for side in found)
    return one, other


def test_each_side_takes_its_slot() -> None:
    found = assemble(frame(), {"nsubj": [filler(TRUMP)], "obj": [filler(POUTINE, slot="obj")]})
    assert sides(found) == (["Donald Trump"], ["Vladimir Poutine"])


def test_an_empty_slot_stays_empty() -> None:
    assert sides(assemble(frame(), {"nsubj": [filler(TRUMP)]})) == (["Donald Trump"], [])
    assert assemble(frame(), {}) == (None, None)


def test_the_first_slot_listed_wins() -> None:
    slots = {"de": [filler(POUTINE, slot="de")], "adj": [filler(USA, slot="adj")], "à": [filler(TRUMP, slot="à")]}
    noun = frame(pos="NOUN", source_slots=("adj", "de"), target_slots=("à",))
    assert sides(assemble(noun, slots)) == (["États-Unis"], ["Donald Trump"])


def test_one_actor_does_not_take_both_sides() -> None:
    slots = {"nsubj": [filler(TRUMP)], "obj": [filler(TRUMP, slot="obj"), filler(POUTINE, slot="obj")]}
    assert sides(assemble(frame(), slots)) == (["Donald Trump"], ["Vladimir Poutine"])


def test_a_slot_that_serves_both_sides_gives_way() -> None:
    noun = frame(pos="NOUN", source_slots=("de", "par"), target_slots=("de",))
    slots = {"de": [filler(POUTINE, slot="de")], "par": [filler(TRUMP, slot="par")]}
    assert sides(assemble(noun, slots)) == (["Donald Trump"], ["Vladimir Poutine"])


def test_between_takes_both() -> None:
    noun = frame(pos="NOUN", source_slots=("entre",), target_slots=("entre",), symmetric=True)
    slots = {"entre": [filler(TRUMP, POUTINE, slot="entre")]}
    assert sides(assemble(noun, slots)) == (["Donald Trump"], ["Vladimir Poutine"])


def test_a_compound_is_read_in_its_order() -> None:
    slots = {"compound": [Filler((mention(TRUMP, POUTINE),), "compound", "tree")]}
    noun = frame(pos="NOUN", source_slots=("de",), target_slots=("à",), symmetric=True)
    assert sides(assemble(noun, slots)) == (["Donald Trump"], ["Vladimir Poutine"])


def test_a_mutual_action_of_several_subjects() -> None:
    mutual = frame(symmetric=True, target_slots=("avec",))
    assert sides(assemble(mutual, {"nsubj": [filler(TRUMP, POUTINE, LOUKACHENKO)]})) == (
        ["Donald Trump"],
        ["Vladimir Poutine", "Alexandre Loukachenko"],
    )


def test_the_subject_of_a_middle_participle_acts() -> None:
    allied = frame(target_slots=("à",))
    found = assemble(allied, {"obj": [filler(TRUMP, slot="obj")], "à": [filler(POUTINE, slot="à")]})
    assert sides(found) == (["Donald Trump"], ["Vladimir Poutine"])
    assert found[0] is not None and found[0].via == "middle"


def test_only_a_mutual_action_splits() -> None:
    both = filler(TRUMP, POUTINE)
    assert split_pair(frame(), both) is None
    assert split_pair(frame(symmetric=True), filler(TRUMP)) is None
    assert split_pair(frame(symmetric=True), both) == (filler(TRUMP), Filler(both.mentions[1:], "nsubj", "tree"))
