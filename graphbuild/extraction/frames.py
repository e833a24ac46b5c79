"""Trying the frames of a word on its slots: which actors stand on which side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphbuild.extraction.candidate import Filler, Sides, split_pair
from graphbuild.extraction.context import Context
from graphbuild.extraction.verb_slots import Slots
from graphbuild.lexicon import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

GAP = 3
MIDDLE = frozenset(("à", "avec", "auprès", "envers", "contre"))


def matching_frames(
    context: Context, token: Token, pos: str, lemmas: Iterable[str], *, reflexive: bool = False
) -> Iterator[tuple[Frame, int]]:
    """Yield the frames of a token under the first lemma that has any, with the last token of the trigger."""
    for lemma in lemmas:
        frames = context.lexicon.frames.get((pos, lemma))
        if not frames:
            continue
        fitting = _by_reflexive(frames, reflexive) if pos == "VERB" else frames
        matched = [(frame, last) for frame in fitting if (last := _last_word(token, frame.words)) is not None]
        longest = max((len(frame.words) for frame, _ in matched), default=0)
        yield from ((frame, last) for frame, last in matched if len(frame.words) == longest)
        if matched:
            return


def _by_reflexive(frames: tuple[Frame, ...], reflexive: bool) -> list[Frame]:
    """With "se" the reflexive frames win where there are any; without it they are out."""
    chosen = [frame for frame in frames if frame.reflexive == reflexive]
    return chosen if chosen or not reflexive else list(frames)


def _last_word(token: Token, words: tuple[str, ...]) -> int | None:
    """Return the last token of an expression that begins at `token`: small gaps let articles and adverbs pass."""
    doc, position = token.doc, token.i
    for word in words:
        for ahead in range(position + 1, min(position + 1 + GAP, len(doc))):
            if word in (doc[ahead].lower_, doc[ahead].lemma_):
                position = ahead
                break
            if doc[ahead].is_punct or doc[ahead].is_sent_start:
                return None
        else:
            return None
    return position


def assemble(frame: Frame, slots: Slots) -> Sides:
    """Return what fills the two sides of a frame, None where nothing does."""
    for joined in ("compound", "entre"):
        for filler in slots.get(joined, []):
            pair = _pair(frame, filler, joined)
            if pair is not None:
                return pair
    source = next(_fillers(slots, frame.source_slots), None) or _middle_subject(frame, slots)
    target = next((f for f in _fillers(slots, frame.target_slots) if _differs(f, source)), None)
    if target is None and source is not None:
        # the same slot may serve the other side better: "la critique de Paris" by or of Paris
        other = next((f for f in _fillers(slots, frame.source_slots) if _differs(f, source)), None)
        if other is not None and source.slot in frame.target_slots:
            return other, source
    if frame.symmetric and (source is None or target is None):
        for filler in (source, target):
            pair = split_pair(frame, filler) if filler is not None else None
            if pair is not None:
                return pair
    return source, target


def _middle_subject(frame: Frame, slots: Slots) -> Filler | None:
    """ "opposé à", "lié à", "affilié à": the subject of such a participle acts, whatever its form."""
    if frame.pos != "VERB" or "nsubj" not in frame.source_slots or not MIDDLE & set(frame.target_slots):
        return None
    found = next(iter(slots.get("obj", [])), None)
    return Filler(found.mentions, "nsubj", "middle") if found is not None else None


def _pair(frame: Frame, filler: Filler, joined: str) -> Sides | None:
    if joined == "compound" or "entre" in frame.source_slots or (frame.symmetric and "entre" in frame.target_slots):
        return split_pair(frame, filler) or _in_order(filler)
    return None


def _in_order(filler: Filler) -> Sides | None:
    if len(filler.mentions) == 2:
        return Filler(filler.mentions[:1], filler.slot, filler.via), Filler(filler.mentions[1:], filler.slot, filler.via)
    return None


def _fillers(slots: Slots, wanted: tuple[str, ...]) -> Iterator[Filler]:
    for slot in wanted:
        yield from slots.get(slot, [])


def _differs(filler: Filler, other: Filler | None) -> bool:
    return other is None or {a.id for a in filler.actors}.isdisjoint({a.id for a in other.actors})
