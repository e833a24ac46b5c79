"""What the sentence leaves out and the text before it knows: "l'appel de Trump" after "Trump a appelé Loukachenko"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extraction.candidate import Candidate, Filler, Partial
from graphbuild.extraction.nearby import near_left, near_right, salient

LOOK_BACK = 12
# who leads or belongs is said in so many words or not at all
OFFICES = frozenset(("LEADS", "MEMBER"))
HARM = frozenset(("ASSAULT", "COERCE"))
WEAK = frozenset(("near", "salient", "story"))


def completions(partial: Partial, history: list[Candidate]) -> Iterator[Candidate]:
    """Yield the ways to fill the empty side of a trigger.

    The rule id tells how: discourse (an earlier event of the same type with the same actor), story (the last event
    of the same type), nearby (the nearest actor of the sentence), salient (the actor most spoken of just before).
    """
    known = partial.sides[0] or partial.sides[1]
    if known is None or partial.frame.type in OFFICES or _only_says(partial):
        return
    ids = {actor.id for actor in known.actors}
    context, token = partial.context, partial.token
    fillers = (
        _same_actor(partial, ids, history),
        _same_type(partial, ids, history),
        near_left(context, token, ids),
        near_right(context, max(token, partial.last), ids),
        salient(context, token, ids),
    )
    seen: set[str] = set()
    for rule, other in zip(("discourse", "story", "nearby", "nearby", "salient"), fillers, strict=True):
        if other is not None and other.actors[0].id not in seen:
            seen.add(other.actors[0].id)
            yield _filled(partial, known, other, rule)


def _only_says(partial: Partial) -> bool:
    """A verb of saying without its addressee joins nobody: "X a annoncé que …"."""
    frame = partial.frame
    return frame.type == "CONSULT" and (frame.pos, frame.lemma) in partial.context.lexicon.speech


def _same_actor(partial: Partial, ids: set[str], history: list[Candidate]) -> Filler | None:
    for earlier in _earlier(partial, history):
        for same, other in ((earlier.source, earlier.target), (earlier.target, earlier.source)):
            if ids == {actor.id for actor in same.actors}:
                return _moved(other, "discourse")
    return None


def _same_type(partial: Partial, ids: set[str], history: list[Candidate]) -> Filler | None:
    """The assailant of a story stays its assailant."""
    if partial.frame.type == "ACCUSE" and partial.sides[1] is None:
        return _culprit(ids, history)
    for earlier in _earlier(partial, history):
        other = earlier.source if partial.sides[0] is None else earlier.target
        if ids.isdisjoint(actor.id for actor in other.actors):
            return _moved(other, "story")
    return None


def _culprit(ids: set[str], history: list[Candidate]) -> Filler | None:
    """ "Paris a condamné l'attentat": blame goes to whoever did the last harm."""
    for earlier in reversed(history[-LOOK_BACK:]):
        harmful = earlier.frame.type in HARM and earlier.source.via not in WEAK
        if harmful and ids.isdisjoint(actor.id for actor in earlier.source.actors):
            return _moved(earlier.source, "story")
    return None


def _earlier(partial: Partial, history: list[Candidate]) -> Iterator[Candidate]:
    for earlier in reversed(history[-LOOK_BACK:]):
        if earlier.frame.type == partial.frame.type and not WEAK & {earlier.source.via, earlier.target.via}:
            yield earlier


def _moved(filler: Filler, via: str) -> Filler:
    return Filler(tuple(replace(m, how="implicit", start=-1, end=-1) for m in filler.mentions), via, via)


def _filled(partial: Partial, known: Filler, other: Filler, rule: str) -> Candidate:
    first, second = (other, known) if partial.sides[0] is None else (known, other)
    return Candidate(
        partial.context.paragraph,
        partial.token,
        partial.last,
        partial.frame,
        first,
        second,
        f"{partial.rule.split('.')[0]}.{rule}",
    )
