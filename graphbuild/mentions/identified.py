"""Who a description is: "un homme de 39 ans, Karl Brandt, …", "Karl Brandt, un voisin, …", "l'homme" later on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon import function_words
from graphbuild.mentions.beside import closes
from graphbuild.mentions.mention import Mention, gender_of_word
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import OBJECT, PASSIVE_SUBJECT, SUBJECT
from graphbuild.tree import Tree, Word

if TYPE_CHECKING:
    from graphbuild.mentions.groups import GroupPhrase

_REACH = 8
_LIST = 4
_PAUSE = 3
_QUOTES = frozenset('«»"')
_DETAIL = frozenset(("ADP", "NUM", "NOUN", "ADJ", "DET"))
_ARGUMENTS = SUBJECT | PASSIVE_SUBJECT | OBJECT


def identify(scene: Scene, paragraph: int, phrase: GroupPhrase, names: dict[int, Mention]) -> Actor | None:
    """Return the person whose name stands beside a description of one person; the scene remembers who it is."""
    if phrase.group.kind != "person" or not phrase.singular:
        return None
    doc = scene.paragraphs[paragraph].doc
    mention = _named_after(doc, phrase, names) or _named_before(scene, paragraph, doc, phrase)
    if mention is None or len(mention.actors) != 1 or mention.actors[0].kind != "person":
        return None
    person = mention.actors[0]
    scene.identify(phrase.group.lemma, person)
    _identify_subject(scene, paragraph, phrase, person)
    return person


def _named_after(doc: Tree, phrase: GroupPhrase, names: dict[int, Mention]) -> Mention | None:
    """ "un homme de 39 ans, X,", "une femme nommée X"."""
    position, end = phrase.last + 1, min(phrase.last + _REACH, len(doc) - 1)
    while position < end:
        word, named = doc[position], names.get(position + 1)
        if word.is_sent_start:
            return None
        if word.text == ",":
            return named if named is not None and closes(doc, named, names) else None
        if word.lower_ in function_words("naming"):
            return named
        if position in names and doc[position - 1].pos_ in ("ADP", "DET"):
            position = names[position].last  # "le beau-frère de X, Y,"
        elif word.pos_ not in _DETAIL and word.lower_ not in function_words("aged"):
            return None
        position += 1
    return None


def _named_before(scene: Scene, paragraph: int, doc: Tree, phrase: GroupPhrase) -> Mention | None:
    """ "X, un voisin de la victime, …", but not "X, un voisin et deux passants"."""
    if doc[phrase.first].dep_ in _ARGUMENTS and not _is_closed(doc, phrase):
        return None  # "selon le maire, X, un adolescent crie"
    comma = phrase.first - 1
    while comma >= 0 and doc[comma].pos_ in ("DET", "ADJ") and not doc[comma].is_sent_start:
        comma -= 1
    if comma < 1 or doc[comma].text != "," or any(word.pos_ == "CCONJ" for word in _rest(doc, phrase)):
        return None
    before = scene.mentions.at(paragraph, comma - 1)
    listed = before is not None and before.first > 0 and doc[before.first - 1].text == ","
    return before if before is not None and before.last == comma - 1 and before.how == "name" and not listed else None


def _is_closed(doc: Tree, phrase: GroupPhrase) -> bool:
    """Tell whether a pause ends the description, as it does an apposition, before its verb."""
    return any(word.is_punct and word.text not in _QUOTES for word in doc[phrase.whole + 1 : phrase.whole + _PAUSE])


def _rest(doc: Tree, phrase: GroupPhrase) -> list[Word]:
    return doc[phrase.last + 1 : phrase.whole + _LIST]


def _identify_subject(scene: Scene, paragraph: int, phrase: GroupPhrase, person: Actor) -> None:
    """ "Le tireur est un homme de 39 ans, X": the gunman is X too."""
    noun = scene.paragraphs[paragraph].doc[phrase.first]
    if not any(child.dep_ == "cop" for child in noun.children):
        return
    for child in noun.children:
        group = scene.lexicon.groups.get(child.lower_) if child.dep_ in SUBJECT else None
        if group is not None and group.kind == "person":
            scene.identify(group.lemma, person)


def described_person(scene: Scene, paragraph: int, phrase: GroupPhrase) -> Actor | None:
    """Return whom "l'homme" or "le quinquagénaire" means: the one so vaguely described, else the one named near."""
    word = scene.paragraphs[paragraph].doc[phrase.first]
    gender = gender_of_word(word)
    if not word.is_lower:
        return None  # "essais sur l'Homme"
    vague = {actor for lemma, actor in _singles(scene) if _is_vague(scene, lemma)}
    near = {
        mention.actors[0]
        for distance, mention in scene.antecedents(paragraph, word.i)
        if distance and len(mention.actors) == 1 and mention.actors[0].kind == "person"
    }
    for persons in (vague, near):
        fitting = [actor for actor in persons if scene.gender_of(actor) in ("", gender)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return next((actor for actor in fitting if actor.id == scene.topic), None)
    return None


def _singles(scene: Scene) -> list[tuple[str, Actor]]:
    return [(lemma, actor) for (lemma, singular), actor in scene.described.items() if singular]


def _is_vague(scene: Scene, lemma: str) -> bool:
    group = scene.lexicon.groups.get(lemma)
    return group is not None and group.resolve == "person"
