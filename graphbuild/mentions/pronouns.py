"""Third-person pronouns and possessives: which words count, and by which rule each is resolved."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.lexicon import Pronoun
from graphbuild.mentions.antecedent import plural_antecedent, singular_antecedent
from graphbuild.mentions.latter import latter, nearest
from graphbuild.mentions.mention import Mention, gender_of_word, make_mention
from graphbuild.mentions.owner import clause_owner, subject_of
from graphbuild.mentions.pairs import find_pair
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.tree import Word

_CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "expl:comp"))
_LATTER = frozenset(("nsubj", "nsubj:pass", "obj", "obl:arg", "nmod", "obl:agent", "obl:mod", "iobj"))


def find_pronoun(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """Return the mention that a third-person pronoun or possessive makes, when its antecedent is found."""
    word = scene.paragraphs[paragraph].doc[token]
    pronoun = _reading(scene, word)
    if pronoun is None or pronoun.person != 3 or not _is_used(scene, word, pronoun):
        return None
    if pronoun.function == "pair":
        return find_pair(scene, paragraph, word)
    actors = _resolve(scene, paragraph, word, pronoun)
    if not actors:
        return None
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, actors, "pronoun", pronoun.function)
    mention.adjective = pronoun.function == "possessive"
    mention.gender = pronoun.gender or mention.gender
    return mention


def _reading(scene: Scene, word: Word) -> Pronoun | None:
    """ "leur" before a noun owns it, "leur" before a verb is an object."""
    pronoun = scene.lexicon.pronouns.get(word.lower_)
    if pronoun is not None and pronoun.function == "object" and word.pos_ == "DET":
        return replace(pronoun, function="possessive")
    return pronoun


def _resolve(scene: Scene, paragraph: int, word: Word, pronoun: Pronoun) -> tuple[Actor, ...]:
    if pronoun.function == "last":
        return latter(scene, paragraph, word, pronoun)
    if pronoun.function == "demonstrative":
        return nearest(scene, paragraph, word, pronoun)
    if pronoun.function == "possessive":
        owner = clause_owner(scene, paragraph, word, plural=pronoun.number == "p")
        if owner is not None:
            return owner.actors
    if pronoun.function == "object" and _is_emphatic(word):
        subject = subject_of(scene, paragraph, word.head)
        return subject.actors if subject is not None else ()
    if pronoun.number == "p":
        return plural_antecedent(scene, paragraph, word, pronoun)
    return singular_antecedent(scene, paragraph, word, pronoun)


def _is_used(scene: Scene, word: Word, pronoun: Pronoun) -> bool:
    if pronoun.function == "possessive":
        return word.pos_ == "DET"
    if pronoun.function == "last":
        return word.i > 0 and word.dep_ in _LATTER and "Dem" in word.doc[word.i - 1].morph.get("PronType", ())
    if pronoun.function == "pair":
        return word.i > 0 and word.dep_ == "nummod" and word.doc[word.i - 1].pos_ in ("DET", "ADP")
    if pronoun.function == "clitic":
        return word.pos_ == "PRON" and word.dep_ in ("obj", "iobj") and _before_verb(word)
    return word.pos_ == "PRON" and not _is_expletive(scene, word)


def _before_verb(word: Word) -> bool:
    """ "l'omnipotent ministre": an article that the parser takes for a pronoun."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return word.text.startswith("-") or (following is not None and following.pos_ in ("VERB", "AUX", "PRON", "ADV"))


def _is_expletive(scene: Scene, word: Word) -> bool:
    """ "il faut", "il est possible que": the parser takes many a personal "il" for one of these, and the reverse."""
    predicate = word.head
    impersonal = predicate.lemma_ in scene.lexicon.impersonal
    if word.i > 1 and word.doc[word.i - 2].lower_ in scene.lexicon.impersonal:
        return True  # "quoi qu'il en soit"
    clausal = any(child.dep_ in _CLAUSAL for child in predicate.children)
    if word.dep_.startswith("expl"):
        return impersonal or clausal
    if predicate.pos_ == "VERB":
        return impersonal and clausal and gender_of_word(word) != "f"
    if word.text.startswith("-") and predicate.pos_ == "NOUN":
        return True  # "faut-il", whose verb the tagger takes for a noun
    copular = predicate.pos_ in ("ADJ", "NOUN") and any(child.dep_ == "cop" for child in predicate.children)
    return impersonal and copular and gender_of_word(word) != "f"


def _is_emphatic(word: Word) -> bool:
    """ "il a, lui, refusé", "elle-même", "a lui aussi", "quant à lui", "lui qui": the subject once more."""
    doc = word.doc
    if word.i < 1 or word.i + 1 >= len(doc):
        return False
    before, after = doc[word.i - 1], doc[word.i + 1]
    aside = before.text == "," or (before.pos_ == "ADP" and word.i > 2 and doc[word.i - 3].text == ",")
    return (aside and (after.text == "," or after.pos_ == "PRON")) or after.text.startswith("-") or before.pos_ == "AUX"
