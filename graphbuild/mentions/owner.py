"""Whose "son" and "leur" are: first the subject of the clause, or whoever an infinitive's verb commands."""

from __future__ import annotations

from graphbuild.mentions.mention import Mention
from graphbuild.mentions.scene import Scene
from graphbuild.syntax import OBJECT, PASSIVE_SUBJECT, SUBJECT, case_words
from graphbuild.tree import Word

_SUBJECTS = SUBJECT | PASSIVE_SUBJECT
_STEPS = 3
JUDGEMENTS = frozenset(("ACCUSE", "SANCTION", "SUPPORT", "REJECT"))


def clause_owner(scene: Scene, paragraph: int, word: Word, *, plural: bool) -> Mention | None:
    """Return the mention that owns a possessive by its place in the clause, None where the clause does not tell."""
    verb = _verb_above(word)
    if verb is None:
        return None
    for _ in range(_STEPS):
        owner = _judged(scene, paragraph, word, verb) or _commanded(scene, paragraph, verb)
        owner = owner or subject_of(scene, paragraph, verb)
        if owner is not None:
            agrees = (owner.actors[0].number == "p" or len(owner.actors) > 1) == plural
            return owner if agrees and not owner.first <= word.i <= owner.last else None
        if verb.dep_ not in ("xcomp", "conj", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _verb_above(word: Word) -> Word | None:
    """Return the verb of the clause, None where the possessive stands in its subject."""
    above = word.head
    if above.dep_ in _SUBJECTS:
        return None
    above = above.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        if above.dep_ in _SUBJECTS:
            return None
        above = above.head
    return above


def _judged(scene: Scene, paragraph: int, word: Word, verb: Word) -> Mention | None:
    """ "sanctionner l'Iran pour son aide à Moscou": one is judged for what one has done oneself."""
    noun = word.head
    if noun.head.i != verb.i or [case.lower_ for case in case_words(noun)] != ["pour"]:
        return None
    frames = scene.lexicon.frames.get(("VERB", verb.lemma_), ())
    if not any(frame.type in JUDGEMENTS for frame in frames if not frame.words):
        return None
    return _mention_of(scene, paragraph, [child for child in verb.children if child.dep_ in OBJECT | PASSIVE_SUBJECT])


def _commanded(scene: Scene, paragraph: int, verb: Word) -> Mention | None:
    """ "appeler Kiev à poursuivre son dialogue": the object of the verb above."""
    where = scene.lexicon.controllers.get(verb.head.lemma_) if verb.dep_ in ("xcomp", "advcl", "acl") else None
    if where is None:
        return None
    labels = ("obj", "nsubj:pass") if where == "obj" else ("iobj", "obl:arg")
    return _mention_of(scene, paragraph, [child for child in verb.head.children if child.dep_ in labels])


def subject_of(scene: Scene, paragraph: int, verb: Word) -> Mention | None:
    """Return the mention that is the subject of a verb, also a name after it ("dans son discours, Macron a dit")."""
    return _mention_of(scene, paragraph, [child for child in verb.children if child.dep_ in _SUBJECTS])


def _mention_of(scene: Scene, paragraph: int, tokens: list[Word]) -> Mention | None:
    for token in tokens:
        mention = scene.mentions.at(paragraph, token.i) or scene.name_at(paragraph, token.i)
        if mention is not None and not mention.adjective:
            return mention
    return None
