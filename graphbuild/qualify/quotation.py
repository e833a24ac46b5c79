"""Quotations: where a quoted stretch begins and ends, and who is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.model import Named
from graphbuild.qualify.speakers import says, speaker, subject_of, voice_after
from graphbuild.syntax import SUBJECT, is_causative
from graphbuild.tree import Word

OPENING, CLOSING, STRAIGHT = "«“", "»”", '"'
LEAD = frozenset(",»”-–—")
EXPLETIVE = frozenset(("expl:subj",))
NEAR = 5
BEHIND = 3


def quoted(context: Context, trigger: Word) -> Named | None:
    """ "« … », a déclaré X", "X a déclaré : « … »", over as many sentences as the quotation has."""
    bounds = _bounds(context, trigger)
    if bounds is None:
        return None
    first, last = bounds
    return _after(context, last) or _inside(context, first, last) or _before(context, first)


def interposed(context: Context, trigger: Word) -> Named | None:
    """ "…, a précisé l'un de ses avocats": a verb of saying with its subject after it, behind a comma."""
    for verb in _verbs(context, trigger.i + 1, trigger.sent.end):
        if context.doc[_group_start(verb) - 1].text in LEAD:
            found = _inverted(context, verb)
            if found is not None:
                return found
    return None


def _bounds(context: Context, trigger: Word) -> tuple[int, int] | None:
    """Return the tokens that open and close the quotation around a trigger; one left open lasts to the end."""
    start: int | None = None
    for token in context.doc:
        if token.i >= trigger.i and start is None:
            return None
        if token.text in OPENING or (token.text == STRAIGHT and start is None):
            start = token.i
        elif token.text in CLOSING or token.text == STRAIGHT:
            if token.i > trigger.i and start is not None:
                return start, token.i
            start = None
    return (start, len(context.doc) - 1) if start is not None else None


def _after(context: Context, last: int) -> Named | None:
    sentence = context.doc[last].sent
    for verb in _verbs(context, last + 1, sentence.end):
        if _group_start(verb) <= last + BEHIND:
            return _inverted(context, verb) or speaker(context, verb)
    return None


def _inside(context: Context, first: int, last: int) -> Named | None:
    for verb in _verbs(context, first, last):
        if context.doc[_group_start(verb) - 1].text == ",":
            found = _inverted(context, verb)
            if found is not None:
                return found
    return None


def _before(context: Context, first: int) -> Named | None:
    """ "X a déclaré que « … »", or any clause before a colon: "Macron s'emporte : « … »"."""
    start = context.doc[first].sent.start
    verbs = list(_verbs(context, start, first))
    if verbs:
        return speaker(context, verbs[-1])
    if first - 1 >= start and context.doc[first - 1].text == ":":
        return subject_of(context, context.doc.stretch(start, first).root)
    return None


def _verbs(context: Context, start: int, end: int) -> Iterator[Word]:
    return (token for token in context.doc[max(start, 0) : end] if says(context, token))


def _group_start(verb: Word) -> int:
    """Return where a verb with its auxiliaries, adverbs and pronouns begins: "a ainsi déclaré", "s'est-il écrié"."""
    start = verb.i
    while start > 0 and (
        verb.doc[start - 1].pos_ in ("AUX", "ADV", "PRON", "PART") or is_causative(verb.doc[start - 1])
    ):
        start -= 1
    return start


def _inverted(context: Context, verb: Word) -> Named | None:
    """Return the subject right after a verb of saying, or the pronoun within its group: "a-t-il dit"."""
    group = context.doc[_group_start(verb) : verb.i + 1]
    if not any("Fin" in token.morph.get("VerbForm", ()) for token in group):
        return None
    for token in context.doc[_group_start(verb) : verb.i + 2]:
        mention = context.mention(token.i)
        if token.pos_ == "PRON" and token.text.startswith("-") and mention is not None and mention.actors:
            return Named(mention.actors[0].id, mention.actors[0].name)
    if any(token.pos_ == "PRON" and token.dep_ in SUBJECT | EXPLETIVE for token in group):
        return None
    return voice_after(context, verb.i + 1, min(verb.i + 1 + NEAR, verb.sent.end))
