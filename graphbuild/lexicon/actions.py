"""The actions: verbs, nouns, adjectives and expressions with their frames, and the verbs that support a noun."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from graphbuild.errors import LexiconError
from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.model import EVENT_TYPES

ACTION_TABLES = ("verbs.csv", "nouns.csv", "adjectives.csv", "expressions.csv")
ACTION_COLUMNS = (
    "lemma", "pos", "type", "source_slots", "target_slots", "symmetric", "example", "expected", "origin",
)  # fmt: skip
VERB_SLOTS = frozenset(
    "nsubj obj à de avec contre par pour sur envers vers entre dans en devant chez auprès face sous parmi".split()
)
NOUN_SLOTS = VERB_SLOTS - {"nsubj", "obj"} | {"adj", "poss", "head"}
# "coup d'État" is three words
_WORDS = re.compile(r"[^ ']+'?")
FrameIndex = dict[tuple[str, str], tuple["Frame", ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word does: its event type and where its two actors stand, best slot first.

    `words` are the fixed words that follow the head of an expression; `reflexive` asks for "se".
    """

    lemma: str
    pos: str
    type: str
    source_slots: tuple[str, ...]
    target_slots: tuple[str, ...]
    symmetric: bool
    words: tuple[str, ...]
    reflexive: bool
    example: str
    expected: tuple[str, str]
    where: str


@dataclass(frozen=True, slots=True)
class SupportVerb:
    """A verb that lends its arguments to an action noun: "subir une attaque de" gives its subject as target."""

    lemma: str
    subject: str
    other: tuple[str, ...]


def load_frames() -> FrameIndex:
    """Return the frames by (pos, head lemma), longest expressions first, else in the order of the files."""
    index: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for table in ACTION_TABLES:
        for row in read_rows(f"lexicons/fr/{table}", ACTION_COLUMNS):
            frame = _frame(row)
            head = frame.lemma if table != "expressions.csv" else _head(frame.lemma)
            index[frame.pos, head].append(frame)
    return {key: tuple(sorted(frames, key=lambda frame: -len(frame.words))) for key, frames in index.items()}


def load_support_verbs() -> dict[str, SupportVerb]:
    """Return the support verbs by lemma."""
    columns = ("lemma", "subject", "other", "example", "origin")
    rows = read_rows("lexicons/fr/support_verbs.csv", columns)
    return {
        row.required("lemma"): SupportVerb(
            row["lemma"], row.one_of("subject", ("source", "target")), row.several("other")
        )
        for row in rows
    }


def _frame(row: Row) -> Frame:
    pos = row.one_of("pos", ("VERB", "NOUN", "ADJ"))
    lemma, reflexive = _strip_reflexive(row.required("lemma"), pos)
    expected = tuple(row.required("expected").split(">"))
    if len(expected) != 2:
        raise LexiconError(f"{row.where}: expected must be two names joined by '>'")
    words = _WORDS.findall(lemma)[1:] if "expressions" in row.where else []
    return Frame(
        lemma=lemma,
        pos=pos,
        type=row.one_of("type", EVENT_TYPES),
        source_slots=_slots(row, "source_slots", pos),
        target_slots=_slots(row, "target_slots", pos),
        symmetric=row.one_of("symmetric", ("yes", "no", "")) == "yes",
        words=tuple(words),
        reflexive=reflexive,
        example=row.required("example"),
        expected=(expected[0], expected[1]),
        where=row.where,
    )


def _head(lemma: str) -> str:
    return str(_WORDS.findall(lemma)[0])


def _strip_reflexive(lemma: str, pos: str) -> tuple[str, bool]:
    for prefix in ("se ", "s'"):
        if pos == "VERB" and lemma.startswith(prefix):
            return lemma.removeprefix(prefix), True
    return lemma, False


def _slots(row: Row, column: str, pos: str) -> tuple[str, ...]:
    slots = row.several(column)
    allowed = VERB_SLOTS if pos == "VERB" else NOUN_SLOTS
    for slot in slots:
        if slot not in allowed:
            raise LexiconError(f"{row.where}: {column} names {slot!r}; a {pos} has {', '.join(sorted(allowed))}")
    if not slots:
        raise LexiconError(f"{row.where}: {column} is empty")
    return slots
