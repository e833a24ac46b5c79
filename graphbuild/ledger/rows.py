"""Records to rows of the ledger's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graphbuild.clean import whole
from graphbuild.model import Actor, Article, Event

ARTICLE = ("id", "sha256", "path", "title", "outlet", "author", "date", "lang", "url")
ACTOR = ("id", "name", "kind", "state", "qid", "gender", "number")
_EVENT = ("id", "type", "sign", "intensity", "factuality")

Row = tuple[Any, ...]


def article_row(article: Article) -> Row:
    """Return the row of one article; its text stays outside."""
    return _row([*_fields(article, ARTICLE), len(article.text.split()), json.dumps(article.notes, ensure_ascii=False)])


def actor_row(doc: str, actor: Actor) -> Row:
    """Return the row that says that an actor appears in an article."""
    return _row([doc, *_fields(actor, ACTOR)])


def event_row(event: Event, seq: int) -> Row:
    """Return the row of one event: the columns one asks by, and the whole record as JSON."""
    record = json.dumps(event.to_dict(), ensure_ascii=False, separators=(",", ":"))
    attribution = event.attribution and event.attribution.id
    place = event.place and event.place.id
    return _row([event.doc, seq, *_fields(event, _EVENT), attribution, event.time, place, event.confidence, record])


def argument_rows(event: Event) -> Iterator[Row]:
    """Yield a row for each actor in its place."""
    for side, arguments in (("source", event.source), ("target", event.target)):
        for position, argument in enumerate(arguments):
            yield _row([event.id, side, position, argument.id, argument.how])


def _fields(record: object, names: tuple[str, ...]) -> list[Any]:
    return [getattr(record, name) for name in names]


def _row(values: Iterable[Any]) -> Row:
    return tuple(whole(value) if isinstance(value, str) else value for value in values)
