"""Persons called by their first name: "Sarah a fui", "Jean et Anne Dupont" who share a surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuild.lexicon import Lexicon, function_words
from graphbuild.mentions.entities import Entity
from graphbuild.mentions.register import Register
from graphbuild.model import Actor
from graphbuild.text import name_words, slug
from graphbuild.tree import Tree, Word

_PLACED = ("à", "en")


def register_couples(doc: Tree, spans: Iterable[Entity], register: Register, lexicon: Lexicon) -> None:
    """Enter the first of "Thierry et Véronique Roy" with the surname that both bear."""
    for first, last, label in spans:
        partner = doc[first - 2] if first > 1 and doc[first - 1].lower_ == "et" else None
        given = doc[first].text
        if label != "PER" or first == last or partner is None or not _is_given(given, lexicon):
            continue
        words = name_words(partner.text)
        alone = first < 3 or not doc[first - 3].text[:1].isupper()
        if _is_given(partner.text, lexicon) and alone and register.find(words) is None:
            name = f"{partner.text} {doc.stretch(first + 1, last + 1).text}"
            person = Actor(slug(name), name, "person", gender=lexicon.directory.given_names[words])
            register.enter(person, name_words(name))
            register.call(person, words)


def register_first_names(docs: Iterable[Tree], taken: list[set[int]], register: Register, lexicon: Lexicon) -> None:
    """Enter the persons whom an article calls by their first name alone."""
    for doc, used in zip(docs, taken, strict=True):
        for token in _lone(doc, used, lexicon):
            words = name_words(token.text)
            if register.find(words) is None:
                gender = lexicon.directory.given_names[words]
                person = register.first_named(words) or Actor(slug(token.text), token.text, "person", gender=gender)
                register.call(person, words)


def _lone(doc: Tree, taken: set[int], lexicon: Lexicon) -> Iterator[Word]:
    for token in doc:
        if token.pos_ != "PROPN" or token.i in taken or not _is_given(token.text, lexicon):
            continue
        before = doc[token.i - 1] if token.i and not token.is_sent_start else None
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if (after is None or not _continues(after)) and (before is None or _may_precede(before, lexicon)):
            yield token


def _is_given(word: str, lexicon: Lexicon) -> bool:
    words = name_words(word)
    return word[:1].isupper() and words in lexicon.directory.given_names


def _continues(token: Word) -> bool:
    """ "Sarah Dupont", "Anne de Castries"."""
    if token.is_sent_start:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    particle = token.lower_ in function_words("particle") and following is not None and following.text[:1].isupper()
    return particle or (token.text[:1].isupper() and token.is_alpha)


def _may_precede(token: Word, lexicon: Lexicon) -> bool:
    """ "la jeune Sarah", "son amie Sarah"; but "l'ouragan Maria", "le prix Albert", "Vanessa" after a capital."""
    if token.text[:1].isupper() or token.lower_ in _PLACED:
        return False
    group = lexicon.groups.get(token.lower_)
    return token.pos_ != "NOUN" or (group is not None and group.kind == "person")
