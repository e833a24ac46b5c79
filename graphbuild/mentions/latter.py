""" "ce dernier" and "celui-ci": the one named last, whoever the article is about."""

from __future__ import annotations

from graphbuild.lexicon import Pronoun
from graphbuild.mentions.mention import Mention, gender_of_word, is_plural
from graphbuild.mentions.pairs import several
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.tree import Word

REACH = 2


def latter(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun) -> tuple[Actor, ...]:
    """Return whom "ce dernier" stands for: the last one of its sentence, else the last person, body or state before."""
    above = {token.i for token in word.ancestors}
    other: tuple[Actor, ...] = ()
    for distance, mention in scene.antecedents(paragraph, word.i, REACH):
        if mention.paragraph == paragraph and mention.head in above and mention.how in ("group", "role"):
            continue  # "le successeur de ce dernier"
        actors = _fitting(scene, mention, pronoun)
        if actors and (actors[0].kind == "person" or (distance == 0 and not scene.is_place(mention))):
            return actors
        if actors and not scene.is_place(mention):
            other = other or actors
    return other


def _fitting(scene: Scene, mention: Mention, pronoun: Pronoun) -> tuple[Actor, ...]:
    if pronoun.number == "p":
        return several(scene, mention)
    gender = mention.gender or scene.gender_of(mention.actors[0])
    agrees = len(mention.actors) == 1 and mention.actors[0].number == "s" and gender in ("", pronoun.gender)
    return mention.actors if agrees else ()


def nearest(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun) -> tuple[Actor, ...]:
    """Return whom "celui-ci" stands for: the noun before it that agrees, unless that one is a thing."""
    doc = word.doc
    for index in range(word.i - 1, -1, -1):
        token = doc[index]
        mention = scene.mentions.at(paragraph, index)
        if mention is not None and not mention.adjective and index == mention.head:
            actors = _fitting(scene, mention, pronoun)
            if actors:
                return actors
        elif mention is None and token.pos_ == "NOUN" and _noun_agrees(token, pronoun):
            return ()
    return ()


def _noun_agrees(noun: Word, pronoun: Pronoun) -> bool:
    return gender_of_word(noun) == pronoun.gender and is_plural(noun) == (pronoun.number == "p")
