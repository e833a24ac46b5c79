"""Names that no table knows: the parser's named entities, capitalised bodies and runs of capitals that it missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.lexicon import Lexicon, function_words
from graphbuild.mentions.acronyms import defined_names
from graphbuild.mentions.gazetteer import opens_sentence
from graphbuild.text import name_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

EDGE = " «»“”\"'(),.;:-–—"
_LONGEST_TITLE = 5
_LONGEST_JOINT = 3
_TITLE_REACH = 3
_COMPLEMENTS = 2
_RUN = range(2, 5)


class Entity(NamedTuple):
    """Tokens `first` to `last` that name something; `label` is PER, ORG or LOC."""

    first: int
    last: int
    label: str


def entities(doc: Doc, taken: set[int], lexicon: Lexicon, common: frozenset[str]) -> list[Entity]:
    """Return the names outside the tokens `taken`; `common` are the words that the article writes small."""
    taken = set(taken)
    found = []
    for entity in _proposed(doc, taken, lexicon):
        alone = entity.first == entity.last
        if alone and entity.label != "PER" and doc[entity.first].lower_ in common and not doc[entity.first].is_upper:
            continue
        if alone and _is_compound(doc[entity.first], lexicon):
            continue
        if taken.isdisjoint(range(entity.first, entity.last + 1)):
            found.append(entity)
            taken.update(range(entity.first, entity.last + 1))
    return sorted(found)


def _is_compound(word: Token, lexicon: Lexicon) -> bool:
    """ "Trump-Poutine" names two: see mentions/compounds.py."""
    parts = [name_words(part) for part in word.text.split("-") if part]
    return len(parts) == 2 and all(part in lexicon.directory.names for part in parts)


def small_words(docs: Iterable[Doc]) -> frozenset[str]:
    """Return the nouns, adjectives and verbs that a text writes small: no names, even opening a sentence."""
    return frozenset(
        token.text for doc in docs for token in doc if token.is_lower and token.pos_ in ("NOUN", "ADJ", "VERB")
    )


def _proposed(doc: Doc, taken: set[int], lexicon: Lexicon) -> Iterator[Entity]:
    for first, last in defined_names(doc):
        yield Entity(first, last, "ORG")
    yield from _bodies(doc, lexicon)
    yield from _named_entities(doc, lexicon)
    yield from _capitalised(doc, taken, lexicon)


def _named_entities(doc: Doc, lexicon: Lexicon) -> Iterator[Entity]:
    for entity in doc.ents:
        first, last = _trim(entity)
        first = _after_title(doc, first, last, lexicon)
        if first > last or (first == last and _is_common(doc[first], lexicon)):
            continue
        if _is_state_noun(doc, first, last, lexicon):
            continue
        if entity.label_ in ("PER", "ORG", "LOC") and doc[first].text[:1].isupper() and _plausible(doc, first, last):
            yield Entity(first, last, entity.label_)


def _after_title(doc: Doc, first: int, last: int, lexicon: Lexicon) -> int:
    """ "Président du Conseil italien" names an office, "Président Dupont" a person after one."""
    for end in range(min(last, first + _LONGEST_TITLE), first - 1, -1):
        if name_words(doc[first : end + 1].text) in lexicon.titles:
            rest = doc[end + 1 : last + 1]
            personal = any(token.text[:1].isupper() for token in rest) and not any(
                token.pos_ == "ADP" for token in rest
            )
            return end + 1 if personal else last + 1
    return first


def _is_common(word: Token, lexicon: Lexicon) -> bool:
    """A capital makes no name of "le Président" or "le Gouvernement"."""
    return word.lower_ in lexicon.groups or name_words(word.text) in lexicon.titles


def _is_state_noun(doc: Doc, first: int, last: int, lexicon: Lexicon) -> bool:
    """ "l'État japonais", "les États membres": a capital out of respect."""
    group = lexicon.groups.get(doc[first].lower_)
    return group is not None and group.governs and all(token.is_lower for token in doc[first + 1 : last + 1])


def _plausible(doc: Doc, first: int, last: int) -> bool:
    if any(token.pos_ in ("VERB", "AUX") and token.is_lower for token in doc[first : last + 1]):
        return False
    return first != last or not (doc[first].is_sent_start and doc[first].pos_ not in ("PROPN", "NOUN", "X"))


def _trim(entity: Span) -> tuple[int, int]:
    first, last = entity.start, entity.end - 1
    while first <= last and (entity.doc[first].pos_ in ("DET", "ADP", "PUNCT") or entity.doc[first].text in EDGE):
        first += 1
    while last >= first and (entity.doc[last].pos_ in ("PUNCT", "ADP", "DET") or entity.doc[last].text in EDGE):
        last -= 1
    return first, last


def _bodies(doc: Doc, lexicon: Lexicon) -> Iterator[Entity]:
    """Yield "Parti de la liberté", "Cour pénale internationale": a capitalised body noun and what names it."""
    for token in doc:
        group = lexicon.groups.get(token.lower_)
        if group is None or group.kind != "body":
            continue
        if not token.text[:1].isupper():
            if _names_body(doc, token.i + 1):
                yield Entity(token.i + 1, _extend(doc, token.i + 1), "ORG")
            continue
        last = _extend(doc, token.i)
        if not (opens_sentence(token) or group.governs or token.is_upper):
            last = max(last, _complement(doc, token.i, lexicon))
        named = any(word.text[:1].isupper() for word in doc[token.i + 1 : last + 1])
        if last > token.i and (named or not opens_sentence(token)) and not _ends_title(doc, token.i, lexicon):
            yield Entity(token.i, last, "ORG")


def _ends_title(doc: Doc, index: int, lexicon: Lexicon) -> bool:
    """ "le Président du Conseil", "la ministre de l'Intérieur": the capital belongs to an office."""
    return any(
        name_words(doc[first : index + 1].text) in lexicon.titles
        for first in range(max(index - _TITLE_REACH, 0), index)
    )


def _names_body(doc: Doc, index: int) -> bool:
    """ "le média Ikiriho", "le groupe Tahrir al-Cham": a capital just after a body noun."""
    return index < len(doc) and doc[index].text[:1].isupper() and _may_name(doc[index])


def _may_name(word: Token) -> bool:
    return word.pos_ in ("PROPN", "NOUN", "X") and not word.is_sent_start and word.ent_type_ != "PER"


def _extend(doc: Doc, index: int) -> int:
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


def _completes(word: Token) -> bool:
    return word.pos_ == "NOUN" or (word.pos_ == "PROPN" and word.text[:1].isupper())


def _complement(doc: Doc, index: int, lexicon: Lexicon) -> int:
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


def _capitalised(doc: Doc, taken: set[int], lexicon: Lexicon) -> Iterator[Entity]:
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
        known = name_words(doc[index].text)
        sure = known in lexicon.directory.given_names or (known[:1] and known[0] in lexicon.directory.first_names)
        if last == index + 1 and known in lexicon.directory.given_names:
            last = _after_particle(doc, last, taken)
        if last - index in _RUN and (
            sure or (not doc[index].is_sent_start and all(t.pos_ == "PROPN" for t in doc[index:last]))
        ):
            yield Entity(index, last - 1, "PER")
        index = max(last, index + 1)


def _after_particle(doc: Doc, index: int, taken: set[int]) -> int:
    """Return where "Anne de Castries" ends, read on from its particle; `index` where no particle stands there."""
    last = index
    while last < len(doc) and doc[last].lower_ in function_words("particle") and doc[last].is_lower:
        last += 1
    named = last > index and last < len(doc) and last not in taken and _is_name_word(doc[last])
    return last + 1 if named else index


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and len(token) > 1 and token.text.replace("-", "").isalpha()
