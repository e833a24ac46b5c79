"""Names that the actor tables know, found by their folded words and checked against their place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.lexicon import Lexicon
from graphbuild.lexicon.actors import Name
from graphbuild.mentions.beside import names_place
from graphbuild.text import fold, name_words
from graphbuild.tree import Tree, Word

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[ \-'.]{0,2}")
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "X", "NUM"))
_LONGEST_CODE = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` to `last` that are written as a known name."""

    first: int
    last: int
    name: Name


def known_names(doc: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the known names of a text from left to right, the longest first."""
    text = doc.text
    words = [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    names, starts = lexicon.directory.names, lexicon.directory.starts
    index = 0
    while index < len(words):
        most = starts.get(words[index][0])
        length = _longest(text, words, index, names, most) if most else 0
        if length:
            hit = _hit(doc, text, words[index : index + length], lexicon)
            placed = hit is not None and _is_place(doc, hit, lexicon)
            if hit is not None and (placed or _acceptable(doc, hit, lexicon)):
                if not placed:
                    yield hit
                index += length
                continue
        index += 1


def opens_sentence(token: Word) -> bool:
    """Tell whether a sentence begins with this word, a quotation mark before it set aside."""
    before = token.i - 1
    return token.is_sent_start or (before >= 0 and not token.doc[before].is_alpha and token.doc[before].is_sent_start)


def _longest(
    text: str, words: list[tuple[str, int, int]], index: int, names: dict[tuple[str, ...], tuple[Name, ...]], most: int
) -> int:
    reach = 1
    while reach < most and index + reach < len(words):
        if not _GAP.fullmatch(text[words[index + reach - 1][2] : words[index + reach][1]]):
            break
        reach += 1
    for length in range(min(reach, most), 0, -1):
        if tuple(word for word, _, _ in words[index : index + length]) in names:
            return length
    return 0


def _hit(doc: Tree, text: str, words: list[tuple[str, int, int]], lexicon: Lexicon) -> Hit | None:
    start, end = words[0][1], words[-1][2]
    span = doc.covering(start, end)
    if span is None:
        return None
    first = doc[span.start]
    if len(span) == 1 and "-" in first.text.strip("-") and len(first.text) > end - start + 1:
        return None  # a part of a compound: mentions/compounds.py
    if len(span) > 1 and text[end : end + 1] == "-" and len(doc[span.end - 1]) > end - doc[span.end - 1].idx + 1:
        return None  # "la Croix-Rouge" is not "La Croix"
    opening = lexicon.groups.get(text[start : words[0][2]])
    for name in lexicon.directory.names[tuple(word for word, _, _ in words)]:
        if _same_case(text[start:end], name.written, lower_first=opening is not None and len(words) > 1):
            return Hit(span.start, span.end - 1, name)
    return None


def _same_case(found: str, written: str, *, lower_first: bool) -> bool:
    """Every capitalised word of the name must be capitalised in the text; its small words may have any case.

    `lower_first` frees the first word: "la cour pénale internationale", "le conseil constitutionnel".
    """
    pairs = list(zip(_WORD.findall(found), _WORD.findall(written), strict=False))
    if lower_first:
        pairs = pairs[1:]
    return all(_capital_kept(there, here) for there, here in pairs)


def _capital_kept(found: str, written: str) -> bool:
    if not written[:1].isupper():
        return True
    if written.isupper() and len(written) > 1:
        return found.isupper() or (len(written) > 2 and found.istitle())
    return found[:1].isupper()


def _acceptable(doc: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """A one-word name that is also a common noun needs more than a capital that its place explains."""
    if hit.first != hit.last:
        return True
    word = doc[hit.first]
    if hit.name.written.isupper() and word.text.istitle() and not _is_acronym(word):
        return False
    if _is_road(word) or _inside_other_name(word, hit, lexicon) or _inside_longer_name(word, hit, lexicon):
        return False
    if hit.name.how == "demonym":
        return not opens_sentence(word) or word.pos_ in ("NOUN", "PROPN")
    common = (
        word.lower_ in lexicon.groups
        or ("NOUN", word.lower_) in lexicon.frames
        or ("ADJ", word.lower_) in lexicon.frames
    )
    return not (common and (opens_sentence(word) or not word.text[:1].isupper()))


def _is_place(doc: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """ "l'aéroport Charles-de-Gaulle" is no president."""
    return lexicon.directory.actors[hit.name.actor].kind == "person" and names_place(doc, hit.first)


def _is_acronym(word: Word) -> bool:
    """ "Otan" may be; "Ces" is no CES, "Bad Aibling" no BAD."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return word.pos_ in _NAMING and not (
        following is not None and following.pos_ == "PROPN" and following.text.istitle()
    )


def _is_road(word: Word) -> bool:
    """ "RN 106" is a road, whatever party has these letters."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return word.is_upper and len(word) <= _LONGEST_CODE and following is not None and following.text.isdigit()


def _inside_other_name(word: Word, hit: Hit, lexicon: Lexicon) -> bool:
    """ "Victoria Dupuis" is no state of the tropics, "Abbas Akhoundi" no Mahmoud Abbas."""
    actor = lexicon.directory.actors[hit.name.actor]
    own = name_words(actor.name)
    for index, step in ((word.i - 1, -1), (word.i + 1, 1)):
        if not 0 <= index < len(word.doc):
            continue
        other = word.doc[index]
        named = other.ent_type_ == word.ent_type_ == "PER" and other.text[:1].isupper() and other.is_alpha
        if not named or set(name_words(other.text)) & set(own):
            continue
        if actor.kind != "person" or (len(other) > 1 and _is_new(other, step, lexicon)):
            return True
    return False


def _inside_longer_name(word: Word, hit: Hit, lexicon: Lexicon) -> bool:
    """ "Business France" is no state, "Sofia Martin" no town: the recogniser joins them to a word of their own."""
    if lexicon.directory.actors[hit.name.actor].kind == "person" or hit.name.how == "demonym":
        return False
    before = word.doc[word.i - 1] if word.ent_iob_ == "I" else None
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) and word.doc[word.i + 1].ent_iob_ == "I" else None
    return any(other is not None and _is_own_word(other, lexicon) for other in (before, after))


def _is_own_word(other: Word, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word beside a known name belongs to a longer one: no title, body or known name."""
    words = name_words(other.text)
    known = words in lexicon.directory.names or words in lexicon.titles or other.lower_ in lexicon.groups
    named = other.text[:1].isupper() and other.is_alpha and len(other) > 1 and other.pos_ in ("PROPN", "NOUN", "X")
    return named and not known and other.text not in lexicon.civilities


def _is_new(other: Word, step: int, lexicon: Lexicon) -> bool:
    """Tell whether the word beside a surname makes it another person's: no title, no civility, no other known name."""
    words = name_words(other.text)
    if other.text in lexicon.civilities or words in lexicon.titles or other.lower_ in lexicon.groups:
        return False
    if step > 0 and other.pos_ == "PROPN":
        return not other.is_sent_start
    return bool(words) and words[0] in lexicon.directory.first_names
