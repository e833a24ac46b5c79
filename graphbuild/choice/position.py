"""Where a mention stands as seen from a trigger: the path between them in the tree, its slot, what lies between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.extraction import Context
from graphbuild.extraction.verb_slots import slot_before
from graphbuild.mentions import Mention
from graphbuild.syntax import SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_PATH = 4
FAR_PATH = 8
STOPS = (1, 2, 3, 5, 8, 12, 20)
FAR = 30
PAUSES = ",;:()«»"


@dataclass(frozen=True, slots=True)
class Position:
    """`path` are the labels up from the trigger and down to the mention, `slot` is the mention's preposition or label.

    `side` is "<" before the trigger and ">" after it; `distance` (in words, rounded up), the verbs, the other mentions
    and the pauses count between the two.
    """

    path: str
    slot: str
    label: str
    side: str
    distance: int
    verbs: int
    mentions: int
    pause: bool


def position(context: Context, token: int, mention: Mention) -> Position:
    """Return where a mention of the trigger's paragraph stands."""
    doc = context.doc
    head = doc[mention.head]
    between = range(min(mention.head, token) + 1, max(mention.head, token))
    others = {m.first for i in between if (m := context.mention(i)) is not None and m.first != mention.first}
    return Position(
        path=_path(doc[token], head),
        slot=_slot(context, mention, head),
        label=head.dep_,
        side="<" if mention.head < token else ">",
        distance=next((stop for stop in STOPS if len(between) < stop), FAR),
        verbs=sum(doc[i].pos_ == "VERB" for i in between),
        mentions=len(others),
        pause=any(doc[i].text in PAUSES for i in between),
    )


def _slot(context: Context, mention: Mention, head: Token) -> str:
    if mention.adjective:
        return "poss" if mention.origin == "possessive" else "adj"
    return slot_before(context, mention.first) or ("nsubj" if head.dep_ in SUBJECT else head.dep_)


def _path(trigger: Token, head: Token) -> str:
    """Return "xcomp^ccomp/nsubj" for a subject two clauses up; only its length where it is long."""
    above = [trigger, *trigger.ancestors]
    rank = {token.i: steps for steps, token in enumerate(above)}
    down: list[str] = []
    token = head
    while token.i not in rank:
        if token.head.i == token.i:
            return "none"
        down.append(token.dep_)
        token = token.head
    up = [one.dep_ for one in above[: rank[token.i]]]
    if len(up) + len(down) > LONGEST_PATH:
        return f"far{min(len(up) + len(down), FAR_PATH)}"
    return "^".join(up) + "/" + "/".join(reversed(down))
