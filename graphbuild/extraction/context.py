"""What every rule may ask: the tokens of a paragraph, the mentions on them, and the words of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphbuild.extraction.reading import Filler
from graphbuild.lexicon import Lexicon
from graphbuild.mentions import Mention, Scene
from graphbuild.syntax import NOUN_DEPENDENT, RELATIVE, conjuncts, opens_clause, preposition
from graphbuild.tree import Tree, Word

TOWARDS = frozenset(("à", "en", "dans", "vers", "chez"))
JOINING = frozenset(("CCONJ", "DET", "ADV"))
# "ainsi que" and "de même que" join what "alors que" keeps apart
JOINING_QUE = frozenset(("ainsi", "même"))
BESIDE = 3


@dataclass(slots=True)
class Context:
    """One paragraph of a scene, as the rules see it, with the words and actors that they know."""

    scene: Scene
    paragraph: int
    doc: Tree = field(init=False)
    lexicon: Lexicon = field(init=False)
    _mentions: Mapping[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        # asked for a hundred times a word
        self.doc = self.scene.paragraphs[self.paragraph].doc
        self.lexicon = self.scene.lexicon
        self._mentions = self.scene.mentions.of(self.paragraph)

    def mention(self, token: int) -> Mention | None:
        """Return the mention on a token, qualifying ones included."""
        return self._mentions.get(token)

    def slot_of(self, token: Word) -> str:
        """Return the preposition slot that a noun stands in, "" for none; "dont" stands in `de`."""
        return preposition(token, self.lexicon.prepositions)

    def filler(self, token: Word, slot: str, via: str = "tree") -> Filler | None:
        """Return the actors that a token names, with those coordinated to it; else those that own it."""
        named = self.named(token)
        if named:
            return Filler(named, slot, via)
        place = self.scene.places.get((self.paragraph, token.i)) if slot in TOWARDS else None
        if place is not None:
            # "livrer des chars à Kiev": the verb's frame decides whether a place is meant or its government
            return Filler((place,), slot, via)
        antecedent = _relative_antecedent(token)
        if antecedent is not None:
            return self.filler(antecedent, slot, via)
        owned = self.owner(token)
        return Filler(owned, slot, "through") if owned else None

    def named(self, token: Word) -> tuple[Mention, ...]:
        """Return the mention on a token and those coordinated to it; nothing where the token names nobody."""
        found: dict[int, Mention] = {}
        for conjunct in conjuncts(token):
            mention = self.mention(conjunct.i)
            if mention is not None and not mention.adjective:
                found.setdefault(mention.first, mention)
        first = self.mention(token.i)
        if first is None or first.adjective:
            return ()
        for mention in self._enumerated(max(found.values(), key=lambda m: m.last)):
            found.setdefault(mention.first, mention)
        return tuple(found[key] for key in sorted(found))

    def _enumerated(self, mention: Mention) -> list[Mention]:
        """Return the mentions of "X, Y ainsi que Z" after X, which the parser often loses; a conjunction joins them."""
        run: list[Mention] = []
        joined = False
        position = mention.last + 1
        while position < len(self.doc) and not self.doc[position].is_sent_start:
            start = position
            while position < len(self.doc) and may_join(self.doc[position]):
                joined |= self.doc[position].pos_ in ("CCONJ", "SCONJ")
                position += 1
            following = self.mention(position) if position < len(self.doc) else None
            if start == position or following is None or following.adjective or following.first != position:
                break
            if opens_clause(self.doc[mention.head], self.doc[following.head]):
                break
            run.append(following)
            position = following.last + 1
        return run if joined else []

    def owner(self, noun: Word) -> tuple[Mention, ...]:
        """Return the actor to whom a thing belongs: "les positions russes", "la politique de Trump", "ses propos".

        Of "l'invasion de l'Ukraine par la Russie" it is Russia; of "l'invasion de l'Ukraine" nobody.
        """
        agent = self._agent(noun)
        if agent:
            return agent
        for child in noun.children:
            mention = self.mention(child.i)
            if mention is None:
                continue
            if mention.adjective and abs(child.i - noun.i) <= BESIDE:
                return (mention,)
            if child.dep_ in NOUN_DEPENDENT and self.slot_of(child) == "de":
                return () if self.lexicon.takes_patient(noun.lemma_) else self.named(child)
        return ()

    def _agent(self, noun: Word) -> tuple[Mention, ...]:
        """Return who stands behind "par" after an action noun, wherever the parser hangs it."""
        if not self.lexicon.takes_patient(noun.lemma_):
            return ()
        for word in self.doc[noun.i + 1 : noun.sent.end]:
            if word.pos_ in ("VERB", "AUX") or word.is_punct:
                return ()
            mention = self.mention(word.i)
            if mention is not None and mention.head == word.i and self.slot_of(word) == "par":
                return self.named(word)
        return ()


def _relative_antecedent(token: Word) -> Word | None:
    if "Rel" not in token.morph.get("PronType", ()):
        return None
    for ancestor in token.ancestors:
        if ancestor.dep_ in RELATIVE:
            return ancestor.head
    return None


def may_join(word: Word) -> bool:
    """Tell whether a word may stand between two members of an enumeration."""
    if word.pos_ == "SCONJ":
        return word.i > 0 and word.doc[word.i - 1].lower_ in JOINING_QUE
    return word.text == "," or word.pos_ in JOINING
