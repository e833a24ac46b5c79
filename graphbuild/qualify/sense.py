"""Which act? Of some words who does it decides: a court that condemns someone punishes, a minister only blames."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from graphbuild.lexicon import Frame, Lexicon
from graphbuild.lexicon.rows import read_rows
from graphbuild.model import EVENT_TYPES, Actor
from graphbuild.text import name_words

SENSE_COLUMNS = ("lemma", "pos", "type", "calling", "becomes", "example", "expected", "origin")
CALLINGS = ("court", "police", "protest")
_LONGEST = 4


def sense_of(lexicon: Lexicon, frame: Frame, actors: Iterable[Actor]) -> str:
    """Return the event type of a frame when these actors do it: that of its row, unless all are of a calling."""
    of_word = senses().get((frame.pos, frame.lemma, frame.type))
    if of_word is None:
        return frame.type
    found = {_calling(lexicon, actor) for actor in actors}
    return of_word.get(found.pop(), frame.type) if len(found) == 1 else frame.type


def _calling(lexicon: Lexicon, actor: Actor) -> str:
    """Return what an actor is by the tables, or by the first words of its name: "agents de l'ordre", "tribunal"."""
    kind = lexicon.directory.kinds.get(actor.id, "")
    if kind in CALLINGS:
        return kind
    words = name_words(actor.name)
    told = (callings().get(words[:length], "") for length in range(_LONGEST, 0, -1))
    return next(filter(None, told), "") if actor.kind != "person" else ""


@cache
def senses() -> dict[tuple[str, str, str], dict[str, str]]:
    """Return by word class, lemma and type the types that an action has instead, by the calling of who does it."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in read_rows("lexicons/fr/senses.csv", SENSE_COLUMNS):
        key = row.one_of("pos", ("VERB", "NOUN")), row.required("lemma"), row.one_of("type", EVENT_TYPES)
        found.setdefault(key, {})[row.one_of("calling", CALLINGS)] = row.one_of("becomes", EVENT_TYPES)
    return found


@cache
def callings() -> dict[tuple[str, ...], str]:
    """Return the callings by the first words of a name."""
    rows = read_rows("lexicons/fr/callings.csv", ("name", "calling", "origin"))
    return {name_words(row.required("name")): row.one_of("calling", CALLINGS) for row in rows}
