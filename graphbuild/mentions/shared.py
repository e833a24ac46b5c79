"""One plural noun for several actors: "les polices française et belge", "les présidents russe et turc"."""

from __future__ import annotations

from graphbuild.mentions.holders import holder_on
from graphbuild.mentions.mention import Mention, is_plural, make_mention
from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import name_words, slug
from graphbuild.tree import Word

_ALIKE = ("ais", "ois")


def find_shared(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """Return the mention of the actors among whom singular adjectives of nationality divide a plural noun."""
    word = scene.paragraphs[paragraph].doc[token]
    if word.pos_ != "NOUN" or not is_plural(word):
        return None
    adjectives = _divided(scene, paragraph, token)
    if not adjectives:
        return None
    found = [_one(scene, paragraph, word, adjective) for adjective in adjectives]
    actors = tuple(actor for actor in found if actor is not None)
    if len(actors) < 2 or len({actor.id for actor in actors}) < len(actors):
        return None
    how = "role" if actors[0].kind in ("person", "state") else "group"
    return make_mention(scene.paragraphs[paragraph], paragraph, token, adjectives[-1].i, actors, how, "shared")


def _divided(scene: Scene, paragraph: int, token: int) -> list[Word]:
    """Return the singular adjectives of "française, belge et russe" after a plural noun."""
    doc = scene.paragraphs[paragraph].doc
    adjectives: list[Word] = []
    position = token + 1
    joined = False
    while position < len(doc):
        word = doc[position]
        if state_of_adjective(scene, paragraph, position) is not None and _is_one(word):
            adjectives.append(word)
            if joined:
                return adjectives if len(adjectives) > 1 else []
        elif not adjectives or (word.pos_ != "CCONJ" and word.text != ","):
            return []
        joined = joined or word.pos_ == "CCONJ"
        position += 1
    return []


def _is_one(word: Word) -> bool:
    """ "danois" and "français" are singular and plural alike."""
    return not is_plural(word) or word.lemma_.endswith("s") or word.lower_.endswith(_ALIKE)


def _one(scene: Scene, paragraph: int, noun: Word, adjective: Word) -> Actor | None:
    state = state_of_adjective(scene, paragraph, adjective.i)
    title = scene.lexicon.titles.get(name_words(noun.text.removesuffix("s")))
    group = scene.lexicon.groups.get(noun.lower_)
    if state is None or (title is None and group is None):
        return None
    if title is not None:
        holder = holder_on(scene, title.lemma, state)
        return holder or _generic(scene, f"{title.lemma} {adjective.text}", "group", state)
    if group is not None and group.governs:
        return state
    body = group is not None and group.kind == "body"
    name = f"{noun.lower_.removesuffix('s')} {adjective.text}"
    return _generic(scene, name, "organisation" if body else "group", state)


def _generic(scene: Scene, name: str, kind: str, state: Actor) -> Actor:
    return Actor(slug(name if kind == "organisation" else f"{name} {scene.doc_id}"), name, kind, state.id)
