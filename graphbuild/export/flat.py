"""Nodes and edges as flat attributes of four plain types, for the formats that know no lists and no nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from graphbuild.graph import Source, article_attributes, cast_and_mentions, node_attributes, pairs
from graphbuild.model import Article, Event, is_fact
from graphbuild.timespan import bounds

Value = str | int | float | bool
NODE: dict[str, type[Value]] = {"name": str, "kind": str, "state": str, "qid": str, "mentions": int}
EDGE: dict[str, type[Value]] = {
    "event": str,
    "doc": str,
    "start": int,
    "end": int,
    "sentence": str,
    "sentence_start": int,
    "sentence_end": int,
    "trigger": str,
    "lemma": str,
    "pos": str,
    "type": str,
    "sign": int,
    "intensity": float,
    "symmetric": bool,
    "factuality": str,
    "factuality_marks": str,
    "attribution": str,
    "attribution_name": str,
    "time": str,
    "place": str,
    "place_name": str,
    "confidence": float,
    "fact": bool,
    "rules": str,
    "outlet": str,
    "date": str,
    "url": str,
}
_KEPT = NODE | EDGE


class Node(NamedTuple):
    """An actor."""

    id: str
    attributes: dict[str, Value]


class Edge(NamedTuple):
    """One pair of an event. `id` is the event's own for the first pair, with a number behind it for the others."""

    id: str
    source: str
    target: str
    weight: float
    days: tuple[str, str] | None
    attributes: dict[str, Value]


def nodes(source: Source) -> Iterator[Node]:
    """Yield the actors by id."""
    cast, count = cast_and_mentions(source)
    for actor in cast.values():
        yield Node(actor.id, _present(node_attributes(actor, count[actor.id])))


def edges(source: Source) -> Iterator[Edge]:
    """Yield every pair of every event. Weights are positive, for layouts break on others: see `sign`."""
    papers = {article.id: article for article in source.articles()}
    for event in source.events():
        article = papers.get(event.doc)
        attributes = _attributes(event, article)
        days = bounds(event.time) or bounds(article.date if article else None)
        for number, (first, second) in enumerate(pairs(event), start=1):
            id_ = event.id if number == 1 else f"{event.id}.{number}"
            yield Edge(id_, first, second, max(1.0, abs(event.intensity)), days, attributes)


def _attributes(event: Event, article: Article | None) -> dict[str, Value]:
    attribution, place = event.attribution, event.place
    told: dict[str, Any] = {name: getattr(event, name) for name in EDGE if hasattr(event, name)}
    told |= {
        "event": event.id,
        "fact": is_fact(event),
        "factuality_marks": " | ".join(mark.text for mark in event.factuality_marks),
        "attribution": attribution and attribution.id,
        "attribution_name": attribution and attribution.name,
        "place": place and place.id,
        "place_name": place and place.name,
        "rules": " ".join(event.rules),
    }
    return _present(told | article_attributes(article))


def _present(values: dict[str, Any]) -> dict[str, Value]:
    return {key: _KEPT[key](value) for key, value in values.items() if value is not None}
