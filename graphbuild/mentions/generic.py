"""Actors without a name: they belong to their article, unless their body is unique in the world."""

from __future__ import annotations

from graphbuild.mentions.mention import gender_of_word
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import slug
from graphbuild.tree import Word

LONGEST_NAME = 6


def generic_actor(
    scene: Scene, paragraph: int, first: int, last: int, state: Actor | None, *, plural: bool, body: bool = False
) -> Actor:
    """Return the actor that the words from `first` to `last` describe.

    "les manifestants" of two articles are two actors; "l'armée syrienne" (a body of a named state) is one.
    """
    doc = scene.paragraphs[paragraph].doc
    last = min(last, first + LONGEST_NAME - 1)
    while last > first and doc[last].pos_ in ("DET", "ADP", "CCONJ"):
        last -= 1
    words = doc.stretch(first, last + 1).text
    name = words if words[:2].isupper() or _bears_capital(scene, doc[first]) else words[:1].lower() + words[1:]
    number = "p" if plural else "s"
    gender = gender_of_word(doc[first])
    if body and state is not None:
        return Actor(slug(name), name, "organisation", state.id, gender=gender, number=number)
    return Actor(
        slug(f"{name} {scene.doc_id}"), name, "group", state.id if state else None, gender=gender, number=number
    )


def _bears_capital(scene: Scene, noun: Word) -> bool:
    """ "les Kurdes syriens", but "le Gouvernement"."""
    group = scene.lexicon.groups.get(noun.lower_)
    return group is not None and group.lemma[:1].isupper()
