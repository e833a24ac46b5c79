"""Did it happen? Asserted, negated, planned or possible, with the words that say so.

The reading follows event factuality as in FactBank (Saurí and Pustejovsky 2009): what stands above the trigger in the
tree decides, the nearest first, and denial wins over doubt, doubt over plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.extraction.context import Context
from graphbuild.model import Mark
from graphbuild.syntax import AUXILIARY, case_words

if TYPE_CHECKING:
    from spacy.tokens import Token

STRENGTH = {"asserted": 0, "planned": 1, "possible": 2, "negated": 3}
CLIMB = 4
_TRANSPARENT = frozenset(
    ("xcomp", "ccomp", "obj", "nmod", "obl:arg", "obl:mod", "obl", "nsubj", "nsubj:pass", "acl", "advcl", "conj", "amod")
)
Finding = tuple[str, "Token"]


def factuality(context: Context, trigger: Token) -> tuple[str, tuple[Mark, ...]]:
    """Return the factuality of the event at a trigger and the marks that set it (article offsets)."""
    findings = list(_findings(context, trigger))
    if not findings:
        return "asserted", ()
    strongest = max(findings, key=lambda finding: STRENGTH[finding[0]])[0]
    paragraph = context.scene.paragraphs[context.paragraph]
    marks = []
    for effect, token in findings:
        if effect == strongest:
            start, end = paragraph.span(token.i, token.i)
            marks.append(Mark(token.text, start, end))
    return strongest, tuple(dict.fromkeys(marks))


def _findings(context: Context, trigger: Token) -> Iterator[Finding]:
    yield from _of_word(context, trigger)
    token = trigger
    for _ in range(CLIMB):
        head, label = token.head, token.dep_
        if head.i == token.i or label not in _TRANSPARENT:
            return
        yield from _of_governor(context, token, head, label)
        if label in ("ccomp", "acl:relcl") or (head.pos_ == "VERB" and label in ("advcl", "conj")):
            return
        token = head


def _of_word(context: Context, token: Token) -> Iterator[Finding]:
    """What the trigger itself and its small words say: negation, mood, tense, adjectives, articles, "sans", "si"."""
    effects = context.lexicon.factuality
    for child in token.children:
        key = (child.pos_, child.lemma_)
        if key in effects and child.pos_ in ("ADV", "DET", "ADJ", "SCONJ") and not _restrictive(child):
            yield effects[key], child
        if child.dep_ in AUXILIARY:
            yield from _of_verb_form(child)
    for preposition in case_words(token) + [c for c in token.children if c.dep_ == "mark"]:
        effect = effects.get(("ADP", preposition.lower_)) or effects.get(("SCONJ", preposition.lower_))
        if effect:
            yield effect, preposition
    yield from _of_verb_form(token)


def _restrictive(word: Token) -> bool:
    """ "pas" needs its verb, "plus" without "ne" is no negation."""
    if word.lower_ not in ("plus", "point", "jamais", "guère"):
        return False
    return not any(sibling.lower_ in ("ne", "n'") for sibling in word.head.children)


def _of_verb_form(verb: Token) -> Iterator[Finding]:
    if "Cnd" in verb.morph.get("Mood"):
        yield "possible", verb
    elif "Fut" in verb.morph.get("Tense"):
        yield "planned", verb


def _of_governor(context: Context, token: Token, head: Token, label: str) -> Iterator[Finding]:
    effect = context.lexicon.factuality.get((head.pos_, head.lemma_))
    reported = label == "ccomp" and ("VERB", head.lemma_) in context.lexicon.speech
    agentive = label in ("nsubj", "nsubj:pass") and head.pos_ == "VERB" and effect != "negated"
    coordinated = label == "conj"
    if effect and not reported and not agentive and not coordinated and (head.pos_ != "VERB" or label != "advcl"):
        yield effect, head
    if head.pos_ in ("VERB", "AUX") and label in ("xcomp", "obj", "nsubj", "nsubj:pass", "obl:arg", "conj"):
        yield from _of_word(context, head)
    elif head.pos_ == "NOUN":
        yield from (finding for finding in _of_word(context, head) if finding[1].pos_ in ("ADJ", "DET"))
    elif head.pos_ == "ADJ":
        yield from _of_word(context, head)
