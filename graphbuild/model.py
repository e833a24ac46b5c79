"""The records that travel through graphbuild, from article to event.

Everything here is a frozen dataclass built on the standard library alone, so that any module, any process and any
notebook can hold one cheaply. Offsets are Unicode code points in `Article.text`; intensities run from -10 to +10.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
CONFLICT = (
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
RELATIONS = ("ALLY", "ADVERSARY", "LEADS", "MEMBER")
EVENT_TYPES = COOPERATION + CONFLICT + RELATIONS

FACTUALITIES = ("asserted", "negated", "planned", "possible")
ACTOR_KINDS = ("person", "state", "organisation", "people", "group")
SURE = 0.5
"""From this confidence on an event may be shown as a fact: in the pictures, and as a sem:Event."""
HOWS = ("name", "nationality", "role", "pronoun", "compound", "group", "implicit")


def sign_of(event_type: str) -> int:
    """Return +1 for cooperation and alliance, -1 for conflict and enmity, 0 for the other relations.

    The split follows the quad classes of PLOVER (Open Event Data Alliance).
    """
    if event_type in COOPERATION or event_type == "ALLY":
        return 1
    if event_type in CONFLICT or event_type == "ADVERSARY":
        return -1
    return 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `start` included, `end` excluded, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. `text` is never changed after reading: every offset counts in it.

    `headings` are titles and subtitles, `skipped` the stretches that are no prose (bylines, captions, links);
    `notes` tell what the reader had to guess. `sha256` is the hash of everything that extraction depends on.
    """

    id: str
    text: str
    path: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    lang: str = "fr"
    url: str | None = None
    headings: tuple[Span, ...] = ()
    skipped: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever can act in politics. `id` is an ASCII slug; `state` the id of the state it acts for, if any.

    `kind` is one of ACTOR_KINDS; `gender` is "m", "f" or "", `number` "s" or "p": what a pronoun has to agree with.
    """

    id: str
    name: str
    kind: str
    state: str | None = None
    qid: str | None = None
    gender: str = ""
    number: str = "s"


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor in its place in an event; `start` is None where no words of this sentence name it."""

    id: str
    name: str
    kind: str
    start: int | None
    end: int | None
    how: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The words that set a factuality, as they stand in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a place that an event refers to without joining it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One actor-action-actor fact as one sentence expresses it. Its JSON form is a contract: see docs/events.md."""

    id: str
    doc: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    trigger: str
    lemma: str
    pos: str
    type: str
    sign: int
    intensity: float
    source: tuple[Argument, ...]
    target: tuple[Argument, ...]
    symmetric: bool
    factuality: str
    factuality_marks: tuple[Mark, ...]
    attribution: Named | None
    time: str | None
    place: Named | None
    confidence: float
    rules: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the event as plain lists, dicts and scalars, in the order of the fields."""
        values = _fields(self)
        for several in ("source", "target", "factuality_marks"):
            values[several] = tuple(map(_fields, values[several]))
        for one in ("attribution", "place"):
            values[one] = values[one] and _fields(values[one])
        return values

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Event:
        """Rebuild an event from `to_dict` or from a line of events.jsonl."""
        values = dict(record)
        values["source"] = tuple(Argument(**a) for a in record["source"])
        values["target"] = tuple(Argument(**a) for a in record["target"])
        values["factuality_marks"] = tuple(Mark(**m) for m in record["factuality_marks"])
        for key in ("attribution", "place"):
            values[key] = Named(**record[key]) if record[key] else None
        values["rules"] = tuple(record["rules"])
        return cls(**values)


def _fields(record: Any) -> dict[str, Any]:
    """Return a record as a dict: `asdict`, which copies whatever is below too, takes five times as long."""
    return {name: getattr(record, name) for name in record.__slots__}


def is_fact(event: Event) -> bool:
    """Tell whether the article says it happened (affirmed, certain, not to come, no hearsay) and is read surely."""
    return event.factuality == "asserted" and event.attribution is None and event.confidence >= SURE
