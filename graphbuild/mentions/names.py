"""Proper names: the actor tables first, then the names that no table knows.

All names of an article are collected before anything else, because a surname or an acronym may stand before the
full name (headings do that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphbuild.lexicon import Lexicon
from graphbuild.mentions.acronyms import acronym_after
from graphbuild.mentions.bodies import outside_bodies
from graphbuild.mentions.entities import EDGE, Entity, entities, small_words
from graphbuild.mentions.first_names import register_couples, register_first_names
from graphbuild.mentions.gazetteer import Hit, known_names
from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.mentions.register import Register
from graphbuild.model import Actor
from graphbuild.syntax import is_definite
from graphbuild.text import fold, name_words, slug
from graphbuild.tree import Tree, Word

if TYPE_CHECKING:
    from graphbuild.parse import Paragraph

_ORIGINS = {"LOC": "pattern", "HEAD": "pattern"}


def find_names(paragraphs: list[Paragraph], lexicon: Lexicon) -> tuple[list[Mention], Register]:
    """Return the mentions by proper name, in text order, and the register of the article's actors."""
    register = Register()
    known = [
        outside_bodies(paragraph.doc, list(known_names(paragraph.doc, lexicon)), lexicon) for paragraph in paragraphs
    ]
    for paragraph, hits in zip(paragraphs, known, strict=True):
        for hit in hits:
            _register_known(paragraph.doc, hit, register, lexicon)
    unknown = _unknown_names(paragraphs, known, lexicon, register)
    mentions = []
    for number, paragraph in enumerate(paragraphs):
        mentions += [_known_mention(paragraph, number, hit, lexicon, register) for hit in known[number]]
        mentions += _unknown_mentions(paragraph, number, unknown[number], register)
    return sorted(mentions, key=lambda mention: (mention.paragraph, mention.first)), register


def _register_known(doc: Tree, hit: Hit, register: Register, lexicon: Lexicon) -> None:
    actor = lexicon.directory.actors[hit.name.actor]
    register.enter(actor, name_words(actor.name))
    register.tabled.add(actor)
    acronym = acronym_after(doc, hit.last)
    if acronym and actor.kind == "organisation" and fold(acronym)[0] == fold(doc[hit.first].text)[0]:
        register.by_words.setdefault(name_words(acronym), actor)


def _unknown_names(
    paragraphs: list[Paragraph], known: list[list[Hit]], lexicon: Lexicon, register: Register
) -> list[list[Entity]]:
    common = small_words(paragraph.doc for paragraph in paragraphs)
    taken = [{index for hit in hits for index in range(hit.first, hit.last + 1)} for hits in known]
    found = [entities(paragraph.doc, used, lexicon, common) for paragraph, used in zip(paragraphs, taken, strict=True)]
    docs = [paragraph.doc for paragraph in paragraphs]
    for doc, spans in zip(docs, found, strict=True):
        _register_entities(doc, spans, register, lexicon, full_names=True)
    for doc, spans in zip(docs, found, strict=True):
        register_couples(doc, spans, register, lexicon)
        _register_entities(doc, spans, register, lexicon, full_names=False)
    for used, spans in zip(taken, found, strict=True):
        used.update(index for span in spans for index in range(span.first, span.last + 1))
    register_first_names(docs, taken, register, lexicon)
    for paragraph, used, spans in zip(paragraphs, taken, found, strict=True):
        spans += _short_forms(paragraph.doc, used, register, lexicon)
    return found


def _short_forms(doc: Tree, taken: set[int], register: Register, lexicon: Lexicon) -> Iterator[Entity]:
    """Yield what the recogniser overlooked here of registered names: surnames, acronyms, bodies, their head nouns."""
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or len(token) < 2:
            continue
        words = name_words(token.text)
        again = _named_again(doc, token, register)
        actor = register.find(words)
        if again is not None and taken.isdisjoint(range(token.i, again + 1)):
            taken.update(range(token.i, again + 1))
            yield Entity(token.i, again, "ORG")
        elif actor is not None and actor.kind == "person" and len(token) > 2:
            yield Entity(token.i, token.i, "PER")
        elif actor is not None and actor.kind == "organisation" and token.text[:2].isupper():
            yield Entity(token.i, token.i, "ORG")
        elif words and is_definite(token) and register.headed(words[0]) and not _goes_on(doc, token.i, lexicon):
            yield Entity(token.i, token.i, "HEAD")


def _named_again(doc: Tree, token: Word, register: Register) -> int | None:
    """Return the last token of a registered name of several words that begins here."""
    words = name_words(token.text)
    for actor in sorted(register.by_head.get(words[0], ()) if words else (), key=_longest):
        span = doc.covering(token.idx, token.idx + len(actor.name))
        if span is not None and span.text == actor.name and len(span) > 1:
            return span.end - 1
    return None


def _longest(actor: Actor) -> tuple[int, str]:
    return -len(actor.name), actor.name


def _goes_on(doc: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun has an adjective or a complement of its own: another body than the one named before."""
    if index + 1 >= len(doc):
        return False
    following = doc[index + 1]
    return following.pos_ in ("ADJ", "PROPN") or lexicon.prepositions.get(following.lower_) == "de"


def _register_entities(
    doc: Tree, spans: Iterable[Entity], register: Register, lexicon: Lexicon, *, full_names: bool
) -> None:
    for first, last, label in spans:
        words = name_words(doc.stretch(first, last + 1).text)
        if label == "LOC" or not words or (len(words) > 1) != full_names or register.find(words):
            continue
        short = _short_of(words, label, register) if not full_names else None
        actor = short or _new_actor(doc.stretch(first, last + 1).text, label, lexicon)
        register.enter(actor, words)
        acronym = acronym_after(doc, last)
        if acronym and actor.kind == "organisation":
            register.by_words.setdefault(name_words(acronym), actor)


def _short_of(words: tuple[str, ...], label: str, register: Register) -> Actor | None:
    """ "l'Ordre" is the body of a longer name, "Moon" the person of a full one, where the article has one."""
    return register.headed(words[0]) if label == "ORG" else register.first_named(words)


def _new_actor(text: str, label: str, lexicon: Lexicon) -> Actor:
    name = " ".join(text.strip(EDGE).split()) or text
    if label != "PER":
        return Actor(slug(name), name, "organisation")
    words = name_words(name)
    gender = lexicon.directory.first_names.get(words[0], "") if len(words) > 1 else ""
    return Actor(slug(name), name, "person", gender=gender)


def _known_mention(paragraph: Paragraph, number: int, hit: Hit, lexicon: Lexicon, register: Register) -> Mention:
    actor = lexicon.directory.actors[hit.name.actor]
    words = name_words(paragraph.doc.stretch(hit.first, hit.last + 1).text)
    if actor.kind == "person" and len(words) == 1:
        # the article's own bearer of a surname wins over the best known one
        actor = register.find(words) or actor
    how = "group" if hit.name.how == "demonym" else "name"
    mention = make_mention(paragraph, number, hit.first, hit.last, (actor,), how, "gazetteer")
    # "Bruxelles" is a town, whatever body it stands for
    mention.metonym = any(name.how == "metonym" for name in lexicon.directory.names[name_words(hit.name.written)])
    return mention


def _unknown_mentions(
    paragraph: Paragraph, number: int, spans: Iterable[Entity], register: Register
) -> Iterator[Mention]:
    for first, last, label in spans:
        text = paragraph.doc.stretch(first, last + 1).text
        words = name_words(text)
        actor = register.headed(words[0]) if label == "HEAD" else register.find(words)
        if actor is not None and (label != "LOC" or actor.kind == "person"):
            yield make_mention(paragraph, number, first, last, (actor,), "name", _ORIGINS.get(label, "ner"))
