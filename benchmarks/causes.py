"""Why an annotated pair was missed, and what a false one is like: told from the program's own steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from annotated import Part

from graphbuild.evaluate import Pair, actor_key, match, score
from graphbuild.extraction import Context
from graphbuild.extraction.frames import matching_frames
from graphbuild.extraction.lemmas import adjective_lemmas, noun_lemmas, verb_lemmas
from graphbuild.mentions import Mention

LEMMAS = (("VERB", verb_lemmas), ("NOUN", noun_lemmas), ("ADJ", adjective_lemmas))
MISSES = {
    "nowhere": "an actor is found nowhere in the article under the annotated name",
    "elsewhere": "an actor is found elsewhere in the article, but not in this sentence",
    "word": "both actors are found in the sentence, the trigger's word is in no table",
    "slot": "both actors and the word are known, but a slot stays empty or takes someone else",
    "threshold": "the right pair was proposed at these words, but not sure enough, or another reading won",
}
FALSE = {
    "source": "annotated action, wrong source only",
    "target": "annotated action, wrong target only",
    "both": "annotated action, both actors wrong",
    "twice": "the pair is annotated in this sentence, but for fewer actions than were found",
    "article": "these two are joined elsewhere in the article, but not in this sentence",
    "never": "the readers never join these two in this article",
}


def misses_by_cause(part: Part, proposed: list[Pair]) -> Counter[str]:
    """Count the missed pairs by the first step that failed; `proposed` are the pairs of all candidates."""
    return Counter(cause_of_miss(part, miss, proposed) for miss in score(part.gold, part.found()).misses)


def cause_of_miss(part: Part, miss: Pair, proposed: list[Pair]) -> str:
    """Return a key of MISSES."""
    if match([miss], [pair for pair in proposed if pair.doc == miss.doc and overlap(pair, miss)]):
        return "threshold"
    in_article = list(_mentions(part, miss))
    in_sentence = [m for m in in_article if part.texts[miss.doc].sentence(m.start) == miss.sentence]
    if not _both_among(miss, in_article):
        return "nowhere"
    if not _both_among(miss, in_sentence):
        return "elsewhere"
    return "slot" if _is_known(part, miss) else "word"


def _mentions(part: Part, pair: Pair) -> Iterator[Mention]:
    yield from part.scenes[pair.doc].mentions.found


def _both_among(pair: Pair, mentions: list[Mention]) -> bool:
    names = {actor.name for mention in mentions for actor in mention.actors}
    return any(_is_source(pair, name) for name in names) and any(_is_target(pair, name) for name in names)


def _is_source(pair: Pair, name: str) -> bool:
    return joins(pair, replace(pair, source=actor_key(name), names=(name, pair.names[1])))


def _is_target(pair: Pair, name: str) -> bool:
    return joins(pair, replace(pair, target=actor_key(name), names=(pair.names[0], name)))


def joins(one: Pair, other: Pair) -> bool:
    """Tell whether two pairs stand in the same sentence and join the same two actors."""
    return bool(match([one], [other]))


def _is_known(part: Part, pair: Pair) -> bool:
    """Tell whether a table has a row for a word of the trigger."""
    scene = part.scenes[pair.doc]
    for number, paragraph in enumerate(scene.paragraphs):
        for token in paragraph.doc:
            start = paragraph.span(token.i, token.i)[0]
            if pair.start <= start < pair.start + max(len(pair.trigger), 1) and any(
                any(matching_frames(Context(scene, number), token, pos, lemmas(token))) for pos, lemmas in LEMMAS
            ):
                return True
    return False


def false_by_kind(part: Part) -> Counter[str]:
    """Count the pairs that no reader holds by what is wrong with them."""
    return Counter(kind_of_false(part, pair) for pair in score(part.gold, part.found()).false)


def kind_of_false(part: Part, pair: Pair) -> str:
    """Return a key of FALSE."""
    here = [gold for gold in part.gold if gold.doc == pair.doc]
    if any(joins(gold, pair) for gold in here):
        return "twice"
    at_trigger = [side for gold in here if overlap(gold, pair) for side in _directions(gold)]
    if any(_is_target(gold, pair.names[1]) for gold in at_trigger):
        return "source"
    if any(_is_source(gold, pair.names[0]) for gold in at_trigger):
        return "target"
    if at_trigger:
        return "both"
    return "article" if any(joins(replace(gold, sentence=pair.sentence), pair) for gold in here) else "never"


def _directions(gold: Pair) -> list[Pair]:
    turned = replace(gold, source=gold.target, target=gold.source, names=(gold.names[1], gold.names[0]))
    return [gold, turned] if gold.symmetric else [gold]


def overlap(one: Pair, other: Pair) -> bool:
    """Tell whether the triggers of two pairs share a letter."""
    return one.start < other.start + len(other.trigger) and other.start < one.start + len(one.trigger)
