"""What a reader can see of a trigger, of each side and of the pair: named traits, indicators (1) or measures (0…1)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from graphbuild.choice.fillers import NEAR, OUTSIDE
from graphbuild.choice.position import Position, Surroundings
from graphbuild.choice.story import Story
from graphbuild.extraction import Context, Filler, Reading
from graphbuild.mentions import Scene
from graphbuild.tree import Word

Traits = dict[str, float]
OFTEN = 20
CROWD = 4
SEVERAL = 3


def of_trigger(context: Context, reading: Reading, story: Story, around: Surroundings) -> Traits:
    """Return the traits of an action word in its sentence, whoever its actors may be."""
    frame, token = reading.frame, context.doc[reading.token]
    filled = f"{_filled(reading.source)}>{_filled(reading.target)}"
    form = _article(token) if frame.pos == "NOUN" else _form(token)
    return _present(
        (
            "bias",
            f"lemma={frame.lemma}",
            f"lemma={frame.lemma}/{frame.type}",
            f"type={frame.type}",
            f"rule={reading.rule.split(':')[0]}",
            f"expression={bool(frame.words)}",
            f"heading={context.scene.paragraphs[context.paragraph].heading}",
            f"sport={story.sport}",
            f"tag={token.pos_}/{frame.pos}",
            f"label={frame.pos}/{token.dep_}",
            f"crowd={min(around.mentions, CROWD)}",
            f"filled={frame.pos}/{filled}",
            f"form={frame.pos}/{form}",
            f"entity={token.ent_type_}",
            f"above={frame.pos}/{token.head.lemma_}",
            f"before={frame.pos}/{around.before}",
            f"quoted={around.quoted}",
        )
    )


def _present(names: Iterable[str]) -> Traits:
    return dict.fromkeys(names, 1.0)


def _filled(filler: Filler | None) -> str:
    return "nobody" if filler is None else filler.via


def _article(noun: Word) -> str:
    article = next((child.lower_ for child in noun.children if child.dep_ == "det"), "")
    return f"{article}/{noun.head.pos_}"


def _form(verb: Word) -> str:
    return "".join(value for name in ("VerbForm", "Tense", "Mood") for value in verb.morph.get(name, ()))


class Look(NamedTuple):
    """What there is to see of a filler, whatever the action: its first mention and actor, and how often it is named."""

    kind: str
    via: str
    how: str
    origin: str
    many: bool
    topic: bool
    metonym: bool
    word: str
    often: int


def look_of(scene: Scene, filler: Filler) -> Look:
    """Return what there is to see of a filler; the word itself only where it is neither a name nor a role."""
    mention = filler.mentions[0]
    actor = mention.actors[0]
    told = actor.kind not in ("person", "state") or mention.how == "pronoun"
    return Look(
        kind=actor.kind,
        via=filler.via,
        how=mention.how,
        origin=mention.origin,
        many=len(filler.mentions) > 1 or len(mention.actors) > 1,
        topic=actor.id == scene.topic,
        metonym=mention.metonym,
        word=scene.paragraphs[mention.paragraph].doc[mention.head].lower_ if told else "",
        often=min(scene.register.counts[actor.id], OFTEN),
    )


def of_look(side: str, pos: str, look: Look) -> Traits:
    """Return the traits of a filler as `side` (source or target) of a verb, noun or adjective, whatever that means."""
    names = [
        f"{side}.kind={look.kind}",
        f"{side}.via={pos}/{look.via}",
        f"{side}.how={look.via == NEAR}/{look.how}",
        f"{side}.origin={look.origin}",
    ]
    names += [f"{side}.{name}" for name in ("many", "topic", "metonym") if getattr(look, name)]
    if look.word:
        names.append(f"{side}.word={look.word}")
    return _present(names) | {f"{side}.frequency": math.log1p(look.often) / SEVERAL}


def of_role(side: str, type_: str, kind: str, role: str, outside: bool) -> Traits:
    """Return the traits of an actor of some kind in an action of this type; `role` is what it does elsewhere."""
    return _present((f"{side}.kind={type_}/{kind}", f"{side}.role={role}", f"{side}.role={role}/{outside}"))


def of_distance(side: str, pos: str, type_: str, kind: str, slot: str, back: int) -> Traits:
    """Return the traits of an actor from outside the sentence, last spoken of so many sentences back."""
    return _present(f"{side}.outside={told}" for told in (f"{pos}/{slot}", back, type_, kind))


def of_place(reading: Reading, side: str, filler: Filler, where: Position) -> Traits:
    """Return the traits of where a filler stands, as seen from the action word, and of what the rules make of it."""
    return _present((*_by_rule(reading, side, filler), *_by_position(reading, side, filler, where)))


def _by_rule(reading: Reading, side: str, filler: Filler) -> Iterable[str]:
    own, other = _sides(reading, side)
    if filler.via == NEAR:
        if other is not None and other.mentions[0].first == filler.mentions[0].first:
            yield f"{side}.taken={reading.frame.pos}"
        if own is not None:
            yield f"{side}.instead={reading.frame.pos}/{own.via}"
    else:
        wanted, _ = _slots(reading, side)
        yield f"{side}.rule={reading.frame.pos}/{filler.via}/{filler.slot}"
        yield f"{side}.rank={wanted.index(filler.slot) if filler.slot in wanted else 'none'}"


def _by_position(reading: Reading, side: str, filler: Filler, where: Position) -> list[str]:
    frame = reading.frame
    pos = frame.pos
    wanted, others = _slots(reading, side)
    fit = "own" if where.slot in wanted else "other" if where.slot in others else "none"
    names = [
        f"{side}.slot={pos}/{where.slot}",
        f"{side}.slot={frame.lemma}/{where.slot}",
        f"{side}.fit={pos}/{fit}/{filler.via == NEAR}",
        f"{side}.path={pos}/{where.path}",
        f"{side}.path={where.path}:{where.slot}",
        f"{side}.distance={pos}/{where.side}{where.distance}",
        f"{side}.verbs={pos}/{where.side}{min(where.verbs, 2)}",
        f"{side}.between={pos}/{where.side}{min(where.mentions, SEVERAL)}",
        f"{side}.label={where.label}",
    ]
    if where.speaks:
        names.append(f"{side}.speaks={frame.type}")
    if where.governor:
        names.append(f"{side}.governor={where.governor}/{frame.type}")
    if where.pause:
        names.append(f"{side}.pause={pos}/{where.side}")
    return names


def _sides(reading: Reading, side: str) -> tuple[Filler | None, Filler | None]:
    return (reading.source, reading.target) if side == "source" else (reading.target, reading.source)


def _slots(reading: Reading, side: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    frame = reading.frame
    return (frame.source_slots, frame.target_slots) if side == "source" else (frame.target_slots, frame.source_slots)


def of_pair(
    context: Context, reading: Reading, fillers: tuple[Filler, Filler], where: tuple[Position | int, ...], known: str
) -> Traits:
    """Return the traits of the two sides together; `known` is how the article joins them elsewhere."""
    source, target = fillers
    one, other = source.mentions[0].actors[0], target.mentions[0].actors[0]
    pos, kinds = reading.frame.pos, f"{one.kind}>{other.kind}"
    outside = OUTSIDE in (source.via, target.via)
    names = [
        f"kinds={kinds}",
        f"kinds={reading.frame.type}/{kinds}",
        f"kinds={reading.frame.lemma}/{kinds}",
        f"vias={pos}/{source.via}>{target.via}",
        f"hows={source.mentions[0].how}>{target.mentions[0].how}",
        f"known={known}",
        f"known={known}/{outside}",
    ]
    first, second = where
    if isinstance(first, Position) and isinstance(second, Position):
        names += [
            f"order={pos}/{_order(reading.token, source, target)}",
            f"slots={pos}/{first.slot}>{second.slot}",
            f"slots={reading.frame.lemma}/{first.slot}>{second.slot}",
            f"paths={pos}/{first.path}>{second.path}",
        ]
    states = context.scene.state_of(one), context.scene.state_of(other)
    if states[0] is not None and states[1] is not None:
        names.append(f"state={states[0].id == states[1].id}/{kinds}")
    return _present(f"pair.{name}" for name in names)


def _order(token: int, source: Filler, target: Filler) -> str:
    first, second = source.mentions[0].head, target.mentions[0].head
    return f"{'<' if first < token else '>'}{'<' if second < token else '>'}{'<' if first < second else '>'}"
