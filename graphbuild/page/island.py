"""What the page knows, as plain lists: small to write, quick to parse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graphbuild.alliances import MIXED_FROM
from graphbuild.graph import Source, complete_cast, dyads
from graphbuild.model import ACTOR_KINDS, EVENT_TYPES, FACTUALITIES, SURE, Actor, Article, Event, sign_of
from graphbuild.page.evidence import Evidence, pieces
from graphbuild.page.levels import MANY, levels
from graphbuild.page.words import words
from graphbuild.timespan import bounds
from graphbuild.version import program_version

MOST_EVENTS = 50_000
"""Beyond, a browser takes seconds to open the page; the surest are kept, and the page says how many are not."""
MOST_PAIRS = 800


def island(source: Source, evidence: Evidence) -> dict[str, Any]:
    """Return the data of the page, in a fixed order."""
    articles, every = list(source.articles()), list(source.events())
    events = _surest(every)
    cast = _cast(source, events)
    number = {actor: place for place, actor in enumerate(cast)}
    papers = {article.id: (place, article) for place, article in enumerate(articles)}
    rules = sorted({rule for event in events for rule in event.rules})
    rule = {name: place for place, name in enumerate(rules)}
    sure = dyads(articles, cast.values(), events, min_confidence=SURE)
    said = dyads(articles, cast.values(), events, factualities=FACTUALITIES, attributed=True)
    return {
        "version": program_version(),
        "evidence": evidence,
        "limits": {"sure": SURE, "mixed": MIXED_FROM, "actors": MANY, "pairs": MOST_PAIRS},
        "left_out": len(every) - len(events),
        "words": words(),
        "types": {name: sign_of(name) for name in EVENT_TYPES},
        "factualities": FACTUALITIES,
        "kinds": ACTOR_KINDS,
        "rules": rules,
        "actors": [[actor.id, actor.name, actor.kind, actor.state] for actor in cast.values()],
        "articles": [_article(article) for article in articles],
        "events": [_event(event, number, papers.get(event.doc), rule, evidence) for event in events],
        "levels": levels(sure, said, number),
    }


def _surest(events: list[Event]) -> list[Event]:
    if len(events) <= MOST_EVENTS:
        return events
    kept = {event.id for event in sorted(events, key=lambda e: (-e.confidence, e.id))[:MOST_EVENTS]}
    return [event for event in events if event.id in kept]


def _cast(source: Source, events: Iterable[Event]) -> dict[str, Actor]:
    """Return the actors that take part in something."""
    taking = {argument.id for event in events for argument in event.source + event.target}
    return {id_: actor for id_, actor in complete_cast(source.actors(), events).items() if id_ in taking}


def _article(article: Article) -> list[str | None]:
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return [article.id, article.title, article.outlet, article.date, url]


def _event(
    event: Event, number: dict[str, int], paper: tuple[int, Article] | None, rule: dict[str, int], evidence: Evidence
) -> list[Any]:
    place, article = paper or (-1, None)
    days = bounds(event.time) or bounds(article.date if article else None)
    return [
        event.id,
        place,
        event.type,
        event.factuality,
        event.attribution and event.attribution.name,
        event.time,
        days and days[0],
        round(event.confidence, 3),
        [number[id_] for id_ in dict.fromkeys(a.id for a in event.source)],
        [number[id_] for id_ in dict.fromkeys(a.id for a in event.target)],
        int(event.symmetric),
        event.trigger,
        event.place and event.place.name,
        [rule[name] for name in event.rules],
        [[text, roles] if roles else text for text, roles in pieces(event, evidence)],
    ]
