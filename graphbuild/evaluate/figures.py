"""Precision, recall and F1 of the matched pairs, level by level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.evaluate.matching import match
from graphbuild.evaluate.pairs import Pair
from graphbuild.model import sign_of

LEVELS: Mapping[str, tuple[str, ...]] = {
    "pair": (),
    "directed": ("directed",),
    "sign": ("directed", "sign"),
    "type": ("directed", "type"),
    "full": ("directed", "type", "factuality"),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 (0…1, three decimals) and the counts behind them."""

    p: float
    r: float
    f: float
    tp: int
    pred: int
    gold: int


@dataclass(frozen=True, slots=True)
class Result:
    """All levels, the shares of the matched pairs that agree in each respect, and what went wrong."""

    levels: dict[str, Figures]
    given_pair: dict[str, float]
    misses: tuple[Pair, ...]
    false: tuple[Pair, ...]


def score(gold: list[Pair], found: list[Pair]) -> Result:
    """Return all figures of the found pairs against the gold ones."""
    matches = match(gold, found)
    hits = [m for m in matches if gold[m.gold].core]
    neutral = len(matches) - len(hits)
    agreeing = [_respects(gold[m.gold], found[m.found], m.directed) for m in hits]
    sizes = (len(found) - neutral, sum(pair.core for pair in gold))
    levels = {
        level: _figures(sum(all(agrees[respect] for respect in needed) for agrees in agreeing), *sizes)
        for level, needed in LEVELS.items()
    }
    respects = ("directed", "sign", "type", "factuality", "attribution", "time")
    shares = {name: round(sum(agrees[name] for agrees in agreeing) / max(1, len(hits)), 3) for name in respects}
    matched_gold, matched_found = {m.gold for m in matches}, {m.found for m in matches}
    return Result(
        levels,
        shares,
        misses=tuple(pair for number, pair in enumerate(gold) if pair.core and number not in matched_gold),
        false=tuple(pair for number, pair in enumerate(found) if number not in matched_found),
    )


def _respects(gold: Pair, found: Pair, directed: bool) -> dict[str, bool]:
    return {
        "directed": directed,
        "sign": sign_of(found.type) in {sign_of(type_) for type_ in gold.types},
        "type": found.type in gold.types,
        "factuality": found.factuality in gold.factualities,
        "attribution": gold.attribution == found.attribution,
        "time": (gold.time or "") == (found.time or ""),
    }


def _figures(right: int, found: int, gold: int) -> Figures:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    f = 2 * precision * recall / both if both else 0.0
    return Figures(round(precision, 3), round(recall, 3), round(f, 3), right, found, gold)
