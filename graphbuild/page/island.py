"""What the page knows, as plain lists: small to write, quick to parse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import Any

from graphbuild.alliances import KINDS, side_of
from graphbuild.alliances.happenings import happenings
from graphbuild.alliances.ties import MIXED_FROM
from graphbuild.draw.labels import printable
from graphbuild.graph import pairs
from graphbuild.model import ACTOR_KINDS, EVENT_TYPES, FACTUALITIES, SURE, Actor, Article, Event, sign_of
from graphbuild.page.contents import Contents
from graphbuild.page.evidence import Evidence, pieces
from graphbuild.page.levels import MANY, levels
from graphbuild.page.words import words
from graphbuild.timespan import bounds
from graphbuild.version import program_version

MOST_PAIRS = (160, 800)
"""Drawn at most, among the few actors and among the many: beyond, no single tie can be followed."""
LONGEST = 200
Deeds = Mapping[str, list[tuple[int, int, int]]]


def island(contents: Contents, evidence: Evidence) -> dict[str, Any]:
    """Return the data of the page, in a fixed order."""
    events = contents.events
    number = {actor: place for place, actor in enumerate(contents.cast)}
    papers = {article.id: (place, article) for place, article in enumerate(contents.articles)}
    rules = sorted({rule for event in events for rule in event.rules})
    rule = {name: place for place, name in enumerate(rules)}
    deeds = _deeds(contents, number)
    rows = (_event(event, number, papers.get(event.doc), rule) for event in events)
    parts = ([[text, roles] if roles else text for text, roles in pieces(event, evidence)] for event in events)
    joined = (list(chain.from_iterable(deeds[event.id])) for event in events)
    return {
        "version": program_version(),
        "evidence": evidence,
        "limits": {"sure": SURE, "mixed": MIXED_FROM, "actors": MANY, "pairs": MOST_PAIRS},
        "left_out": contents.left_out,
        "words": words(),
        "types": {name: [side_of(name) or "office", sign_of(name)] for name in EVENT_TYPES},
        "ties": [*KINDS, "office"],
        "factualities": FACTUALITIES,
        "kinds": ACTOR_KINDS,
        "rules": rules,
        "actors": [[actor.id, _name(actor), actor.kind, actor.state] for actor in contents.cast.values()],
        "articles": [_article(article) for article in contents.articles],
        "events": [[*row, *more] for row, *more in zip(rows, joined, parts, strict=True)],
        "levels": levels(contents.sure, contents.said, number),
    }


def _deeds(contents: Contents, number: Mapping[str, int]) -> Deeds:
    """Return for each event the pairs that it joins, and which action between them it tells of.

    Several sentences may tell of one action. Office and membership are no actions, so each sentence stands for itself.
    """
    found: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    place = -1
    for place, happening in enumerate(happenings(contents.articles, contents.events)):
        one, other = sorted(number[actor] for actor in happening.pair)
        for event in happening.events:
            found[event].append((one, other, place))
    for telling in contents.events:
        if telling.id not in found:
            place += 1
            for pair in pairs(telling):
                one, other = sorted(number[actor] for actor in pair)
                found[telling.id].append((one, other, place))
    return found


def _name(actor: Actor) -> str:
    """Return the name without marks that would turn the direction of what stands beside it."""
    return printable(actor.name, LONGEST) if actor.name.strip() else actor.id


def _article(article: Article) -> list[str | None]:
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return [article.id, article.title, article.outlet, article.date, url]


def _event(
    event: Event, number: Mapping[str, int], paper: tuple[int, Article] | None, rule: Mapping[str, int]
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
    ]
