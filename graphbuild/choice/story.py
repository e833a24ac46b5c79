"""What the whole article tells: which actors its rules join in so many words, and whether it is about sport."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TypeVar

from graphbuild.extraction import OFFICE, Reading
from graphbuild.lexicon.rows import read_rows
from graphbuild.mentions import Scene
from graphbuild.model import sign_of

Key = TypeVar("Key")
SIDES = ("source", "target")
SPORT = 0.012
"""From this share of words of sport on: of 954 Wikinews articles 223 lie above it, 22 between a third of it and it."""


Place = tuple[int, int]


@dataclass(slots=True)
class Story:
    """All that an article tells in so many words; `sport` where its words are those of the sports pages.

    Each joint and each part played is kept with the paragraphs and tokens where it is told, two at most: one of two
    is elsewhere, wherever one asks.
    """

    sport: bool
    _joined: dict[tuple[str, str], dict[str, tuple[Place, ...]]] = field(default_factory=dict)
    _played: dict[str, dict[tuple[str, str], tuple[Place, ...]]] = field(default_factory=dict)

    def tell(self, reading: Reading) -> None:
        """Take in what a rule has read in so many words: both sides, and no office."""
        if reading.source is None or reading.target is None or reading.rule == OFFICE:
            return
        type_, place = reading.frame.type, (reading.paragraph, reading.token)
        sides = reading.source.ids, reading.target.ids
        for pair in product(*sides):
            _note(self._joined.setdefault(pair, {}), type_, place)
        for side, ids in zip(SIDES, sides, strict=True):
            for actor in ids:
                _note(self._played.setdefault(actor, {}), (type_, side), place)

    def known(self, reading: Reading, source: frozenset[str], target: frozenset[str]) -> str:
        """Return how two actors are joined elsewhere: by an event of this "type", this "sign", a "pair", "turned"."""
        types = self._types(reading, source, target)
        if reading.frame.type in types:
            return "type"
        if sign_of(reading.frame.type) in map(sign_of, types):
            return "sign"
        if types:
            return "pair"
        return "turned" if self._types(reading, target, source) else "no"

    def _types(self, reading: Reading, source: frozenset[str], target: frozenset[str]) -> set[str]:
        own = reading.paragraph, reading.token
        joined = (self._joined.get(pair, {}) for pair in product(source, target))
        return {type_ for types in joined for type_, places in types.items() if _elsewhere(places, own)}

    def role(self, reading: Reading, actors: frozenset[str]) -> str:
        """Return what some actors do elsewhere in events of this type: "source", "target", "both" or "no"."""
        own, type_ = (reading.paragraph, reading.token), reading.frame.type
        source = target = False
        for actor in actors:
            parts = self._played.get(actor)
            if parts is not None:
                source |= _elsewhere(parts.get((type_, "source"), ()), own)
                target |= _elsewhere(parts.get((type_, "target"), ()), own)
        return ("both" if target else "source") if source else ("target" if target else "no")


def story_of(scene: Scene, readings: Iterable[Reading]) -> Story:
    """Return the story that the readings of an article tell."""
    story = Story(_is_sport(scene))
    for reading in readings:
        story.tell(reading)
    return story


def _note(places: dict[Key, tuple[Place, ...]], key: Key, place: Place) -> None:
    told = places.get(key, ())
    if len(told) < 2 and place not in told:
        places[key] = *told, place


def _elsewhere(places: tuple[Place, ...], own: Place) -> bool:
    return len(places) > 1 or (len(places) == 1 and places[0] != own)


def _is_sport(scene: Scene) -> bool:
    """A match is no conflict: "battre", "s'incliner devant" and "affronter" mean something else there."""
    words = [token.lower_ for paragraph in scene.paragraphs for token in paragraph.doc if token.is_alpha]
    return sum(word in _sport_words() for word in words) > SPORT * len(words)


@cache
def _sport_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("lexicons/fr/sport.csv", ("word", "origin")))
