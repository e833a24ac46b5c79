"""A reading: a trigger with a frame and what a rule found for its two sides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphbuild.lexicon import Frame
from graphbuild.mentions import Mention
from graphbuild.model import Actor


@dataclass(frozen=True, slots=True)
class Filler:
    """The mentions that fill a slot (several when coordinated), the slot, and the way they were found.

    `via` is one of those that docs/extraction.md lists, from tree to outside.
    """

    mentions: tuple[Mention, ...]
    slot: str
    via: str

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The different actors, in text order."""
        return tuple({actor.id: actor for mention in self.mentions for actor in mention.actors}.values())

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the actors."""
        return frozenset(actor.id for mention in self.mentions for actor in mention.actors)


Sides = tuple[Filler | None, Filler | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads from a trigger; a side that it cannot fill is None.

    `token` is the trigger's head and first word, `last` its last.
    """

    paragraph: int
    token: int
    last: int
    frame: Frame
    source: Filler | None
    target: Filler | None
    rule: str


def split_pair(frame: Frame, filler: Filler) -> tuple[Filler, Filler] | None:
    """Return the two sides that one filler with several actors gives to a symmetric action."""
    flat = [(mention, actor) for mention in filler.mentions for actor in mention.actors]
    if not frame.symmetric or len({actor.id for _, actor in flat}) < 2:
        return None
    if len(filler.mentions) > 1:
        return _side(filler, filler.mentions[:1]), _side(filler, filler.mentions[1:])
    mention = filler.mentions[0]
    return _side(filler, (replace(mention, actors=mention.actors[:1]),)), _side(
        filler, (replace(mention, actors=mention.actors[1:]),)
    )


def _side(filler: Filler, mentions: tuple[Mention, ...]) -> Filler:
    return Filler(mentions, filler.slot, filler.via)
