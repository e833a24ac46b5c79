"""Proper names: the actor tables first, then the parser's named entities and capitalised bodies they miss.

All names of an article are collected before anything else, because a surname or an acronym may stand before the
full name (headings do that).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphbuild.lexicon import Lexicon
from graphbuild.lexicon.actors import Name
from graphbuild.mentions.mention import Mention, make_mention
from graphbuild.model import Actor
from graphbuild.text import fold, name_words, slug

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from graphbuild.parse import Paragraph

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[ \-'.]{0,2}")
_EDGE = " «»“”\"'(),.;:-–—"
_JOINTS = frozenset(("de", "du", "des", "d'", "la", "le", "les", "l'", "pour", "et", "à", "aux", "au"))


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    last: int
    name: Name


@dataclass(slots=True)
class Register:
    """The actors that one article names, so that a surname or an acronym finds its full name."""

    by_words: dict[tuple[str, ...], Actor] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def enter(self, actor: Actor, words: tuple[str, ...]) -> None:
        """Register an actor under its words and, for a person, under its surname."""
        self.by_words.setdefault(words, actor)
        self.counts[actor.id] += 1
        if actor.kind == "person" and len(words) > 1:
            for length in range(1, len(words)):
                self.by_words.setdefault(words[-length:], actor)

    def find(self, words: tuple[str, ...]) -> Actor | None:
        """Return the actor registered under these words; an initial may stand for the first name ("E. Macron")."""
        if len(words) > 1 and len(words[0]) == 1:
            words = words[1:]
        return self.by_words.get(words)


def find_names(paragraphs: list[Paragraph], lexicon: Lexicon) -> tuple[list[Mention], Register]:
    """Return the mentions by proper name, in text order, and the register of the article's actors."""
    register = Register()
    known: list[list[_Hit]] = []
    for paragraph in paragraphs:
        hits = list(_known_names(paragraph.doc, lexicon))
        known.append(hits)
        for hit in hits:
            actor = lexicon.directory.actors[hit.name.actor]
            register.enter(actor, name_words(actor.name))
    unknown = [_entities(paragraph.doc, hits, lexicon) for paragraph, hits in zip(paragraphs, known, strict=True)]
    for first_pass in (True, False):
        for paragraph, spans in zip(paragraphs, unknown, strict=True):
            _register_entities(paragraph.doc, spans, register, full_names=first_pass)
    for paragraph, hits, spans in zip(paragraphs, known, unknown, strict=True):
        spans += _surnames(paragraph.doc, hits, spans, register)
    mentions = []
    for number, paragraph in enumerate(paragraphs):
        mentions += [_known_mention(paragraph, number, hit, lexicon, register) for hit in known[number]]
        mentions += _unknown_mentions(paragraph, number, unknown[number], register)
    return sorted(mentions, key=lambda mention: (mention.paragraph, mention.first)), register


def _known_names(doc: Doc, lexicon: Lexicon) -> Iterator[_Hit]:
    text = doc.text
    words = [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    names, starts = lexicon.directory.names, lexicon.directory.starts
    index = 0
    while index < len(words):
        length = _longest(text, words, index, names, starts.get(words[index][0], 0))
        if length:
            hit = _hit(doc, text, words[index : index + length], lexicon)
            if hit is not None and _acceptable(doc, hit, lexicon):
                yield hit
                index += length
                continue
        index += 1


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


def _hit(doc: Doc, text: str, words: list[tuple[str, int, int]], lexicon: Lexicon) -> _Hit | None:
    start, end = words[0][1], words[-1][2]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    first = span[0]
    if len(span) == 1 and "-" in first.text.strip("-") and len(first.text) > end - start + 1:
        return None  # a part of a compound: mentions/compounds.py
    opening = lexicon.groups.get(text[start : words[0][2]])
    for name in lexicon.directory.names[tuple(word for word, _, _ in words)]:
        if _same_case(text[start:end], name.written, lower_first=opening is not None and len(words) > 1):
            return _Hit(span.start, span.end - 1, name)
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
        return found.isupper() or (len(written) > 2 and found[:1].isupper() and found.istitle())
    return found[:1].isupper()


def _acceptable(doc: Doc, hit: _Hit, lexicon: Lexicon) -> bool:
    """A one-word name that is also a common noun needs more than a capital that its place explains."""
    if hit.first != hit.last:
        return True
    word = doc[hit.first]
    if _inside_person(word) and lexicon.directory.actors[hit.name.actor].kind != "person":
        return False
    common = word.lower_ in lexicon.groups or ("NOUN", word.lower_) in lexicon.frames or ("ADJ", word.lower_) in lexicon.frames
    if hit.name.how == "demonym":
        return not _opens_sentence(word) or word.pos_ in ("NOUN", "PROPN")
    return not (common and (_opens_sentence(word) or not word.text[:1].isupper()))


def _inside_person(word: Token) -> bool:
    """ "Victoria Dupuis" is no state of the tropics."""
    neighbours = [word.doc[i] for i in (word.i - 1, word.i + 1) if 0 <= i < len(word.doc)]
    return word.ent_type_ == "PER" and any(n.ent_type_ == "PER" and n.text[:1].isupper() for n in neighbours)


def _opens_sentence(token: Token) -> bool:
    before = token.i - 1
    return bool(token.is_sent_start) or (before >= 0 and not token.doc[before].is_alpha and bool(token.doc[before].is_sent_start))


def _entities(doc: Doc, hits: list[_Hit], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    spans: list[tuple[int, int, str]] = []
    for first, last, label in [*_bodies(doc, lexicon), *_named_entities(doc, lexicon), *_capitalised(doc)]:
        if taken.isdisjoint(range(first, last + 1)):
            spans.append((first, last, label))
            taken.update(range(first, last + 1))
    return sorted(spans)


def _is_common(word: Token, lexicon: Lexicon) -> bool:
    """A capital makes no name of "le Président" or "le Gouvernement"."""
    return word.lower_ in lexicon.groups or name_words(word.text) in lexicon.titles


def _named_entities(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    for entity in doc.ents:
        first, last = _trim(entity)
        if first == last and _is_common(doc[first], lexicon):
            continue
        if first <= last and entity.label_ in ("PER", "ORG", "LOC") and doc[first].text[:1].isupper() and _plausible(doc, first, last):
            yield first, last, entity.label_


def _plausible(doc: Doc, first: int, last: int) -> bool:
    if any(token.pos_ in ("VERB", "AUX") and token.is_lower for token in doc[first : last + 1]):
        return False
    return first != last or not (doc[first].is_sent_start and doc[first].pos_ not in ("PROPN", "NOUN", "X"))


def _trim(entity: Span) -> tuple[int, int]:
    first, last = entity.start, entity.end - 1
    while first <= last and (entity.doc[first].pos_ in ("DET", "ADP", "PUNCT") or entity.doc[first].text in _EDGE):
        first += 1
    while last >= first and (entity.doc[last].pos_ in ("PUNCT", "ADP", "DET") or entity.doc[last].text in _EDGE):
        last -= 1
    return first, last


def _bodies(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield "Parti de la liberté", "Cour pénale internationale": a capitalised body noun and what names it."""
    for token in doc:
        group = lexicon.groups.get(token.lower_)
        if group is None or group.kind != "body":
            continue
        if not token.text[:1].isupper():
            if _names_body(doc, token.i + 1):
                yield token.i + 1, _extend(doc, token.i + 1), "ORG"
            continue
        last = _extend(doc, token.i)
        named = any(word.text[:1].isupper() for word in doc[token.i + 1 : last + 1])
        if last > token.i and (named or not _opens_sentence(token)):
            yield token.i, last, "ORG"


def _names_body(doc: Doc, index: int) -> bool:
    """ "le média Ikiriho", "le groupe Tahrir al-Cham": a capital just after a body noun."""
    return index < len(doc) and doc[index].text[:1].isupper() and doc[index].pos_ in ("PROPN", "NOUN", "X") and not doc[index].is_sent_start


def _extend(doc: Doc, index: int) -> int:
    last = index
    position = index + 1
    while position < len(doc):
        token = doc[position]
        if token.is_sent_start:
            break
        if token.text[:1].isupper() or (token.pos_ == "ADJ" and last == position - 1 and last == index):
            last = position
        elif token.lower_ not in _JOINTS or position - last > 3:
            break
        position += 1
    return last


def _capitalised(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Yield runs of two or more capitalised words that the entity recogniser left out."""
    index = 0
    while index < len(doc):
        last = index
        while last < len(doc) and doc[last].text[:1].isupper() and doc[last].is_alpha and len(doc[last]) > 1:
            last += 1
        run = last - index
        if 2 <= run <= 4 and not doc[index].is_sent_start and all(token.pos_ == "PROPN" for token in doc[index:last]):
            yield index, last - 1, "PER"
        index = max(last, index + 1)


def _surnames(doc: Doc, hits: list[_Hit], spans: list[tuple[int, int, str]], register: Register) -> list[tuple[int, int, str]]:
    """Find the surnames of registered persons where the entity recogniser saw nothing."""
    taken = {i for hit in hits for i in range(hit.first, hit.last + 1)} | {
        i for first, last, _ in spans for i in range(first, last + 1)
    }
    found = []
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or len(token) < 3:
            continue
        actor = register.find(name_words(token.text))
        if actor is not None and actor.kind == "person":
            found.append((token.i, token.i, "PER"))
    return found


def _register_entities(doc: Doc, spans: Iterable[tuple[int, int, str]], register: Register, *, full_names: bool) -> None:
    for first, last, label in spans:
        words = name_words(doc[first : last + 1].text)
        if label == "LOC" or not words or (len(words) > 1) != full_names or register.find(words):
            continue
        actor = _new_actor(doc[first : last + 1].text, label)
        register.enter(actor, words)
        acronym = _acronym(doc, last)
        if acronym:
            register.by_words.setdefault(name_words(acronym), actor)


def _acronym(doc: Doc, last: int) -> str:
    if last + 3 < len(doc) and doc[last + 1].text == "(" and doc[last + 3].text == ")" and doc[last + 2].text.isupper():
        return str(doc[last + 2].text)
    return ""


def _new_actor(text: str, label: str) -> Actor:
    name = " ".join(text.strip(_EDGE).split()) or text
    return Actor(slug(name), name, "person" if label == "PER" else "organisation")


def _known_mention(paragraph: Paragraph, number: int, hit: _Hit, lexicon: Lexicon, register: Register) -> Mention:
    actor = lexicon.directory.actors[hit.name.actor]
    words = name_words(paragraph.doc[hit.first : hit.last + 1].text)
    if actor.kind == "person" and len(words) == 1:
        # the article's own bearer of a surname wins over the best known one
        actor = register.find(words) or actor
    how = "group" if hit.name.how == "demonym" else "name"
    mention = make_mention(paragraph, number, hit.first, hit.last, (actor,), how, "gazetteer")
    mention.metonym = hit.name.how == "metonym"
    return mention


def _unknown_mentions(
    paragraph: Paragraph, number: int, spans: Iterable[tuple[int, int, str]], register: Register
) -> Iterator[Mention]:
    for first, last, label in spans:
        text = paragraph.doc[first : last + 1].text
        actor = register.find(name_words(text))
        if actor is not None and (label != "LOC" or actor.kind == "person"):
            yield make_mention(paragraph, number, first, last, (actor,), "name", "ner" if label != "LOC" else "pattern")
