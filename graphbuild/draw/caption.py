"""The caption of pairs: how many are shown, of which days, and who was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphbuild.alliances import Tie, ties
from graphbuild.draw.labels import printable
from graphbuild.draw.words import Words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

LONGEST = 600
RARE = 2


def caption_of(dyads: nx.Graph, shown: nx.Graph, say: Words, given: str) -> str:
    """Return what the user says of the corpus, then counts and dates, and who is hidden.

    `dyads` are the pairs that could be shown, `shown` those that are.
    """
    every, drawn = ties(dyads), ties(shown)
    return " ".join(filter(None, [corpus_told(given), _counts(every, drawn, shown, say), _hidden(dyads, shown, say)]))


def corpus_told(given: str) -> str:
    """Return what the user says of the corpus on one line."""
    return printable(given, LONGEST) if given.strip() else ""


def _counts(every: list[Tie], drawn: list[Tie], shown: nx.Graph, say: Words) -> str:
    if not drawn:
        return ""
    days = [day for end in ("first", "last") for *_, day in shown.edges(data=end) if day]
    undated = sum(not happening.days for *_, told in shown.edges(data="happenings", default=()) for happening in told)
    dates = [say.period(days), say.undated_shown.format(count=undated) if undated else ""]
    return say.shown.format(
        actors=len(shown),
        all_actors=len(_cast(every)),
        ties=len(drawn),
        all_ties=len(every),
        friendly=sum(tie.friendly for tie in drawn),
        hostile=sum(tie.hostile for tie in drawn),
        contacts=sum(tie.contacts for tie in drawn),
        dates="".join(f", {text}" for text in dates if text),
    )


def _hidden(dyads: nx.Graph, shown: nx.Graph, say: Words) -> str:
    """Return how many actors are left out, and why."""

    def reason(actor: str) -> str:
        if dyads.nodes[actor].get("kind") == "group":
            return say.groups
        return say.rare if dyads.nodes[actor].get("mentions", RARE) < RARE else say.other

    hidden = Counter(reason(actor) for actor in _cast(ties(dyads)) if actor not in shown)
    parts = [text.format(count=hidden[text]) for text in (say.groups, say.rare, say.other) if hidden[text]]
    return say.left_actors.format(parts=", ".join(parts)) if parts else ""


def _cast(every: list[Tie]) -> set[str]:
    return {actor for tie in every for actor in (tie.first, tie.second)}
