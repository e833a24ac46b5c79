"""How sure? A logistic regression over what a reader can see of the candidate.

The weights are a readable table, data/weights.csv, fitted on annotated articles by benchmarks/fit_confidence.py.
"""

from __future__ import annotations

import math
from functools import cache

from graphbuild.extraction import Candidate, Context
from graphbuild.extraction.candidate import Filler
from graphbuild.lexicon.rows import read_rows


def features(context: Context, candidate: Candidate) -> dict[str, float]:
    """Return the named features of a candidate; all are 0 or 1 but the distances."""
    frame = candidate.frame
    trigger = context.doc[candidate.token]
    found = {
        "bias": 1.0,
        f"type={frame.type}": 1.0,
        f"pos={frame.pos}": 1.0,
        f"rule={candidate.rule.split(':')[0]}": 1.0,
        f"expression={bool(frame.words)}": 1.0,
        f"heading={context.scene.paragraphs[context.paragraph].heading}": 1.0,
        f"pair={_kind(candidate.source)}>{_kind(candidate.target)}": 1.0,
        f"trigger_tag={trigger.pos_}/{frame.pos}": 1.0,
        f"via={candidate.source.via}>{candidate.target.via}": 1.0,
        f"how={candidate.source.mentions[0].how}>{candidate.target.mentions[0].how}": 1.0,
    }
    for side, filler in (("source", candidate.source), ("target", candidate.target)):
        mention = filler.mentions[0]
        found[f"{side}_via={filler.via}"] = 1.0
        found[f"{side}_slot={filler.slot}"] = 1.0
        found[f"{side}_how={mention.how}"] = 1.0
        found[f"{side}_origin={mention.origin}"] = 1.0
        found[f"{side}_kind={_kind(filler)}"] = 1.0
        found[f"{side}_many"] = float(len(filler.actors) > 1)
        if mention.metonym:
            found[f"{side}_metonym"] = 1.0
        if mention.paragraph == candidate.paragraph and mention.start >= 0:
            found[f"{side}_distance"] = min(abs(mention.head - candidate.token), 20) / 10
    return found


def _kind(filler: Filler) -> str:
    return filler.actors[0].kind


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_rows("weights.csv", ("feature", "weight"))}


def confidence(found: dict[str, float]) -> float:
    """Return the probability (0…1) that the candidate is a true event with these two actors."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
