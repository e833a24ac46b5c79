"""Verbs: "Trump a téléphoné à Loukachenko", "Kiev a été frappée par Moscou", "saluant Minsk"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.frames import assemble, matching_frames
from graphbuild.extraction.lemmas import verb_lemmas
from graphbuild.extraction.reading import Filler, Reading
from graphbuild.extraction.verb_slots import verb_slots
from graphbuild.lexicon import Frame, function_words
from graphbuild.syntax import has_article, is_participle, is_passive, is_reflexive, looks_participial
from graphbuild.tree import Word


def verbal(context: Context) -> Iterator[Reading]:
    """Yield a reading for each frame of each verb.

    Rule ids: verbal.active, verbal.passive, verbal.participle, verbal.infinitive, verbal.reflexive.
    "Minsk a libéré seize prisonniers." → CONCEDE Biélorussie > prisonniers
    """
    for token in context.doc:
        if not _looks_verbal(token) and not _is_lost_verb(context, token):
            continue
        slots = None
        for frame, last in matching_frames(context, token, "VERB", verb_lemmas(token), reflexive=is_reflexive(token)):
            slots = verb_slots(context, token, last) if slots is None or frame.words else slots
            sides = assemble(frame, slots)
            if _leaves_town(frame, sides[1]):
                continue
            yield Reading(context.paragraph, token.i, last, frame, *sides, f"verbal.{_voice(token, frame)}")


def _leaves_town(frame: Frame, target: Filler | None) -> bool:
    """ "Xi Jinping quitte Moscou": who leaves a capital has no quarrel with its government."""
    return frame.lemma in function_words("leaving") and target is not None and target.mentions[0].metonym


def _looks_verbal(token: Word) -> bool:
    if token.pos_ == "VERB":
        return not has_article(token)
    if any(child.dep_ == "aux:tense" for child in token.children):
        return True  # "a téléphoné" is sometimes taken for a noun
    return token.pos_ == "ADJ" and looks_participial(token)


def _is_lost_verb(context: Context, token: Word) -> bool:
    """ "Syrie : l'Iran finance le Hamas": the tagger misses the verb of many short sentences and headings."""
    before = context.mention(token.i - 1) if token.is_lower and not token.is_sent_start else None
    if before is None or before.adjective:
        return False
    clause = token.sent
    for word in token.doc[clause.start : before.first]:
        if word.text == ":":
            clause = token.doc.stretch(word.i + 1, clause.end)
    return before.first - clause.start <= 1 and not any(word.pos_ in ("VERB", "AUX") for word in clause)


def _voice(token: Word, frame: Frame) -> str:
    if frame.reflexive:
        return "reflexive"
    if is_passive(token):
        return "passive"
    if is_participle(token):
        return "participle"
    return "infinitive" if "Inf" in token.morph.get("VerbForm", ()) else "active"
