"""Which found pair tells of which gold pair: those of one sentence with the same two actors, best agreement first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graphbuild.evaluate.pairs import Pair
from graphbuild.model import sign_of


@dataclass(frozen=True, slots=True)
class Match:
    """A gold pair and the found pair that agrees with it best, by their numbers."""

    gold: int
    found: int
    directed: bool


def match(gold: list[Pair], found: list[Pair]) -> list[Match]:
    """Return the pairs that match, each gold and each found pair once, the best agreement first."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, pair in enumerate(found):
        places[pair.doc, pair.sentence].append(number)
    rated = []
    for number, wanted in enumerate(gold):
        for other in places[wanted.doc, wanted.sentence]:
            directed = _direction(wanted, found[other])
            if directed is not None:
                rated.append((_agreement(wanted, found[other], directed), number, other, directed))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matches = []
    for _, number, other, directed in sorted(rated, reverse=True):
        if number not in taken_gold and other not in taken_found:
            taken_gold.add(number)
            taken_found.add(other)
            matches.append(Match(number, other, directed))
    return matches


def _direction(gold: Pair, found: Pair) -> bool | None:
    """Tell whether the direction agrees; None where the two do not join the same actors."""
    (gold_source, gold_target), (source, target) = gold.names, found.names
    if _same(gold.source, found.source, (gold_source, source)) and _same(
        gold.target, found.target, (gold_target, target)
    ):
        return True
    if _same(gold.source, found.target, (gold_source, target)) and _same(
        gold.target, found.source, (gold_target, source)
    ):
        return gold.symmetric or found.symmetric
    return None


def _agreement(gold: Pair, found: Pair, directed: bool) -> float:
    return (
        (found.type in gold.types) * 4
        + directed * 2
        + (found.factuality in gold.factualities)
        + gold.core * 0.7
        + (sign_of(found.type) == sign_of(gold.type)) * 0.5
        - abs(found.start - gold.start) / 1e6
    )


def _same(one: str, other: str, written: tuple[str, str]) -> bool:
    """Proper names must be equal; a group without a name ("alliés européens") may differ in its modifiers."""
    if one == other:
        return True
    if all(name[:1].isupper() for name in written):
        return False
    first, second = one.split(), other.split()
    if not first or not second:
        return False
    return first[0] == second[0] or set(first) <= set(second) or set(second) <= set(first)
