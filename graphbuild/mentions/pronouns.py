"""Pronouns and possessives: number and gender agree, subjects before others, recent before old.

The weights follow the usual salience factors of rule-based anaphora resolution (Lappin and Leass 1994).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.lexicon import Pronoun
from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import PASSIVE_SUBJECT, SUBJECT as SUBJECT_LABELS

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 2
PERSON, SUBJECT, DISTANCE, ORDER, UNSURE, PLACE, UNNAMED, TOPIC = 1.5, 1.0, 0.5, 0.07, 0.3, 1.5, 0.4, 0.7
FAR = 7


def find_pronoun(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """Return the mention that a third-person pronoun or possessive makes, when its antecedent is found."""
    word = scene.paragraphs[paragraph].doc[token]
    pronoun = scene.lexicon.pronouns.get(word.lower_)
    if pronoun is None or pronoun.person != 3 or not _is_used(scene, paragraph, word, pronoun):
        return None
    if pronoun.function == "pair":
        return _pair_mention(scene, paragraph, word)
    actors = _antecedent(scene, paragraph, word, pronoun)
    if not actors:
        return None
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, actors, "pronoun", pronoun.function)
    mention.adjective = pronoun.function == "possessive"
    return mention


def _is_used(scene: Scene, paragraph: int, word: Token, pronoun: Pronoun) -> bool:
    if pronoun.function == "possessive":
        return word.pos_ == "DET"
    if pronoun.function == "last":
        return word.i > 0 and word.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:arg", "nmod", "obl:agent") and word.doc[word.i - 1].lower_ == "ce"
    if pronoun.function == "pair":
        return word.dep_ == "nummod" and word.i > 0 and word.doc[word.i - 1].lower_ in ("les", "ces", "des", "aux")
    if pronoun.function == "clitic":
        return word.pos_ == "PRON" and word.dep_ in ("obj", "iobj")
    return word.pos_ == "PRON" and not _is_expletive(scene, word)


def _is_expletive(scene: Scene, word: Token) -> bool:
    """ "il faut", "il est possible que": the parser takes many a personal "il" for one of these."""
    if not word.dep_.startswith("expl"):
        return False
    verb = word.head
    clausal = any(child.dep_ in ("ccomp", "xcomp", "csubj", "expl:comp") for child in verb.children)
    return verb.lemma_ in scene.lexicon.impersonal or clausal


def _antecedent(scene: Scene, paragraph: int, word: Token, pronoun: Pronoun) -> tuple[Actor, ...]:
    if pronoun.function == "possessive":
        owner = _clause_owner(scene, paragraph, word)
        if owner is not None:
            return owner.actors
    number = pronoun.number
    if word.lower_ == "leur" and word.pos_ == "DET":
        number = "p"
    if number == "p":
        return _plural_antecedent(scene, paragraph, word, pronoun.gender)
    best: tuple[float, tuple[Actor, ...]] | None = None
    barred = _in_same_clause(scene, word, paragraph) if pronoun.function in ("clitic", "object") else set()
    for order, (distance, mention) in enumerate(scene.antecedents(paragraph, word.i, FAR)):
        score = _score(scene, mention, pronoun, distance, order)
        if score is not None and barred.isdisjoint(actor.id for actor in mention.actors) and (best is None or score > best[0]):
            best = (score, mention.actors)
    return best[1] if best else ()


def _clause_owner(scene: Scene, paragraph: int, word: Token) -> Mention | None:
    """A possessive belongs first to the subject of its clause, or to whoever an infinitive's verb commands."""
    noun = word.head
    plural = word.lower_ in ("leur", "leurs")
    if noun.dep_ in SUBJECT_LABELS | PASSIVE_SUBJECT:
        return None
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        if verb.dep_ in SUBJECT_LABELS | PASSIVE_SUBJECT:
            return None
        verb = verb.head
    for _ in range(3):
        owner = _commanded(scene, paragraph, verb) or _subject_mention(scene, paragraph, verb)
        if owner is not None:
            agrees = (owner.actors[0].number == "p" or len(owner.actors) > 1) == plural
            return owner if agrees and not owner.first <= word.i <= owner.last else None
        if verb.dep_ not in ("xcomp", "conj", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _commanded(scene: Scene, paragraph: int, verb: Token) -> Mention | None:
    """ "appeler Kiev à poursuivre son dialogue": the object of the verb above."""
    where = scene.lexicon.controllers.get(verb.head.lemma_) if verb.dep_ in ("xcomp", "advcl", "acl") else None
    if where is None:
        return None
    labels = ("obj", "nsubj:pass") if where == "obj" else ("iobj", "obl:arg")
    return _mention_of(scene, paragraph, [child for child in verb.head.children if child.dep_ in labels])


def _subject_mention(scene: Scene, paragraph: int, verb: Token) -> Mention | None:
    return _mention_of(scene, paragraph, [child for child in verb.children if child.dep_ in SUBJECT_LABELS | PASSIVE_SUBJECT])


def _mention_of(scene: Scene, paragraph: int, tokens: list[Token]) -> Mention | None:
    for token in tokens:
        mention = scene.mentions.at(paragraph, token.i)
        if mention is not None and not mention.adjective:
            return mention
    return None


def _score(scene: Scene, mention: Mention, pronoun: Pronoun, distance: int, order: int) -> float | None:
    if len(mention.actors) != 1 or mention.actors[0].number != "s":
        return None
    actor = mention.actors[0]
    gender = mention.gender or actor.gender or scene.genders.get(actor.id, "")
    if pronoun.gender and gender and gender != pronoun.gender:
        return None
    if pronoun.function == "last":
        return (PERSON if actor.kind in ("person", "group") else 0.0) - order
    score = PERSON * (actor.kind == "person") - UNNAMED * (actor.kind == "group") + SUBJECT * scene.is_subject(mention)
    score += TOPIC * (actor.id == scene.topic)
    score -= DISTANCE * distance + ORDER * order + UNSURE * (not gender) + PLACE * mention.metonym
    return score


def _in_same_clause(scene: Scene, word: Token, paragraph: int) -> set[str]:
    """Return the ids of the actors that a non-reflexive object of this clause cannot be."""
    verb = word.head
    barred: set[str] = set()
    for governor in (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,):
        for child in governor.children:
            mention = scene.mentions.at(paragraph, child.i) if child.i != word.i else None
            if mention is not None and not mention.adjective:
                barred.update(actor.id for actor in mention.actors)
    return barred


def _plural_antecedent(scene: Scene, paragraph: int, word: Token, gender: str) -> tuple[Actor, ...]:
    for distance, mention in scene.antecedents(paragraph, word.i, NEAR):
        if len(mention.actors) > 1:
            return mention.actors
        actor = mention.actors[0]
        if actor.number == "p" and not (gender and mention.gender and gender != mention.gender):
            return (actor,)
        pair = _coordinated(scene, mention)
        if pair and distance <= NEAR:
            return pair
    return last_pair(scene, paragraph, word.i, ("person",))


def _coordinated(scene: Scene, mention: Mention) -> tuple[Actor, ...]:
    doc = scene.paragraphs[mention.paragraph].doc
    head = doc[mention.head]
    if head.dep_ != "conj":
        return ()
    first = scene.mentions.at(mention.paragraph, head.head.i)
    if first is None or first is mention or len(first.actors) != 1 or first.adjective:
        return ()
    return (first.actors[0], mention.actors[0]) if first.actors[0].id != mention.actors[0].id else ()


def _pair_mention(scene: Scene, paragraph: int, word: Token) -> Mention | None:
    """Resolve "les deux hommes", "les deux pays" to the last two actors of that kind."""
    noun = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if noun is None or noun.pos_ not in ("NOUN", "ADJ"):
        return None
    group = scene.lexicon.groups.get(noun.lower_)
    is_title = (noun.lower_.removesuffix("s"),) in scene.lexicon.titles
    if group is None and not is_title:
        return None
    kinds = ("state", "organisation") if group is not None and group.kind == "body" else ("person",)
    pair = last_pair(scene, paragraph, word.i, kinds)
    if len(pair) < 2:
        return None
    return make_mention(scene.paragraphs[paragraph], paragraph, word.i, noun.i, pair, "pronoun", "pair")


def last_pair(scene: Scene, paragraph: int, token: int, kinds: tuple[str, ...]) -> tuple[Actor, ...]:
    """Return the last two different actors of these kinds, the earlier one first."""
    found: dict[str, Actor] = {}
    for _, mention in scene.antecedents(paragraph, token, 4):
        for actor in mention.actors:
            if actor.kind in kinds:
                found.setdefault(actor.id, actor)
        if len(found) >= 2:
            second, first = list(found.values())[:2]
            return (first, second)
    return ()
