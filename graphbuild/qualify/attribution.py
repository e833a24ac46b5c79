"""Who says so? "selon X", "X affirme que …", "« … », a déclaré X", "l'attentat, revendiqué par X"."""

from __future__ import annotations

from graphbuild.extraction.context import Context
from graphbuild.model import Named
from graphbuild.qualify.moods import is_perfect
from graphbuild.qualify.quotation import interposed, quoted
from graphbuild.qualify.speakers import says, speaker, voice_after
from graphbuild.syntax import APPOSITION, OBJECT, PARTICIPIAL, PASSIVE_SUBJECT, RELATIVE, is_participle
from graphbuild.tree import Word

LONGEST_CUE = 4
CLIMB = 10
OPENING = 3
REACH = 5
SOURCE_REACH = 8
REPORTED = frozenset(("ccomp", "parataxis", "xcomp"))
CLAIMED = OBJECT | PASSIVE_SUBJECT
DESCRIBING = RELATIVE | PARTICIPIAL | APPOSITION
CHARGED = frozenset(("xcomp", "obl:arg", "acl", "advcl"))
NOT_INITIAL = ("VERB", "AUX")


def attribution(context: Context, trigger: Word, speakers: frozenset[str] = frozenset()) -> Named | None:
    """Return whom the text gives as the source of the information, the nearest claim first.

    `speakers` are the ids of those whose own speech act the event is: their word is the act, not a report of it.
    """
    if trigger.dep_ in PARTICIPIAL and is_participle(trigger):
        # what only describes an actor ("des villes assiégées") is the narrator's own
        return _claimed(context, trigger)
    found = (
        _reported(context, trigger)
        or _claimed(context, trigger)
        or _according_to(context, trigger)
        or quoted(context, trigger)
        or interposed(context, trigger)
    )
    if found is not None and found.id in speakers and not is_perfect(trigger):
        return None
    return found


def _reported(context: Context, trigger: Word) -> Named | None:
    """ "X affirme que …", "X accuse Y de …": a verb of saying above the clause of the trigger."""
    token = trigger
    for _ in range(CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        reports = token.dep_ in REPORTED and says(context, head)
        claims = (
            token.dep_ in CLAIMED
            and says(context, head, "CLAIM")
            and ("NOUN", token.lemma_) not in context.lexicon.speech
        )
        charges = token.dep_ in CHARGED and says(context, head, "CHARGE")
        found = speaker(context, head) if reports or claims or charges else None
        if found is not None:
            return found
        token = head
    return None


def _claimed(context: Context, trigger: Word) -> Named | None:
    """ "l'attentat revendiqué par X"."""
    for child in trigger.children:
        if child.dep_ in ("acl", "amod") and says(context, child, "CLAIM"):
            return speaker(context, child)
    return None


def _according_to(context: Context, trigger: Word) -> Named | None:
    """ "Selon X, …": at the head of a sentence the cue holds for all of it, else for its own clause."""
    sentence = trigger.sent
    for token in sentence:
        length = _cue_length(context, token)
        if not length:
            continue
        found = voice_after(context, token.i + length, sentence.end)
        if found is not None and _holds_for(context, token, token.i + length, trigger):
            return found
    return None


def _cue_length(context: Context, token: Word) -> int:
    if token.lower_ not in context.lexicon.speech_openings:
        return 0
    for length in range(LONGEST_CUE, 0, -1):
        text = context.doc.stretch(token.i, token.i + length).text.lower()
        if ("ADP", text) in context.lexicon.speech:
            return length
        if ("INITIAL", text) in context.lexicon.speech and _opens_with_a_person(context, token, length):
            return length
    return 0


def _opens_with_a_person(context: Context, token: Word, length: int) -> bool:
    """ "Pour les analystes, …" names a source, "pour l'Ukraine" may not."""
    sentence, doc = token.sent, context.doc
    if any(word.pos_ in NOT_INITIAL for word in doc[sentence.start : token.i]) or token.i - sentence.start > OPENING:
        return False
    for index in range(token.i + length, min(token.i + length + REACH, sentence.end)):
        mention = context.mention(index)
        if mention is not None:
            after = doc[mention.last + 1].text if mention.last + 1 < len(doc) else ""
            return after == "," and not mention.adjective and mention.actors[0].kind in ("person", "group", "people")
    return False


def _holds_for(context: Context, cue: Word, named: int, trigger: Word) -> bool:
    """At the head or the end of a sentence a source holds for all of it, after "que" for what follows."""
    source = next(
        (token for token in context.doc[named : named + SOURCE_REACH] if token.pos_ in ("NOUN", "PROPN", "PRON")), cue
    )
    if trigger.i == source.i or _describes(trigger, source):
        return False
    return trigger.i > cue.i or context.doc[cue.i - 1].pos_ not in ("SCONJ", "PRON")


def _describes(token: Word, source: Word) -> bool:
    """Tell whether a word belongs to what the text says of the source itself: "selon X, financé par Y"."""
    while token.head.i != token.i:
        if token.head.i == source.i:
            return token.dep_ in DESCRIBING and (token.dep_ in RELATIVE or is_participle(token))
        token = token.head
    return False
