"""Verbs that the tagger takes for adjectives: "un homme attaque trois personnes", "le président critique le Sénat"."""

from __future__ import annotations

from graphbuild.mentions.scene import Scene
from graphbuild.tree import Word


def may_be_verb(scene: Scene, word: Word) -> bool:
    """Tell whether an adjective is a verb by its form: one stands before an article or a number, its object."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    before_object = following is not None and following.pos_ in ("DET", "NUM")
    return before_object and ("VERB", f"{word.lower_}r") in scene.lexicon.frames
