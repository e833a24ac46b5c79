"""Names that no table knows: the parser's named entities, capitalised bodies and runs of capitals that it missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphbuild.lexicon import Lexicon, function_words
from graphbuild.mentions.acronyms import defined_names
from graphbuild.mentions.beside import names_place
from graphbuild.mentions.bodies import named_bodies
from graphbuild.mentions.capitals import capitalised_runs
from graphbuild.text import name_words
from graphbuild.tree import Stretch, Tree, Word

EDGE = " «»“”\"'(),.;:-–—"
_LONGEST_TITLE = 5


class Entity(NamedTuple):
    """Tokens `first` to `last` that name something; `label` is PER, ORG or LOC."""

    first: int
    last: int
    label: str


def entities(doc: Tree, taken: set[int], lexicon: Lexicon, common: frozenset[str]) -> list[Entity]:
    """Return the names outside the tokens `taken`; `common` are the words that the article writes small."""
    taken = set(taken)
    found = []
    for entity in _proposed(doc, taken, lexicon):
        alone = entity.first == entity.last
        if alone and entity.label != "PER" and doc[entity.first].lower_ in common and not doc[entity.first].is_upper:
            continue
        if alone and _is_compound(doc[entity.first], lexicon):
            continue
        if entity.label == "PER" and names_place(doc, entity.first):
            continue
        if doc.stretch(entity.first, entity.last + 1).text in function_words("thing"):
            continue
        if taken.isdisjoint(range(entity.first, entity.last + 1)):
            found.append(entity)
            taken.update(range(entity.first, entity.last + 1))
    return sorted(found)


def _is_compound(word: Word, lexicon: Lexicon) -> bool:
    """ "Trump-Poutine" names two: see mentions/compounds.py."""
    parts = [name_words(part) for part in word.text.split("-") if part]
    return len(parts) == 2 and all(part in lexicon.directory.names for part in parts)


def small_words(docs: Iterable[Tree]) -> frozenset[str]:
    """Return the nouns, adjectives and verbs that a text writes small: no names, even opening a sentence."""
    return frozenset(
        token.text for doc in docs for token in doc if token.is_lower and token.pos_ in ("NOUN", "ADJ", "VERB")
    )


def _proposed(doc: Tree, taken: set[int], lexicon: Lexicon) -> Iterator[Entity]:
    for first, last in (*defined_names(doc), *named_bodies(doc, lexicon)):
        yield Entity(first, last, "ORG")
    yield from _named_entities(doc, lexicon)
    for first, last in capitalised_runs(doc, taken, lexicon):
        yield Entity(first, last, "PER")


def _named_entities(doc: Tree, lexicon: Lexicon) -> Iterator[Entity]:
    for first, last, label in _joined(doc):
        first = _after_title(doc, first, last, lexicon)
        if first > last or (first == last and _is_common(doc[first], lexicon)):
            continue
        if _is_state_noun(doc, first, last, lexicon):
            continue
        if label in ("PER", "ORG", "LOC") and doc[first].text[:1].isupper() and _plausible(doc, first, last):
            yield Entity(first, last, label)


def _joined(doc: Tree) -> Iterator[Entity]:
    """Yield the recogniser's names, the halves of "Marc Ladreit de Lacharrière" as one."""
    held: Entity | None = None
    for entity in doc.ents:
        found = Entity(*_trim(entity), entity.label_)
        if held is not None and _goes_on(doc, held, found):
            held = Entity(held.first, found.last, held.label)
            continue
        if held is not None:
            yield held
        held = found
    if held is not None:
        yield held


def _goes_on(doc: Tree, first: Entity, second: Entity) -> bool:
    """Tell whether a small particle joins a full name to a surname that follows it."""
    between = doc[first.last + 1 : second.first]
    persons = first.label == second.label == "PER" and first.last > first.first and second.first == second.last
    return persons and bool(between) and all(w.is_lower and w.text in function_words("particle") for w in between)


def _after_title(doc: Tree, first: int, last: int, lexicon: Lexicon) -> int:
    """ "Président du Conseil italien" names an office, "Président Dupont" a person after one."""
    for end in range(min(last, first + _LONGEST_TITLE), first - 1, -1):
        if name_words(doc.stretch(first, end + 1).text) in lexicon.titles:
            rest = doc[end + 1 : last + 1]
            personal = any(token.text[:1].isupper() for token in rest) and not any(
                token.pos_ == "ADP" for token in rest
            )
            return end + 1 if personal else last + 1
    return first


def _is_common(word: Word, lexicon: Lexicon) -> bool:
    """A capital makes no name of "le Président" or "le Gouvernement"."""
    return word.lower_ in lexicon.groups or name_words(word.text) in lexicon.titles


def _is_state_noun(doc: Tree, first: int, last: int, lexicon: Lexicon) -> bool:
    """ "l'État japonais", "les États membres": a capital out of respect."""
    group = lexicon.groups.get(doc[first].lower_)
    return group is not None and group.governs and all(token.is_lower for token in doc[first + 1 : last + 1])


def _plausible(doc: Tree, first: int, last: int) -> bool:
    if any(token.pos_ in ("VERB", "AUX") and token.is_lower for token in doc[first : last + 1]):
        return False
    return first != last or not (doc[first].is_sent_start and doc[first].pos_ not in ("PROPN", "NOUN", "X"))


def _trim(entity: Stretch) -> tuple[int, int]:
    first, last = entity.start, entity.end - 1
    while first <= last and (entity.doc[first].pos_ in ("DET", "ADP", "PUNCT") or entity.doc[first].text in EDGE):
        first += 1
    while last >= first and (entity.doc[last].pos_ in ("PUNCT", "ADP", "DET") or entity.doc[last].text in EDGE):
        last -= 1
    return first, last
