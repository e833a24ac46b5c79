"""What the sentence leaves out and the text before it knows: "l'appel de Trump" after "Trump a appelé Loukachenko"."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extraction.candidate import Candidate, Filler, Partial
from graphbuild.extraction.nearby import near_left, near_right, salient
from graphbuild.mentions import Mention
from graphbuild.syntax import is_definite

LOOK_BACK = 12
WEAK = frozenset(("near", "salient"))


def complete(partial: Partial, history: list[Candidate]) -> Candidate | None:
    """Fill the empty side of a trigger: from an earlier event of its type, from its sentence, from the text before.

    The rule id tells how: discourse (the last event of the same type with the same actor), nearby (the nearest actor
    of the sentence), salient (the actor most spoken of just before).
    """
    known = partial.sides[0] or partial.sides[1]
    if known is None:
        return None
    ids = {actor.id for actor in known.actors}
    if partial.frame.pos == "VERB" or _definite(partial):
        remembered = _from_history(partial, known, ids, history)
        if remembered is not None:
            return remembered
    near = near_left if partial.sides[0] is None else near_right
    other = near(partial.context, partial.token, ids)
    if other is not None:
        return _filled(partial, known, other, "nearby")
    other = salient(partial.context, partial.token, ids)
    return _filled(partial, known, other, "salient") if other is not None else None


def _from_history(partial: Partial, known: Filler, ids: set[str], history: list[Candidate]) -> Candidate | None:
    for earlier in reversed(history[-LOOK_BACK:]):
        if earlier.frame.type != partial.frame.type or earlier.source.via in WEAK or earlier.target.via in WEAK:
            continue
        for same, other in ((earlier.source, earlier.target), (earlier.target, earlier.source)):
            if ids == {actor.id for actor in same.actors}:
                moved = Filler(tuple(_elsewhere(mention) for mention in other.mentions), "discourse", "discourse")
                return _filled(partial, known, moved, "discourse")
    return None


def _definite(partial: Partial) -> bool:
    return is_definite(partial.context.doc[partial.token])


def _filled(partial: Partial, known: Filler, other: Filler, rule: str) -> Candidate:
    first, second = (other, known) if partial.sides[0] is None else (known, other)
    return Candidate(
        partial.context.paragraph,
        partial.token,
        partial.token,
        partial.last,
        partial.frame,
        first,
        second,
        f"{partial.rule.split('.')[0]}.{rule}",
    )


def _elsewhere(mention: Mention) -> Mention:
    return replace(mention, how="implicit", start=-1, end=-1)
