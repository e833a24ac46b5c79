"""The measured figures of the README in French: the same table, so that the two can't come apart."""

from __future__ import annotations

import re

WORDS = {
    "pair precision / recall": "précision / rappel des paires",
    "cross-validated": "validation croisée",
    "| default |": "| par défaut |",
    "every two names in one sentence": "deux noms dans une même phrase",
    "subject–verb–object of names": "sujet–verbe–objet entre noms",
    "At its default the program finds": "Par défaut, le programme trouve",
    " to ": " à ",
    " % of the facts, and ": " % des faits, et ",
    "of what it shows is not what the readers hold.": "de ce qu'il montre n'est pas ce que retiennent les lecteurs.",
}


def in_french(text: str) -> str:
    """Return what `quality.in_short` tells in French, with decimal commas but for what stands in backticks.

    >>> in_french("| `--min-confidence 0.5` | 0.69 / 0.19 |")
    '| `--min-confidence 0.5` | 0,69 / 0,19 |'
    """
    for english, french in WORDS.items():
        text = text.replace(english, french)
    return "".join(
        part if part.startswith("`") else re.sub(r"(?<=\d)\.(?=\d)", ",", part) for part in re.split("(`[^`]*`)", text)
    )
