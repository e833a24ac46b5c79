"""Nouns: "la libération de seize prisonniers par Minsk", "les sanctions américaines", "leur face-à-face"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.frames import assemble, matching_frames
from graphbuild.extraction.lemmas import noun_lemmas
from graphbuild.extraction.noun_slots import governor_subject, noun_slots, support_slots
from graphbuild.extraction.reading import Filler, Reading, Sides, split_pair
from graphbuild.extraction.verb_slots import Slots
from graphbuild.lexicon import Frame
from graphbuild.syntax import has_article, preposition_ending
from graphbuild.tree import Word

HARM = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "THREATEN"))
JUDGING = frozenset(("ACCUSE", "REJECT", "PROTEST"))
BLAMING = frozenset(("ACCUSE",))


def nominal(context: Context) -> Iterator[Reading]:
    """Yield a reading for each frame of each action noun.

    Rule ids: nominal.complement (both sides in the noun phrase), nominal.support (a support verb gives one side),
    nominal.governor (the subject of the verb above gives the source).
    "L'invasion de l'Ukraine par la Russie" → ASSAULT Russie > Ukraine
    """
    for token in context.doc:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") and not has_article(token):
            continue
        if _in_name(context, token) or _in_preposition(context, token):
            continue
        slots: dict[int, Slots] = {}
        for frame, last in matching_frames(context, token, "NOUN", noun_lemmas(token)):
            if last not in slots:
                slots[last] = noun_slots(context, token, last)
            yield _reading(context, token, last, frame, slots[last])


def _in_name(context: Context, token: Word) -> bool:
    """The union of "Union européenne" is no action."""
    mention = context.mention(token.i)
    return mention is not None and mention.how == "name"


def _in_preposition(context: Context, token: Word) -> bool:
    """ "à l'aide de" and "en présence de" are prepositions, but "grâce à l'aide de" speaks of aid."""
    doc, known, after = context.doc, context.lexicon.prepositions, token.i + 1
    found = after < len(doc) and preposition_ending(doc, after, known, 3)
    return bool(found) and not preposition_ending(doc, token.i - 2, known, 2)


def _reading(context: Context, noun: Word, last: int, frame: Frame, slots: Slots) -> Reading:
    sides = assemble(frame, slots)
    rule = "nominal.complement"
    if None in sides:
        supported, verb = _with_support(context, noun, sides)
        if supported != sides:
            sides, rule = supported, f"nominal.support:{verb}"
    if sides[0] is None:
        sides, rule = _with_governor(context, noun, sides, rule, frame)
    if sides[0] is not None and sides[1] is not None and not _disjoint(sides[0], sides[1]):
        sides = sides[0], None
    return Reading(context.paragraph, noun.i, last, frame, *sides, rule)


def _with_support(context: Context, noun: Word, sides: Sides) -> tuple[Sides, str]:
    source, target, verb = support_slots(context, noun)
    filled_source = sides[0] or _other_than(source, sides[1])
    filled_target = sides[1] or _other_than(target, filled_source)
    return (filled_source, filled_target), verb


def _with_governor(context: Context, noun: Word, sides: Sides, rule: str, frame: Frame) -> tuple[Sides, str]:
    governor = _other_than(governor_subject(context, noun, JUDGING if frame.type in HARM else BLAMING), sides[1])
    if governor is None:
        return sides, rule
    pair = split_pair(frame, governor) if sides[1] is None else (governor, sides[1])
    return (pair, "nominal.governor") if pair is not None else (sides, rule)


def _other_than(filler: Filler | None, other: Filler | None) -> Filler | None:
    return filler if filler is not None and (other is None or _disjoint(filler, other)) else None


def _disjoint(one: Filler, other: Filler) -> bool:
    return {actor.id for actor in one.actors}.isdisjoint({actor.id for actor in other.actors})
