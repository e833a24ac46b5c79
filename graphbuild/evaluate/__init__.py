"""Events against gold, mention by mention: how much of what a reader found is found, and how much of it is right.

An event counts as its source × target pairs. A found pair can match a gold pair of the same sentence that joins the
same two actors; each matches once, the best agreement first. Gold lines that only one of two readers holds
(`core` false) are neutral: finding one is neither rewarded nor punished.
"""

from __future__ import annotations

from graphbuild.evaluate.figures import LEVELS, Figures, Result, score
from graphbuild.evaluate.matching import Match, match
from graphbuild.evaluate.pairs import Pair, actor_key, expand
from graphbuild.evaluate.texts import Text, load_records, load_texts

__all__ = [
    "LEVELS",
    "Figures",
    "Match",
    "Pair",
    "Result",
    "Text",
    "actor_key",
    "expand",
    "load_records",
    "load_texts",
    "match",
    "score",
]
