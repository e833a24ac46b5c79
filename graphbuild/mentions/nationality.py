"""Adjectives of nationality: "les sanctions américaines", "le président russe"."""

from __future__ import annotations

from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor


def state_of_adjective(scene: Scene, paragraph: int, token: int) -> Actor | None:
    """Return the state that a lower-case word qualifies by, if it is an adjective of nationality."""
    word = scene.paragraphs[paragraph].doc[token]
    if not word.text[:1].islower():
        return None
    state = scene.lexicon.directory.adjectives.get(word.lower_)
    return scene.lexicon.directory.actors[state] if state else None


def find_nationality(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """Return the mention that an adjective of nationality makes; it only qualifies its noun."""
    state = state_of_adjective(scene, paragraph, token)
    if state is None:
        return None
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, (state,), "nationality", "nationality")
    mention.adjective = True
    return mention
