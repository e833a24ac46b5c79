"""The actors that one article names, so that a surname or an acronym finds its full name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graphbuild.model import Actor


@dataclass(slots=True)
class Register:
    """Actors by the folded words of their names, and how often each is named."""

    by_words: dict[tuple[str, ...], Actor] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def enter(self, actor: Actor, words: tuple[str, ...]) -> None:
        """Register an actor under its words and, for a person, under its surname."""
        self.by_words.setdefault(words, actor)
        self.counts[actor.id] += 1
        if actor.kind == "person" and len(words) > 1:
            for length in range(1, len(words)):
                self.by_words.setdefault(words[-length:], actor)

    def find(self, words: tuple[str, ...]) -> Actor | None:
        """Return the actor registered under these words; an initial may stand for the first name ("E. Macron")."""
        if len(words) > 1 and len(words[0]) == 1:
            words = words[1:]
        return self.by_words.get(words)
