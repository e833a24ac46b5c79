"""The body that an office names by itself: "le ministre de l'Intérieur" heads the "ministère de l'Intérieur"."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.role_phrase import RolePhrase
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import name_words, slug


def ministry_of(scene: Scene, paragraph: int, phrase: RolePhrase) -> Actor | None:
    """Return the ministry of a minister, None for another office or one whose field the text does not tell."""
    noun = scene.lexicon.ministries.get(phrase.title.lemma.split()[0])
    if noun is None:
        return None
    doc = scene.paragraphs[paragraph].doc
    first, last = phrase.first + 1, phrase.end
    while first <= last and scene.lexicon.prepositions.get(doc[first].lower_) != "de":
        first += 1
    while last > first and state_of_adjective(scene, paragraph, last):
        last -= 1
    if last <= first or _is_state(scene, doc[last].lower_):
        return None
    return national(scene, _known(scene, f"{noun} {doc.stretch(first, last + 1).text}"), phrase.state)


def national(scene: Scene, ministry: Actor, state: Actor | None = None) -> Actor:
    """Return the ministry of one state, by default of the article's main one: every government has its own."""
    owner = ministry.state or (state.id if state else next(iter(scene.main_states), ""))
    if owner == (ministry.state or ""):
        return ministry
    return replace(ministry, id=slug(f"{ministry.name} {owner}"), state=owner, qid=None)


def _is_state(scene: Scene, word: str) -> bool:
    """ "ministre d'État" is a rank."""
    group = scene.lexicon.groups.get(word)
    return group is not None and group.governs


def _known(scene: Scene, name: str) -> Actor:
    readings = scene.lexicon.directory.names.get(name_words(name), ())
    return scene.lexicon.directory.actors[readings[0].actor] if readings else Actor(slug(name), name, "organisation")
