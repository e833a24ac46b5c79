"""Names that define an acronym: "la Ligue de défense du littoral (LDL)".

The initials tell where the name begins (Schwartz and Hearst 2003).
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.lexicon import function_words
from graphbuild.text import fold
from graphbuild.tree import Tree

_CLOSING = (")", ",")
_LENGTHS = range(2, 13)
_LONGEST_NAME = 16


def acronym_after(doc: Tree, last: int) -> str:
    """Return the acronym in brackets after a token, "" where none stands there."""
    if last + 3 >= len(doc) or doc[last + 1].text != "(" or doc[last + 3].text not in _CLOSING:
        return ""
    word = str(doc[last + 2].text)
    return word if len(word) in _LENGTHS and word.replace("-", "").isalpha() and word[:2].isupper() else ""


def defined_names(doc: Tree) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each name whose initials the acronym after it repeats."""
    for token in doc:
        last = token.i - 1
        acronym = acronym_after(doc, last) if token.text == "(" and last >= 0 else ""
        first = _first_of(doc, last, fold(acronym)) if acronym else None
        if first is not None:
            yield first, last


def _first_of(doc: Tree, last: int, letters: str) -> int | None:
    initials = ""
    for index in range(last, max(last - _LONGEST_NAME, -1), -1):
        word = doc[index]
        if word.lower_ not in function_words("joint"):
            initials = "".join(part[:1] for part in fold(word.text).split("-")) + initials
            if initials == letters and word.text[:1].isupper():
                return index
        if word.is_sent_start or len(initials) > len(letters):
            return None
    return None
