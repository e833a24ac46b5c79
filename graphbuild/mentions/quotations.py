"""Quotations: who speaks in them, which "je" and "nous" refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.owner import subject_of
from graphbuild.mentions.scene import Scene
from graphbuild.tree import Tree, Word

_OPENING = {"«": "»", "“": "”", '"': '"'}
_SHORTEST = 3
_BEFORE, _AFTER = 30, 12
_INCISE = 2
_INTRODUCED = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first` to `last` of a paragraph between quotation marks."""

    first: int
    last: int


def first_persons(scene: Scene, paragraph: int) -> Iterator[Mention]:
    """Yield the mentions that "je", "notre" and their like make in the quotations of a paragraph."""
    doc = scene.paragraphs[paragraph].doc
    for quotation in _quotations(doc):
        words = [word for word in doc[quotation.first : quotation.last + 1] if _is_first_person(scene, paragraph, word)]
        speaker = _speaker(scene, paragraph, quotation) if words else None
        if speaker is None:
            continue
        for word in words:
            function = scene.lexicon.pronouns[word.lower_].function
            mention = make_mention(
                scene.paragraphs[paragraph], paragraph, word.i, word.i, speaker.actors, "pronoun", function
            )
            mention.adjective = function == "possessive"
            yield mention


def _quotations(doc: Tree) -> Iterator[Quotation]:
    opened: int | None = None
    closing = ""
    for token in doc:
        if opened is not None and token.text == closing:
            if token.i - opened > _SHORTEST:
                yield Quotation(opened + 1, token.i - 1)
            opened = None
        elif opened is None and token.text in _OPENING:
            opened, closing = token.i, _OPENING[token.text]
    if opened is not None and closing != '"' and len(doc) - opened > _SHORTEST:
        yield Quotation(opened + 1, len(doc) - 1)


def _is_first_person(scene: Scene, paragraph: int, word: Word) -> bool:
    pronoun = scene.lexicon.pronouns.get(word.lower_)
    if pronoun is None or pronoun.person != 1 or not scene.mentions.free(paragraph, word.i, word.i):
        return False
    return word.pos_ == ("DET" if pronoun.function == "possessive" else "PRON")


def _speaker(scene: Scene, paragraph: int, quotation: Quotation) -> Mention | None:
    """Find who speaks: inside the quotation ("…, confie X, …"), after it ("», a dit X"), before it ("X a dit : «")."""
    doc = scene.paragraphs[paragraph].doc
    inside = [token for token in doc[quotation.first : quotation.last + 1] if _is_incise(doc, token)]
    after = doc[quotation.last + 1 : quotation.last + 1 + _AFTER]
    before = doc[max(quotation.first - _BEFORE, 0) : quotation.first]
    for word in (*inside, *after, *reversed(before)):
        if ("VERB", word.lemma_) in scene.lexicon.speech:
            speaker = subject_of(scene, paragraph, word)
            if speaker is not None and not _within(speaker, quotation):
                return speaker
    return _introduced(scene, paragraph, quotation)


def _is_incise(doc: Tree, verb: Word) -> bool:
    """ "…, confie X": a verb between commas before its subject."""
    before = doc[max(verb.i - _INCISE, 0) : verb.i]
    return (
        verb.pos_ == "VERB"
        and any(token.text == "," for token in before)
        and any(child.dep_ == "nsubj" and child.i > verb.i for child in verb.children)
    )


def _within(mention: Mention, quotation: Quotation) -> bool:
    return mention.how == "pronoun" and quotation.first <= mention.head <= quotation.last


def _introduced(scene: Scene, paragraph: int, quotation: Quotation) -> Mention | None:
    """ "Pour X, « … »", "X : « … »": the name just before the quotation."""
    for index in range(quotation.first - 2, max(quotation.first - 2 - _INTRODUCED, -1), -1):
        mention = scene.mentions.at(paragraph, index)
        if (
            mention is not None
            and not mention.adjective
            and len(mention.actors) == 1
            and mention.actors[0].kind == "person"
        ):
            return mention
    return None
