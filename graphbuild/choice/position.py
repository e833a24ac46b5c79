"""Where a mention stands as seen from a trigger: the path between them in the tree, its slot, what lies between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from graphbuild.extraction import Context
from graphbuild.extraction.verb_slots import slot_before
from graphbuild.mentions import Mention
from graphbuild.syntax import SUBJECT

LONGEST_PATH = 4
FAR_PATH = 8
STOPS = (1, 2, 3, 5, 8, 12, 20)
FAR = 30
PAUSES = frozenset(",;:()«»")
INTRODUCING = frozenset(("ADP", "SCONJ", "CCONJ"))
PASSED_OVER = frozenset(("DET", "ADJ", "ADV", "AUX", "PRON", "NUM"))


@dataclass(frozen=True, slots=True)
class Position:
    """`path` are the labels up from the trigger and down to the mention, `slot` is the mention's preposition or label.

    `side` is "<" before the trigger and ">" after it; `distance` (in words, rounded up), the verbs, the other mentions
    and the pauses count between the two. `speaks` marks who only says it ("selon X", "…, affirme X"), and `governor` is
    the event type of a verb above the trigger whose subject the mention is ("X condamne l'attaque": ACCUSE).
    """

    path: str
    slot: str
    label: str
    side: str
    distance: int
    verbs: int
    mentions: int
    pause: bool
    speaks: bool
    governor: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a trigger: mentions in its sentence, the word that introduces it, an open quotation."""

    mentions: int
    before: str
    quoted: bool


@dataclass(slots=True)
class Positions:
    """The positions in one paragraph; what many of them share is counted once."""

    context: Context
    heads: list[int] = field(init=False)
    labels: list[str] = field(init=False)
    _verbs: list[int] = field(init=False)
    _pauses: list[int] = field(init=False)
    _mentions: list[int] = field(init=False)
    _opened: list[int] = field(init=False)
    _closed: list[int] = field(init=False)
    _slots: dict[int, str] = field(default_factory=dict)
    _found: dict[tuple[int, int], Position] = field(default_factory=dict)

    def __post_init__(self) -> None:
        seen = [(token.head.i, token.dep_, token.pos_ == "VERB", token.text) for token in self.context.doc]
        self.heads = [head for head, _, _, _ in seen]
        self.labels = [label for _, label, _, _ in seen]
        self._verbs = _counted(verb for _, _, verb, _ in seen)
        self._pauses = _counted(text in PAUSES for _, _, _, text in seen)
        self._opened = _counted(text == "«" for _, _, _, text in seen)
        self._closed = _counted(text == "»" for _, _, _, text in seen)
        found = (self.context.mention(index) for index in range(len(seen)))
        self._mentions = _counted(m is not None and m.first == index for index, m in enumerate(found))

    def of(self, token: int, mention: Mention) -> Position:
        """Return where a mention of the paragraph stands as seen from a token."""
        key = token, mention.head
        if key not in self._found:
            self._found[key] = self._position(token, mention)
        return self._found[key]

    def nearest(self, token: int, mentions: tuple[Mention, ...]) -> Position:
        """Return where the nearest of some mentions stands as seen from a token."""
        if len(mentions) == 1:
            return self.of(token, mentions[0])
        return self.of(token, min(mentions, key=lambda mention: abs(mention.head - token)))

    def around(self, token: int) -> Surroundings:
        """Return what stands around a token."""
        sentence = self.context.doc[token].sent
        return Surroundings(
            mentions=_between(self._mentions, sentence.start, sentence.end),
            before=self._before(token, sentence.start),
            quoted=self._opened[token] > self._closed[token],
        )

    def _before(self, token: int, start: int) -> str:
        """Return the preposition, conjunction or mark that introduces a token, articles and the like passed over."""
        for index in range(token - 1, start - 1, -1):
            word = self.context.doc[index]
            if word.pos_ in INTRODUCING or word.is_punct or word.lower_ in self.context.lexicon.prepositions:
                return word.lower_
            if word.pos_ not in PASSED_OVER:
                return "word"
        return "start"

    def _position(self, token: int, mention: Mention) -> Position:
        after = mention.head > token
        # the mention itself lies not between the two
        first, last = (token + 1, mention.first) if after else (mention.last + 1, token)
        distance = abs(mention.head - token)
        return Position(
            path=self._path(token, mention.head),
            slot=self._slot(mention),
            label=self.labels[mention.head],
            side=">" if after else "<",
            distance=next((stop for stop in STOPS if distance <= stop), FAR),
            verbs=_between(self._verbs, first, last),
            mentions=_between(self._mentions, first, last),
            pause=_between(self._pauses, first, last) > 0,
            speaks=self._speaks(mention),
            governor=self._governor(token, mention.head),
        )

    def _speaks(self, mention: Mention) -> bool:
        doc, speech = self.context.doc, self.context.lexicon.speech
        before = mention.first - 1
        while before > 0 and doc[before].pos_ == "DET":
            before -= 1
        if before >= 0 and ("ADP", doc[before].lower_) in speech:
            return True
        is_subject = self.labels[mention.head] in SUBJECT
        return is_subject and ("VERB", doc[self.heads[mention.head]].lemma_) in speech

    def _governor(self, token: int, head: int) -> str:
        """Return the type of the verb above the trigger, at most two steps up, "" where `head` is not its subject."""
        verb = self.heads[head]
        above = self.heads[token]
        if self.labels[head] not in SUBJECT or verb == token or verb not in (above, self.heads[above]):
            return ""
        frames = self.context.lexicon.frames.get(("VERB", self.context.doc[verb].lemma_), ())
        return next((frame.type for frame in frames if not frame.words), "none")

    def _slot(self, mention: Mention) -> str:
        if mention.first not in self._slots:
            self._slots[mention.first] = self._slot_of(mention)
        return self._slots[mention.first]

    def _slot_of(self, mention: Mention) -> str:
        if mention.adjective:
            return "poss" if mention.origin == "possessive" else "adj"
        label = self.labels[mention.head]
        return slot_before(self.context, mention.first) or ("nsubj" if label in SUBJECT else label)

    def _path(self, trigger: int, head: int) -> str:
        """Return "xcomp^ccomp/nsubj" for a subject two clauses up; only its length where it is long."""
        rank = {token: steps for steps, token in enumerate(self._above(trigger))}
        down: list[str] = []
        token = head
        while token not in rank:
            if self.heads[token] == token:
                return "none"
            down.append(self.labels[token])
            token = self.heads[token]
        steps = rank[token] + len(down)
        if steps > LONGEST_PATH:
            return f"far{min(steps, FAR_PATH)}"
        up = [self.labels[one] for one, rises in rank.items() if rises < rank[token]]
        return "^".join(up) + "/" + "/".join(reversed(down))

    def _above(self, token: int) -> Iterable[int]:
        yield token
        while self.heads[token] != token:
            token = self.heads[token]
            yield token


def _counted(marks: Iterable[bool]) -> list[int]:
    """Return how many marks stand before each place."""
    return [0, *accumulate(map(int, marks))]


def _between(counts: list[int], first: int, last: int) -> int:
    return counts[last] - counts[first] if last > first else 0
