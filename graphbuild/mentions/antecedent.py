"""Which earlier actor a pronoun stands for: agreement first, then salience.

The weights follow the usual salience factors of rule-based anaphora resolution (Lappin and Leass 1994): subjects before
others, recent before old, the one spoken of all along before the one named once. Nouns for things compete with actors.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.lexicon import Pronoun
from graphbuild.mentions.mention import Mention, gender_of_word, is_plural
from graphbuild.mentions.pairs import last_pair, several
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import PASSIVE_SUBJECT, SUBJECT
from graphbuild.tree import Word

FAR = 7
NEAR = 2
NOBODY: tuple[float, tuple[Actor, ...]] = (float("-inf"), ())
_THINGS = SUBJECT | PASSIVE_SUBJECT
WEIGHTS = {
    "person": 1.2, "subject": 1.2, "object": 0.2, "topic": 0.9, "distance": -0.6, "order": -0.07, "unsure": -0.3,
    "place": -1.5, "unnamed": -0.5, "thing": -0.4, "elsewhere": -0.4,
}  # fmt: skip


def singular_antecedent(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun) -> tuple[Actor, ...]:
    """Return the actor that a singular pronoun stands for, () for none or for a thing."""
    barred = _in_same_clause(scene, word, paragraph) if pronoun.function in ("clitic", "object") else set()
    best = NOBODY
    for order, (distance, mention) in enumerate(scene.antecedents(paragraph, word.i, FAR)):
        if len(mention.actors) != 1 or mention.actors[0].number != "s" or mention.actors[0].id in barred:
            continue
        if not _agrees(scene, mention, pronoun.gender):
            continue
        score = _salience(scene, mention, pronoun, distance, order) + WEIGHTS["elsewhere"] * (
            mention.paragraph < paragraph
        )
        if score > best[0]:
            best = (score, mention.actors)
    return () if _is_thing(scene, paragraph, word, pronoun, best[0]) else best[1]


def _agrees(scene: Scene, mention: Mention, gender: str) -> bool:
    known = mention.gender or scene.gender_of(mention.actors[0])
    return not (gender and known and gender != known)


def _may_be(scene: Scene, actors: tuple[Actor, ...], gender: str) -> bool:
    """One man makes a group "ils"; "elles" are women or feminine names alone."""
    return gender != "f" or all(scene.gender_of(actor) != "m" for actor in actors)


def _salience(scene: Scene, mention: Mention, pronoun: Pronoun, distance: int, order: int) -> float:
    actor = mention.actors[0]
    unsure = bool(pronoun.gender) and not (mention.gender or scene.gender_of(actor))
    holds = {
        "person": actor.kind == "person",
        "unnamed": actor.kind == "group",
        "subject": scene.is_subject(mention),
        "object": scene.is_object(mention),
        "topic": actor.id == scene.topic,
        "unsure": unsure,
        "place": (mention.metonym and not scene.is_subject(mention)) or scene.is_place(mention),
        "distance": distance,
        "order": order,
    }
    return sum(WEIGHTS[name] * value for name, value in holds.items())


def _is_thing(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun, best: float) -> bool:
    if pronoun.function != "subject" or ("VERB", word.head.lemma_) in scene.lexicon.speech:
        return False
    for order, (distance, noun) in enumerate(_things(scene, paragraph, word)):
        if gender_of_word(noun) != pronoun.gender or is_plural(noun) != (pronoun.number == "p"):
            continue
        score = WEIGHTS["thing"] + WEIGHTS["distance"] * distance + WEIGHTS["order"] * order
        if score + WEIGHTS["subject"] > best:
            return True
    return False


def _things(scene: Scene, paragraph: int, word: Word) -> Iterator[tuple[int, Word]]:
    """Yield the subject nouns of this sentence and the one before that are no actors, the nearest first."""
    doc = word.doc
    here = scene.sentences[paragraph][word.i]
    for index in range(word.i - 1, -1, -1):
        distance = here - scene.sentences[paragraph][index]
        if distance > 1:
            return
        if doc[index].pos_ == "NOUN" and doc[index].dep_ in _THINGS and scene.mentions.free(paragraph, index, index):
            yield distance, doc[index]


def _in_same_clause(scene: Scene, word: Word, paragraph: int) -> set[str]:
    """Return the ids of the actors that a non-reflexive object of this clause cannot be."""
    verb = word.head
    barred: set[str] = set()
    for governor in (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,):
        for child in governor.children:
            mention = scene.mentions.at(paragraph, child.i) if child.i != word.i else None
            if mention is not None and not mention.adjective:
                barred.update(actor.id for actor in mention.actors)
    return barred


def plural_antecedent(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun) -> tuple[Actor, ...]:
    """Return the group, or the two or more actors, that a plural pronoun stands for."""
    best = NOBODY
    for order, (distance, mention) in enumerate(scene.antecedents(paragraph, word.i, NEAR)):
        actors = several(scene, mention)
        fits = _agrees(scene, mention, pronoun.gender) if len(actors) == 1 else _may_be(scene, actors, pronoun.gender)
        if not actors or not fits:
            continue
        score = _salience(scene, mention, pronoun, distance, order)
        if score > best[0]:
            best = (score, actors)
    if not best[1]:
        pair = last_pair(scene, paragraph, word.i, ("person",))
        return pair if _may_be(scene, pair, pronoun.gender) else ()
    return () if _is_thing(scene, paragraph, word, pronoun, best[0]) else best[1]
