"""What joins the actors: rules propose candidates, the best one of each trigger is kept."""

from __future__ import annotations

from collections import defaultdict

from graphbuild.extraction.adjectival import adjectival
from graphbuild.extraction.candidate import Candidate, Filler, Partial
from graphbuild.extraction.context import Context
from graphbuild.extraction.discourse import completions
from graphbuild.extraction.nominal import nominal
from graphbuild.extraction.relations import offices
from graphbuild.extraction.verbal import verbal
from graphbuild.mentions import Scene

__all__ = ["RULES", "Candidate", "Context", "Filler", "candidates"]

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
        proposed += _without_support_verbs(context, [c for token in sorted(by_trigger) for c in by_trigger[token]])
    return proposed


def _merit(candidate: Candidate) -> float:
    frame = candidate.frame
    slots = (
        frame.source_slots.index(candidate.source.slot) if candidate.source.slot in frame.source_slots else 1,
        frame.target_slots.index(candidate.target.slot) if candidate.target.slot in frame.target_slots else 1,
    )
    return _VIA[candidate.source.via] + _VIA[candidate.target.via] + len(frame.words) - 0.1 * sum(slots)


def _without_support_verbs(context: Context, kept: list[Candidate]) -> list[Candidate]:
    """Keep one event of "imposer des sanctions" or "promettre son soutien": the expression, else the noun."""
    inside = {token for c in kept for token in range(c.token + 1, c.last + 1)}
    nouns = [c for c in kept if c.frame.pos == "NOUN" and c.token not in inside]
    supporting = {context.doc[c.token].head.i for c in nouns if c.rule.startswith("nominal.support")}
    doubled = {(context.doc[c.token].head.i, *_pair(c)) for c in nouns}

    def stays(candidate: Candidate) -> bool:
        if candidate.token in inside:
            return False
        if candidate.frame.words or candidate.frame.pos == "NOUN":
            return True
        return candidate.token not in supporting and (candidate.token, *_pair(candidate)) not in doubled

    return [candidate for candidate in kept if stays(candidate)]


def _pair(candidate: Candidate) -> tuple[frozenset[str], frozenset[str]]:
    source, target = (frozenset(a.id for a in side.actors) for side in (candidate.source, candidate.target))
    return source, target
