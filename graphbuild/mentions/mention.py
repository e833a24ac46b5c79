"""A mention: words of the text that stand for actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphbuild.model import Actor
from graphbuild.tree import Word

if TYPE_CHECKING:
    from graphbuild.parse import Paragraph


GENDERS = {"Masc": "m", "Fem": "f"}


def gender_of_word(word: Word) -> str:
    """Return "m", "f" or "" where the form does not tell."""
    return GENDERS.get("".join(word.morph.get("Gender", ())), "")


def is_plural(word: Word) -> bool:
    """Tell whether a word form is a plural."""
    return "Plur" in word.morph.get("Number", ())


@dataclass(slots=True)
class Mention:
    """Tokens `first` to `last` (included) of a paragraph that stand for `actors`; `head` is their syntactic head.

    `how` is one of model.HOWS; `origin` tells which finder made it: gazetteer, ner, pattern, role, group, pronoun…
    `gender` is the grammatical one. `metonym` marks a capital or a seat of power, `adjective` a word that only
    qualifies a noun.
    """

    paragraph: int
    first: int
    last: int
    head: int
    start: int
    end: int
    actors: tuple[Actor, ...]
    how: str
    origin: str
    metonym: bool = False
    adjective: bool = False
    gender: str = ""


@dataclass(slots=True)
class Office:
    """A title of a body that the text gives to a person: what LEADS and MEMBER are read from."""

    mention: Mention
    first: int
    last: int
    relation: str
    lemma: str
    body: Actor


@dataclass(slots=True)
class Mentions:
    """All mentions of an article in text order, found by token; `offices` by paragraph."""

    found: list[Mention] = field(default_factory=list)
    offices: dict[int, list[Office]] = field(default_factory=dict)
    _by_token: dict[int, dict[int, Mention]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, mention: Mention) -> None:
        """Record a mention; its tokens must be free."""
        self.found.append(mention)
        taken = self._by_token[mention.paragraph]
        for index in range(mention.first, mention.last + 1):
            taken.setdefault(index, mention)

    def at(self, paragraph: int, token: int) -> Mention | None:
        """Return the mention that covers a token."""
        return self._by_token[paragraph].get(token)

    def of(self, paragraph: int) -> Mapping[int, Mention]:
        """Return the mentions of a paragraph by the tokens that they cover."""
        return self._by_token[paragraph]

    def free(self, paragraph: int, first: int, last: int) -> bool:
        """Tell whether no mention covers any token from `first` to `last`."""
        return self._by_token[paragraph].keys().isdisjoint(range(first, last + 1))


def make_mention(
    paragraph: Paragraph, number: int, first: int, last: int, actors: tuple[Actor, ...], how: str, origin: str
) -> Mention:
    """Return a mention of the tokens `first` to `last` of the paragraph with index `number`."""
    start, end = paragraph.span(first, last)
    head = paragraph.doc.stretch(first, last + 1).root
    described = how in ("role", "group") and head.pos_ == "NOUN"
    # "le gouvernement français" is masculine though France is not
    gender = gender_of_word(head) if described else actors[0].gender
    return Mention(number, first, last, head.i, start, end, actors, how, origin, gender=gender)
