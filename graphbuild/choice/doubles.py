"""One event for "imposer des sanctions" and "assouplir l'embargo": a verb and its noun tell of one action."""

from __future__ import annotations

from graphbuild.choice.candidate import Candidate
from graphbuild.choice.fillers import NEAR, OUTSIDE
from graphbuild.extraction import Context
from graphbuild.model import sign_of
from graphbuild.syntax import OBJECT, PASSIVE_SUBJECT

Told = tuple[int, frozenset[str], frozenset[str]]


def doubles(context: Context, chosen: list[Candidate]) -> set[int]:
    """Return the tokens of the triggers that tell again what another one tells; all are of one paragraph.

    The expression stays, else the noun, else the verb. A full verb of the other sign turns its object's action into
    its own: "assouplir l'embargo" is no sanction.
    """
    inside = {token for c in chosen for token in range(c.reading.token + 1, c.reading.last + 1)}
    nouns = [c for c in chosen if c.reading.frame.pos == "NOUN" and c.reading.token not in inside]
    supporting = {_head(context, c) for c in nouns if c.reading.rule.startswith("nominal.support")}
    doubled = {_told(c, _head(context, c)) for c in nouns}
    # "l'ultimatum imposé à X par Y": the verb hangs on its noun
    participles = {_told(c, child.i) for c in nouns for child in context.doc[c.reading.token].children}
    turning = {(_told(c, c.reading.token), -sign_of(c.reading.frame.type)) for c in chosen if _may_turn(context, c)}
    turned = {c.reading.token for c in nouns if _turned_by(context, c) in turning}
    turners = {_head(context, c) for c in nouns if c.reading.token in turned}
    verbs = {
        c.reading.token
        for c in chosen
        if not c.reading.frame.words
        and c.reading.frame.pos != "NOUN"
        and c.reading.token not in turners
        and (
            c.reading.token in supporting
            or _told(c, c.reading.token) in doubled
            or _told(c, c.reading.token) in participles
        )
    }
    return inside | turned | verbs


def _head(context: Context, candidate: Candidate) -> int:
    return context.doc[candidate.reading.token].head.i


def _told(candidate: Candidate, verb: int) -> Told:
    return verb, candidate.source.ids, candidate.target.ids


def _may_turn(context: Context, candidate: Candidate) -> bool:
    """Tell whether a verb means an action of its own: not so "donner" in "donner un ordre"."""
    frame = candidate.reading.frame
    full = frame.pos == "VERB" and not frame.words and frame.lemma not in context.lexicon.support_verbs
    read = {candidate.source.via, candidate.target.via}.isdisjoint((NEAR, OUTSIDE))
    return full and read and sign_of(frame.type) != 0


def _turned_by(context: Context, noun: Candidate) -> tuple[Told, int] | None:
    """Return what a verb must tell to turn a noun's action around, None where the noun is not its object."""
    token = context.doc[noun.reading.token]
    is_object = token.dep_ in OBJECT | PASSIVE_SUBJECT
    return (_told(noun, token.head.i), sign_of(noun.reading.frame.type)) if is_object else None
