"""The words of a role: "le ministre iranien des Transports", "président de la République italien".

A role is read linearly from its title to the right, since the parser attaches appositions right only one time in three.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.lexicon import Title, function_words
from graphbuild.mentions.beside import closes, name_after, person_of
from graphbuild.mentions.mention import Mention
from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.scene import Scene
from graphbuild.mentions.tagging import may_be_verb
from graphbuild.model import Actor
from graphbuild.text import name_words
from graphbuild.tree import Tree, Word

LONGEST_TITLE = 7


@dataclass(slots=True)
class RolePhrase:
    """A title at `first`, its adjectives to `last`, its complement to `whole`, and whom or what it names."""

    first: int
    last: int
    title: Title
    plural: bool
    whole: int = 0
    state: Actor | None = None
    body: Actor | None = None
    person: Mention | None = None
    former: bool = False

    def extend(self, token: int) -> None:
        """Take in the words up to a token; a named body and what follows stay outside the title itself."""
        self.whole = token
        if self.body is None and self.person is None:
            self.last = token

    @property
    def end(self) -> int:
        """Return the last token of the phrase with its complement."""
        return max(self.last, self.whole)


def read_role(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> RolePhrase | None:
    """Return the role that begins at a token; `names` are the paragraph's mentions by proper name, by first token."""
    phrase = _title(scene, paragraph, token)
    if phrase is not None:
        _read_tail(scene, paragraph, phrase, names)
    return phrase


def _title(scene: Scene, paragraph: int, token: int) -> RolePhrase | None:
    doc = scene.paragraphs[paragraph].doc
    if not _may_open(scene, doc, token) or not _opens_title(scene, doc[token].text):
        return None
    words: list[str] = []
    best: RolePhrase | None = None
    state: Actor | None = None
    for last in range(token, min(token + LONGEST_TITLE, len(doc))):
        adjective = state_of_adjective(scene, paragraph, last) if words else None
        more = name_words(doc[last].text)
        if adjective is not None:
            state = adjective  # "le ministre russe des Affaires étrangères"
            continue
        if (not more and doc[last].text != "-") or (words and _opens_name(scene, paragraph, last)):
            break
        if more:
            words += more
            best = _match(scene, words, token, last) or best
    if best is not None and state is not None and _inside(scene, paragraph, best):
        best.state = state
    return best


def _opens_title(scene: Scene, text: str) -> bool:
    first = next(iter(name_words(text)), "")
    openers = scene.lexicon.title_openers
    return first in openers or first.removesuffix("s") in openers or first in function_words("former")


def _opens_name(scene: Scene, paragraph: int, token: int) -> bool:
    """ "le chef de l'État islamique" is no head of state: a known name of several words begins inside the title."""
    name = scene.names[paragraph].get(token)
    return name is not None and name.last > token and name.origin == "gazetteer"


def _match(scene: Scene, words: list[str], first: int, last: int) -> RolePhrase | None:
    former = words[0] in function_words("former") and len(words) > 1
    written = tuple(words[1:] if former else words)
    for key in (written, (written[0].removesuffix("s"), *written[1:])):
        title = scene.lexicon.titles.get(key)
        if title is not None:
            return RolePhrase(first, last, title, key != written, last, former=former)
    return None


def _inside(scene: Scene, paragraph: int, phrase: RolePhrase) -> bool:
    return any(state_of_adjective(scene, paragraph, index) for index in range(phrase.first + 1, phrase.last))


def _may_open(scene: Scene, doc: Tree, token: int) -> bool:
    """A noun opens a title, or an adjective that belongs to one ("premier ministre"); "quartier général" is none."""
    word = doc[token]
    if word.pos_ in ("NOUN", "PROPN", "X"):
        before = doc[token - 1] if token else None
        return before is None or before.pos_ != "NOUN" or not before.is_lower or not word.is_lower
    if word.pos_ != "ADJ" or token + 1 == len(doc):
        return False
    return name_words(doc.stretch(token, token + 2).text) in scene.lexicon.titles


def _read_tail(scene: Scene, paragraph: int, phrase: RolePhrase, names: dict[int, Mention]) -> None:
    doc = scene.paragraphs[paragraph].doc
    end: int | None = phrase.last
    while end is not None and end + 1 < len(doc) and not doc[end + 1].is_sent_start and phrase.person is None:
        end = _read_on(scene, paragraph, phrase, end + 1, names)
        if end is not None:
            phrase.extend(end)


def _read_on(scene: Scene, paragraph: int, phrase: RolePhrase, position: int, names: dict[int, Mention]) -> int | None:
    """Read the next words of a role; return the last token read, None where the role ends."""
    doc = scene.paragraphs[paragraph].doc
    name = name_after(doc, position, names)
    if name is not None and name.first == position and name.actors[0].kind != "person" and phrase.body is None:
        phrase.body = name.actors[0]  # "le candidat LR"
        return name.last
    if name is not None:
        beside = name.first == position or closes(doc, name, names) or _opens(doc, phrase, name)
        phrase.person = person_of(name) if beside else None
        return None
    if scene.lexicon.prepositions.get(doc[position].lower_) == "de":
        return _read_body(scene, paragraph, phrase, position, names)
    return position if _qualifies(scene, paragraph, phrase, position) else None


def _qualifies(scene: Scene, paragraph: int, phrase: RolePhrase, position: int) -> bool:
    word = scene.paragraphs[paragraph].doc[position]
    state = state_of_adjective(scene, paragraph, position)
    if state is not None:
        phrase.state = state
        return True
    adjective = word.pos_ == "ADJ" and not may_be_verb(scene, word)
    return word.is_lower and (adjective or _is_bare_participle(word))


def _is_bare_participle(word: Word) -> bool:
    """ "la présidente destituée": a past participle that no auxiliary carries."""
    past = (
        word.pos_ == "VERB" and "Part" in word.morph.get("VerbForm", ()) and "Pres" not in word.morph.get("Tense", ())
    )
    return past and word.dep_ in ("acl", "amod") and not any(child.dep_.startswith("aux") for child in word.children)


def _opens(doc: Tree, phrase: RolePhrase, mention: Mention) -> bool:
    """ "La porte-parole, X a annoncé": the closing comma is often forgotten after a subject."""
    before = phrase.first - 1
    return (
        before >= 0
        and doc[before].is_sent_start
        and doc[before].pos_ == "DET"
        and doc[mention.last + 1].pos_ in ("VERB", "AUX")
    )


def _read_body(
    scene: Scene, paragraph: int, phrase: RolePhrase, position: int, names: dict[int, Mention]
) -> int | None:
    """Read "de la Russie", "du Parti socialiste", "des Affaires étrangères"; return the last token read."""
    doc = scene.paragraphs[paragraph].doc
    inner = position + 1
    while inner < len(doc) and doc[inner].pos_ == "DET" and inner not in names:
        inner += 1
    if inner >= len(doc) or name_words(doc[inner].text) in scene.lexicon.titles:
        return None
    if inner in names:
        return _read_named(scene, phrase, names[inner], names)
    if doc[inner].text[:1].isupper() or doc[inner].lower_ in scene.lexicon.groups:
        return inner
    return None


def _read_named(scene: Scene, phrase: RolePhrase, mention: Mention, names: dict[int, Mention]) -> int | None:
    actor = mention.actors[0]
    if actor.kind == "person":
        # "l'ancien ministre de X Y": Y is the minister
        following = names.get(mention.last + 1)
        phrase.person = person_of(following) if following is not None else None
        return mention.last if phrase.person is not None else None
    if phrase.body is None:
        phrase.body = actor
        phrase.state = phrase.state or scene.state_of(actor)
    return mention.last
