"""How sure? A logistic regression over what a reader can see of the candidate.

The weights are a readable table, data/weights.csv, fitted on annotated articles by benchmarks/fit_confidence.py.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from graphbuild.extraction import Candidate, Context
from graphbuild.extraction.candidate import Filler
from graphbuild.extraction.verb_slots import slot_before
from graphbuild.lexicon.rows import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Token


OFTEN = 20
FAR = 20
LONGEST_PATH = 8
STEEPEST = 30.0


def features(context: Context, candidate: Candidate) -> dict[str, float]:
    """Return the named features of a candidate: indicators (1), and a few measures scaled to about 0…1."""
    frame = candidate.frame
    trigger = context.doc[candidate.token]
    source, target = candidate.source, candidate.target
    kinds = f"{_kind(source)}>{_kind(target)}"
    found = {
        "bias": 1.0,
        f"lemma={frame.lemma}": 1.0,
        f"type={frame.type}": 1.0,
        f"type_pair={frame.type}:{kinds}": 1.0,
        f"rule={candidate.rule.split(':')[0]}": 1.0,
        f"expression={bool(frame.words)}": 1.0,
        f"heading={context.scene.paragraphs[context.paragraph].heading}": 1.0,
        f"pair={kinds}": 1.0,
        f"trigger_tag={trigger.pos_}/{frame.pos}": 1.0,
        f"via={source.via}>{target.via}": 1.0,
        f"how={source.mentions[0].how}>{target.mentions[0].how}": 1.0,
    }
    for side, filler in (("source", source), ("target", target)):
        found |= {f"{side}_{name}": value for name, value in _of_side(context, candidate, filler).items()}
    return found


def _of_side(context: Context, candidate: Candidate, filler: Filler) -> dict[str, float]:
    mention = filler.mentions[0]
    actor = filler.actors[0]
    scene = context.scene
    found = {
        f"via={filler.via}": 1.0,
        f"slot={filler.slot}": 1.0,
        f"how={mention.how}": 1.0,
        f"origin={mention.origin}": 1.0,
        f"kind={actor.kind}": 1.0,
        "many": float(len(filler.actors) > 1),
        "metonym": float(mention.metonym),
        "topic": float(actor.id == scene.topic),
        "frequency": math.log1p(min(scene.register.counts[actor.id], OFTEN)) / 3,
    }
    if mention.paragraph == candidate.paragraph and mention.start >= 0:
        found["distance"] = min(abs(mention.head - candidate.token), FAR) / 10
        found["subject"] = float(scene.is_subject(mention))
        found["path"] = min(_path(context.doc[mention.head], context.doc[candidate.token]), LONGEST_PATH) / 4
        found[f"label={context.doc[mention.head].dep_}"] = 1.0
        found[f"before={slot_before(context, mention.first) or 'nothing'}"] = 1.0
        found["crossed"] = _crossed(context, mention.head, candidate.token)
    return found


def _path(one: Token, other: Token) -> int:
    """Return how many arcs of the tree lie between two tokens."""
    above = {token.i: steps for steps, token in enumerate([one, *one.ancestors])}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in above:
            return steps + above[token.i]
    return LONGEST_PATH


def _crossed(context: Context, one: int, other: int) -> float:
    """Return 1 where a verb stands between two tokens, which mostly means another clause."""
    between = context.doc[min(one, other) + 1 : max(one, other)]
    return float(any(token.pos_ == "VERB" for token in between))


def _kind(filler: Filler) -> str:
    return filler.actors[0].kind


@cache
def weights() -> dict[str, float]:
    """Return the weight of every feature."""
    return {row["feature"]: row.number("weight") for row in read_rows("weights.csv", ("feature", "weight"))}


def confidence(found: dict[str, float]) -> float:
    """Return the probability (0…1) that the candidate is a true event with these two actors."""
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(1 / (1 + math.exp(-max(-STEEPEST, min(STEEPEST, total)))), 3)
