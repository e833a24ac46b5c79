"""Trying the frames of a word on its slots: which actors stand on which side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.reading import Filler, Sides, split_pair
from graphbuild.extraction.verb_slots import Slots
from graphbuild.lexicon import Frame
from graphbuild.syntax import ADVERBIAL_PRONOUN, OBJECT, UNDONE, children, has_adverbial_pronoun
from graphbuild.tree import Word

GAP = 3
GIVEN = frozenset(("AID", "COERCE", "CONCEDE", "REQUEST", "SANCTION", "SUPPORT"))
OPENING = frozenset(("case", "mark"))
MIDDLE = frozenset(("à", "avec", "auprès", "envers", "contre"))


def matching_frames(
    context: Context, token: Word, pos: str, lemmas: Iterable[str], *, reflexive: bool = False
) -> Iterator[tuple[Frame, int]]:
    """Yield the frames of a token under the first lemma that has any, with the last token of the trigger."""
    for lemma in lemmas:
        frames = context.lexicon.frames.get((pos, lemma))
        if not frames:
            continue
        fitting = _by_reflexive(frames, reflexive) if pos == "VERB" else frames
        matched = [(frame, last) for frame in fitting if (last := _last_word(context, token, frame.words)) is not None]
        longest = max((len(frame.words) for frame, _ in matched), default=0)
        yield from ((frame, last) for frame, last in matched if len(frame.words) == longest)
        if matched:
            return


def _by_reflexive(frames: tuple[Frame, ...], reflexive: bool) -> list[Frame]:
    """With "se" the reflexive frames win where there are any; without it they are out."""
    chosen = [frame for frame in frames if frame.reflexive == reflexive]
    return chosen if chosen or not reflexive else list(frames)


def _last_word(context: Context, token: Word, words: tuple[str, ...]) -> int | None:
    """Return the last token of an expression that begins at `token`."""
    if words and words[-1] == ADVERBIAL_PRONOUN and token.pos_ == "VERB":
        # "s'en prendre à", "en finir avec": the pronoun stands before its verb
        if not has_adverbial_pronoun(token, GAP):
            return None
        words = words[:-1]
    position: int | None = token.i
    for word in words:
        position = _next_word(context, position, word) if position is not None else None
    return _opener(context, token, words[0]) if position is None and len(words) == 1 else position


def _next_word(context: Context, position: int, word: str) -> int | None:
    """Return where the next word of an expression stands; articles, adverbs and an actor may stand before it."""
    doc, gap, wanted = context.doc, 0, UNDONE.get(word, word.lower())
    plural = f"{wanted}s"
    for ahead in range(position + 1, len(doc)):
        token = doc[ahead]
        form = token.lower_
        if wanted in (form, token.lemma_) or form == plural or UNDONE.get(form) == wanted:
            return ahead
        if token.is_punct or token.is_sent_start:
            return None
        gap += context.mention(ahead) is None
        if gap == GAP:
            return None
    return None


def _opener(context: Context, token: Word, preposition: str) -> int | None:
    """Return the preposition that opens a complement of a verb: "appelle les élus de la région parisienne à voter"."""
    if token.pos_ != "VERB":
        return None
    # "à voter" hangs on the verb or, by a slip of the parser, on its object
    complements = [*token.children, *(word for child in children(token, OBJECT) for word in child.children)]
    for complement in complements:
        for opener in children(complement, OPENING):
            if opener.i > token.i and UNDONE.get(opener.lower_, opener.lower_) == preposition:
                return opener.i if context.mention(complement.i) is None else None
    return None


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
        only = source or target
        pair = split_pair(frame, only) if only is not None else None
        if pair is not None:
            return pair
    return source, target


def _middle_subject(frame: Frame, slots: Slots) -> Filler | None:
    """ "opposé à", "lié à", "affilié à": the subject of such a participle acts, whatever its form.

    What is "donné à", "pris à" or "demandé à" somebody does nothing.
    """
    if (
        frame.pos != "VERB"
        or frame.type in GIVEN
        or "nsubj" not in frame.source_slots
        or not MIDDLE & set(frame.target_slots)
    ):
        return None
    found = next(iter(slots.get("obj", [])), None)
    return Filler(found.mentions, "nsubj", "middle") if found is not None else None


def _pair(frame: Frame, filler: Filler, joined: str) -> Sides | None:
    if joined == "compound" or "entre" in frame.source_slots or (frame.symmetric and "entre" in frame.target_slots):
        return split_pair(frame, filler) or _in_order(filler)
    return None


def _in_order(filler: Filler) -> Sides | None:
    if len(filler.mentions) == 2:
        first, second = ((mention,) for mention in filler.mentions)
        return Filler(first, filler.slot, filler.via), Filler(second, filler.slot, filler.via)
    return None


def _fillers(slots: Slots, wanted: tuple[str, ...]) -> Iterator[Filler]:
    for slot in wanted:
        yield from slots.get(slot, [])


def _differs(filler: Filler, other: Filler | None) -> bool:
    return other is None or {a.id for a in filler.actors}.isdisjoint({a.id for a in other.actors})
