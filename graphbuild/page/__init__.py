"""The explorer: one offline HTML file in which every event opens on its sentence.

Nothing in it is fetched, and a strict content security policy lets only its own script and style run. Text of the
articles stands in a JSON island and reaches the page by textContent alone.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any, BinaryIO

from graphbuild.clean import whole
from graphbuild.export.jsonl import record
from graphbuild.graph import Source
from graphbuild.model import Article, Event

WORDS = {
    "source": "source",
    "target": "cible",
    "trigger": "mot de l’action",
    "mark": "marque",
    "events": "événements",
    "shown": "montrés ; affinez les filtres",
    "rules": "Règles",
}
_KEPT = ("id", "doc", "type", "sign", "trigger", "factuality", "attribution", "time", "confidence", "rules")
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def write_page(source: Source, out: BinaryIO) -> None:
    """Write the explorer of a build as one HTML file."""
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; script-src 'sha256-{_digest(script)}'; style-src 'sha256-{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    data = whole(json.dumps(_data(source), ensure_ascii=False, separators=(",", ":"))).translate(_ESCAPES)
    page = Template(_part("page.html")).substitute(policy=policy, style=style, script=script, data=data)
    out.write(page.encode("utf-8"))


def _part(name: str) -> str:
    return (files("graphbuild") / "page" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data(source: Source) -> dict[str, Any]:
    return {
        "words": WORDS,
        "articles": {article.id: _article(article) for article in source.articles()},
        "events": [_event(event) for event in source.events()],
    }


def _article(article: Article) -> dict[str, str | None]:
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return {"title": article.title, "outlet": article.outlet, "date": article.date, "url": url}


def _event(event: Event) -> dict[str, Any]:
    told = record(event)
    kept = {key: told[key] for key in _KEPT}
    for side in ("source", "target"):
        kept[side] = [{"name": actor["name"]} for actor in told[side]]
    return kept | {"parts": list(parts(event))}


def parts(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the sentence in pieces with the role of each ("" for none), so that no offset has to cross to UTF-16."""
    spans = [(mark.start, mark.end, "mark") for mark in event.factuality_marks]
    spans.append((event.start, event.end, "trigger"))
    for side, actors in (("source", event.source), ("target", event.target)):
        spans += [(a.start, a.end, side) for a in actors if a.start is not None and a.end is not None]
    position = 0
    for start, end, role in sorted((a - event.sentence_start, b - event.sentence_start, role) for a, b, role in spans):
        if start < position or end > len(event.sentence):
            continue
        yield event.sentence[position:start], ""
        yield event.sentence[start:end], role
        position = end
    yield event.sentence[position:], ""
