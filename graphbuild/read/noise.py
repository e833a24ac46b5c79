"""Lines that are no prose: sharing buttons, links to other articles, credits, bylines, hashtags, separators."""

from __future__ import annotations

import re
from functools import cache

from graphbuild.read.cues import any_of, cues, folded
from graphbuild.read.dateline import is_dated
from graphbuild.text import fold

_LONG = 300  # a longer line is prose whatever it begins with: losing prose loses events
_HASHTAGS = re.compile(r"#\w+(?:[\s,;]+#\w+)*[\s,;.]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\S+\.(?:fr|com|org|net|info|be|ch|ca|eu)", re.IGNORECASE)
_COUNTED = re.compile(r"\d[\d\s.,]*[kKM]?")
_ARTICLES = re.compile(r"[aà] propos d[e'’].{1,60}\b\d+ articles?", re.IGNORECASE)
_AFTER_NAMES = re.compile(r",\s|\s[|–—]\s|\s+\S+\s+\d")
_TRIM = "*_> \t"


def is_noise(line: str, near_edge: bool) -> bool:
    """Tell whether a line is no prose; `near_edge` says that it stands among the first or the last lines."""
    core = line.strip().strip(_TRIM)
    if not any(c.isalnum() for c in core) or _HASHTAGS.fullmatch(core):
        return True
    if len(core) > _LONG:
        return False
    if _is_alone(core) or _is_link(core) or _is_credit(core) or _ADDRESS.fullmatch(core):
        return True
    return near_edge and (is_dated(core) or byline_author(core) is not None or _is_about(core))


def _is_alone(core: str) -> bool:
    key = fold(core).strip(" :,;.!|>›»")
    counted = _COUNTED.sub(" ", key).strip(" :()|")
    return key in folded("alone") or (counted != key and counted in folded("counter"))


@cache
def _starts(kind: str) -> re.Pattern[str]:
    return re.compile(any_of(cues(kind)) + r"(?!\w)\s*(.?)", re.IGNORECASE)


def _is_link(core: str) -> bool:
    """A link announces another article: with a colon or an arrow, or as a line without a full stop."""
    match = _starts("link").match(core)
    return match is not None and (match[1] in tuple(":>›»→|–-[") or core[-1] not in ".!?…")


def _is_credit(core: str) -> bool:
    match = _starts("credit").match(core)
    return core.startswith(("©", "(c) ", "(C) ")) or (match is not None and match[1] in tuple(":©"))


def _is_about(core: str) -> bool:
    """What an outlet says of itself under each article: "exemple.fr est un site d'information …"."""
    key = fold(core)
    own = bool(_ADDRESS.fullmatch(core.split()[0])) and any(cue in key for cue in folded("about"))
    return own or key in folded("about") or bool(_ARTICLES.fullmatch(core))


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"{any_of(cues('byline'))}(?!\w)\s*(:?)\s*(\S.*)", re.IGNORECASE)


def byline_author(core: str) -> str | None:
    """Return the author whom a byline names, None where the line is no byline.

    After a colon anything is an author; without one only names are, so that "Par ailleurs, …" stays prose.
    """
    match = _byline().fullmatch(core)
    if not match or core[-1] in ".!?…" or len(core.split()) > 14:
        return None
    author = _AFTER_NAMES.split(match[2])[0].strip()
    return author if author and (match[1] or _are_names(author.split(), author == match[2])) else None


def _are_names(words: list[str], nothing_else: bool) -> bool:
    """Tell whether all words are names; a single one is enough only where nothing follows."""
    proper = [word for word in words if word[0].isupper() or word[1:2] in ("'", "’")]
    rest = [word for word in words if word not in proper and word not in cues("particle")]
    return not rest and words[0] in proper and (len(proper) > 1 or nothing_else)
