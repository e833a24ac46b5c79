"""Events as sentences tell them → what happened between two actors, each thing once however often it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.alliances.sides import side_of
from graphbuild.graph import pairs
from graphbuild.model import Article, Event
from graphbuild.timespan import bounds

Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Happening:
    """One action between two actors, with all who tell it.

    `pair` is sorted, `days` the first and the last day it may bear, or None; `articles`, `outlets` and `events` are
    ids and names, the events by confidence.
    """

    pair: tuple[str, str]
    type: str
    days: Days | None
    side: str
    intensity: float
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    events: tuple[str, ...]


def happenings(articles: Iterable[Article], events: Iterable[Event]) -> list[Happening]:
    """Return what happened between each two actors.

    The same action of the same actors on the same day is one, in how many sentences, articles and outlets it may be
    told. The day is the one that the event bears; a mention without one shares the day of a dated mention in its
    article, or else bears the article's. Where even that is missing, only mentions of one article are one.
    """
    papers = {article.id: article for article in articles}
    told: dict[tuple[tuple[str, str], str, str], list[Event]] = defaultdict(list)
    for event in events:
        if side_of(event.type):
            for one, other in pairs(event):
                way = (min(one, other), max(one, other)) if event.symmetric else (one, other)
                told[way, event.type, event.doc].append(event)
    merged: dict[tuple[tuple[str, str], str, Days | str], list[Event]] = defaultdict(list)
    while told:  # what is done with makes room
        (way, type_, doc), mentions = told.popitem()
        stated = sorted(days for event in mentions if (days := bounds(event.time)))
        fallback = stated[0] if stated else _day_of(papers.get(doc)) or doc
        for event in mentions:
            merged[way, type_, bounds(event.time) or fallback].append(event)
    found = []
    while merged:
        (way, type_, when), mentions = merged.popitem()
        found.append(_happening(way, type_, when, mentions, papers))
    found.sort(key=lambda h: (h.pair, h.days or ("", ""), h.type, h.events))
    return found


def _day_of(article: Article | None) -> Days | None:
    return bounds(article.date) if article else None


def _happening(
    way: tuple[str, str], type_: str, when: Days | str, mentions: list[Event], papers: Mapping[str, Article]
) -> Happening:
    docs = sorted({event.doc for event in mentions})
    ranked = sorted(mentions, key=lambda event: (-event.confidence, event.id))
    return Happening(
        (min(way), max(way)),
        type_,
        None if isinstance(when, str) else when,
        str(side_of(type_)),
        sum(event.intensity for event in ranked) / len(ranked),
        tuple(docs),
        tuple(sorted({outlet for doc in docs if doc in papers and (outlet := papers[doc].outlet)})),
        tuple(event.id for event in ranked),
    )
