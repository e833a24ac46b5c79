"""A paragraph's text → a Doc of its words, with the bounds of its sentences, which the parser then respects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_COMPOUND = re.compile(r"\b[A-ZÀ-Ý]\w+(?:-[A-ZÀ-Ý]\w+)+\b|\b\w+o-\w{4,}\b")
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”)]*$")
TOPIC, SHORTEST = 9, 4
_CLOSING = re.compile(r"^[»”\")\]]+$")


def prepare(nlp: Language, text: str, *, heading: bool = False) -> Doc:
    """Tokenise, keep compounds whole and set the sentence bounds."""
    doc = nlp.make_doc(text)
    _merge_compounds(doc, text)
    words = [token.text for token in doc]
    starts = np.full(len(doc), -1)
    starts[_sentence_starts(doc, words)] = 1
    if heading:
        starts[_after_topic(words)] = 1
    bounds: Any = starts.astype(np.uint64)
    return doc.from_array(["SENT_START"], bounds)


def _merge_compounds(doc: Doc, text: str) -> None:
    found = [doc.char_span(match.start(), match.end()) for match in _COMPOUND.finditer(text)]
    compounds = [span for span in found if span is not None and len(span) > 1]
    if compounds:
        with doc.retokenize() as retokenizer:
            for span in compounds:
                retokenizer.merge(span)


def _sentence_starts(doc: Doc, words: list[str]) -> list[int]:
    """Return the words that begin a sentence; what closes one still belongs to it."""
    starts = [0]
    last = 0
    for i, word in enumerate(words[1:], start=1):
        if _CLOSING.match(word) or word.isspace():
            continue
        # a token of punctuation alone: "M." in "M. Dupont" is a word
        if _SENTENCE_END.fullmatch(words[last]) and not _is_initial(doc, last) and _can_start(word):
            starts.append(i)
        last = i
    return starts


def _after_topic(words: list[str]) -> list[int]:
    """Return where "Syrie : l'armée avance" begins to tell: apart from its topic the parser understands it."""
    colon = next((i for i, word in enumerate(words[:TOPIC]) if word == ":"), 0)
    return [colon + 1] if 0 < colon < len(words) - SHORTEST else []


def _can_start(word: str) -> bool:
    initial = word.lstrip("«“\"'(-–—")[:1]
    return not initial or initial.isupper() or initial.isdigit()


def _is_initial(doc: Doc, index: int) -> bool:
    return (
        index > 0 and len(doc[index - 1].text) == 1 and doc[index - 1].text.isupper() and not doc[index - 1].whitespace_
    )
