"""What a reader can see of a trigger, of each side and of the pair: named traits, indicators (1) or measures (0…1)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from graphbuild.choice.fillers import NEAR, OUTSIDE
from graphbuild.choice.position import Position, Surroundings
from graphbuild.choice.story import Story
from graphbuild.extraction import Context, Filler, Reading
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
    return dict.fromkeys(
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
        ),
        1.0,
    )


def _filled(filler: Filler | None) -> str:
    return "nobody" if filler is None else filler.via


def _article(noun: Word) -> str:
    article = next((child.lower_ for child in noun.children if child.dep_ == "det"), "")
    return f"{article}/{noun.head.pos_}"


def _form(verb: Word) -> str:
    return "".join(value for name in ("VerbForm", "Tense", "Mood") for value in verb.morph.get(name, ()))


def of_side(context: Context, reading: Reading, side: str, filler: Filler, where: Position | int, role: str) -> Traits:
    """Return the traits of a filler as `side` (source or target).

    `where` is the position of its first mention in the sentence, or how many sentences back it stands; `role` is what
    the actor does elsewhere in the article.
    """
    scene, frame = context.scene, reading.frame
    mention = filler.mentions[0]
    actor = mention.actors[0]
    pos = frame.pos
    found = {
        f"kind={actor.kind}": 1.0,
        f"kind={frame.type}/{actor.kind}": 1.0,
        f"via={pos}/{filler.via}": 1.0,
        "frequency": math.log1p(min(scene.register.counts[actor.id], OFTEN)) / SEVERAL,
        f"how={filler.via == NEAR}/{mention.how}": 1.0,
        f"origin={mention.origin}": 1.0,
    }
    if len(filler.mentions) > 1 or len(mention.actors) > 1:
        found["many"] = 1.0
    if actor.id == scene.topic:
        found["topic"] = 1.0
    if mention.metonym:
        found["metonym"] = 1.0
    found[f"role={role}"] = 1.0
    found[f"role={role}/{filler.via == OUTSIDE}"] = 1.0
    if actor.kind not in ("person", "state") or mention.how == "pronoun":
        word = context.scene.paragraphs[mention.paragraph].doc[mention.head].lower_
        found[f"word={word}"] = 1.0
    if isinstance(where, Position):
        names = [*_by_rule(reading, side, filler), *_by_position(reading, side, filler, where)]
    else:
        names = [f"outside={pos}/{filler.slot}", f"outside={where}", f"outside={frame.type}", f"outside={actor.kind}"]
    found |= dict.fromkeys(names, 1.0)
    return {f"{side}.{name}": value for name, value in found.items()}


def _by_rule(reading: Reading, side: str, filler: Filler) -> Iterable[str]:
    own, other = _sides(reading, side)
    if filler.via == NEAR:
        if other is not None and other.mentions[0].first == filler.mentions[0].first:
            yield f"taken={reading.frame.pos}"
        if own is not None:
            yield f"instead={reading.frame.pos}/{own.via}"
    else:
        wanted, _ = _slots(reading, side)
        yield f"rule={reading.frame.pos}/{filler.via}/{filler.slot}"
        yield f"rank={wanted.index(filler.slot) if filler.slot in wanted else 'none'}"


def _by_position(reading: Reading, side: str, filler: Filler, where: Position) -> Iterable[str]:
    pos = reading.frame.pos
    wanted, others = _slots(reading, side)
    fit = "own" if where.slot in wanted else "other" if where.slot in others else "none"
    yield from (
        f"slot={pos}/{where.slot}",
        f"slot={reading.frame.lemma}/{where.slot}",
        f"fit={pos}/{fit}/{filler.via == NEAR}",
        f"path={pos}/{where.path}",
        f"path={where.path}:{where.slot}",
        f"distance={pos}/{where.side}{where.distance}",
        f"verbs={pos}/{where.side}{min(where.verbs, 2)}",
        f"between={pos}/{where.side}{min(where.mentions, SEVERAL)}",
        f"label={where.label}",
    )
    if where.speaks:
        yield f"speaks={reading.frame.type}"
    if where.governor:
        yield f"governor={where.governor}/{reading.frame.type}"
    if where.pause:
        yield f"pause={pos}/{where.side}"


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
    return dict.fromkeys((f"pair.{name}" for name in names), 1.0)


def _order(token: int, source: Filler, target: Filler) -> str:
    first, second = source.mentions[0].head, target.mentions[0].head
    return f"{'<' if first < token else '>'}{'<' if second < token else '>'}{'<' if first < second else '>'}"
