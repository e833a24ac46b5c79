"""One event for "imposer des sanctions" and "assouplir l'embargo": a verb and its noun tell of one action."""

from __future__ import annotations

from graphbuild.extraction.candidate import Candidate
from graphbuild.extraction.context import Context
from graphbuild.extraction.discourse import WEAK
from graphbuild.model import sign_of
from graphbuild.syntax import OBJECT, PASSIVE_SUBJECT

Told = tuple[int, frozenset[str], frozenset[str]]


def without_doubles(context: Context, kept: list[Candidate]) -> list[Candidate]:
    """Keep the expression, else the noun, else the verb.

    A full verb of the other sign turns its object's action into its own: "assouplir l'embargo" is no sanction.
    """
    inside = {token for c in kept for token in range(c.token + 1, c.last + 1)}
    nouns = [c for c in kept if c.frame.pos == "NOUN" and c.token not in inside]
    supporting = {_head(context, c) for c in nouns if c.rule.startswith("nominal.support")}
    doubled = {_told(c, _head(context, c)) for c in nouns}
    turning = {(_told(c, c.token), -sign_of(c.frame.type)) for c in kept if _may_turn(context, c)}
    turned = {c.token for c in nouns if _turned_by(context, c) in turning}
    turners = {_head(context, c) for c in nouns if c.token in turned}

    def stays(candidate: Candidate) -> bool:
        if candidate.token in inside or candidate.token in turned:
            return False
        if candidate.frame.words or candidate.frame.pos == "NOUN" or candidate.token in turners:
            return True
        return candidate.token not in supporting and _told(candidate, candidate.token) not in doubled

    return [candidate for candidate in kept if stays(candidate)]


def _head(context: Context, candidate: Candidate) -> int:
    return context.doc[candidate.token].head.i


def _told(candidate: Candidate, verb: int) -> Told:
    source, target = (frozenset(a.id for a in side.actors) for side in (candidate.source, candidate.target))
    return verb, source, target


def _may_turn(context: Context, candidate: Candidate) -> bool:
    """Tell whether a verb means an action of its own: not so "donner" in "donner un ordre"."""
    frame = candidate.frame
    full = frame.pos == "VERB" and not frame.words and frame.lemma not in context.lexicon.support_verbs
    return full and sign_of(frame.type) != 0 and not {candidate.source.via, candidate.target.via} & WEAK


def _turned_by(context: Context, noun: Candidate) -> tuple[Told, int] | None:
    """Return what a verb must tell to turn a noun's action around, None where the noun is not its object."""
    is_object = context.doc[noun.token].dep_ in OBJECT | PASSIVE_SUBJECT
    return (_told(noun, _head(context, noun)), sign_of(noun.frame.type)) if is_object else None
