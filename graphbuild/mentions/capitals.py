"""Runs of capitalised words that the entity recogniser left out: "Paul Morvan", "Anne de Castries"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.lexicon import Lexicon, function_words
from graphbuild.text import name_words
from graphbuild.tree import Tree, Word

_RUN = range(2, 5)


def capitalised_runs(doc: Tree, taken: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield runs of two to four capitalised words that the entity recogniser left out."""
    index = 0
    while index < len(doc):
        last = index
        while (
            last < len(doc)
            and last not in taken
            and _is_name_word(doc[last])
            and not (last > index and doc[last].is_sent_start)
        ):
            last += 1
        if last == index:
            index += 1
            continue
        known = name_words(doc[index].text)
        sure = known in lexicon.directory.given_names or (known[:1] and known[0] in lexicon.directory.first_names)
        if last == index + 1 and known in lexicon.directory.given_names:
            last = _after_particle(doc, last, taken)
        if last - index in _RUN and (
            sure or (not doc[index].is_sent_start and all(t.pos_ == "PROPN" for t in doc[index:last]))
        ):
            yield index, last - 1
        index = last


def _after_particle(doc: Tree, index: int, taken: set[int]) -> int:
    """Return where "Anne de Castries" ends, read on from its particle; `index` where no particle stands there."""
    last = index
    while last < len(doc) and doc[last].lower_ in function_words("particle") and doc[last].is_lower:
        last += 1
    named = last > index and last < len(doc) and last not in taken and _is_name_word(doc[last])
    return last + 1 if named else index


def _is_name_word(token: Word) -> bool:
    return token.text[:1].isupper() and len(token) > 1 and token.text.replace("-", "").isalpha()
