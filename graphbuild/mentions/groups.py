"""People and bodies without a name: "seize prisonniers", "l'armée syrienne", "le gouvernement français"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon import Group
from graphbuild.mentions.generic import generic_actor
from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import AGENT, PASSIVE_SUBJECT, SUBJECT, is_definite
from graphbuild.text import slug

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class _Phrase:
    """A group noun from `first` to `last` with its adjectives, to `whole` with its complement."""

    first: int
    last: int
    whole: int
    state: Actor | None = None
    named: Actor | None = None


def find_group(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    """Return the mention that a group noun makes: of a known actor it stands for, else of a group without a name."""
    doc = scene.paragraphs[paragraph].doc
    if _only_qualifies(scene, paragraph, token):
        return _qualifying(scene, paragraph, token)
    group = scene.lexicon.groups.get(doc[token].lower_)
    if group is None or doc[token].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if group.lemma[:1].isupper() and not doc[token].text[:1].isupper():
        return None
    phrase = _read_tail(scene, paragraph, token, names)
    actor, how = _known_actor(scene, paragraph, group, phrase)
    if actor is None:
        plural = doc[token].morph.get("Number") == ["Plur"] or (group.number == "p" and group.lemma != doc[token].lower_)
        actor, how = (
            generic_actor(
                scene, paragraph, token, phrase.whole, phrase.state, plural=plural, body=group.kind == "body"
            ),
            "group",
        )
        scene.described[group.lemma, not plural] = actor
    return make_mention(scene.paragraphs[paragraph], paragraph, token, phrase.last, (actor,), how, f"group_{group.kind}")


def _only_qualifies(scene: Scene, paragraph: int, token: int) -> bool:
    word = scene.paragraphs[paragraph].doc[token]
    return word.pos_ == "ADJ" and word.dep_ == "amod" and word.head.i < token


def _qualifying(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """ "une attaque djihadiste" has djihadistes for its authors."""
    name = scene.lexicon.group_adjectives.get(scene.paragraphs[paragraph].doc[token].lower_)
    if name is None:
        return None
    actor = Actor(slug(f"{name} {scene.doc_id}"), name, "group", number="p")
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, (actor,), "group", "group_adjective")
    mention.adjective = True
    return mention


def _read_tail(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> _Phrase:
    doc = scene.paragraphs[paragraph].doc
    phrase = _Phrase(token, token, token)
    position = token + 1
    while position < len(doc) and not doc[position].is_sent_start:
        adjective = state_of_adjective(scene, paragraph, position)
        if adjective is not None:
            phrase.state = adjective
        elif position in names:
            # "le groupe État islamique", "le parti Ennahdha"
            phrase.named = names[position].actors[0]
            if phrase.named.kind in ("organisation", "person"):
                phrase.last = names[position].last
            break
        elif scene.lexicon.prepositions.get(doc[position].lower_) == "de":
            _read_complement(scene, paragraph, position, names, phrase)
            return phrase
        elif doc[position].pos_ != "ADJ" or not doc[position].is_lower:
            break
        phrase.last = position
        position += 1
    phrase.whole = phrase.last
    return phrase


def _read_complement(
    scene: Scene, paragraph: int, position: int, names: dict[int, Mention], phrase: _Phrase
) -> None:
    doc = scene.paragraphs[paragraph].doc
    phrase.whole = phrase.last
    inner = position + 1
    while inner < len(doc) and doc[inner].pos_ == "DET":
        inner += 1
    if inner >= len(doc):
        return
    if inner in names:
        actor = names[inner].actors[0]
        phrase.whole = names[inner].last
        state = actor if actor.kind == "state" else scene.lexicon.directory.actors.get(actor.state or "")
        if state is not None and actor.kind in ("state", "person"):
            # "le régime de Bachar el-Assad" is Syria's
            phrase.state = phrase.state or state
    elif doc[inner].pos_ == "NOUN" or doc[inner].text[:1].isupper():
        phrase.whole = inner


def _known_actor(scene: Scene, paragraph: int, group: Group, phrase: _Phrase) -> tuple[Actor | None, str]:
    if phrase.named is not None and (phrase.named.kind, group.kind) in (("organisation", "body"), ("person", "person")):
        return phrase.named, "name"
    if phrase.named is not None and phrase.named.kind == "person" and group.resolve in ("state", "states"):
        # "l'administration Obama"
        return scene.lexicon.directory.actors.get(phrase.named.state or ""), "role"
    doc = scene.paragraphs[paragraph].doc
    definite = is_definite(doc[phrase.first])
    singular = doc[phrase.first].morph.get("Number") != ["Plur"]
    if group.resolve in ("state", "states"):
        if phrase.state is not None and (singular or group.plural_acts):
            return phrase.state, "role"
        bare = phrase.whole == phrase.last == phrase.first
        if definite and bare and scene.main_states and singular != group.plural_acts and _acts(doc[phrase.first]):
            return scene.lexicon.directory.actors[scene.main_states[0]], "role"
        return None, ""
    if definite and phrase.whole == phrase.first:
        if group.organisations and singular:
            named = _last_organisation(scene, paragraph, phrase.first, group.organisations)
            if named is not None:
                return named, "role"
        return scene.described.get((group.lemma, singular)), "group"
    return None, ""


def _acts(noun: Token) -> bool:
    """ "quitter le pouvoir", "au pouvoir" is no government; "le pouvoir accuse" is one."""
    return noun.lemma_ not in ("pouvoir", "État", "état") or noun.dep_ in SUBJECT | PASSIVE_SUBJECT | AGENT


def _last_organisation(scene: Scene, paragraph: int, token: int, kinds: tuple[str, ...]) -> Actor | None:
    """ "le parti", "l'organisation": the last body of that kind."""
    for _, mention in scene.antecedents(paragraph, token):
        actor = mention.actors[0]
        kind = scene.lexicon.directory.kinds.get(actor.id, "")
        if actor.kind == "organisation" and (kind in kinds or (not kind and mention.origin == "ner")):
            return actor
    return None
