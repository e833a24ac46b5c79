"""The words that set factuality, and what each of them governs (lexicons/fr/factuality.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.extraction.lemmas import adjective_lemmas, noun_lemmas, verb_lemmas
from graphbuild.lexicon.rows import read_rows
from graphbuild.model import FACTUALITIES
from graphbuild.syntax import is_reflexive
from graphbuild.tree import Word

COLUMNS = ("lemma", "pos", "over", "effect", "denied", "done", "origin")
GOVERNED = ("clause", "noun", "subject", "purpose", "any")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word makes of the event that it governs.

    `effect` holds in general, `done` where the word itself stands in a perfect tense ("a tenté de"), `denied` where it
    is negated ("n'exclut pas de"); `denied` is empty where a denial simply denies the event.
    """

    effect: str
    denied: str
    done: str


@cache
def cues() -> dict[tuple[str, str, str], Cue]:
    """Return the cues by word class, lemma and what they govern."""
    told = {}
    for row in read_rows("lexicons/fr/factuality.csv", COLUMNS):
        effect = row.one_of("effect", FACTUALITIES)
        over = row.one_of("over", GOVERNED)
        denied, done = (row.one_of(name, ("", *FACTUALITIES)) for name in ("denied", "done"))
        denied = denied or ("asserted" if effect == "negated" else "")
        told[row.required("pos"), row.required("lemma"), over] = Cue(effect, denied, done or effect)
    return told


def cue(pos: str, lemma: str, over: str) -> Cue | None:
    """Return the cue of a written lemma over a clause, a noun, a subject or as a purpose."""
    return cues().get((pos, lemma, over)) or cues().get((pos, lemma, "any"))


def cue_of(token: Word, over: str) -> Cue | None:
    """Return the cue that a token of the text is, whatever the lemmatizer made of it."""
    pos = "VERB" if token.pos_ == "AUX" else token.pos_
    return next((found for lemma in _lemmas(token, pos) if (found := cue(pos, lemma, over))), None)


def _lemmas(token: Word, pos: str) -> Iterator[str]:
    if pos == "VERB":
        yield from _verbs(token)
    elif pos == "NOUN":
        yield from noun_lemmas(token)
    elif pos == "ADJ":
        yield from adjective_lemmas(token)
    else:
        yield token.lemma_
        yield token.lower_


def _verbs(token: Word) -> Iterator[str]:
    """A reflexive verb first under its own name: "s'engager" is not "engager"; "avoir lieu" is one verb."""
    fixed = [f" {child.lower_}" for child in token.children if child.dep_ == "obj" and child.i == token.i + 1]
    for lemma in dict.fromkeys(verb_lemmas(token)):
        if is_reflexive(token):
            yield f"se {lemma}"
            yield f"s'{lemma}"
        for word in fixed:
            yield lemma + word
        yield lemma
