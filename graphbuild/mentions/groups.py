"""People and bodies without a name: "seize prisonniers", "l'armée syrienne", "le gouvernement français"."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.lexicon import Group
from graphbuild.mentions.generic import generic_actor
from graphbuild.mentions.identified import identify
from graphbuild.mentions.listed import find_listed
from graphbuild.mentions.mention import Mention, is_plural, make_mention
from graphbuild.mentions.nationality import state_of_adjective
from graphbuild.mentions.reference import known_actor
from graphbuild.mentions.scene import Scene
from graphbuild.mentions.tagging import may_be_verb
from graphbuild.model import Actor
from graphbuild.text import name_words, slug
from graphbuild.tree import Tree, Word


@dataclass(slots=True)
class GroupPhrase:
    """A group noun from `first` to `last` with its adjectives, to `whole` with its complement."""

    group: Group
    first: int
    last: int
    whole: int
    singular: bool
    state: Actor | None = None
    named: Actor | None = None

    @property
    def bare(self) -> bool:
        """Tell whether the noun stands without adjective and complement."""
        return self.whole == self.first


def find_group(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    """Return the mention that a group noun makes: of a known actor it stands for, else of a group without a name."""
    doc = scene.paragraphs[paragraph].doc
    if doc[token].pos_ == "ADJ" and doc[token].dep_ == "amod" and doc[token].head.i < token:
        return _qualifying(scene, paragraph, token)
    group = _group_at(scene, doc, token)
    if group is None:
        return None
    singular = not is_plural(doc[token])
    phrase = _read_tail(scene, paragraph, GroupPhrase(group, token, token, token, singular), names)
    if group.kind == "person" and not singular:
        listed = find_listed(scene, paragraph, doc[token], phrase.last, phrase.whole, names)
        if listed is not None:
            return listed
    actor, how = (None, "") if _is_counted(doc[token], group) else known_actor(scene, paragraph, phrase)
    person = identify(scene, paragraph, phrase, names) if phrase.named is None else None
    if person is not None:
        actor, how = person, "role"
    if actor is None and group.resolve == "acting":
        return None
    if actor is None:
        actor, how = _described(scene, paragraph, phrase), "group"
    scene.described[group.lemma, phrase.singular] = actor
    return make_mention(
        scene.paragraphs[paragraph], paragraph, token, phrase.last, (actor,), how, f"group_{group.kind}"
    )


def _is_counted(noun: Word, group: Group) -> bool:
    """ "45 terroristes du groupe X" are people of X, not X itself."""
    return group.kind == "person" and is_plural(noun) and any(child.pos_ == "NUM" for child in noun.children)


def _group_at(scene: Scene, doc: Tree, token: int) -> Group | None:
    word = doc[token]
    group = scene.lexicon.groups.get(word.lower_)
    if group is None or word.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if group.lemma[:1].isupper() and not word.text[:1].isupper():
        return None
    following = doc[token + 1] if token + 1 < len(doc) else None
    if following is not None and following.pos_ == "NOUN" and following.lower_ in scene.lexicon.groups:
        return None  # "un jeune manifestant"
    return None if any(_stands_in(doc, token, phrase) for phrase in group.not_in) else group


def _stands_in(doc: Tree, token: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a token stands in a phrase that means no people: "garde à vue", "les droits de l'homme"."""
    own = name_words(doc[token].text)
    for place, word in enumerate(phrase):
        first = token - place
        if (word,) == own and first >= 0 and name_words(doc.stretch(first, first + len(phrase)).text) == phrase:
            return True
    return False


def _qualifying(scene: Scene, paragraph: int, token: int) -> Mention | None:
    """ "une attaque djihadiste" has djihadistes for its authors."""
    name = scene.lexicon.group_adjectives.get(scene.paragraphs[paragraph].doc[token].lower_)
    if name is None:
        return None
    actor = Actor(slug(f"{name} {scene.doc_id}"), name, "group", number="p")
    mention = make_mention(scene.paragraphs[paragraph], paragraph, token, token, (actor,), "group", "group_adjective")
    mention.adjective = True
    return mention


def _described(scene: Scene, paragraph: int, phrase: GroupPhrase) -> Actor:
    doc = scene.paragraphs[paragraph].doc
    plural = not phrase.singular or (phrase.group.number == "p" and phrase.group.lemma != doc[phrase.first].lower_)
    body = phrase.group.kind == "body"
    # "l'armée syrienne du président" is the Syrian army
    last = phrase.last if body and phrase.state is not None and phrase.last > phrase.first else phrase.whole
    return generic_actor(scene, paragraph, phrase.first, last, phrase.state, plural=plural, body=body)


def _read_tail(scene: Scene, paragraph: int, phrase: GroupPhrase, names: dict[int, Mention]) -> GroupPhrase:
    doc = scene.paragraphs[paragraph].doc
    position = phrase.first + 1
    while position < len(doc) and not doc[position].is_sent_start:
        adjective = state_of_adjective(scene, paragraph, position)
        if adjective is not None:
            phrase.state = adjective
        elif position in names:
            _read_name(phrase, names[position])
            break
        elif scene.lexicon.prepositions.get(doc[position].lower_) == "de":
            _read_complement(scene, paragraph, position, names, phrase)
            return phrase
        elif not _qualifies(scene, doc[position]):
            break
        phrase.last = position
        position += 1
    phrase.whole = phrase.last
    return phrase


def _qualifies(scene: Scene, word: Word) -> bool:
    """Tell whether a word after a noun belongs to it: "l'organisation non gouvernementale …"."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    degree = word.pos_ == "ADV" and following is not None and following.pos_ == "ADJ"
    return word.is_lower and (word.pos_ == "ADJ" or degree) and not may_be_verb(scene, word)


def _read_name(phrase: GroupPhrase, mention: Mention) -> None:
    """ "le groupe État islamique", "la romancière Christine Angot", "l'administration Obama"."""
    actor = mention.actors[0]
    fits = (actor.kind, phrase.group.kind) in (("organisation", "body"), ("person", "person"))
    if fits or (actor.kind == "person" and phrase.group.governs):
        phrase.named, phrase.last = actor, mention.last


def _read_complement(
    scene: Scene, paragraph: int, position: int, names: dict[int, Mention], phrase: GroupPhrase
) -> None:
    doc = scene.paragraphs[paragraph].doc
    phrase.whole = phrase.last
    inner = position + 1
    while inner < len(doc) and doc[inner].pos_ == "DET":
        inner += 1
    if inner >= len(doc):
        return
    if inner in names:
        actor = names[inner].actors[0]
        phrase.whole = names[inner].last
        if actor.kind in ("state", "person", "group"):
            # "le régime de Bachar el-Assad" is Syria's
            phrase.state = phrase.state or scene.state_of(actor)
    elif doc[inner].pos_ == "NOUN" or doc[inner].text[:1].isupper():
        phrase.whole = inner
