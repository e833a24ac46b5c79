"""The caption: what is shown, of which days, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.alliances import ties
from graphbuild.draw.labels import printable
from graphbuild.draw.words import Words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]


def caption_of(dyads: nx.Graph, shown: nx.Graph, say: Words, given: str) -> str:
    """Return what the user says of the corpus, then counts and dates, what is hidden, and what is not proved."""
    every, drawn = ties(dyads), ties(shown)
    cast = {actor for tie in every for actor in (tie.first, tie.second)}
    counts = {"actors": len(shown), "all_actors": len(cast), "ties": len(drawn), "all_ties": len(every)}
    friendly, hostile = sum(tie.friendly for tie in drawn), sum(tie.hostile for tie in drawn)
    days = sorted(day for end in ("first", "last") for *_, day in shown.edges(data=end) if day)
    parts = [
        printable(given, 400) if given.strip() else "",
        say.shown.format(**counts, friendly=friendly, hostile=hostile) if drawn else "",
        _when(say, days),
        say.hidden.format(count=len(cast) - len(shown)) if len(cast) > len(shown) else "",
        say.caution if drawn else "",
    ]
    return " ".join(filter(None, parts))


def _when(say: Words, days: list[str]) -> str:
    if not days:
        return ""
    told = say.on if days[0] == days[-1] else say.dated
    return told.format(first=say.day(days[0]), last=say.day(days[-1]))
