"""Roles: "le président russe Vladimir Poutine", "X, porte-parole de l'OTAN", "le chef de l'État".

A role is read linearly from its title to the right, since the parser attaches appositions right only one time in three.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.lexicon import Title
from graphbuild.mentions.generic import generic_actor
from graphbuild.mentions.mention import Mention, Office, make_mention
from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.syntax import is_definite
from graphbuild.text import fold, name_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_TITLE = 6


@dataclass(slots=True)
class _Phrase:
    """The words of a role: its title, what follows it and whom it names."""

    first: int
    last: int
    title: Title
    plural: bool
    whole: int = 0
    state: Actor | None = None
    body: Actor | None = None
    person: Mention | None = None


def find_role(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    """Return the mention that a role makes, recording the office when the text says who holds it.

    `names` are the paragraph's mentions by proper name, by first token.
    """
    phrase = _title(scene, paragraph, token)
    if phrase is None:
        return None
    _read_tail(scene, paragraph, phrase, names)
    holder = phrase.person or _apposed_person(scene, paragraph, phrase)
    if phrase.plural:
        return _generic(scene, paragraph, phrase)
    if holder is not None:
        return _held(scene, paragraph, phrase, holder)
    actor = _resolve(scene, paragraph, phrase)
    if actor is None:
        return _generic(scene, paragraph, phrase)
    return make_mention(scene.paragraphs[paragraph], paragraph, phrase.first, phrase.last, (actor,), "role", "role")


def _title(scene: Scene, paragraph: int, token: int) -> _Phrase | None:
    doc = scene.paragraphs[paragraph].doc
    if doc[token].pos_ not in ("NOUN", "PROPN", "X") and not _is_premier(scene, doc, token):
        return None
    words: list[str] = []
    best: _Phrase | None = None
    for last in range(token, min(token + LONGEST_TITLE, len(doc))):
        more = name_words(doc[last].text)
        if not more and (last == token or doc[last].text != "-"):
            break
        words += more
        for plural, key in ((False, tuple(words)), (True, _singular(words))):
            title = scene.lexicon.titles.get(key)
            if title is not None:
                best = _Phrase(token, last, title, plural and key != tuple(words), last)
                break
    return best


def _is_premier(scene: Scene, doc: Doc, token: int) -> bool:
    """A title may begin with an adjective: "premier ministre", "vice premier ministre"."""
    if token + 1 >= len(doc) or doc[token].pos_ != "ADJ":
        return False
    return name_words(doc[token : token + 2].text) in scene.lexicon.titles


def _singular(words: list[str]) -> tuple[str, ...]:
    return (words[0].removesuffix("s"), *words[1:]) if words else ()


def _read_tail(scene: Scene, paragraph: int, phrase: _Phrase, names: dict[int, Mention]) -> None:
    doc = scene.paragraphs[paragraph].doc
    position = phrase.last + 1
    while position < len(doc) and not doc[position].is_sent_start:
        state = state_of_adjective(scene, paragraph, position)
        if position in names:
            phrase.person = _person(names[position])
            return
        if state is not None:
            phrase.state = state
        elif doc[position].text == "," and position + 1 in names:
            phrase.person = _person(names[position + 1]) if _closes(scene, paragraph, names[position + 1]) else None
            return
        elif _is_of(scene, paragraph, position):
            end = _read_body(scene, paragraph, phrase, position, names)
            if end is None:
                return
            phrase.whole = position = end
            position += 1
            continue
        elif doc[position].pos_ != "ADJ" or not doc[position].is_lower:
            return
        if phrase.whole <= phrase.last:
            phrase.last = position
        phrase.whole = max(phrase.whole, position)
        position += 1


def _person(mention: Mention) -> Mention | None:
    return mention if mention.actors[0].kind == "person" else None


def _closes(scene: Scene, paragraph: int, mention: Mention) -> bool:
    doc = scene.paragraphs[paragraph].doc
    return mention.last + 1 >= len(doc) or doc[mention.last + 1].is_punct


def _is_of(scene: Scene, paragraph: int, position: int) -> bool:
    word = scene.paragraphs[paragraph].doc[position].lower_
    return scene.lexicon.prepositions.get(word) == "de"


def _read_body(scene: Scene, paragraph: int, phrase: _Phrase, position: int, names: dict[int, Mention]) -> int | None:
    """Read "de la Russie", "du Parti socialiste", "des Affaires étrangères"; return the last token read."""
    doc = scene.paragraphs[paragraph].doc
    inner = position + 1
    while inner < len(doc) and doc[inner].pos_ == "DET":
        inner += 1
    if inner >= len(doc) or name_words(doc[inner].text) in scene.lexicon.titles:
        return None
    if inner in names:
        actor = names[inner].actors[0]
        if actor.kind == "person":
            return None
        if phrase.body is None:
            phrase.body = actor
            phrase.state = phrase.state or _state_of(scene, actor)
        return names[inner].last
    if doc[inner].text[:1].isupper() or doc[inner].lower_ in scene.lexicon.groups:
        return inner
    return None


def _state_of(scene: Scene, actor: Actor) -> Actor | None:
    if actor.kind == "state":
        return actor
    return scene.lexicon.directory.actors.get(actor.state or "")


def _apposed_person(scene: Scene, paragraph: int, phrase: _Phrase) -> Mention | None:
    """Return the person before ", (le) président de …" or before "est/devient (le) président de …"."""
    doc = scene.paragraphs[paragraph].doc
    before = phrase.first - 1
    while before >= 0 and doc[before].pos_ in ("DET", "ADJ"):
        before -= 1
    if before < 1:
        return None
    apposed = doc[before].text in (",", "(", "–")
    copular = any(child.dep_ == "cop" for child in doc[phrase.first].children) and doc[before].pos_ in ("AUX", "ADV")
    if not (apposed or copular):
        return None
    mention = scene.mentions.at(paragraph, before - 1)
    if copular:
        subject = next((child for child in doc[phrase.first].children if child.dep_ == "nsubj"), None)
        mention = scene.mentions.at(paragraph, subject.i) if subject is not None else None
    if mention is None or mention.adjective or len(mention.actors) != 1:
        return None
    return mention if mention.actors[0].kind == "person" else None


def _held(scene: Scene, paragraph: int, phrase: _Phrase, holder: Mention) -> Mention:
    person = holder.actors[0]
    body = phrase.body or phrase.state
    scene.hold_office(phrase.title.lemma, person, phrase.state.id if phrase.state else None)
    scene.genders.setdefault(person.id, phrase.title.gender)
    last = phrase.last
    if phrase.person is not None:
        last = holder.last
    mention = make_mention(scene.paragraphs[paragraph], paragraph, phrase.first, last, holder.actors, "name", holder.origin)
    if phrase.person is not None:
        mention.start, mention.end = holder.start, holder.end
    else:
        mention.how, mention.origin = "role", "apposition"
    scene.mentions.offices.append(
        Office(mention, phrase.first, phrase.last, phrase.title.relation, phrase.title.lemma, body)
    )
    return mention


def _resolve(scene: Scene, paragraph: int, phrase: _Phrase) -> Actor | None:
    """Find who holds the office: first by the article itself, then by the dated roles of the directory."""
    doc = scene.paragraphs[paragraph].doc
    heading = scene.paragraphs[paragraph].heading and doc[phrase.first].is_sent_start
    if not is_definite(doc[phrase.first]) and not heading:
        return None
    offices = scene.lexicon.offices.get(phrase.title.lemma, (phrase.title.lemma,))
    explicit = phrase.body or phrase.state
    bodies = [explicit.id] if explicit else scene.main_states[:1]
    dated = [holder for office in offices for body in bodies if (holder := _by_directory(scene, office, body))]
    told = [holder for office in offices if (holder := scene.holder(office, phrase.state.id if phrase.state else None))]
    # the holder of that day whom the article names, else whom the article calls so, else the holder of that day
    for holder in [*(h for h in dated if scene.register.counts[h.id]), *told, *dated]:
        return holder
    return None


def _by_directory(scene: Scene, office: str, body: str) -> Actor | None:
    wanted = fold(office)
    held = [
        role
        for role in scene.lexicon.directory.by_body.get(body, ())
        if fold(role.title) == wanted and role.held_on(scene.date)
    ]
    holders = {role.person for role in held}
    return scene.lexicon.directory.actors[held[0].person] if len(holders) == 1 else None


def _generic(scene: Scene, paragraph: int, phrase: _Phrase) -> Mention:
    end = max(phrase.last, phrase.whole)
    actor = generic_actor(scene, paragraph, phrase.first, end, phrase.state, plural=phrase.plural)
    return make_mention(scene.paragraphs[paragraph], paragraph, phrase.first, phrase.last, (actor,), "group", "role")
