"""Small text helpers that several layers share: folding for comparison, slugs for ids, the view that is parsed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CACHED = 100_000
LONG_WORD = re.compile(r"\S{301,}")
"""More than 300 characters without a space: no word, but a picture as letters, a key, or worse. It is passed over."""
_VIEW = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"\w+")
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i"}
)


def view(text: str) -> str:
    """Return the text as the parser sees it: straight apostrophes, plain spaces, and exactly the same length."""
    return text.translate(_VIEW)


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """Return a key for comparing names: no accents, no case, straight apostrophes, single spaces.

    >>> fold("L’Élysée")
    "l'elysee"
    """
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", view(text).translate(_LIGATURES))
        text = "".join([c for c in plain if not unicodedata.combining(c)])
    return " ".join(text.casefold().split())


def slug(text: str) -> str:
    """Return an ASCII identifier made of a-z, 0-9 and single hyphens; "x" where nothing is left.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    ascii_text = fold(text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_text).strip("-")[:80].strip("-") or "x"


@lru_cache(maxsize=CACHED)
def name_words(written: str) -> tuple[str, ...]:
    """Return the folded words of a name: what two spellings must share to be the same name.

    >>> name_words("L'Élysée")
    ('l', 'elysee')
    """
    return tuple(_WORD.findall(fold(written)))
