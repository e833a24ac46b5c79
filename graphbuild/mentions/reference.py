"""Whom a group noun refers to: the government of a state, a body named before, a group described before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon import function_words
from graphbuild.mentions.holders import next_in_office
from graphbuild.mentions.identified import described_person
from graphbuild.mentions.mention import Mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import AGENT, PASSIVE_SUBJECT, SUBJECT, is_definite
from graphbuild.tree import Word

if TYPE_CHECKING:
    from graphbuild.mentions.groups import GroupPhrase

_OFTEN = 2


def known_actor(scene: Scene, paragraph: int, phrase: GroupPhrase) -> tuple[Actor | None, str]:
    """Return the actor that a group noun stands for and how it does, (None, "") for one not met before."""
    if phrase.named is not None:
        if phrase.group.governs and phrase.named.kind == "person":
            return scene.state_of(phrase.named), "role"
        return phrase.named, "name"
    noun = scene.paragraphs[paragraph].doc[phrase.first]
    if phrase.group.governs:
        return _government(scene, paragraph, noun, phrase), "role"
    if _is_qualified_body(noun, phrase):
        named = _last_organisation(scene, paragraph, phrase)
        return named, "role" if named is not None else ""
    if not (is_definite(noun) and phrase.bare) or (phrase.group.kind == "person" and _is_owned(noun)):
        person = _in_same_office(scene, paragraph, noun)
        return person, "role" if person is not None else ""
    described = scene.described.get((phrase.group.lemma, phrase.singular))
    if phrase.group.kind == "person" and phrase.singular:
        described = scene.whom(phrase.group.lemma) or described
        if described is None and phrase.group.resolve == "person":
            described = described_person(scene, paragraph, phrase)
        return described, "role" if described is not None and described.kind == "person" else "group"
    if described is not None and described.kind == "organisation":
        return described, "role"
    if phrase.group.organisations and phrase.singular:
        named = _last_organisation(scene, paragraph, phrase)
        if named is not None:
            return named, "role"
    return described, "group"


def _government(scene: Scene, paragraph: int, noun: Word, phrase: GroupPhrase) -> Actor | None:
    if phrase.state is not None:
        return phrase.state if phrase.singular or phrase.group.plural_acts else None
    if not phrase.bare or phrase.singular == phrase.group.plural_acts or not is_definite(noun) or _is_qualified(noun):
        return None
    if phrase.group.resolve == "acting" and noun.dep_ not in SUBJECT | PASSIVE_SUBJECT | AGENT:
        return None  # "quitter le pouvoir"
    owner = _owner(scene, paragraph, noun)
    if owner is not None:
        return scene.state_of(owner.actors[0])
    # in an article on two states "le gouvernement" may be either's
    return scene.lexicon.directory.actors.get(scene.own_state)


def _is_qualified(noun: Word) -> bool:
    """ "la diplomatie trumpienne": an adjective that the tagger does not know."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return following is not None and following.pos_ in ("NOUN", "PROPN", "X", "ADJ") and not following.is_sent_start


def _is_owned(noun: Word) -> bool:
    """ "son successeur" is another one each time."""
    return bool(noun.doc[noun.i - 1].morph.get("Poss", ()))


def _owner(scene: Scene, paragraph: int, noun: Word) -> Mention | None:
    """ "son pays", "leur gouvernement": the owner's."""
    mention = scene.mentions.at(paragraph, noun.i - 1) if noun.i else None
    return mention if mention is not None and mention.origin == "possessive" else None


def _is_qualified_body(noun: Word, phrase: GroupPhrase) -> bool:
    """ "le groupe djihadiste", "la compagnie irlandaise": an adjective adds to what is known of a body.

    "la coalition arabe", "la cour constitutionnelle" are bodies of their own.
    """
    lone = phrase.singular and phrase.first < phrase.last == phrase.whole
    refers = bool(phrase.group.organisations) and phrase.group.lemma not in function_words("self_named")
    return lone and refers and is_definite(noun) and not _is_owned(noun)


def _in_same_office(scene: Scene, paragraph: int, noun: Word) -> Actor | None:
    """ "Donald Trump et son prédécesseur": the one before him in his office."""
    before = noun.lower_ in function_words("predecessor")
    owner = _owner(scene, paragraph, noun) if before or noun.lower_ in function_words("successor") else None
    return next_in_office(scene, owner.actors[0], before=before) if owner is not None else None


def _last_organisation(scene: Scene, paragraph: int, phrase: GroupPhrase) -> Actor | None:
    """ "le parti", "l'organisation": the last body of that kind, else one of unknown kind that is often named."""
    unknown: Actor | None = None
    for _, mention in scene.antecedents(paragraph, phrase.first):
        actor = mention.actors[0]
        if actor.kind != "organisation" or _is_foreign(scene, actor, phrase.state):
            continue
        kind = scene.lexicon.directory.kinds.get(actor.id, "")
        if kind in phrase.group.organisations:
            return actor
        if not kind and mention.origin == "ner" and scene.register.counts[actor.id] >= _OFTEN:
            unknown = unknown or actor
    return unknown


def _is_foreign(scene: Scene, actor: Actor, wanted: Actor | None) -> bool:
    """Tell whether a body belongs to another state than "la compagnie irlandaise" says."""
    return wanted is not None and actor.state is not None and actor.state != wanted.id
