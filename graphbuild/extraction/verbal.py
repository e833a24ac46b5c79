"""Verbs: "Trump a téléphoné à Loukachenko", "Kiev a été frappée par Moscou", "saluant Minsk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extraction.candidate import Candidate, Partial
from graphbuild.extraction.context import Context
from graphbuild.extraction.frames import assemble, matching_frames
from graphbuild.extraction.lemmas import verb_lemmas
from graphbuild.extraction.verb_slots import verb_slots
from graphbuild.lexicon import Frame
from graphbuild.syntax import is_participle, is_passive, is_reflexive

if TYPE_CHECKING:
    from spacy.tokens import Token


def verbal(context: Context) -> Iterator[Candidate | Partial]:
    """Yield a candidate for each frame of each verb whose two sides are filled, or what is known of it.

    Rule ids: verbal.active, verbal.passive, verbal.participle, verbal.infinitive, verbal.reflexive.
    "Minsk a libéré seize prisonniers." → CONCEDE Biélorussie > prisonniers
    """
    for token in context.doc:
        if not _looks_verbal(token):
            continue
        slots = None
        for frame, last in matching_frames(context, token, "VERB", verb_lemmas(token), reflexive=is_reflexive(token)):
            slots = verb_slots(context, token) if slots is None else slots
            sides = assemble(frame, slots)
            voice = _voice(token, frame)
            if sides[0] is not None and sides[1] is not None:
                yield Candidate(context.paragraph, token.i, token.i, last, frame, sides[0], sides[1], f"verbal.{voice}")
            elif sides != (None, None):
                yield Partial(context, token.i, last, frame, sides, f"verbal.{voice}")


def _looks_verbal(token: Token) -> bool:
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "ADJ" and (token.lower_.endswith(("é", "ée", "és", "ées", "u", "us", "ue", "ues", "is", "ise", "it", "ite")))


def _voice(token: Token, frame: Frame) -> str:
    if frame.reflexive:
        return "reflexive"
    if is_passive(token):
        return "passive"
    if is_participle(token):
        return "participle"
    return "infinitive" if "Inf" in token.morph.get("VerbForm") else "active"
