"""Who says so? "selon X", "X affirme que …", "« … », a déclaré X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extraction.context import Context
from graphbuild.extraction.verb_slots import verb_slots
from graphbuild.mentions import Mention
from graphbuild.model import Named

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENING, CLOSING = "«“", "»”"
LONGEST_CUE = 4


def attribution(context: Context, trigger: Token) -> Named | None:
    """Return whom the text gives as the source of the information, the nearest claim first."""
    mention = _reporting_clause(context, trigger) or _according_to(context, trigger) or _quotation(context, trigger)
    if mention is None or not mention.actors:
        return None
    actor = mention.actors[0]
    return Named(actor.id, actor.name)


def _reporting_clause(context: Context, trigger: Token) -> Mention | None:
    """ "X affirme que …": a verb of saying above the clause of the trigger."""
    token = trigger
    for _ in range(8):
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ in ("ccomp", "parataxis") and ("VERB", head.lemma_) in context.lexicon.speech:
            speaker = _speaker(context, head)
            if speaker is not None:
                return speaker
        token = head
    return None


def _speaker(context: Context, verb: Token) -> Mention | None:
    for filler in verb_slots(context, verb).get("nsubj", []):
        if filler.via != "through":
            return filler.mentions[0]
    return None


def _according_to(context: Context, trigger: Token) -> Mention | None:
    """ "Selon X, …": a cue of source anywhere in the sentence holds for all of it."""
    sentence = trigger.sent
    doc = context.doc
    for token in sentence:
        for length in range(LONGEST_CUE, 0, -1):
            text = doc[token.i : token.i + length].text.lower()
            if ("ADP", text) in context.lexicon.speech:
                return _next_mention(context, token.i + length, sentence.end)
    return None


def _next_mention(context: Context, position: int, end: int) -> Mention | None:
    for index in range(position, min(position + 6, end)):
        if context.doc[index].text == ",":
            return None
        mention = context.mention(index)
        if mention is not None and not mention.adjective:
            return mention
    return None


def _quotation(context: Context, trigger: Token) -> Mention | None:
    """ "« … », a déclaré X": the verb of saying beside the quotation in which the trigger stands."""
    if not _quoted(context, trigger):
        return None
    for token in trigger.sent:
        if ("VERB", token.lemma_) in context.lexicon.speech and token.pos_ == "VERB" and not _quoted(context, token):
            speaker = _speaker(context, token) or _next_mention(context, token.i + 1, trigger.sent.end)
            if speaker is not None:
                return speaker
    return None


def _quoted(context: Context, token: Token) -> bool:
    before = context.doc[: token.i].text
    return sum(before.count(mark) for mark in OPENING) > sum(before.count(mark) for mark in CLOSING)
