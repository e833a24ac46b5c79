"""What the clause of a verb says of it: negation, mood and tense, adverbs of doubt."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.lexicon import function_words
from graphbuild.qualify.modality import cue, cue_of
from graphbuild.qualify.reading import Step, denial_of
from graphbuild.syntax import AUXILIARY
from graphbuild.tree import Word

FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
CONDITIONAL = ("ais", "ait", "ions", "iez", "aient")


def clause_steps(verb: Word, *, governs: bool = False) -> Iterator[Step]:
    """Yield the doubt, the denial and the mood of a verb, or of the copula of a noun.

    `governs` tells that an infinitive depends on the verb: "ne" alone then denies it ("il ne cesse de").
    """
    yield from _doubts(verb)
    particles = _particles(verb)
    words = tuple(_denials(verb, bool(particles)))
    if words or (governs and particles):
        yield denial_of(words or particles)
    yield from mood_steps(verb)


def mood_steps(verb: Word) -> Iterator[Step]:
    """Yield the mood or tense that a verb or its auxiliary carries: conditional or future."""
    for form in [child for child in verb.children if child.dep_ in AUXILIARY] + [verb]:
        effect = _of_form(form)
        if effect:
            yield Step((form,), "planned" if form.i == verb.i and _is_later(verb) else effect)
            return


def is_perfect(verb: Word) -> bool:
    """Tell whether a verb stands in a perfect tense: what it tells of is over."""
    participle = "Part" in verb.morph.get("VerbForm", ()) and "Past" in verb.morph.get("Tense", ())
    return participle and any(child.dep_ == "aux:tense" for child in verb.children)


def _is_later(verb: Word) -> bool:
    """Tell whether a conditional is a future seen from the past: "a annoncé que Berlin livrerait des chars"."""
    past = {"Past", "Imp"}.isdisjoint
    return verb.dep_ == "ccomp" and not past(verb.head.morph.get("Tense", ()))


def _of_form(form: Word) -> str:
    if form.pos_ not in ("VERB", "AUX") or "Fin" not in form.morph.get("VerbForm", ()):
        return ""
    if "Cnd" in form.morph.get("Mood", ()) or _after_infinitive(form, CONDITIONAL):
        return "possible"
    future = "Fut" in form.morph.get("Tense", ()) and form.lower_.endswith(tuple("r" + ending for ending in FUTURE))
    return "planned" if future or _after_infinitive(form, FUTURE) else ""


def _after_infinitive(form: Word, endings: tuple[str, ...]) -> bool:
    """The tagger takes "réagirait" for an imperfect, but no imperfect holds the whole infinitive."""
    stem = form.lemma_.removesuffix("e")
    return stem.endswith("r") and any(form.lower_ == stem + ending for ending in endings)


def _doubts(verb: Word) -> Iterator[Step]:
    """ "peut-être", "probablement", "sans doute"."""
    for child in verb.children:
        words = verb.doc.stretch(max(child.i - 1, 0), child.i + 1)
        found = cue("ADV", words.text.lower(), "any")
        if found is None and child.pos_ == "ADV":
            words, found = verb.doc.stretch(child.i, child.i + 1), cue_of(child, "any")
        if found is not None and found.effect == "possible":
            yield Step(tuple(words), found.effect)


def _particles(verb: Word) -> tuple[Word, ...]:
    """Return the "ne" of a verb."""
    return tuple(child for child in verb.children if child.lower_ in function_words("negation"))


def _denials(verb: Word, negative: bool) -> Iterator[Word]:
    for child in verb.children:
        if _denies(child) and (negative or child.lower_ not in function_words("with_negation")):
            yield child
        elif negative:
            yield from (word for word in child.children if word.pos_ == "DET" and _negative(word))


def _denies(word: Word) -> bool:
    """ "ne répond plus qu'à Paris" and "pas seulement" deny nothing."""
    if word.pos_ not in ("ADV", "PRON", "CCONJ") or not _negative(word):
        return False
    doc = word.doc
    return word.i + 1 >= len(doc) or doc[word.i + 1].lower_ not in function_words("restriction")


def _negative(word: Word) -> bool:
    found = cue_of(word, "any")
    return found is not None and found.effect == "negated"
