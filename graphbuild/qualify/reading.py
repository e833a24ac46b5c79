"""How the words around an event add up: a doubtful plan, a denied refusal, "no longer any"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.tree import Word

DOUBT = {"asserted": 0, "planned": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class Step:
    """Words that turn the reading by their effect; `denied` is what a denial right after them makes of it."""

    tokens: tuple[Word, ...]
    effect: str
    denied: str = ""
    denial: bool = False


def denial_of(tokens: tuple[Word, ...]) -> Step:
    """Return the step of negative words; French denies once, however many words say so."""
    return Step(tokens, "negated", "negated", denial=True)


def weigh(steps: Iterable[Step]) -> tuple[str, tuple[Word, ...]]:
    """Return the factuality that the steps add up to, the innermost first, and the words that set it."""
    value, denied = "asserted", ""
    marks: tuple[Word, ...] = ()
    last: tuple[Word, ...] = ()
    for step in steps:
        turned = _turn(value, step, denied)
        if turned != value:
            # "n'exclut pas": the denied word and its denial only say it together
            marks = last + step.tokens if step.denial and turned != "negated" else step.tokens
        elif step.effect == value:
            marks += step.tokens
        value, denied, last = turned, step.denied, step.tokens
    return value, marks if value != "asserted" else ()


def _turn(value: str, step: Step, denied: str) -> str:
    if step.denial:
        return denied or ("asserted" if value == "negated" else "negated")
    if "negated" in (value, step.effect):
        return "negated"
    return max(value, step.effect, key=DOUBT.__getitem__)
