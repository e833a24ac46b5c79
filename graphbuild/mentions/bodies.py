"""Bodies named by their noun: "Parti de la liberté", "le média Ikiriho", "Comité technique d'évaluation"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.lexicon import Lexicon, function_words
from graphbuild.mentions.gazetteer import Hit, opens_sentence
from graphbuild.syntax import CONTRACTED
from graphbuild.text import name_words
from graphbuild.tree import Tree, Word

_LONGEST_JOINT = 3
_TITLE_REACH = 3
_COMPLEMENTS = 2


def named_bodies(doc: Tree, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield "Parti de la liberté", "Cour pénale internationale": a capitalised body noun and what names it."""
    for token in doc:
        group = lexicon.groups.get(token.lower_)
        if group is None or group.kind != "body":
            continue
        if not token.text[:1].isupper():
            if _names_body(doc, token.i + 1):
                yield token.i + 1, _extend(doc, token.i + 1)
            continue
        last = _extend(doc, token.i)
        if not (opens_sentence(token) or group.governs or token.is_upper):
            last = max(last, _complement(doc, token.i, lexicon))
        named = any(word.text[:1].isupper() for word in doc[token.i + 1 : last + 1])
        if last > token.i and (named or not opens_sentence(token)) and not _ends_title(doc, token.i, lexicon):
            yield token.i, last


def outside_bodies(doc: Tree, hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """Return the known names but the state that ends the name of a body: "l'Académie royale des sciences de Suède"."""
    if not hits:
        return hits
    starts = {hit.first for hit in hits}
    ends = {last: first for first, last in named_bodies(doc, lexicon) if first not in starts}
    return [hit for hit in hits if not _ends_body(doc, hit, ends.get(hit.last), lexicon)]


def _ends_body(doc: Tree, hit: Hit, first: int | None, lexicon: Lexicon) -> bool:
    if first is None or first >= hit.first or lexicon.directory.actors[hit.name.actor].kind != "state":
        return False
    before = hit.first - 1
    while before > first and doc[before].pos_ == "DET" and doc[before].lower_ not in CONTRACTED:
        before -= 1
    group = lexicon.groups.get(doc[first].lower_)
    named = doc[first].text[:1].isupper() and group is not None and not group.governs
    return named and lexicon.prepositions.get(doc[before].lower_) == "de"


def _ends_title(doc: Tree, index: int, lexicon: Lexicon) -> bool:
    """ "le Président du Conseil", "la ministre de l'Intérieur": the capital belongs to an office."""
    return any(
        name_words(doc.stretch(first, index + 1).text) in lexicon.titles
        for first in range(max(index - _TITLE_REACH, 0), index)
    )


def _names_body(doc: Tree, index: int) -> bool:
    """ "le média Ikiriho", "le groupe Tahrir al-Cham": a capital just after a body noun."""
    return index < len(doc) and doc[index].text[:1].isupper() and _may_name(doc[index])


def _may_name(word: Word) -> bool:
    return word.pos_ in ("PROPN", "NOUN", "X") and not word.is_sent_start and word.ent_type_ != "PER"


def _extend(doc: Tree, index: int) -> int:
    last = index
    position = index + 1
    while position < len(doc):
        token = doc[position]
        if token.is_sent_start:
            break
        if token.text[:1].isupper() or (token.pos_ == "ADJ" and last == position - 1 and last == index):
            last = position
        elif token.lower_ not in function_words("joint") or position - last > _LONGEST_JOINT:
            break
        position += 1
    return last


def _completes(word: Word) -> bool:
    return word.pos_ == "NOUN" or (word.pos_ == "PROPN" and word.text[:1].isupper())


def _complement(doc: Tree, index: int, lexicon: Lexicon) -> int:
    """Return where "Comité technique d'évaluation des vaccins" ends: small nouns in the complement of a capital."""
    last = index
    while last + 1 < len(doc) and doc[last + 1].pos_ == "ADJ" and doc[last + 1].is_lower:
        last += 1
    for _ in range(_COMPLEMENTS):
        inner = last + 1
        if inner >= len(doc) or lexicon.prepositions.get(doc[inner].lower_) != "de" or doc[inner].pos_ != "ADP":
            break
        while inner < len(doc) and doc[inner].pos_ in ("ADP", "DET"):
            inner += 1
        if inner >= len(doc) or not _completes(doc[inner]):
            break
        last = inner
        while last + 1 < len(doc) and doc[last + 1].pos_ == "ADJ" and doc[last + 1].is_lower:
            last += 1
    return last
