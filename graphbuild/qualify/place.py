"""Where? The place that the trigger's clause names after a preposition of place."""

from __future__ import annotations

from graphbuild.extraction.context import Context
from graphbuild.model import Named
from graphbuild.text import slug
from graphbuild.tree import Stretch, Word

LOCATIVE = frozenset(("à", "en", "dans", "chez", "sur", "vers"))
REACH = 12
OPENING = 6
WITHIN = 4


def place(context: Context, trigger: Word, used: set[int]) -> Named | None:
    """Return the first place name in a locative after the trigger, else the one that opens its sentence.

    `used` are the tokens of the actors.
    """
    opening = next((token.i for token in trigger.sent if token.text == ","), trigger.sent.start)
    return _first(context, trigger.i + 1, min(trigger.i + REACH, trigger.sent.end), used) or _first(
        context, trigger.sent.start, min(opening, trigger.i, trigger.sent.start + OPENING), used
    )


def _first(context: Context, start: int, end: int, used: set[int]) -> Named | None:
    doc = context.doc
    for position in range(start, end):
        token = doc[position]
        if token.text in ";:":
            return None
        if token.ent_type_ == "LOC" and token.ent_iob_ == "B" and position not in used:
            head = next((t for t in doc[position : position + WITHIN] if t.pos_ == "PROPN"), token)
            if _locative(context, position):
                return _named(context, head)
    return None


def _locative(context: Context, position: int) -> bool:
    before = context.doc[position - 1] if position else None
    own = context.doc[position].lower_
    words = [own] if before is None else [own, before.lower_]
    return any(context.lexicon.prepositions.get(word) in LOCATIVE for word in words)


def _named(context: Context, token: Word) -> Named:
    entity = _entity(token)
    words = [word for word in entity if word.pos_ not in ("DET", "ADP", "PUNCT")]
    text = token.doc.stretch(words[0].i, words[-1].i + 1).text if words else entity.text
    mention = context.mention(token.i)
    if mention is not None and mention.actors and mention.actors[0].kind == "state" and not mention.metonym:
        return Named(mention.actors[0].id, mention.actors[0].name)
    return Named(slug(text), text)


def _entity(token: Word) -> Stretch:
    """Return the named entity around a token, else the token alone; `doc.ents` would be made anew for each."""
    doc, first, last = token.doc, token.i, token.i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    return doc.stretch(first, last + 1)
