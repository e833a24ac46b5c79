"""When? The date that the text gives to an event: beside it in its clause, in the paragraph, below the title.

What a reader may only guess stays without a date: a wrong day misleads more than none.
"""

from __future__ import annotations

from graphbuild.extraction.context import Context
from graphbuild.qualify.moods import is_perfect
from graphbuild.qualify.time import Dated, dates_in
from graphbuild.syntax import PARTICIPIAL, RELATIVE
from graphbuild.tree import Word

NEAR = 13
CLOSE = 1
A_DAY = len("2014-03-18")
DEEDS = frozenset("COOPERATE AID CONCEDE RETREAT PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())


def time_of(context: Context, trigger: Word, event_type: str, factuality: str) -> str | None:
    """Return the ISO date of an event, None where the text does not tell."""
    paragraph = context.scene.paragraphs[context.paragraph]
    text, published = paragraph.doc.text, context.scene.date
    sentence = trigger.sent
    first, last = sentence.start_char, sentence.end_char
    here = dates_in(text[first:last], published, ahead=factuality == "planned")
    if here:
        return _in_sentence(trigger, first, here)
    if paragraph.heading:
        return _day_of_the_news(context) if factuality == "asserted" else None
    if event_type in DEEDS and factuality == "asserted" and _tells(trigger):
        days = [dated.value for dated in dates_in(text[:first], published) if len(dated.value) == A_DAY]
        return days[-1] if days else None
    return None


def _day_of_the_news(context: Context) -> str | None:
    """Return the day that the first sentence below a title tells: the title has its news from there."""
    scene = context.scene
    below = next((p for p in scene.paragraphs[context.paragraph :] if not p.heading), None)
    if context.paragraph > 0 or below is None:
        return None
    end = next(iter(below.doc.sents)).end_char
    days = [dated.value for dated in dates_in(below.doc.text[:end], scene.date) if len(dated.value) == A_DAY]
    return days[0] if days else None


def _in_sentence(trigger: Word, first: int, dates: tuple[Dated, ...]) -> str | None:
    """Return the date nearest in the tree, if it hangs on the trigger or, close by, on the word above it."""
    path = [trigger.i, *(ancestor.i for ancestor in trigger.ancestors)]
    ranked = []
    for dated in dates:
        token = next(token for token in trigger.sent if token.idx + len(token) > first + dated.start)
        ranked.append((_steps_up(token, path), abs(token.i - trigger.i), dated.value))
    steps, distance, value = min(ranked)
    # "a annoncé lundi que …" dates the announcement
    close = 0 if trigger.dep_ == "ccomp" else CLOSE
    return value if steps <= close and distance <= NEAR else None


def _steps_up(date: Word, path: list[int]) -> int:
    """Return how far above the trigger the word stands on which a date hangs."""
    while date.i not in path and date.head.i != date.i:
        date = date.head
    return path.index(date.i) if date.i in path else len(path)


def _tells(trigger: Word) -> bool:
    """Tell whether a trigger is what the sentence tells: its main verb, in a perfect tense."""
    aside = any(word.dep_ in RELATIVE | PARTICIPIAL for word in [trigger, *trigger.ancestors])
    return is_perfect(trigger) and not aside
