"""Citizens and their state: "deux Palestiniens", "60 % des Français" are people, "les Turcs ont attaqué" is Turkey."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.mentions.mention import Mention, is_plural
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import CONTRACTED
from graphbuild.text import slug
from graphbuild.tree import Word


def as_people(scene: Scene, mention: Mention) -> Mention | None:
    """Return the mention of the people whom a demonym names, None where it stands for their state.

    A number or an indefinite article counts heads; a whole people is one in the news of its own state, where the
    government needs no such word.
    """
    word = scene.paragraphs[mention.paragraph].doc[mention.first]
    state = mention.actors[0]
    if mention.how != "group" or mention.first != mention.last or state.kind != "state":
        return None
    if _is_counted(scene, word):
        number = "p" if is_plural(word) else "s"
        people = Actor(slug(f"{word.text} {scene.doc_id}"), word.text, "group", state.id, number=number)
    elif state.id == scene.own_state and is_plural(word):
        people = Actor(slug(word.text), word.text, "group", state.id, number="p")
    else:
        return None
    return replace(mention, actors=(people,), origin="people")


def _is_counted(scene: Scene, word: Word) -> bool:
    """ "deux Palestiniens", "de jeunes Russes", "un Français", "59 % des Italiens"."""
    index = word.i - 1
    while index >= 0 and word.doc[index].pos_ == "ADJ" and not word.doc[index].like_num:
        index -= 1
    if index < 0:
        return False
    before = word.doc[index]
    if before.lower_ in CONTRACTED and before.pos_ == "ADP":
        share = word.doc[index - 1] if index else before
        return share.text.endswith("%")
    if before.lower_ not in CONTRACTED and scene.lexicon.prepositions.get(before.lower_) == "de":
        return True
    number = before.pos_ == "NUM" or before.like_num or "Ind" in before.morph.get("PronType", ())
    return number or before.morph.get("Definite", ()) == ("Ind",)
