"""What the place of an article and of a word tells of a name: whose parliament is meant, and what is only a place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graphbuild.mentions.mention import Mention, gender_of_word
from graphbuild.mentions.ministries import national
from graphbuild.mentions.peoples import as_people
from graphbuild.mentions.scene import WHERE, Scene
from graphbuild.model import Actor
from graphbuild.syntax import is_definite
from graphbuild.text import name_words, slug
from graphbuild.tree import Word

NATIONAL = frozenset(("parliament", "court", "ministry", "army"))
NEAR = 3
_CIRCUMSTANCE = frozenset(("obl:mod", "obl", "advmod"))


def names_by_token(scene: Scene, names: list[Mention]) -> list[dict[int, Mention]]:
    """Return for each paragraph its names by first token; those that are only places go to the scene's places."""
    found: list[dict[int, Mention]] = [{} for _ in scene.paragraphs]
    for mention in names:
        if _is_place(scene, mention):
            scene.places[mention.paragraph, mention.head] = replace(mention, origin="place")
        else:
            found[mention.paragraph][mention.first] = _localised(scene, mention)
    nationals: dict[str, set[Actor]] = defaultdict(set)
    for row in found:
        _join_demonyms(row, nationals)
    for row in found:
        row.update({first: people for first, mention in row.items() if (people := as_people(scene, mention))})
        _single_out(scene, row, nationals)
    return found


def _join_demonyms(row: dict[int, Mention], nationals: dict[str, set[Actor]]) -> None:
    """ "le Colombien Pablo Ruiz" is one person, and no Colombia."""
    for first, demonym in list(row.items()):
        person = row.get(demonym.last + 1)
        if demonym.how == "group" and person is not None and person.actors[0].kind == "person":
            del row[person.first]
            person.first = first
            row[first] = person
            nationals[demonym.actors[0].id].add(person.actors[0])
        elif demonym.actors[0].kind == "person" and demonym.actors[0].state:
            nationals[demonym.actors[0].state].add(demonym.actors[0])


def _single_out(scene: Scene, row: dict[int, Mention], nationals: dict[str, set[Actor]]) -> None:
    """ "l'Américain", "la Suissesse": one person of that state, whom the article names, and not the state."""
    for first, mention in list(row.items()):
        doc = scene.paragraphs[mention.paragraph].doc
        if mention.how != "group" or mention.actors[0].kind != "state" or not _is_one(doc[first]):
            continue
        persons = nationals[mention.actors[0].id] if is_definite(doc[first]) else set()
        fitting = [actor for actor in persons if actor.gender in ("", gender_of_word(doc[first]))]
        if len(fitting) == 1:
            row[first] = replace(mention, actors=(fitting[0],), how="role", gender=fitting[0].gender)
        else:
            del row[first]


def _is_one(word: Word) -> bool:
    return "Sing" in word.morph.get("Number", ()) and word.i > 0 and word.doc[word.i - 1].pos_ == "DET"


def _localised(scene: Scene, mention: Mention) -> Mention:
    """Return the mention with the body of the article's own state: every country has its "Assemblée nationale"."""
    actor = _of_capital(scene, mention)
    if actor is not mention.actors[0]:
        return replace(mention, actors=(actor,))
    if scene.lexicon.directory.kinds.get(actor.id) not in NATIONAL or not scene.main_states:
        return mention
    if not actor.state:
        ministry = scene.lexicon.directory.kinds[actor.id] == "ministry"
        return replace(mention, actors=(national(scene, actor),)) if ministry else mention
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
    readings = scene.lexicon.directory.names.get(name_words(doc.stretch(mention.first, mention.last + 1).text), ())
    own = scene.main_states[0]
    return next((scene.lexicon.directory.actors[own] for name in readings if name.actor == own), actor)


def _is_place(scene: Scene, mention: Mention) -> bool:
    """Tell whether the name of a state or a capital only says where: "à Paris", "en Irak", "les rues de Moscou"."""
    if mention.how != "name" or not (mention.actors[0].kind == "state" or mention.metonym):
        return False
    word = scene.paragraphs[mention.paragraph].doc[mention.head]
    before = word.doc[mention.first - 1] if mention.first else None
    slot = scene.lexicon.prepositions.get(before.lower_) if before is not None else None
    if slot in WHERE and word.dep_ in _CIRCUMSTANCE:
        return mention.metonym or slot != "à"
    # "arrêté mercredi à Paris", not "une visite à Paris"
    beside = slot in WHERE or slot == "de"
    return beside and mention.metonym and word.dep_ == "nmod" and not _may_act(scene, word.head)


def _may_act(scene: Scene, noun: Word) -> bool:
    """ "le régime de Damas", "les menaces de Pyongyang": nouns that a government, not a town, may own."""
    words = scene.lexicon
    return noun.lower_ in words.groups or name_words(noun.text) in words.titles or ("NOUN", noun.lemma_) in words.frames
