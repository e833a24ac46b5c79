"""The arguments of an action noun, by slot: complements, nationality, possessive, compounds, the verb around it."""

from __future__ import annotations

from collections import defaultdict

from graphbuild.extraction.context import Context
from graphbuild.extraction.lemmas import first_known, verb_lemmas
from graphbuild.extraction.reading import Filler
from graphbuild.extraction.verb_slots import Slots, inner_complements, is_verb, slot_before, subject, verb_slots
from graphbuild.syntax import (
    APPOSITION,
    CONTROLLED,
    NOUN_DEPENDENT,
    OBJECT,
    OBLIQUE,
    PARTICIPIAL,
    PASSIVE_SUBJECT,
    SUBJECT,
    children,
)
from graphbuild.tree import Word

REACH = 12
CLOSE = 3
ADJECTIVE_REACH = 2
OPENING = 2
AFTER_COMMA = 3
JOINT = 4
CLIMB = 3
# "semble indifférent" is often labelled an adverb
PREDICATIVE = CONTROLLED | OBJECT | OBLIQUE | {"advmod"}


def noun_slots(context: Context, noun: Word, last: int = -1) -> Slots:
    """Return what fills each slot of an action noun, the surest filler first; `last` is the end of an expression."""
    slots: Slots = defaultdict(list)
    inner_complements(context, noun, last, slots)
    _dependents(context, noun, slots, last)
    _by_word_order(context, noun, slots, max(noun.i, last) + 1)
    _bearer(context, noun, slots)
    return slots


def _dependents(context: Context, noun: Word, slots: Slots, last: int) -> None:
    for child in noun.children:
        if noun.i < child.i <= last:
            continue
        mention = context.mention(child.i)
        if mention is not None and mention.adjective:
            slots[_qualifying_slot(mention.how, mention.origin)].append(Filler((mention,), "adj", "tree"))
        elif child.dep_ in NOUN_DEPENDENT:
            slot = context.slot_of(child)
            filler = context.filler(child, slot) if slot else None
            if filler is not None:
                slots[slot].append(filler)
        elif child.dep_ in PARTICIPIAL and child.pos_ == "VERB":
            _of_participle(context, child, slots)


def _of_participle(context: Context, participle: Word, slots: Slots) -> None:
    """ "une interview accordée à l'AFP par Kiev": what hangs on the participle belongs to its noun."""
    for slot, fillers in verb_slots(context, participle).items():
        role = "par" if slot == "nsubj" else slot
        if slot != "obj":
            slots[role] += [Filler(filler.mentions, role, "attached") for filler in fillers if filler.via == "tree"]


def _qualifying_slot(how: str, origin: str) -> str:
    if how == "compound":
        return "compound"
    return "poss" if origin == "possessive" else "adj"


def _by_word_order(context: Context, noun: Word, slots: Slots, first: int) -> None:
    """Read the noun phrase to its right: "l'offensive russe lancée en mai contre Kharkiv"."""
    doc = context.doc
    before = context.mention(noun.i - 1) if noun.i else None
    if before is not None and before.origin == "possessive" and "poss" not in slots:
        slots["poss"].append(Filler((before,), "poss", "linear"))
    for position in range(first, min(noun.i + REACH, len(doc))):
        token = doc[position]
        if token.is_sent_start or token.text in ";:(),«»" or token.pos_ in ("AUX", "CCONJ") or is_verb(context, token):
            break
        mention = context.mention(position)
        if mention is None or mention.first != position:
            continue
        if mention.adjective:
            slot = _qualifying_slot(mention.how, mention.origin)
            if slot != "poss" and slot not in slots and position - noun.i <= ADJECTIVE_REACH:
                slots[slot].append(Filler((mention,), slot, "linear"))
            continue
        slot = slot_before(context, position)
        if (
            slot
            and slot not in slots
            and (slot != "de" or position - noun.i <= CLOSE)
            and not _of_adjective(context, noun, position)
        ):
            slots[slot].append(Filler((mention,), slot, "linear"))
        elif not slot and position == noun.i + 1 and mention.origin != "role":
            slots["compound"].append(Filler((mention,), "compound", "linear"))
    _both_of_between(context, slots)


def _of_adjective(context: Context, noun: Word, position: int) -> bool:
    """ "la sanction relative à X": the preposition belongs to the adjective before it."""
    for before in range(position - 1, noun.i, -1):
        token = context.doc[before]
        if token.lower_ in context.lexicon.prepositions:
            adjective = context.doc[before - 1]
            return adjective.pos_ == "ADJ" and context.mention(adjective.i) is None and adjective.i > noun.i
    return False


def _both_of_between(context: Context, slots: Slots) -> None:
    """ "entre X et Y": the parser often loses Y."""
    for index, filler in enumerate(slots.get("entre", [])):
        last = filler.mentions[-1]
        if len(filler.actors) > 1:
            continue
        doc = context.doc
        position = last.last + 1
        while position < len(doc) and doc[position].pos_ in ("CCONJ", "DET", "ADJ") and position - last.last <= JOINT:
            position += 1
        other = context.mention(position) if position < len(doc) else None
        joined = any(doc[k].pos_ == "CCONJ" for k in range(last.last + 1, position))
        if other is not None and joined and not other.adjective:
            slots["entre"][index] = Filler((*filler.mentions, other), "entre", filler.via)


def _bearer(context: Context, noun: Word, slots: Slots) -> None:
    """Who bears a relational noun: the predicate's subject, the name beside it, else the noun's own people."""
    slots["head"] += bearers(context, noun)
    following = context.mention(noun.i + 1) if noun.i + 1 < len(context.doc) else None
    if following is not None and not following.adjective and following.first == noun.i + 1:
        slots["head"].append(Filler((following,), "head", "linear"))
    own = context.mention(noun.i)
    if own is not None and not own.adjective:
        slots["head"].append(Filler((own,), "head", "tree"))
    if not slots["head"]:
        del slots["head"]


def bearers(context: Context, word: Word) -> list[Filler]:
    """Return who a predicate word is said of: "X est hostile", "X se dit hostile", "X, allié de Y", "son allié X"."""
    found = [context.filler(child, "head") for child in children(word, SUBJECT | PASSIVE_SUBJECT | APPOSITION)]
    if word.dep_ in APPOSITION:
        found.append(context.filler(word.head, "head"))
    if word.dep_ in PREDICATIVE and word.head.lemma_ in context.lexicon.copulas:
        above = subject(context, word.head)
        found.append(Filler(above.mentions, "head", above.via) if above is not None else None)
    if not any(found):
        found += [_before_comma(context, word), _after_comma(context, word)]
    return [filler for filler in found if filler is not None]


def _before_comma(context: Context, word: Word) -> Filler | None:
    doc = context.doc
    position = word.i - 1
    while position > 0 and doc[position].pos_ in ("DET", "ADJ", "ADV"):
        position -= 1
    if position < 1 or doc[position].text != ",":
        return None
    mention = context.mention(position - 1)
    return Filler((mention,), "head", "linear") if mention is not None and not mention.adjective else None


def _after_comma(context: Context, word: Word) -> Filler | None:
    """ "Ancien fidèle de X, Y est devenu …": a predicate that opens its sentence belongs to the subject after it."""
    sentence = word.sent
    if word.i - sentence.start > OPENING:
        return None
    comma = next((token.i for token in sentence if token.text == "," and token.i > word.i), None)
    if comma is None or comma - word.i > REACH:
        return None
    for position in range(comma + 1, min(comma + 1 + AFTER_COMMA, sentence.end)):
        mention = context.mention(position)
        if mention is not None and not mention.adjective:
            return Filler((mention,), "head", "linear")
    return None


def support_slots(context: Context, noun: Word) -> tuple[Filler | None, Filler | None, str]:
    """Return the source and the target that a support verb lends to its noun, and the verb's lemma.

    "Washington a imposé des sanctions à Téhéran", "les sanctions imposées par Washington", "Kiev a subi une attaque".
    """
    for verb in _verbs_around(noun):
        support = first_known(context.lexicon.support_verbs, verb_lemmas(verb))
        if support is None:
            continue
        slots = verb_slots(context, verb)
        doers = (f for f in slots.get("nsubj", []) if f.via != "linear" and not _only_tells(context, verb, f))
        actor = next((f for f in doers if not _inside(f, noun)), None)
        other = next((f for slot in support.other for f in slots.get(slot, []) if not _inside(f, noun)), None)
        sides = [Filler(f.mentions, "support", "support") if f else None for f in (actor, other)]
        source, target = sides if support.subject == "source" else reversed(sides)
        return source, target, support.lemma
    return None, None, ""


def _verbs_around(noun: Word) -> list[Word]:
    around = []
    if noun.dep_ in OBJECT | PASSIVE_SUBJECT | OBLIQUE | {"xcomp"} and noun.head.pos_ in ("VERB", "AUX"):
        around.append(noun.head)
    around += [child for child in children(noun, PARTICIPIAL | {"acl:relcl"}) if child.pos_ in ("VERB", "ADJ")]
    return around


def _inside(filler: Filler, noun: Word) -> bool:
    return any(mention.first <= noun.i <= mention.last for mention in filler.mentions)


def _only_tells(context: Context, verb: Word, filler: Filler) -> bool:
    """ "Reuters annonce l'arrestation de deux hommes": a medium tells what others have done."""
    told = any(("VERB", lemma) in context.lexicon.speech for lemma in verb_lemmas(verb))
    return told and all(context.lexicon.directory.kinds.get(actor.id) == "media" for actor in filler.actors)


def governor_subject(context: Context, noun: Word, barred: frozenset[str]) -> Filler | None:
    """Return the subject of the verb above a noun: "Macron prépare une rencontre avec Poutine".

    A verb of a `barred` event type gives none: who condemns an attack did not commit it, nor did who suffers it.
    """
    token = noun
    for _ in range(CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            if token.dep_ in SUBJECT:
                return None
            support = first_known(context.lexicon.support_verbs, verb_lemmas(head))
            suffers = support is not None and support.subject == "target"
            frames = context.lexicon.frames.get(("VERB", head.lemma_), ())
            if suffers or any(frame.type in barred for frame in frames if not frame.words):
                return None
            # the subject of a verb over its object, the agent of a passive over its subject
            found = subject(context, head)
            if found is None or _inside(found, noun) or found.via == "linear" or _only_tells(context, head, found):
                return None
            return Filler(found.mentions, "governor", "governor")
        token = head
    return None
