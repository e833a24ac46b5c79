"""Who may stand on a side of an action: the actors of its sentence, and those that the text spoke of before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graphbuild.choice.position import Positions
from graphbuild.extraction import Context, Filler
from graphbuild.mentions import Mention
from graphbuild.model import Actor

NEAR = "near"
OUTSIDE = "outside"
REACH = 30
NEAREST = 6
LOOK_BACK = 6
SALIENT = 5
MOST = 6


@dataclass(frozen=True, slots=True)
class Outsider:
    """An actor from outside the sentence, and how many sentences back it was last spoken of (0: in the heading)."""

    filler: Filler
    distance: int


@dataclass(slots=True)
class Fillers:
    """The possible fillers of a paragraph's triggers; what holds for a whole sentence is found once."""

    context: Context
    positions: Positions = field(init=False)
    _inside: dict[int, list[Filler]] = field(default_factory=dict)
    _near: dict[int, list[Filler]] = field(default_factory=dict)
    _outside: dict[int, list[Outsider]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.positions = Positions(self.context)

    def inside(self, token: int) -> list[Filler]:
        """Return the actors of a trigger's sentence, the nearest ones, lists of coordinated actors first."""
        if token not in self._near:
            start = self.context.doc[token].sent.start
            if start not in self._inside:
                self._inside[start] = list(self._of_sentence(token))
            within = (filler for filler in self._inside[start] if _distance(filler, token) <= REACH)
            near = [filler for filler in within if not _covers(filler.mentions[0], token)]
            near.sort(key=lambda filler: (_distance(filler, token), -len(filler.mentions)))
            self._near[token] = near[:NEAREST]
        return self._near[token]

    def _of_sentence(self, token: int) -> Iterator[Filler]:
        sentence = self.context.doc[token].sent
        for position in range(sentence.start, sentence.end):
            mention = self.context.mention(position)
            if mention is None or mention.first != position or self._is_only_quoted(position):
                continue
            listed = () if mention.adjective else self.context.named(self.context.doc[mention.head])
            if len(listed) > 1:
                yield Filler(listed, NEAR, NEAR)
            yield Filler((mention,), "adj" if mention.adjective else NEAR, NEAR)

    def _is_only_quoted(self, first: int) -> bool:
        """ "selon la police": who is but the source of the news takes no part in it."""
        before = first - 1
        while before > 0 and self.context.doc[before].pos_ == "DET":
            before -= 1
        return before >= 0 and ("ADP", self.context.doc[before].lower_) in self.context.lexicon.speech

    def outside(self, token: int) -> list[Outsider]:
        """Return the actors most spoken of in the sentences before, and those of the heading."""
        start = self.context.doc[token].sent.start
        if start not in self._outside:
            found = {outsider.filler.mentions[0].actors[0].id: outsider for outsider in self._before(token)}
            for outsider in self._of_heading():
                found.setdefault(outsider.filler.mentions[0].actors[0].id, outsider)
            self._outside[start] = list(found.values())[:MOST]
        return self._outside[start]

    def _before(self, token: int) -> Iterator[Outsider]:
        """The nearer and the more often the better; subjects count double, metonyms half (Lappin and Leass 1994)."""
        scene = self.context.scene
        salience: dict[str, float] = defaultdict(float)
        last: dict[str, tuple[Mention, Actor, int]] = {}
        for distance, mention in scene.antecedents(self.context.paragraph, token, LOOK_BACK):
            if distance == 0:
                continue
            weight = (2 if scene.is_subject(mention) else 1) * (0.5 if mention.metonym else 1)
            for actor in mention.actors:
                salience[actor.id] += weight / distance
                last.setdefault(actor.id, (mention, actor, distance))
        ranked = sorted(salience, key=lambda actor: (-salience[actor], actor))[:SALIENT]
        for rank, actor_id in enumerate(ranked):
            mention, actor, distance = last[actor_id]
            yield Outsider(_implied(mention, actor, f"salient{rank}"), distance)

    def _of_heading(self) -> Iterator[Outsider]:
        scene = self.context.scene
        for mention in scene.mentions.found:
            if mention.paragraph >= self.context.paragraph or not scene.paragraphs[mention.paragraph].heading:
                return
            if not mention.adjective:
                yield from (Outsider(_implied(mention, actor, "heading"), 0) for actor in mention.actors)


def _distance(filler: Filler, token: int) -> int:
    return abs(filler.mentions[0].head - token)


def _covers(mention: Mention, token: int) -> bool:
    return mention.first <= token <= mention.last


def _implied(mention: Mention, actor: Actor, slot: str) -> Filler:
    return Filler((replace(mention, actors=(actor,), how="implicit", start=-1, end=-1),), slot, OUTSIDE)
