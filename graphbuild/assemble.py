"""Candidates → events: every qualification added, every offset turned into the article's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extraction import OFFICE, Candidate, Context, Filler, candidates
from graphbuild.lexicon import Lexicon
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Actor, Argument, Article, Event, sign_of
from graphbuild.parse import Paragraph
from graphbuild.qualify.attribution import attribution
from graphbuild.qualify.confidence import confidence, features
from graphbuild.qualify.dating import time_of
from graphbuild.qualify.factuality import factuality
from graphbuild.qualify.intensity import intensity_of
from graphbuild.qualify.place import place

SPEECH_ACTS = frozenset(("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with what its confidence (0…1) rests on."""

    candidate: Candidate
    features: dict[str, float]
    confidence: float


def proposals(scene: Scene) -> Iterator[Proposal]:
    """Yield all candidates of a scene with their confidence; several may share a trigger."""
    for candidate in candidates(scene):
        found = features(Context(scene, candidate.paragraph), candidate)
        yield Proposal(candidate, found, confidence(found))


def events_of(
    article: Article, paragraphs: list[Paragraph], lexicon: Lexicon, *, min_confidence: float = 0.0
) -> tuple[list[Event], dict[str, Actor]]:
    """Return the events of a parsed article in text order, the surest of each trigger, and the actors they join."""
    scene = read_scene(article, paragraphs, lexicon)
    best: dict[tuple[int, int], Proposal] = {}
    for proposal in proposals(scene):
        trigger = (proposal.candidate.paragraph, proposal.candidate.token)
        if trigger not in best or proposal.confidence > best[trigger].confidence:
            best[trigger] = proposal
    chosen = [proposal for proposal in best.values() if proposal.confidence >= min_confidence]
    actors = {
        actor.id: actor
        for proposal in chosen
        for filler in (proposal.candidate.source, proposal.candidate.target)
        for actor in filler.actors
    }
    events = {event.id: event for event in (event_of(article, scene, proposal) for proposal in chosen)}
    return sorted(events.values(), key=lambda event: (event.start, event.id)), actors


def event_of(article: Article, scene: Scene, proposal: Proposal) -> Event:
    """Return a proposal as an event: every qualification added, every offset turned into the article's own."""
    candidate = proposal.candidate
    context = Context(scene, candidate.paragraph)
    paragraph = scene.paragraphs[candidate.paragraph]
    trigger = paragraph.doc[candidate.token]
    start, end = paragraph.span(candidate.token, _last_of_trigger(context, candidate))
    sentence_start, sentence_end = _sentence(paragraph, candidate.token, article)
    source = tuple(_arguments(candidate.source, candidate, sentence_start, sentence_end))
    target = tuple(_arguments(candidate.target, candidate, sentence_start, sentence_end))
    frame = candidate.frame
    static = candidate.rule == OFFICE
    state, marks = ("asserted", ()) if static else factuality(context, trigger)
    used = {m.head for filler in (candidate.source, candidate.target) for m in filler.mentions}
    return Event(
        id=_event_id(article.id, start, end, frame.type, source, target),
        doc=article.id,
        start=start,
        end=end,
        sentence=article.text[sentence_start:sentence_end],
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        trigger=article.text[start:end],
        lemma=frame.lemma,
        pos=frame.pos,
        type=frame.type,
        sign=sign_of(frame.type),
        intensity=intensity_of(frame.type),
        source=source,
        target=target,
        symmetric=frame.symmetric,
        factuality=state,
        factuality_marks=marks,
        attribution=None if static else attribution(context, trigger, _speakers(candidate)),
        time=None if static else time_of(context, trigger, frame.type, state),
        place=None if static else place(context, trigger, used),
        confidence=proposal.confidence,
        rules=_rules(candidate),
    )


def _last_of_trigger(context: Context, candidate: Candidate) -> int:
    """An expression that closes around an actor ("appelle Kiev à") is shown by its head alone."""
    between = range(candidate.token + 1, candidate.last)
    return candidate.token if any(context.mention(token) for token in between) else candidate.last


def _sentence(paragraph: Paragraph, token: int, article: Article) -> tuple[int, int]:
    sentence = paragraph.doc[token].sent
    start, end = paragraph.span(sentence.start, sentence.end - 1)
    end = min(end, len(article.text))
    # the full stop that parsing adds to a heading stands where its line ends
    return start, start + len(article.text[start:end].rstrip())


def _arguments(filler: Filler, candidate: Candidate, first: int, last: int) -> Iterator[Argument]:
    seen = set()
    for mention in filler.mentions:
        here = mention.paragraph == candidate.paragraph and first <= mention.start < last
        for actor in mention.actors:
            if actor.id not in seen:
                seen.add(actor.id)
                yield Argument(
                    actor.id,
                    actor.name,
                    actor.kind,
                    mention.start if here else None,
                    mention.end if here else None,
                    mention.how if here else "implicit",
                )


def _speakers(candidate: Candidate) -> frozenset[str]:
    """Return the ids of those who do a thing by saying it: their words are the event, not a report of it."""
    if candidate.frame.type not in SPEECH_ACTS:
        return frozenset()
    return frozenset(actor.id for actor in candidate.source.actors)


def _rules(candidate: Candidate) -> tuple[str, ...]:
    return (
        candidate.rule,
        f"frame.{candidate.frame.pos.lower()}.{candidate.frame.lemma}",
        f"source.{candidate.source.slot}.{candidate.source.via}",
        f"target.{candidate.target.slot}.{candidate.target.via}",
    )


def _event_id(
    doc: str, start: int, end: int, event_type: str, source: tuple[Argument, ...], target: tuple[Argument, ...]
) -> str:
    parts = [doc, start, end, event_type, sorted(a.id for a in source), sorted(a.id for a in target)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:16]
