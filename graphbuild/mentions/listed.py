"""People counted, then named: "deux suspects, X et Y", "trois experts : X, Y et Z"."""

from __future__ import annotations

from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.tree import Tree, Word

_OPENING = (",", ":", "(")
_BETWEEN = frozenset(("PUNCT", "CCONJ", "DET", "NUM", "NOUN"))
_GAP = 7


def find_listed(
    scene: Scene, paragraph: int, noun: Word, last: int, end: int, names: dict[int, Mention]
) -> Mention | None:
    """Return the mention of those whom a list after a counted noun names, None where none follows.

    `last` is the last word of the mention, `end` that of the phrase with its complement.
    """
    doc = scene.paragraphs[paragraph].doc
    if end + 1 >= len(doc) or doc[end + 1].text not in _OPENING or not _is_counted(noun):
        return None
    persons = _persons(doc, end + 2, names)
    if len(persons) < 2:
        return None
    return make_mention(scene.paragraphs[paragraph], paragraph, noun.i, last, tuple(persons), "role", "listed")


def _is_counted(noun: Word) -> bool:
    return any(child.pos_ == "NUM" and child.i < noun.i for child in noun.children)


def _persons(doc: Tree, position: int, names: dict[int, Mention]) -> list[Actor]:
    """Return the persons of "X, 20 ans, et Y", () where no conjunction ends the list."""
    persons: list[Actor] = []
    gap, joined = 0, False
    while position < len(doc) and gap < _GAP and not doc[position].is_sent_start:
        mention = names.get(position)
        if mention is not None:
            if mention.actors[0].kind != "person":
                break
            persons.append(mention.actors[0])
            if joined:
                return persons
            position, gap = mention.last, 0
        elif doc[position].pos_ not in _BETWEEN:
            break
        joined = joined or (bool(persons) and doc[position].pos_ == "CCONJ")
        position, gap = position + 1, gap + 1
    return []
