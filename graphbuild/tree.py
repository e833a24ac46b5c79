"""A parsed paragraph as plain Python objects, which the rules read.

spaCy makes a new Token whenever a word of its Doc is asked for, and looks every string up anew; rules ask a hundred
times of each word. So a Doc is read once, into words that hold what rules ask for. Attributes bear spaCy's names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Morph = Mapping[str, tuple[str, ...]]


class Word:
    """A token of a tree: its form, its tags, its head and what depends on it."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_lower", "is_punct",
        "is_sent_start", "is_space", "is_upper", "lemma_", "like_num", "lower_", "morph", "pos_", "sent", "text",
    )  # fmt: skip

    head: Word
    sent: Stretch

    def __init__(self, tree: Tree, token: Token) -> None:
        self.doc = tree
        self.i = token.i
        self.idx = token.idx
        self.text = token.text
        self.lower_ = token.lower_
        self.lemma_ = token.lemma_
        self.pos_ = token.pos_
        self.dep_ = token.dep_
        self.morph = _features(str(token.morph))
        self.ent_type_ = token.ent_type_
        self.ent_iob_ = token.ent_iob_
        self.is_sent_start = bool(token.is_sent_start)
        self.is_punct = token.is_punct
        self.is_space = token.is_space
        self.like_num = token.like_num
        self.is_alpha = self.text.isalpha()
        self.is_lower = self.text.islower()
        self.is_upper = self.text.isupper()
        self.children: list[Word] = []

    @property
    def ancestors(self) -> Iterator[Word]:
        """Yield the head, its head and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text


class Stretch:
    """The words of a tree from `start` up to `end`, counted in words; `label_` is that of a named entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, tree: Tree, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = tree, start, end, label

    @property
    def text(self) -> str:
        """Return the words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Return where the first word begins, in characters of the tree's text."""
        return self.doc[self.start].idx if self.start < self.end else 0

    @property
    def end_char(self) -> int:
        """Return where the last word ends, in characters of the tree's text."""
        if self.start >= self.end:
            return 0
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Word:
        """Return the root of a sentence where it is among the words, else the first of those nearest to it.

        A punctuation mark on which nothing depends comes last.
        """
        words = self.doc[self.start : self.end]
        for word in words:
            if word.head is word:
                return word
        outward = [word for word in words if not self.start <= word.head.i < self.end]
        return min(outward, key=_distance, default=words[0])

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start


class Tree(list[Word]):
    """The words of a parsed paragraph, with its sentences (`sents`) and its named entities (`ents`)."""

    __slots__ = ("_begins", "_ends", "ents", "sents", "text")

    def __init__(self, doc: Doc) -> None:
        super().__init__(Word(self, token) for token in doc)
        self.text = doc.text
        for word, token in zip(self, doc, strict=True):
            word.head = self[token.head.i]
            if word.head is not word:
                word.head.children.append(word)
        self.ents = [Stretch(self, span.start, span.end, span.label_) for span in doc.ents]
        self.sents = [Stretch(self, span.start, span.end) for span in doc.sents]
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self._begins = [word.idx for word in self]
        self._ends = [word.idx + len(word.text) for word in self]

    def stretch(self, start: int, end: int) -> Stretch:
        """Return the words from `start` up to `end`, as far as there are any."""
        start, end, _ = slice(start, end).indices(len(self))
        return Stretch(self, start, max(start, end))

    def covering(self, start: int, end: int) -> Stretch | None:
        """Return the words that any of the characters from `start` to `end` belong to, or None."""
        first, last = bisect_right(self._ends, start), bisect_left(self._begins, end)
        return Stretch(self, first, last) if first < last else None


def _distance(word: Word) -> int:
    if not word.children and (word.is_punct or word.is_space):
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)


@cache
def _features(morph: str) -> Morph:
    """Return the features of a word: "Gender=Fem|Number=Sing" gives {"Gender": ("Fem",), "Number": ("Sing",)}."""
    pairs = (feature.split("=") for feature in morph.split("|") if feature)
    return {name: tuple(values.split(",")) for name, values in pairs}
