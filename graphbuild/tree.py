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
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Morph = Mapping[str, tuple[str, ...]]
_IOB = ("", "I", "O", "B")
_NONE = "_"
_COLUMNS: list[str | int] = [
    "ORTH", "LOWER", "LEMMA", "POS", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "IDX", "SENT_START", "IS_PUNCT", "IS_SPACE",
    "LIKE_NUM",
]  # fmt: skip


class Word:
    """A token of a tree: its form, its tags, its head and what depends on it."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_lower", "is_punct",
        "is_sent_start", "is_space", "is_upper", "lemma_", "like_num", "lower_", "morph", "pos_", "sent", "text",
    )  # fmt: skip

    head: Word
    sent: Stretch

    def __init__(self, tree: Tree, place: int, row: list[int], strings: StringStore) -> None:
        orth, lower, lemma, pos, dep, morph, entity, iob, self.idx, start, punct, space, number = row
        text = strings[orth]
        self.doc = tree
        self.i = place
        self.text = text
        self.lower_ = strings[lower]
        self.lemma_ = strings[lemma]
        self.pos_ = strings[pos]
        self.dep_ = strings[dep]
        self.morph = _features(strings[morph])
        self.ent_type_ = strings[entity]
        self.ent_iob_ = _IOB[iob]
        self.is_sent_start = start == 1
        self.is_punct = bool(punct)
        self.is_space = bool(space)
        self.like_num = bool(number)
        self.is_alpha = text.isalpha()
        self.is_lower = text.islower()
        self.is_upper = text.isupper()
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
        strings = doc.vocab.strings
        rows = doc.to_array(_COLUMNS).tolist()
        super().__init__([Word(self, place, row, strings) for place, row in enumerate(rows)])
        self.text = doc.text
        for word, upward in zip(self, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
            word.head = head = self[word.i + upward]
            if upward:
                head.children.append(word)
        self.ents = [Stretch(self, span.start, span.end, span.label_) for span in doc.ents]
        self.sents = [Stretch(self, span.start, span.end) for span in doc.sents]
        self._join_topic()
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self._begins = [word.idx for word in self]
        self._ends = [word.idx + len(word.text) for word in self]

    def _join_topic(self) -> None:
        """Make one sentence of a title's topic and of what it tells, which were parsed apart (tokens.py)."""
        if len(self.sents) > 1 and self[self.sents[0].end - 1].text == ":":
            topic, told = self.sents[:2]
            self[told.start].is_sent_start = False
            self.sents[:2] = [Stretch(self, topic.start, told.end)]

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
    pairs = (feature.split("=") for feature in morph.split("|") if feature != _NONE)
    return {name: tuple(values.split(",")) for name, values in pairs}
