"""Events as pairs: one source and one target each, their names folded for comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.errors import ReadError
from graphbuild.evaluate.texts import Text

STATIC = ("LEADS", "MEMBER")
_BRACKETS = re.compile(r"\([^)]*\)")
_ARTICLE = re.compile(r"^(l'|les |le |la |des |d'|un |une )")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_SAME_ACTOR = {
    "bielarus": "bielorussie",
    "belarus": "bielorussie",
    "etats unis d amerique": "etats unis",
    "usa": "etats unis",
    "europeens": "europe",
    "occidentaux": "occident",
    "volodymyr zelenskyy": "volodymyr zelensky",
    "ue": "union europeenne",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One source and one target of an event; `types` and `factualities` are those that count as right."""

    doc: str
    sentence: int
    start: int
    source: str
    target: str
    names: tuple[str, str]
    symmetric: bool
    type: str
    types: tuple[str, ...]
    factuality: str
    factualities: tuple[str, ...]
    attribution: str | None
    time: str | None
    trigger: str
    core: bool


def expand(
    records: Iterable[Mapping[str, Any]],
    texts: Mapping[str, Text],
    *,
    docs: Collection[str] | None = None,
    affiliations: bool = False,
) -> list[Pair]:
    """Return the pairs of the events of these documents; LEADS and MEMBER only with `affiliations`."""
    pairs: list[Pair] = []
    for record in records:
        doc = record["doc"]
        if doc not in texts or (docs is not None and doc not in docs):
            continue
        if affiliations or record["type"] not in STATIC:
            pairs += _pairs(record, texts[doc])
    return pairs


def _pairs(record: Mapping[str, Any], text: Text) -> Iterator[Pair]:
    start = record["start"] if "start" in record else text.find(record["context"], record["trigger"])
    if start is None:
        raise ReadError(f"{record['doc']}: the context {record['context']!r} is not in the text")
    attribution = _name(record.get("attribution"))
    for source in record["source"]:
        for target in record["target"]:
            names = (_name(source) or "", _name(target) or "")
            yield Pair(
                doc=record["doc"],
                sentence=text.sentence(start),
                start=start,
                source=actor_key(names[0]),
                target=actor_key(names[1]),
                names=names,
                symmetric=bool(record.get("symmetric")),
                type=record["type"],
                types=tuple(record.get("types") or (record["type"],)),
                factuality=record["factuality"],
                factualities=tuple(record.get("factualities") or (record["factuality"],)),
                attribution=actor_key(attribution) if attribution else None,
                time=record.get("time"),
                trigger=record.get("trigger") or "",
                core=bool(record.get("core", True)),
            )


def _name(actor: Any) -> str | None:
    name = actor["name"] if isinstance(actor, Mapping) else actor
    return None if name is None else str(name)


def actor_key(name: str) -> str:
    """Return what two spellings of one actor share.

    >>> actor_key("L’UE"), actor_key("États-Unis (armée)")
    ('union europeenne', 'etats unis')
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    plain = _ARTICLE.sub("", _BRACKETS.sub("", plain).strip())
    words = _NO_WORD.sub(" ", plain).strip()
    return _SAME_ACTOR.get(words, words)
