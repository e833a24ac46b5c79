"""Who speaks: the subject of a verb of saying, before it or inverted after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extraction.context import Context
from graphbuild.extraction.lemmas import verb_lemmas
from graphbuild.extraction.verb_slots import verb_slots
from graphbuild.model import Named
from graphbuild.syntax import PASSIVE_SUBJECT, SUBJECT, conjuncts, is_causative, is_participle
from graphbuild.text import slug
from graphbuild.tree import Word

if TYPE_CHECKING:
    from graphbuild.mentions import Mention

REACH = 7
UNSURE = ("through", "linear")


def says(context: Context, verb: Word, how: str = "VERB") -> bool:
    """Tell whether a verb is one of saying; `how` is the kind of row in lexicons/fr/speech.csv."""
    if verb.pos_ not in ("VERB", "AUX") or "Imp" in verb.morph.get("Mood", ()) or _calls_on_us(verb):
        return False
    whole = f"{verb.head.lemma_} {verb.lemma_}"
    return (how, whole) in context.lexicon.speech or any(
        (how, lemma) in context.lexicon.speech for lemma in verb_lemmas(verb)
    )


def _calls_on_us(verb: Word) -> bool:
    """ "Rappelons que …" is the narrator's own word."""
    return verb.lower_.endswith("ons") and not any(child.dep_ in SUBJECT for child in verb.children)


def speaker(context: Context, verb: Word) -> Named | None:
    """Return whom the text makes say what a verb of saying says."""
    if is_causative(verb.head) and verb.dep_ == "xcomp":
        verb = verb.head
    for child in verb.children:
        found = _voice(context, child) if child.dep_ in _subject_labels(verb) else None
        if found is not None:
            return found
    fillers = verb_slots(context, verb).get("nsubj", [])
    return next((named(filler.mentions[0]) for filler in fillers if filler.via not in UNSURE), None)


def _subject_labels(verb: Word) -> frozenset[str]:
    """The parser gives "avoir accusé" the subject of a passive now and then."""
    passive = any(child.dep_ == "aux:pass" for child in verb.children) or is_participle(verb)
    return SUBJECT if passive else SUBJECT | PASSIVE_SUBJECT


def _voice(context: Context, noun: Word) -> Named | None:
    """A speaker, or the owner of what speaks: "un communiqué de l'armée"; "des sources" stay unnamed."""
    for conjunct in conjuncts(noun):
        mention = context.mention(conjunct.i)
        if mention is not None and not mention.adjective:
            return named(mention)
    filler = context.filler(noun, "nsubj")
    if filler is None:
        return Named(slug(noun.lower_), noun.lower_) if ("SOURCE", noun.lemma_) in context.lexicon.speech else None
    spoken = ("NOUN", noun.lemma_) in context.lexicon.speech
    return named(filler.mentions[0]) if filler.via != "through" or spoken else None


def voice_after(context: Context, position: int, end: int) -> Named | None:
    """Return the first actor that stands from a position on, up to a comma."""
    for index in range(position, min(position + REACH, end)):
        token = context.doc[index]
        if token.text == ",":
            return None
        mention = context.mention(index)
        if mention is not None and not mention.adjective:
            return named(mention)
        if ("SOURCE", token.lemma_) in context.lexicon.speech:
            return Named(slug(token.lower_), token.lower_)
    return None


def named(mention: Mention) -> Named | None:
    """Return the first actor of a mention."""
    return Named(mention.actors[0].id, mention.actors[0].name) if mention.actors else None


def subject_of(context: Context, verb: Word) -> Named | None:
    """Return the actor that is the subject of a verb, in the active or the passive."""
    for child in verb.children:
        if child.dep_ in SUBJECT | PASSIVE_SUBJECT:
            return _voice(context, child)
    return None
