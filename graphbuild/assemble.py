"""Candidates → events: every qualification added, every offset turned into the article's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from graphbuild.choice import Candidate, Choice, choices
from graphbuild.extraction import OFFICE, Context, Filler, Reading
from graphbuild.lexicon import Lexicon
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Actor, Argument, Article, Event, sign_of
from graphbuild.parse import Paragraph
from graphbuild.qualify.attribution import attribution
from graphbuild.qualify.dating import time_of
from graphbuild.qualify.ending import ENDED, ending_of
from graphbuild.qualify.factuality import factuality
from graphbuild.qualify.intensity import intensity_of
from graphbuild.qualify.place import place
from graphbuild.qualify.sense import sense_of
from graphbuild.tree import Word

SPEECH_ACTS = frozenset(("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


def events_of(
    article: Article, paragraphs: list[Paragraph], lexicon: Lexicon, *, min_confidence: float = 0.0
) -> tuple[list[Event], dict[str, Actor]]:
    """Return the events of a parsed article in text order, the best of each trigger, and the actors they join."""
    scene = read_scene(article, paragraphs, lexicon)
    found = list(choices(scene, min_confidence))
    actors = {
        actor.id: actor
        for choice in found
        for filler in (choice.candidate.source, choice.candidate.target)
        for actor in filler.actors
    }
    events = {event.id: event for event in (event_of(article, scene, choice) for choice in found)}
    return sorted(events.values(), key=lambda event: (event.start, event.id)), actors


def event_of(article: Article, scene: Scene, choice: Choice) -> Event:
    """Return a choice as an event: every qualification added, every offset turned into the article's own."""
    candidate, reading = choice.candidate, choice.candidate.reading
    context = Context(scene, reading.paragraph)
    paragraph = scene.paragraphs[reading.paragraph]
    trigger = paragraph.doc[reading.token]
    start, end = paragraph.span(reading.token, _last_of_trigger(context, reading))
    sentence_start, sentence_end = _sentence(paragraph, reading.token, article)
    source = tuple(_arguments(candidate.source, reading, sentence_start, sentence_end))
    target = tuple(_arguments(candidate.target, reading, sentence_start, sentence_end))
    frame = reading.frame
    ending = ending_of(context, candidate)
    type_ = ENDED[frame.type] if ending else sense_of(scene, frame, candidate.source, candidate.target)
    told_by = ending or trigger
    static = reading.rule == OFFICE
    state, marks = ("asserted", ()) if static else factuality(context, told_by)
    used = {m.head for filler in (candidate.source, candidate.target) for m in filler.mentions}
    return Event(
        id=_event_id(article.id, start, end, type_, source, target),
        doc=article.id,
        start=start,
        end=end,
        sentence=article.text[sentence_start:sentence_end],
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        trigger=article.text[start:end],
        lemma=frame.lemma,
        pos=frame.pos,
        type=type_,
        sign=sign_of(type_),
        intensity=intensity_of(type_),
        source=source,
        target=target,
        symmetric=frame.symmetric,
        factuality=state,
        factuality_marks=marks,
        attribution=None if static else attribution(context, told_by, _speakers(candidate, type_)),
        time=None if static else time_of(context, told_by, type_, state),
        place=None if static else place(context, trigger, used),
        confidence=choice.confidence,
        rules=_rules(candidate, ending),
    )


def _last_of_trigger(context: Context, reading: Reading) -> int:
    """An expression that closes around an actor ("appelle Kiev à") is shown by its head alone."""
    between = range(reading.token + 1, reading.last)
    return reading.token if any(context.mention(token) for token in between) else reading.last


def _sentence(paragraph: Paragraph, token: int, article: Article) -> tuple[int, int]:
    sentence = paragraph.doc[token].sent
    start, end = paragraph.span(sentence.start, sentence.end - 1)
    end = min(end, len(article.text))
    # the full stop that parsing adds to a heading stands where its line ends
    return start, start + len(article.text[start:end].rstrip())


def _arguments(filler: Filler, reading: Reading, first: int, last: int) -> Iterator[Argument]:
    seen = set()
    for mention in filler.mentions:
        here = mention.paragraph == reading.paragraph and first <= mention.start < last
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


def _speakers(candidate: Candidate, type_: str) -> frozenset[str]:
    """Return the ids of those who do a thing by saying it: their words are the event, not a report of it."""
    if type_ not in SPEECH_ACTS:
        return frozenset()
    return frozenset(actor.id for actor in candidate.source.actors)


def _rules(candidate: Candidate, ending: Word | None) -> tuple[str, ...]:
    how = (
        candidate.reading.rule,
        f"frame.{candidate.reading.frame.pos.lower()}.{candidate.reading.frame.lemma}",
        f"source.{candidate.source.slot}.{candidate.source.via}",
        f"target.{candidate.target.slot}.{candidate.target.via}",
    )
    return how if ending is None else (*how, f"ending.{ending.pos_.lower()}.{ending.lemma_}")


def _event_id(
    doc: str, start: int, end: int, event_type: str, source: tuple[Argument, ...], target: tuple[Argument, ...]
) -> str:
    parts = [doc, start, end, event_type, sorted(a.id for a in source), sorted(a.id for a in target)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:16]
