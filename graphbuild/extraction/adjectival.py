"""Adjectives: "la Russie, hostile à l'OTAN", "un parti proche du Kremlin"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.frames import assemble, matching_frames
from graphbuild.extraction.lemmas import adjective_lemmas
from graphbuild.extraction.noun_slots import bearers
from graphbuild.extraction.reading import Filler, Reading
from graphbuild.extraction.verb_slots import Slots, is_verb, shared_subject, slot_before
from graphbuild.syntax import PARTICIPIAL
from graphbuild.tree import Word

REACH = 6
QUALIFYING = frozenset(("amod", "nmod"))


def adjectival(context: Context) -> Iterator[Reading]:
    """Yield a reading for each frame of each relational adjective.

    Rule id: adjectival.relation. "La Serbie, proche de la Russie, hésite." → ALLY Serbie > Russie
    """
    for token in context.doc:
        if token.pos_ not in ("ADJ", "NOUN", "VERB", "ADV"):
            continue
        for frame, last in matching_frames(context, token, "ADJ", adjective_lemmas(token)):
            sides = assemble(frame, _slots(context, token))
            yield Reading(context.paragraph, token.i, last, frame, *sides, "adjectival.relation")


def _slots(context: Context, adjective: Word) -> Slots:
    slots: Slots = defaultdict(list)
    if adjective.head.i != adjective.i and adjective.dep_ in PARTICIPIAL:
        qualified = context.filler(adjective.head, "head")
        slots["head"] += [qualified] if qualified is not None and qualified.via == "tree" else []
    slots["head"] += bearers(context, adjective)
    if not slots["head"]:
        shared = shared_subject(context, adjective, "head")
        slots["head"] += [shared] if shared is not None else []
    for child in adjective.children:
        slot = context.slot_of(child)
        filler = context.filler(child, slot) if slot else None
        if filler is not None:
            slots[slot].append(filler)
    _by_word_order(context, adjective, slots)
    if _qualifies_a_thing(context, adjective):
        slots.pop("de", None)
    return slots


def _qualifies_a_thing(context: Context, adjective: Word) -> bool:
    """ "l'offensive surprise de l'armée": what stands behind belongs to the noun."""
    noun = adjective.head
    return adjective.dep_ in QUALIFYING and noun.pos_ == "NOUN" and context.mention(noun.i) is None


def _by_word_order(context: Context, adjective: Word, slots: Slots) -> None:
    doc = context.doc
    for position in range(adjective.i + 1, min(adjective.i + REACH, len(doc))):
        if doc[position].is_punct or doc[position].is_sent_start or is_verb(context, doc[position]):
            return
        mention = context.mention(position)
        if mention is not None and mention.first == position and not mention.adjective:
            slot = slot_before(context, position)
            if slot and slot not in slots:
                slots[slot].append(Filler((mention,), slot, "linear"))
            return
