"""A candidate: a reading with both sides filled, and what speaks for it."""

from __future__ import annotations

from typing import NamedTuple

from graphbuild.choice.traits import Traits
from graphbuild.extraction import Filler, Reading


class Part(NamedTuple):
    """Traits with their score, shared by all candidates with the same word, the same source or the same target."""

    traits: Traits
    score: float


class Candidate(NamedTuple):
    """A reading with these two sides; `parts` are the traits that its score sums up."""

    reading: Reading
    source: Filler
    target: Filler
    parts: tuple[Part, ...]

    @property
    def score(self) -> float:
        """The weighted sum of the traits."""
        return sum(part.score for part in self.parts)

    @property
    def traits(self) -> Traits:
        """All traits by name."""
        return {name: value for part in self.parts for name, value in part.traits.items()}
