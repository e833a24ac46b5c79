"""Events against gold, mention by mention: how much of what a reader found is found, and how much of it is right.

An event counts as its source × target pairs. A found pair can match a gold pair of the same sentence that joins the
same two actors; each matches once, the best agreement first. Gold lines that only one of two readers holds
(`core` false) are neutral: finding one is neither rewarded nor punished.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.errors import ReadError
from graphbuild.model import sign_of

STATIC = ("LEADS", "MEMBER")
LEVELS: Mapping[str, tuple[str, ...]] = {
    "pair": (),
    "directed": ("directed",),
    "sign": ("directed", "sign"),
    "type": ("directed", "type"),
    "full": ("directed", "type", "factuality"),
}

_SENTENCE_END = re.compile(
    r"\n+"
    r"|(?<=[a-zé%\d»”\)][.!?…])\s+(?=[A-ZÉÀÂÎÔÇŒ«“\-])"
    r"|(?<=\.)(?=[A-ZÉÀ][a-zé])"
)
_VIEW = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
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


@dataclass(frozen=True, slots=True)
class Match:
    """A gold pair and the found pair that agrees with it best, by their numbers."""

    gold: int
    found: int
    directed: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 (0…1, three decimals) and the counts behind them."""

    p: float
    r: float
    f: float
    tp: int
    pred: int
    gold: int


@dataclass(frozen=True, slots=True)
class Result:
    """All levels, the shares of the matched pairs that agree in each respect, and what went wrong."""

    levels: dict[str, Figures]
    given_pair: dict[str, float]
    misses: tuple[Pair, ...]
    false: tuple[Pair, ...]


class Text:
    """One text and its sentence bounds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts = [0, *(end.end() for end in _SENTENCE_END.finditer(text))]

    def sentence(self, start: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self._cuts, start) - 1

    def find(self, context: str, trigger: str) -> int | None:
        """Return the offset of the trigger inside its context, or None where the text has no such context."""
        begin = self.text.translate(_VIEW).find(context.translate(_VIEW))
        inside = context.translate(_VIEW).find(trigger.translate(_VIEW))
        return None if begin < 0 else begin + inside

    def around(self, start: int, reach: int = 60) -> str:
        """Return the words about an offset, on one line."""
        return self.text[max(0, start - reach) : start + reach].replace("\n", " / ")


def load_texts(folder: str | Path) -> dict[str, Text]:
    """Return the texts of a folder by document id; raises ReadError where there is none."""
    texts = {}
    for path in sorted(Path(folder).glob("*.txt")):
        try:
            texts[path.stem] = Text(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"{path}: cannot be read ({error})") from error
    if not texts:
        raise ReadError(f"{folder}: holds no .txt file; name the folder of the annotated texts with --text")
    return texts


def load_records(path: str | Path) -> Iterator[dict[str, Any]]:
    """Yield the events of a JSON lines file; raises ReadError, named file:line, on a line that is none."""
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from error


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ReadError(f"{where}: is no valid JSON ({error}); one event a line") from error
    if not isinstance(record, dict):
        raise ReadError(f"{where}: is no JSON object; one event a line")
    missing = [name for name in ("doc", "source", "target", "type", "factuality") if name not in record]
    if "start" not in record and not {"context", "trigger"} <= record.keys():
        missing.append("start")
    if missing:
        raise ReadError(f"{where}: is no event: without {', '.join(missing)}")
    return record


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


def _same(one: str, other: str, written: tuple[str, str]) -> bool:
    """Proper names must be equal; a group without a name ("alliés européens") may differ in its modifiers."""
    if one == other:
        return True
    if all(name[:1].isupper() for name in written):
        return False
    first, second = one.split(), other.split()
    if not first or not second:
        return False
    return first[0] == second[0] or set(first) <= set(second) or set(second) <= set(first)


def match(gold: list[Pair], found: list[Pair]) -> list[Match]:
    """Return the pairs that match, each gold and each found pair once, the best agreement first."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, pair in enumerate(found):
        places[pair.doc, pair.sentence].append(number)
    rated = []
    for number, wanted in enumerate(gold):
        for other in places[wanted.doc, wanted.sentence]:
            directed = _direction(wanted, found[other])
            if directed is not None:
                rated.append((_agreement(wanted, found[other], directed), number, other, directed))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matches = []
    for _, number, other, directed in sorted(rated, reverse=True):
        if number not in taken_gold and other not in taken_found:
            taken_gold.add(number)
            taken_found.add(other)
            matches.append(Match(number, other, directed))
    return matches


def _direction(gold: Pair, found: Pair) -> bool | None:
    """Tell whether the direction agrees; None where the two do not join the same actors."""
    (gold_source, gold_target), (source, target) = gold.names, found.names
    if _same(gold.source, found.source, (gold_source, source)) and _same(
        gold.target, found.target, (gold_target, target)
    ):
        return True
    if _same(gold.source, found.target, (gold_source, target)) and _same(
        gold.target, found.source, (gold_target, source)
    ):
        return gold.symmetric or found.symmetric
    return None


def _agreement(gold: Pair, found: Pair, directed: bool) -> float:
    return (
        (found.type in gold.types) * 4
        + directed * 2
        + (found.factuality in gold.factualities)
        + gold.core * 0.7
        + (sign_of(found.type) == sign_of(gold.type)) * 0.5
        - abs(found.start - gold.start) / 1e6
    )


def score(gold: list[Pair], found: list[Pair]) -> Result:
    """Return all figures of the found pairs against the gold ones."""
    matches = match(gold, found)
    hits = [m for m in matches if gold[m.gold].core]
    neutral = len(matches) - len(hits)
    agreeing = [_respects(gold[m.gold], found[m.found], m.directed) for m in hits]
    sizes = (len(found) - neutral, sum(pair.core for pair in gold))
    levels = {
        level: _figures(sum(all(agrees[respect] for respect in needed) for agrees in agreeing), *sizes)
        for level, needed in LEVELS.items()
    }
    respects = ("directed", "sign", "type", "factuality", "attribution", "time")
    shares = {name: round(sum(agrees[name] for agrees in agreeing) / max(1, len(hits)), 3) for name in respects}
    matched_gold, matched_found = {m.gold for m in matches}, {m.found for m in matches}
    return Result(
        levels,
        shares,
        misses=tuple(pair for number, pair in enumerate(gold) if pair.core and number not in matched_gold),
        false=tuple(pair for number, pair in enumerate(found) if number not in matched_found),
    )


def _respects(gold: Pair, found: Pair, directed: bool) -> dict[str, bool]:
    return {
        "directed": directed,
        "sign": sign_of(found.type) in {sign_of(type_) for type_ in gold.types},
        "type": found.type in gold.types,
        "factuality": found.factuality in gold.factualities,
        "attribution": gold.attribution == found.attribution,
        "time": (gold.time or "") == (found.time or ""),
    }


def _figures(right: int, found: int, gold: int) -> Figures:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    f = 2 * precision * recall / both if both else 0.0
    return Figures(round(precision, 3), round(recall, 3), round(f, 3), right, found, gold)
