"""Roles: "le président russe Vladimir Poutine", "X, porte-parole de l'OTAN", "le chef de l'État"."""

from __future__ import annotations

from graphbuild.lexicon import function_words
from graphbuild.mentions.apposition import apposed_person
from graphbuild.mentions.generic import generic_actor
from graphbuild.mentions.holders import former_holders, holders
from graphbuild.mentions.listed import find_listed
from graphbuild.mentions.mention import Mention, Office, gender_of_word, make_mention
from graphbuild.mentions.ministries import ministry_of
from graphbuild.mentions.role_phrase import RolePhrase, read_role
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import is_definite
from graphbuild.tree import Tree, Word


def find_role(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    """Return the mention that a role makes, recording the office when the text says who holds it.

    `names` are the paragraph's mentions by proper name, by first token.
    """
    phrase = read_role(scene, paragraph, token, names)
    if phrase is None:
        return None
    if phrase.plural:
        noun = scene.paragraphs[paragraph].doc[phrase.first]
        listed = find_listed(scene, paragraph, noun, phrase.last, phrase.end, names)
        return listed or _generic(scene, paragraph, phrase)
    holder = phrase.person or apposed_person(scene, paragraph, phrase, names)
    # "la présidente" is no man, "une figure politique" may be
    if holder is not None and not (phrase.title.gender == "f" and scene.gender_of(holder.actors[0]) == "m"):
        return _held(scene, paragraph, phrase, holder)
    actor = _resolve(scene, paragraph, phrase)
    if actor is None:
        return _generic(scene, paragraph, phrase)
    return make_mention(scene.paragraphs[paragraph], paragraph, phrase.first, phrase.last, (actor,), "role", "role")


def _held(scene: Scene, paragraph: int, phrase: RolePhrase, holder: Mention) -> Mention:
    person = holder.actors[0]
    body = phrase.body or ministry_of(scene, paragraph, phrase) or phrase.state
    scene.hold_office(phrase.title.lemma, person, phrase.state.id if phrase.state else None)
    if phrase.title.gender:
        scene.genders.setdefault(person.id, phrase.title.gender)
    beside = phrase.person is not None
    last = holder.last if beside else phrase.last
    mention = make_mention(
        scene.paragraphs[paragraph], paragraph, phrase.first, last, holder.actors, "name", holder.origin
    )
    if beside:
        mention.start, mention.end = holder.start, holder.end
    else:
        mention.how, mention.origin = "role", "apposition"
    if body is not None and body.id != person.id:
        title = phrase.title
        office = Office(mention, phrase.first, phrase.last, title.relation, title.lemma, body)
        scene.mentions.offices.setdefault(paragraph, []).append(office)
    return mention


def _resolve(scene: Scene, paragraph: int, phrase: RolePhrase) -> Actor | None:
    """Find who holds the office: first by the article itself, then by the dated roles of the directory."""
    doc = scene.paragraphs[paragraph].doc
    heading = scene.paragraphs[paragraph].heading and doc[phrase.first].is_sent_start
    opening, explicit = _opening(doc, phrase.first), phrase.body or phrase.state
    if not (is_definite(opening) or heading):
        return None
    if phrase.former or opening.lower_ in function_words("former"):
        held = former_holders(scene, phrase.title.lemma, explicit)
        fitting = [person for person in held if not _clashes(scene, doc, phrase, person)]
        return fitting[0] if len(fitting) == 1 else None
    for holder in holders(scene, phrase.title.lemma, explicit, phrase.state):
        if not _clashes(scene, doc, phrase, holder):
            return holder
    return scene.described.get((phrase.title.lemma, True)) if explicit is None else None


def _opening(doc: Tree, title: int) -> Word:
    """Return the word that an article stands before: "l'ancien président", "le nouveau ministre"."""
    before = doc[title - 1] if title and not doc[title].is_sent_start else doc[title]
    tells_when = before.lower_ in function_words("former") or before.lower_ in function_words("current")
    return before if tells_when else doc[title]


def _clashes(scene: Scene, doc: Tree, phrase: RolePhrase, holder: Actor) -> bool:
    """ "la présidente" and "la leader" are no men; "le ministre" may well be a woman."""
    feminine = phrase.title.gender == "f" or (phrase.first > 0 and gender_of_word(doc[phrase.first - 1]) == "f")
    return feminine and scene.gender_of(holder) == "m"


def _generic(scene: Scene, paragraph: int, phrase: RolePhrase) -> Mention:
    actor = generic_actor(scene, paragraph, phrase.first, phrase.end, phrase.state, plural=phrase.plural)
    if not phrase.plural:
        scene.described[phrase.title.lemma, True] = actor
    return make_mention(scene.paragraphs[paragraph], paragraph, phrase.first, phrase.last, (actor,), "group", "role")
