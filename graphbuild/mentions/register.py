"""The actors that one article names, so that a surname or an acronym finds its full name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graphbuild.lexicon import function_words
from graphbuild.model import Actor
from graphbuild.text import name_words

_RANK_AND_NAME = 3


@dataclass(slots=True)
class Register:
    """Actors by the folded words of their names, and how often each is named."""

    by_words: dict[tuple[str, ...], Actor] = field(default_factory=dict)
    by_head: dict[str, set[Actor]] = field(default_factory=dict)
    by_first: dict[tuple[str, ...], set[Actor]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    tabled: set[Actor] = field(default_factory=set)

    def enter(self, actor: Actor, words: tuple[str, ...]) -> None:
        """Register an actor under its words and, for a person, under its surname."""
        self.by_words.setdefault(words, actor)
        self.counts[actor.id] += 1
        if actor.kind == "organisation" and len(words) > 1:
            self.by_head.setdefault(words[0], set()).add(actor)
        if actor.kind == "person" and len(words) > 1:
            self.by_first.setdefault(name_words(actor.name.split()[0]), set()).add(actor)
            for length in range(1, len(words)):
                self.by_words.setdefault(words[-length:], actor)

    def call(self, person: Actor, words: tuple[str, ...]) -> None:
        """Register a person under a first name alone."""
        self.by_words.setdefault(words, person)
        self.counts[person.id] += 1

    def first_named(self, words: tuple[str, ...]) -> Actor | None:
        """Return the one person of the article with this first name."""
        actors = self.by_first.get(words, set())
        return next(iter(actors)) if len(actors) == 1 else None

    def headed(self, word: str) -> Actor | None:
        """Return the one body whose name begins with this word: "l'Ordre" after "l'Ordre de Malte"."""
        actors = self.by_head.get(word, set())
        return next(iter(actors)) if len(actors) == 1 else None

    def find(self, words: tuple[str, ...]) -> Actor | None:
        """Return the actor registered under these words.

        An initial may stand for the first name ("E. Macron"), and a rank may stand before it ("Fra Jean Dupont").
        """
        if len(words) > 1 and len(words[0]) == 1:
            words = words[1:]
        actor = self.by_words.get(words)
        if actor is None and len(words) == _RANK_AND_NAME:
            actor = self.by_words.get(words[1:])
            person = actor is not None and actor.kind == "person"
            # "Kulsoom Nawaz Sharif" is not the Nawaz Sharif whom the tables know
            return actor if person and (words[0] in function_words("rank") or actor not in self.tabled) else None
        return actor
