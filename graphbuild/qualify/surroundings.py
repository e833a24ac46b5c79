"""What stands around a word and turns it: its adjectives and article, the preposition or conjunction before it."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.lemmas import adjective_lemmas, verb_lemmas
from graphbuild.qualify.modality import Cue, cue, cue_of
from graphbuild.qualify.moods import clause_steps
from graphbuild.qualify.reading import Step, denial_of
from graphbuild.syntax import ADVERBIAL, NOMINAL, PARTICIPIAL, RELATIVE, case_words, normal_form
from graphbuild.tree import Word

LONGEST = 5
# who marches to protest protests, who steps in to help helps
DONE_BY_ANOTHER_ACT = frozenset(("SUPPORT", "AID", "REQUEST", "ACCUSE", "PROTEST"))


def own_steps(context: Context, trigger: Word) -> Iterator[Step]:
    """Yield what turns the event at its own word, from the inside out."""
    yield from qualifying_steps(trigger)
    yield from clause_steps(trigger)
    yield from _question(trigger)
    yield from introducing_steps(trigger, purpose=not _done_by_another_act(context, trigger))


def _question(trigger: Word) -> Iterator[Step]:
    """What a question asks is open; what its nouns and relative clauses speak of is not."""
    aside = trigger.dep_ in PARTICIPIAL | RELATIVE | ADVERBIAL and trigger.head.pos_ in NOMINAL - {"PRON"}
    asked = trigger.pos_ in ("VERB", "AUX") and not aside
    if asked:
        yield from (Step((token,), "possible") for token in list(trigger.sent)[-2:] if token.text == "?")


def qualifying_steps(token: Word) -> Iterator[Step]:
    """ "aucun accord", "un éventuel accord", "la visite prévue", "la visite à venir"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    for child in token.children:
        found = _qualifier(child)
        if found is not None and child.pos_ == "DET":
            yield denial_of((child,))
        elif found is not None:
            yield Step((child,), found.effect)
    after = token.doc.stretch(token.i + 1, token.i + 3)
    phrase = cue("ADJ", after.text.lower(), "noun")
    if phrase is not None:
        yield Step(tuple(after), phrase.effect)


def _qualifier(child: Word) -> Cue | None:
    """Return the cue of an article, an adjective or a participle; "présumé" may be tagged as either of the last two."""
    if child.pos_ in ("DET", "ADJ"):
        return cue_of(child, "noun")
    if child.pos_ != "VERB" or child.dep_ not in PARTICIPIAL or "Part" not in child.morph.get("VerbForm", ()):
        return None
    as_adjective = (cue("ADJ", form, "noun") for form in adjective_lemmas(child))
    return cue_of(child, "noun") or next((found for found in as_adjective if found), None)


def introducing_steps(token: Word, *, purpose: bool = True) -> Iterator[Step]:
    """ "sans rencontrer", "pour rencontrer", "s'il rencontre", "en cas de rencontre"."""
    openers = case_words(token) + [child for child in token.children if child.dep_ == "mark"]
    for opener in openers:
        found = next(_locutions(opener, "any"), None)
        if found is None and purpose and token.pos_ in ("VERB", "AUX"):
            found = next(_locutions(opener, "purpose"), None)
        if found is not None:
            yield found
            return


def _locutions(last: Word, over: str) -> Iterator[Step]:
    """Yield the cue that ends on a preposition or a conjunction, the longest form first."""
    for length in range(min(LONGEST, last.i + 1), 0, -1):
        words = last.doc.stretch(last.i - length + 1, last.i + 1)
        form = normal_form(words.text)
        found = cue("ADP", form, over) or cue("SCONJ", form, over)
        if found is not None:
            yield Step(tuple(words), found.effect)


def _done_by_another_act(context: Context, verb: Word) -> bool:
    frames = (frame for lemma in verb_lemmas(verb) for frame in context.lexicon.frames.get(("VERB", lemma), ()))
    return any(frame.type in DONE_BY_ANOTHER_ACT and not frame.words for frame in frames)
