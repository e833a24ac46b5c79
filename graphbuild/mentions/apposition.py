"""Who bears a title that stands beside a name: "X, président de Y", "X est ministre", "Ancien ministre, X"."""

from __future__ import annotations

from graphbuild.mentions.beside import closes
from graphbuild.mentions.mention import Mention
from graphbuild.mentions.role_phrase import RolePhrase
from graphbuild.mentions.scene import Scene
from graphbuild.syntax import PASSIVE_SUBJECT, SUBJECT, is_definite
from graphbuild.tree import Tree, Word

_OPENING = (",", "(", "–", "—")
_PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET"))
_REACH = 15
_SHORT_REACH = 12


def apposed_person(scene: Scene, paragraph: int, phrase: RolePhrase, names: dict[int, Mention]) -> Mention | None:
    """Return the mention of the one person whom the text gives this title, if it does."""
    doc = scene.paragraphs[paragraph].doc
    mention = (
        _named_further(scene, doc, phrase, names)
        or _subject_of_copula(scene, paragraph, doc, phrase)
        or _named_before(scene, paragraph, doc, phrase)
        or _named_after(doc, phrase, names)
    )
    if mention is None or mention.adjective or len(mention.actors) != 1:
        return None
    return mention if mention.actors[0].kind == "person" else None


def _subject_of_copula(scene: Scene, paragraph: int, doc: Tree, phrase: RolePhrase) -> Mention | None:
    title = doc[phrase.first]
    if not any(child.dep_ == "cop" for child in title.children):
        return None
    subject = next((child for child in title.children if child.dep_ in SUBJECT | PASSIVE_SUBJECT), None)
    return scene.mentions.at(paragraph, subject.i) if subject is not None else None


def _named_before(scene: Scene, paragraph: int, doc: Tree, phrase: RolePhrase) -> Mention | None:
    before = phrase.first - 1
    determined = False
    while before >= 0 and doc[before].pos_ in ("DET", "ADJ", "ADV"):
        determined = determined or doc[before].pos_ == "DET"
        before -= 1
    if before < 0 or doc[before + 1].is_sent_start:
        return None
    if doc[before].text in _OPENING:
        return (
            None
            if (determined and _coordinated(doc, phrase)) or before < 1
            else scene.mentions.at(paragraph, before - 1)
        )
    mention = scene.mentions.at(paragraph, before)
    if doc[before].pos_ == "CCONJ" and not determined and before >= 1:
        # "président et directeur de Y": both titles are of one person
        mention = scene.mentions.at(paragraph, before - 1)
        return mention if mention is not None and mention.origin == "apposition" else None
    return mention if mention is not None and mention.how == "name" and mention.last == before else None


def _named_further(scene: Scene, doc: Tree, phrase: RolePhrase, names: dict[int, Mention]) -> Mention | None:
    """ "le candidat à la présidentielle, X,", "le journaliste et animateur de radio X": a name ends the phrase."""
    after = phrase.end + 1
    joined = after + 1 < len(doc) and doc[after].pos_ == "CCONJ" and doc[after + 1].pos_ == "NOUN"
    position = after + joined
    while position < min(after + _SHORT_REACH, len(doc) - 1):
        word = doc[position]
        if position in names:
            if joined or _is_last_of_phrase(scene, doc, phrase, position):
                return names[position]
            if doc[position - 1].pos_ not in ("ADP", "DET"):
                return None
            position = names[position].last  # "le fondateur de Snapchat, X,"
        elif word.text == "," and not joined:
            mention = names.get(position + 1)
            closed = mention is not None and closes(doc, mention, names)
            return mention if closed and is_definite(doc[phrase.first]) else None
        elif word.is_sent_start or word.pos_ not in _PHRASE:
            return None
        position += 1
    return None


def _is_last_of_phrase(scene: Scene, doc: Tree, phrase: RolePhrase, position: int) -> bool:
    """ "le candidat à la présidentielle X"; but "le ministre de l'administration X" serves X."""
    before = doc[position - 1]
    group = scene.lexicon.groups.get(before.lower_)
    return (
        before.pos_ in ("NOUN", "ADJ")
        and not _is_lost_verb(scene, before)
        and not (group is not None and group.kind == "body")
        and is_definite(doc[phrase.first])
    )


def _is_lost_verb(scene: Scene, word: Word) -> bool:
    """ "la présidente du parti attaque X": a noun without article that may be a verb, behind another name or noun."""
    bare = word.i > 0 and word.doc[word.i - 1].pos_ in ("NOUN", "PROPN", "X")
    return bare and ("VERB", f"{word.lower_}r") in scene.lexicon.frames


def _coordinated(doc: Tree, phrase: RolePhrase) -> bool:
    """ "avec X, le président russe et Y" is a list."""
    return phrase.end + 1 < len(doc) and doc[phrase.end + 1].pos_ == "CCONJ"


def _named_after(doc: Tree, phrase: RolePhrase, names: dict[int, Mention]) -> Mention | None:
    """ "Président du conseil depuis 2014, X a annoncé": a title without article opens its sentence."""
    opening = phrase.first
    while opening > 0 and not doc[opening].is_sent_start and doc[opening - 1].pos_ == "ADJ":
        opening -= 1
    if not doc[opening].is_sent_start:
        return None
    for position in range(phrase.end + 1, min(phrase.end + _REACH, len(doc) - 1)):
        if doc[position].is_sent_start or doc[position].pos_ in ("VERB", "AUX"):
            return None
        if doc[position].text == ",":
            return names.get(position + 1)
    return None
