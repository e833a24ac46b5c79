"""Compounds: "l'appel Trump-Poutine", "l'accord russo-américain" name two actors in one word."""

from __future__ import annotations

from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import name_words


def find_compound(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """Return the mention of the two actors that a hyphenated word joins."""
    word = scene.paragraphs[paragraph].doc[token]
    if "-" not in word.text and "–" not in word.text:
        return None
    parts = [part for part in word.text.replace("–", "-").split("-") if part]
    if len(parts) != 2:
        return None
    pair = _named_pair(scene, parts) or _adjective_pair(scene, parts)
    if pair is None or pair[0].id == pair[1].id:
        return None
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, pair, "compound", "compound")
    mention.adjective = True
    return mention


def _named_pair(scene: Scene, parts: list[str]) -> tuple[Actor, Actor] | None:
    actors = [_named(scene, part) for part in parts]
    return (actors[0], actors[1]) if actors[0] and actors[1] else None


def _named(scene: Scene, part: str) -> Actor | None:
    if not part[:1].isupper():
        return None
    words = name_words(part)
    actor = scene.register.find(words)
    if actor is None and words in scene.lexicon.directory.names:
        actor = scene.lexicon.directory.actors[scene.lexicon.directory.names[words][0].actor]
    return actor


def _adjective_pair(scene: Scene, parts: list[str]) -> tuple[Actor, Actor] | None:
    first = scene.lexicon.prefixes.get(parts[0].lower())
    second = scene.lexicon.directory.adjectives.get(parts[1].lower())
    actors = scene.lexicon.directory.actors
    return (actors[first], actors[second]) if first in actors and second in actors else None
