"""What the place of an article and of a word tells of a name: whose parliament is meant, and what is only a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.mentions.mention import Mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import name_words, slug

if TYPE_CHECKING:
    from spacy.tokens import Token

NATIONAL = frozenset(("parliament", "court", "ministry", "army"))
NEAR = 3
_WHERE = frozenset(("à", "en", "dans", "vers"))
_CIRCUMSTANCE = frozenset(("obl:mod", "obl", "advmod"))


def names_by_token(scene: Scene, names: list[Mention]) -> list[dict[int, Mention]]:
    """Return for each paragraph its names by first token, without those that are only places."""
    found: list[dict[int, Mention]] = [{} for _ in scene.paragraphs]
    for mention in names:
        if not _is_place(scene, mention):
            found[mention.paragraph][mention.first] = _localised(scene, mention)
    for row in found:
        _join_demonyms(scene, row)
    return found


def _join_demonyms(scene: Scene, row: dict[int, Mention]) -> None:
    """ "le Colombien Pablo Ruiz" is one person, and no Colombia."""
    for first, demonym in list(row.items()):
        person = row.get(demonym.last + 1)
        if demonym.how == "group" and person is not None and person.actors[0].kind == "person":
            del row[person.first]
            person.first = first
            row[first] = person


def _localised(scene: Scene, mention: Mention) -> Mention:
    """Return the mention with the body of the article's own state: every country has its "Assemblée nationale"."""
    actor = _of_capital(scene, mention)
    if actor is not mention.actors[0]:
        return replace(mention, actors=(actor,))
    if scene.lexicon.directory.kinds.get(actor.id) not in NATIONAL or not actor.state or not scene.main_states:
        return mention
    if actor.state in scene.main_states[:NEAR]:
        return mention
    state = scene.main_states[0]
    own = Actor(slug(f"{actor.name} {state}"), actor.name, actor.kind, state, gender=actor.gender, number=actor.number)
    return replace(mention, actors=(own,))


def _of_capital(scene: Scene, mention: Mention) -> Actor:
    """Return the article's own state where its capital shares a name with a body: Bruxelles in Belgian news."""
    actor = mention.actors[0]
    if not mention.metonym or actor.kind == "state" or not scene.main_states:
        return actor
    doc = scene.paragraphs[mention.paragraph].doc
    readings = scene.lexicon.directory.names.get(name_words(doc[mention.first : mention.last + 1].text), ())
    own = scene.main_states[0]
    return next((scene.lexicon.directory.actors[own] for name in readings if name.actor == own), actor)


def _is_place(scene: Scene, mention: Mention) -> bool:
    """Tell whether the name of a state or a capital only says where: "à Paris", "en Irak", "les rues de Moscou"."""
    if mention.how != "name" or not (mention.actors[0].kind == "state" or mention.metonym):
        return False
    word = scene.paragraphs[mention.paragraph].doc[mention.head]
    before = word.doc[mention.first - 1] if mention.first else None
    slot = scene.lexicon.prepositions.get(before.lower_) if before is not None else None
    if slot in _WHERE:
        return word.dep_ in _CIRCUMSTANCE and (mention.metonym or slot != "à")
    return slot == "de" and mention.metonym and word.dep_ == "nmod" and not _may_act(scene, word.head)


def _may_act(scene: Scene, noun: Token) -> bool:
    """ "le régime de Damas", "les menaces de Pyongyang": nouns that a government, not a town, may own."""
    words = scene.lexicon
    return noun.lower_ in words.groups or name_words(noun.text) in words.titles or ("NOUN", noun.lemma_) in words.frames
