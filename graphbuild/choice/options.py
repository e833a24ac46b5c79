"""Who may stand on a side of a reading, and what speaks for each; what many readings share is weighed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graphbuild.choice.candidate import Part
from graphbuild.choice.fillers import OUTSIDE, Fillers
from graphbuild.choice.position import Position
from graphbuild.choice.story import Story
from graphbuild.choice.traits import Look, Traits, look_of, of_distance, of_look, of_place, of_role
from graphbuild.choice.weights import score
from graphbuild.extraction import OFFICE, Filler, Reading

WEIGHED = 20_000


@dataclass(slots=True)
class Option:
    """A filler for one side of a reading, with the ids of its actors and the traits that its score sums up.

    `where` is the position of its nearest mention in the sentence, or how many sentences back it stands.
    """

    filler: Filler
    ids: frozenset[str]
    where: Position | int
    parts: tuple[Part, ...]
    score: float


@dataclass(slots=True)
class Options:
    """The options of a paragraph's readings."""

    fillers: Fillers
    story: Story
    _known: dict[int, tuple[Filler, frozenset[str], Look]] = field(default_factory=dict)

    def of(self, reading: Reading, side: str) -> list[Option]:
        """Return who may stand on a side, source or target.

        What the rule read stands first; an office is what the text says, so nobody else comes into question.
        """
        return list(self._of(reading, side))

    def _of(self, reading: Reading, side: str) -> Iterator[Option]:
        read = reading.source if side == "source" else reading.target
        if read is not None:
            yield self._inside(reading, side, read)
        if reading.rule == OFFICE:
            return
        known = read.ids if read is not None else frozenset()
        for filler in self.fillers.inside(reading.token):
            if not filler.ids <= known:
                yield self._inside(reading, side, filler)
        for outsider in self.fillers.outside(reading.token):
            yield self._outside(reading, side, outsider.filler, outsider.distance)

    def _inside(self, reading: Reading, side: str, filler: Filler) -> Option:
        where = self.fillers.positions.nearest(reading.token, filler.mentions)
        return self._option(reading, side, filler, where, weighed(of_place(reading, side, filler, where)))

    def _outside(self, reading: Reading, side: str, filler: Filler, back: int) -> Option:
        frame, kind = reading.frame, filler.mentions[0].actors[0].kind
        return self._option(reading, side, filler, back, _distant(side, frame.pos, frame.type, kind, filler.slot, back))

    def _option(self, reading: Reading, side: str, filler: Filler, where: Position | int, place: Part) -> Option:
        frame = reading.frame
        ids, look = self._seen(filler)
        actor = _looking(side, frame.pos, look)
        role = _in_role(side, frame.type, look.kind, self.story.role(reading, ids), look.via == OUTSIDE)
        return Option(filler, ids, where, (actor, role, place), actor.score + role.score + place.score)

    def _seen(self, filler: Filler) -> tuple[frozenset[str], Look]:
        key = id(filler)
        if key not in self._known:
            # the filler is kept, or another might get its id
            self._known[key] = filler, filler.ids, look_of(self.fillers.context.scene, filler)
        return self._known[key][1:]


def weighed(traits: Traits) -> Part:
    """Return some traits with their score."""
    return Part(traits, score(traits))


@lru_cache(WEIGHED)
def _looking(side: str, pos: str, look: Look) -> Part:
    return weighed(of_look(side, pos, look))


@lru_cache(WEIGHED)
def _in_role(side: str, type_: str, kind: str, role: str, outside: bool) -> Part:
    return weighed(of_role(side, type_, kind, role, outside))


@lru_cache(WEIGHED)
def _distant(side: str, pos: str, type_: str, kind: str, slot: str, back: int) -> Part:
    return weighed(of_distance(side, pos, type_, kind, slot, back))
