"""What a reader knows so far: who was mentioned, in which sentence, in which role, and who holds which office."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from graphbuild.lexicon import Lexicon
from graphbuild.mentions.mention import Mention, Mentions
from graphbuild.mentions.register import Register
from graphbuild.model import Actor
from graphbuild.parse import Paragraph
from graphbuild.syntax import OBJECT, PASSIVE_SUBJECT, SUBJECT, leads_sentence

WHERE = frozenset(("à", "en", "dans", "vers"))
_LONGEST_NAME = 8
_DOMINANT = 1.5
_IN_HEADING = 3


@dataclass(slots=True)
class Scene:
    """The state of reading an article from its first word to its last."""

    paragraphs: list[Paragraph]
    lexicon: Lexicon
    register: Register
    doc_id: str
    date: str | None
    sentences: list[list[int]]
    mentions: Mentions = field(default_factory=Mentions)
    office_holders: dict[str, list[tuple[Actor, str | None]]] = field(default_factory=dict)
    main_states: list[str] = field(default_factory=list)
    own_state: str = ""
    topic: str = ""
    genders: dict[str, str] = field(default_factory=dict)
    described: dict[tuple[str, bool], Actor] = field(default_factory=dict)
    identified: dict[str, set[Actor]] = field(default_factory=dict)
    foretold: dict[str, list[tuple[Actor, str | None]]] = field(default_factory=dict)
    names: list[dict[int, Mention]] = field(default_factory=list)
    places: dict[tuple[int, int], Mention] = field(default_factory=dict)

    def antecedents(self, paragraph: int, token: int, reach: int = 3) -> list[tuple[int, Mention]]:
        """Return the mentions before a token with their distance in sentences, the nearest first.

        `reach` is the largest distance; the sentences of earlier paragraphs count on.
        """
        here = self._sentence_number(paragraph, token)
        nearest = []
        found = self.mentions.found
        # mentions stand in text order: all before this index end before the token
        end = bisect_left(found, (paragraph, token), key=lambda mention: (mention.paragraph, mention.last))
        for index in range(end - 1, -1, -1):
            mention = found[index]
            distance = here - self._sentence_number(mention.paragraph, mention.head)
            if distance > reach:
                break
            if not mention.adjective:
                nearest.append((distance, mention))
        return nearest

    def _sentence_number(self, paragraph: int, token: int) -> int:
        return self.sentences[paragraph][token]

    def hold_office(self, title: str, person: Actor, state: str | None) -> None:
        """Remember that the text gives a title to a person."""
        self.office_holders.setdefault(title, []).append((person, state))
        head = title.split()[0]
        if head != title and (head,) in self.lexicon.titles:
            # "la ministre des Outre-mer" becomes "la ministre"
            self.office_holders.setdefault(head, []).append((person, state))

    def identify(self, lemma: str, person: Actor) -> None:
        """Remember that the text names the person whom it describes by a noun."""
        self.identified.setdefault(lemma, set()).add(person)
        self.described[lemma, True] = person

    def whom(self, lemma: str) -> Actor | None:
        """Return the one person whom the text describes by a noun and names, here or elsewhere in the article."""
        persons = self.identified.get(lemma, set())
        return next(iter(persons)) if len(persons) == 1 else None

    def holder(self, title: str, state: str | None) -> Actor | None:
        """Return the last person to whom the text gave this title (for this state, when one is named).

        Before the text gives it to anyone, it is the one person to whom it will.
        """
        for person, of_state in reversed(self.office_holders.get(title, [])):
            if state is None or of_state is None or of_state == state:
                return person
        later = {
            person for person, of_state in self.foretold.get(title, []) if state is None or of_state in (None, state)
        }
        return later.pop() if len(later) == 1 else None

    def name_at(self, paragraph: int, token: int) -> Mention | None:
        """Return the proper name that covers a token, also one that reading has not reached yet."""
        for first in range(token, max(token - _LONGEST_NAME, -1), -1):
            mention = self.names[paragraph].get(first) if self.names else None
            if mention is not None:
                return mention if mention.last >= token else None
        return None

    def is_place(self, mention: Mention) -> bool:
        """Tell whether a name only says where: "à Paris", "en Russie", "France : …" opening a heading."""
        doc = self.paragraphs[mention.paragraph].doc
        if mention.actors[0].kind != "state" or mention.how != "name":
            return False
        before = doc[mention.first - 1] if mention.first else None
        after = doc[mention.last + 1] if mention.last + 1 < len(doc) else None
        if before is None or (before.is_sent_start and before.pos_ == "DET"):
            return after is not None and after.text == ":"
        return self.lexicon.prepositions.get(before.lower_) in WHERE

    def gender_of(self, actor: Actor) -> str:
        """Return the gender that the tables or the text tell of an actor, "" where neither does."""
        return actor.gender or self.genders.get(actor.id, "")

    def state_of(self, actor: Actor) -> Actor | None:
        """Return the state that an actor is or acts for."""
        return actor if actor.kind == "state" else self.lexicon.directory.actors.get(actor.state or "")

    def is_subject(self, mention: Mention) -> bool:
        """Tell whether a mention is the subject of its clause."""
        head = self.paragraphs[mention.paragraph].doc[mention.head]
        return head.dep_ in SUBJECT | PASSIVE_SUBJECT or leads_sentence(head)

    def is_object(self, mention: Mention) -> bool:
        """Tell whether a mention is the direct object of its verb."""
        return self.paragraphs[mention.paragraph].doc[mention.head].dep_ in OBJECT


def number_sentences(paragraphs: list[Paragraph]) -> list[list[int]]:
    """Return for each paragraph the running sentence number of each token, counted through the article."""
    numbers, current = [], -1
    for paragraph in paragraphs:
        row = []
        for token in paragraph.doc:
            current += token.is_sent_start
            row.append(current)
        numbers.append(row)
    return numbers


def topic_of(names: list[Mention], paragraphs: list[Paragraph]) -> str:
    """Return the id of the person whom an article names most (a heading counts triple), "" without any."""
    counts: Counter[str] = Counter()
    for mention in names:
        if mention.actors[0].kind == "person":
            subject = paragraphs[mention.paragraph].doc[mention.head].dep_ in SUBJECT | PASSIVE_SUBJECT
            counts[mention.actors[0].id] += _IN_HEADING if paragraphs[mention.paragraph].heading else 1 + subject
    return min(counts, key=lambda id_: (-counts[id_], id_)) if counts else ""


def count_states(names: list[Mention], paragraphs: list[Paragraph], lexicon: Lexicon) -> Counter[str]:
    """Return how often an article speaks of each state; headings count triple."""
    counts: Counter[str] = Counter()
    for mention in names:
        weight = _IN_HEADING if paragraphs[mention.paragraph].heading else 1
        for actor in mention.actors:
            state = actor.id if actor.kind == "state" else actor.state
            if state in lexicon.directory.sovereign:
                counts[state] += 2 * weight if actor.kind == "state" else weight
    for paragraph in paragraphs:
        for token in paragraph.doc:
            state = lexicon.directory.adjectives.get(token.lower_)
            if state in lexicon.directory.sovereign and token.text[:1].islower():
                counts[state] += _IN_HEADING if paragraph.heading else 1
    return counts


def rank_states(counts: Counter[str]) -> list[str]:
    """Return the ids of the states, the most spoken of first."""
    return [state for state, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def own_state(counts: Counter[str]) -> str:
    """Return the id of the one state that an article is about, "" where two are spoken of about as much."""
    first, *others = [*rank_states(counts)[:2], ""]
    return first if first and counts[first] >= _DOMINANT * counts[others[0]] else ""
