"""Which act? Of some words the actors decide: a court that condemns someone punishes, a minister only blames.

Of others whom it is done to: who evacuates protesters coerces them, who evacuates residents helps them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.errors import LexiconError
from graphbuild.extraction import Filler
from graphbuild.lexicon import Frame
from graphbuild.lexicon.actions import NOUN_SLOTS, VERB_SLOTS
from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.lexicon.words import ORGANISATION_KINDS
from graphbuild.mentions import Mention, Scene
from graphbuild.model import ACTOR_KINDS, EVENT_TYPES
from graphbuild.text import name_words

SENSE_COLUMNS = (
    "lemma", "pos", "type", "source", "target", "slot", "becomes", "example", "expected", "unlike", "origin",
)  # fmt: skip
CALLINGS = (*ORGANISATION_KINDS, "crime", "migrant", "police", "protest", "rescue", "victim")
WAYS = ("near", "through")
_SIDES = frozenset((*CALLINGS, *ACTOR_KINDS))
_SLOTS = VERB_SLOTS | NOUN_SLOTS | frozenset(WAYS)
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """What an action `becomes` where all who do it and all it is done to are of these callings or kinds of actor.

    `slots` are those in which the one acted upon may stand, or ways in which it was found: `near` is in no slot at
    all, `through` the owner of what stands there. An empty condition holds of anyone.
    """

    becomes: str
    source: frozenset[str]
    target: frozenset[str]
    slots: frozenset[str]

    @property
    def conditions(self) -> int:
        """How many conditions it has: the narrower sense comes first."""
        return sum(map(bool, (self.source, self.target, self.slots)))

    def holds(self, scene: Scene, source: Filler, target: Filler) -> bool:
        """Tell whether an action of these two sides has this sense."""
        if self.slots and self.slots.isdisjoint((target.slot, target.via)):
            return False
        return _all_of(scene, source, self.source) and _all_of(scene, target, self.target)


def sense_of(scene: Scene, frame: Frame, source: Filler, target: Filler) -> str:
    """Return the event type of a frame with these two sides: that of its row, unless the sides tell another sense."""
    for sense in senses().get((frame.pos, frame.lemma, frame.type), ()):
        if sense.holds(scene, source, target):
            return sense.becomes
    return frame.type


def _all_of(scene: Scene, filler: Filler, wanted: frozenset[str]) -> bool:
    return not wanted or all(not wanted.isdisjoint(found) for found in _callings_of(scene, filler))


def _callings_of(scene: Scene, filler: Filler) -> Iterator[tuple[str, ...]]:
    """Yield of each actor its kind, its calling by the tables, and that by the words of the text or by its name."""
    for mention in filler.mentions:
        here = _calling_here(scene, mention)
        for actor in mention.actors:
            yield actor.kind, scene.lexicon.directory.kinds.get(actor.id, ""), here or _calling(actor.name)


def _calling_here(scene: Scene, mention: Mention) -> str:
    """Return what the text calls an actor: "les agents de l'ordre", "la chaîne CNN", "le juge Garzón"."""
    doc = scene.paragraphs[mention.paragraph].doc
    begins = (mention.head, mention.first, max(mention.first - 1, 0))
    return next(filter(None, (_calling(doc.stretch(begin, begin + 2 * _LONGEST).text) for begin in begins)), "")


def _calling(written: str) -> str:
    """Return what an actor is by the first words of its name: "agents de l'ordre", "tribunal"."""
    words = name_words(written)
    told = (callings().get(words[:length], "") for length in range(_LONGEST, 0, -1))
    return next(filter(None, told), "")


@cache
def senses() -> dict[tuple[str, str, str], tuple[Sense, ...]]:
    """Return by word class, lemma and type the senses that an action has instead, the narrowest first."""
    found: dict[tuple[str, str, str], list[Sense]] = {}
    for row in read_rows("lexicons/fr/senses.csv", SENSE_COLUMNS):
        key = row.one_of("pos", ("VERB", "NOUN", "ADJ")), row.required("lemma"), row.one_of("type", EVENT_TYPES)
        found.setdefault(key, []).append(_sense(row))
    return {key: tuple(sorted(of_word, key=lambda sense: -sense.conditions)) for key, of_word in found.items()}


def _sense(row: Row) -> Sense:
    sense = Sense(
        becomes=row.one_of("becomes", EVENT_TYPES),
        source=_condition(row, "source", _SIDES),
        target=_condition(row, "target", _SIDES),
        slots=_condition(row, "slot", _SLOTS),
    )
    if not sense.conditions:
        raise LexiconError(f"{row.where}: a sense needs a source, a target or a slot, else it is the type of its word")
    return sense


def _condition(row: Row, column: str, allowed: frozenset[str]) -> frozenset[str]:
    wanted = frozenset(row.several(column))
    for value in sorted(wanted - allowed):
        raise LexiconError(f"{row.where}: {column} is {value!r}; allowed: {', '.join(sorted(allowed))}")
    return wanted


@cache
def callings() -> dict[tuple[str, ...], str]:
    """Return the callings by the first words of a name."""
    rows = read_rows("lexicons/fr/callings.csv", ("name", "calling", "origin"))
    return {name_words(row.required("name")): row.one_of("calling", CALLINGS) for row in rows}
