"""Which actors an action joins: candidates for every action word, and the best of them or none.

A conditional logit (McFadden 1974): each trigger chooses among its candidates and "none", by the weighted sum of traits
that a reader can see. What the rules read is one candidate among those with another actor of the sentence or with one
that was spoken of before.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.choice.candidate import Candidate, Part
from graphbuild.choice.doubles import doubles
from graphbuild.choice.fillers import NEAR, OUTSIDE, Fillers
from graphbuild.choice.options import Option, Options, weighed
from graphbuild.choice.story import Story, story_of
from graphbuild.choice.traits import of_pair, of_trigger
from graphbuild.choice.weights import calibrated, chances, least_score
from graphbuild.extraction import OFFICE, Context, Filler, Reading, readings
from graphbuild.mentions import Scene

__all__ = ["NEAR", "OUTSIDE", "Candidate", "Choice", "Trigger", "choices", "triggers"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an action, with all its candidates."""

    paragraph: int
    token: int
    candidates: list[Candidate]


@dataclass(frozen=True, slots=True)
class Choice:
    """The best candidate of a trigger and the probability (0…1) that a reader signs it."""

    candidate: Candidate
    confidence: float


PAIRS = 10
"""So many pairs of each reading are looked at: those whose two sides speak best for themselves."""
PAIR_ADDS = 2.0
"""As much the traits of a pair may add: of 7,200 pairs of 60 articles none added more than 1.8."""


@dataclass(frozen=True, slots=True)
class Beam:
    """What is worth a look: `pairs` of each reading, and only triggers that may reach the score `least`."""

    pairs: int | None = None
    least: float = -math.inf


WHOLE = Beam()
BARE = frozenset(("de", "d'", "d’"))


def choices(scene: Scene, min_confidence: float = 0.0) -> Iterator[Choice]:
    """Yield the best candidate of each trigger that is sure enough, in text order, one action told once."""
    chosen: dict[int, list[Choice]] = defaultdict(list)
    for trigger in triggers(scene, Beam(PAIRS, least_score(min_confidence))):
        odds = chances([candidate.score for candidate in trigger.candidates])
        best = max(range(len(odds)), key=odds.__getitem__)
        confidence = calibrated(odds[best])
        if confidence >= min_confidence:
            chosen[trigger.paragraph].append(Choice(trigger.candidates[best], confidence))
    for paragraph in sorted(chosen):
        again = doubles(Context(scene, paragraph), [choice.candidate for choice in chosen[paragraph]])
        yield from (choice for choice in chosen[paragraph] if choice.candidate.reading.token not in again)


def triggers(scene: Scene, beam: Beam = WHOLE) -> Iterator[Trigger]:
    """Yield every word that may name an action and has a candidate, in text order.

    A narrow beam leaves out candidates whose sides speak little for themselves.
    """
    found = list(readings(scene))
    story = story_of(scene, found)
    by_word: dict[tuple[int, int, bool], list[Reading]] = defaultdict(list)
    for reading in found:
        by_word[reading.paragraph, reading.token, reading.rule == OFFICE].append(reading)
    options: dict[int, Options] = {}
    for (paragraph, token, _), of_word in sorted(by_word.items(), key=lambda item: item[0]):
        if paragraph not in options:
            options[paragraph] = Options(Fillers(Context(scene, paragraph)), story)
        here = options[paragraph]
        sides = [one for reading in of_word if (one := _sides(here, reading)) is not None]
        if sides and max(one.score for one in sides) + PAIR_ADDS >= beam.least:
            candidates = [c for one in sides for c in _candidates(here.fillers.context, one, story, beam.pairs)]
            if candidates:
                yield Trigger(paragraph, token, candidates)


@dataclass(frozen=True, slots=True)
class _Sides:
    """A reading with the pairs of sides it may have, the best first, and the traits of its word."""

    reading: Reading
    word: Part
    pairs: list[tuple[Option, Option]]

    @property
    def score(self) -> float:
        """What the word and its best two sides say for themselves."""
        source, target = self.pairs[0]
        return self.word.score + source.score + target.score


def _sides(options: Options, reading: Reading) -> _Sides | None:
    sources, targets = options.of(reading, "source"), options.of(reading, "target")
    pairs = [
        (source, target)
        for source in sources
        for target in targets
        if source.ids.isdisjoint(target.ids) and not source.filler.via == OUTSIDE == target.filler.via
    ]
    if not pairs:
        return None
    pairs.sort(key=lambda two: -two[0].score - two[1].score)
    around = options.fillers.positions.around(reading.token)
    word = of_trigger(options.fillers.context, reading, options.story, around)
    return _Sides(reading, weighed(word), pairs)


def _candidates(context: Context, sides: _Sides, story: Story, most: int | None) -> Iterator[Candidate]:
    reading = sides.reading
    for source, target in sides.pairs[:most]:
        if _are_one(context, source.filler, target.filler):
            continue
        known = story.known(reading, source.ids, target.ids)
        fillers = source.filler, target.filler
        pair = weighed(of_pair(context, reading, fillers, (source.where, target.where), known))
        yield Candidate(reading, *fillers, (sides.word, *source.parts, *target.parts, pair))


def _are_one(context: Context, one: Filler, other: Filler) -> bool:
    """ "une foule de manifestants", not "les alliés du régime": a group and those it is made of are no two actors."""
    first, second = one.mentions[0], other.mentions[0]
    if {first.how, second.how} != {"group"} or first.paragraph != second.paragraph:
        return False
    outer, inner = sorted((context.doc[first.head], context.doc[second.head]), key=lambda word: word.i)
    return inner.head is outer and inner.i > 0 and context.doc[inner.i - 1].lower_ in BARE
