"""Actors that no slot holds: the nearest ones of the sentence, then those the text is about.

These are weak candidates; the confidence model decides from their `via` (near, salient) whether to believe them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from graphbuild.extraction.candidate import Filler
from graphbuild.extraction.context import Context
from graphbuild.mentions import Mention

REACH = 25
LOOK_BACK = 4


def near_left(context: Context, token: int, known: Collection[str]) -> Filler | None:
    """Return the nearest mention before a token in its sentence that names none of the known actors."""
    return _first(context, range(token - 1, max(token - REACH, -1), -1), token, known)


def near_right(context: Context, token: int, known: Collection[str]) -> Filler | None:
    """Return the nearest mention after a token in its sentence that names none of the known actors."""
    return _first(context, range(token + 1, min(token + REACH, len(context.doc))), token, known)


def _first(context: Context, positions: range, token: int, known: Collection[str]) -> Filler | None:
    sentence = context.doc[token].sent
    for position in positions:
        if not sentence.start <= position < sentence.end:
            return None
        mention = context.mention(position)
        if mention is None or mention.first <= token <= mention.last or _is_source_cue(context, mention):
            continue
        if _usable(mention, known):
            return Filler((mention,), "near", "near")
    return None


def _is_source_cue(context: Context, mention: Mention) -> bool:
    """ "selon l'AFP" names who speaks, not who acts."""
    words = context.doc[max(mention.first - 2, 0) : mention.first]
    return any(("ADP", word.lower_) in context.lexicon.speech for word in words)


def _usable(mention: Mention, known: Collection[str]) -> bool:
    return not mention.adjective and not mention.metonym and all(actor.id not in known for actor in mention.actors)


def salient(context: Context, token: int, known: Collection[str]) -> Filler | None:
    """Return the actor most spoken of just before a token; subjects and named actors count more."""
    scores: Counter[str] = Counter()
    by_actor: dict[str, Mention] = {}
    for distance, mention in context.scene.antecedents(context.paragraph, token, LOOK_BACK):
        if distance == 0 or len(mention.actors) != 1 or not _usable(mention, known):
            continue
        actor = mention.actors[0]
        weight = 2 if actor.kind == "person" or context.scene.is_subject(mention) else 1
        scores[actor.id] += weight * (LOOK_BACK + 1 - distance)
        by_actor.setdefault(actor.id, mention)
    if not scores:
        return None
    best = min(scores, key=lambda id_: (-scores[id_], id_))
    return Filler((by_actor[best],), "salient", "salient")
