"""What joins the actors: rules propose candidates, the best one of each trigger is kept."""

from __future__ import annotations

from collections import defaultdict

from graphbuild.extraction.adjectival import adjectival
from graphbuild.extraction.candidate import Candidate, Filler, Partial
from graphbuild.extraction.context import Context
from graphbuild.extraction.discourse import completions
from graphbuild.extraction.doubles import without_doubles
from graphbuild.extraction.nominal import nominal
from graphbuild.extraction.relations import OFFICE, offices
from graphbuild.extraction.verbal import verbal
from graphbuild.mentions import Scene

__all__ = ["OFFICE", "RULES", "Candidate", "Context", "Filler", "candidates"]

RULES = (verbal, nominal, adjectival, offices)

_VIA = {
    "tree": 1.0, "participle": 0.9, "support": 0.9, "shared": 0.8, "attached": 0.8, "middle": 0.6,
    "linear": 0.5, "through": 0.45, "governor": 0.45, "discourse": 0.3, "near": 0.2, "story": 0.2, "salient": 0.1,
}  # fmt: skip


def candidates(scene: Scene) -> list[Candidate]:
    """Return all that may be events, in text order; several may share a trigger, for the confidence to choose."""
    history: list[Candidate] = []
    proposed: list[Candidate] = []
    for paragraph in range(len(scene.paragraphs)):
        context = Context(scene, paragraph)
        by_trigger: dict[int, list[Candidate]] = defaultdict(list)
        partials: dict[int, list[Partial]] = defaultdict(list)
        for rule in RULES:
            for proposal in rule(context):
                if isinstance(proposal, Partial):
                    partials[proposal.token].append(proposal)
                else:
                    by_trigger[proposal.token].append(proposal)
        for token in sorted(by_trigger.keys() | partials.keys()):
            options = by_trigger[token] or [c for p in partials[token] for c in completions(p, history)]
            by_trigger[token] = options
            if options:
                history.append(max(options, key=_merit))
        proposed += without_doubles(context, [c for token in sorted(by_trigger) for c in by_trigger[token]])
    return proposed


def _merit(candidate: Candidate) -> float:
    frame = candidate.frame
    slots = (
        frame.source_slots.index(candidate.source.slot) if candidate.source.slot in frame.source_slots else 1,
        frame.target_slots.index(candidate.target.slot) if candidate.target.slot in frame.target_slots else 1,
    )
    return _VIA[candidate.source.via] + _VIA[candidate.target.via] + len(frame.words) - 0.1 * sum(slots)
