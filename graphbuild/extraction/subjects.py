"""The subject of a verb where the parser gives several or loses all but the last of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extraction.context import Context, may_join
from graphbuild.extraction.reading import Filler
from graphbuild.syntax import SUBJECT, children
from graphbuild.tree import Word

if TYPE_CHECKING:
    from graphbuild.mentions import Mention


def nearest_subject(verb: Word) -> Word | None:
    """Return the subject of a verb: of several, the noun nearest before it ("Le M23 dans Goma, Kinshasa accuse…")."""
    subjects = children(verb, SUBJECT)
    nouns = [child for child in subjects if child.pos_ != "PRON" and child.i < verb.i]
    return nouns[-1] if nouns else next(iter(subjects), None)


def whole_list(context: Context, verb: Word, filler: Filler) -> Filler:
    """Return the subject with those listed before it: "X, Y et Z condamnent" whose last ones alone the parser took."""
    joined = len(filler.mentions) > 1
    single = joined or (len(filler.actors) == 1 and filler.actors[0].number == "s")
    if not single or "Plur" not in _finite(verb).morph.get("Number", ()):
        return filler
    listed = _before(context, filler.mentions[0], joined=joined)
    return Filler((*listed, *filler.mentions), filler.slot, filler.via) if listed else filler


def _finite(verb: Word) -> Word:
    """Return the word that agrees with the subject: the auxiliary where there is one."""
    return next((child for child in verb.children if child.dep_.startswith("aux")), verb)


def _before(context: Context, mention: Mention, *, joined: bool) -> tuple[Mention, ...]:
    listed: list[Mention] = []
    position = mention.first - 1
    while position > 0 and not context.doc[position + 1].is_sent_start:
        end = position
        while position > 0 and may_join(context.doc[position]):
            joined |= context.doc[position].pos_ in ("CCONJ", "SCONJ")
            position -= 1
        previous = context.mention(position)
        if position == end or previous is None or previous.adjective or previous.last != position:
            break
        listed.append(previous)
        position = previous.first - 1
    return tuple(reversed(listed)) if joined else ()
