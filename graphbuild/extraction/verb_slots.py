"""The arguments of a verb, by slot: from the tree, from shared subjects, and from the order of the words."""

from __future__ import annotations

from collections import defaultdict

from graphbuild.extraction.context import Context
from graphbuild.extraction.lemmas import first_known, verb_lemmas
from graphbuild.extraction.reading import Filler
from graphbuild.extraction.subjects import nearest_subject, whole_list
from graphbuild.syntax import (
    ADVERBIAL,
    AGENT,
    CONTROLLED,
    COORDINATED,
    NOUN_DEPENDENT,
    OBJECT,
    OBLIQUE,
    PARTICIPIAL,
    PASSIVE_SUBJECT,
    SUBJECT,
    children,
    is_participle,
    is_passive,
    opens_clause,
    preposition_ending,
)
from graphbuild.tree import Word

Slots = dict[str, list[Filler]]
REACH = 9
CLOSE = 3
DEEPEST = 4


def verb_slots(context: Context, verb: Word, last: int = -1) -> Slots:
    """Return what fills each slot of a verb, the surest filler first; `last` is the end of an expression.

    Slots are named from the active voice: the subject of a passive stands in `obj`, its agent in `nsubj`.
    """
    slots: Slots = defaultdict(list)
    passive = is_passive(verb) or (is_participle(verb) and verb.dep_ in PARTICIPIAL | ADVERBIAL)
    _own_arguments(context, verb, slots, passive=passive)
    inner_complements(context, verb, last, slots)
    _modified_noun(context, verb, slots, passive=passive)
    if passive and "obj" not in slots:
        _add(slots, shared_subject(context, verb, "obj"))
    if not passive and "nsubj" not in slots:
        _add(slots, _new_subject(context, verb) or shared_subject(context, verb, "nsubj"))
    _by_word_order(context, verb, slots, passive=passive)
    return slots


def subject(context: Context, verb: Word) -> Filler | None:
    """Return who does the action of a verb: its subject, or the agent of a passive."""
    fillers = verb_slots(context, verb).get("nsubj", [])
    return fillers[0] if fillers else None


def _add(slots: Slots, filler: Filler | None) -> None:
    if filler is not None:
        slots[filler.slot].append(filler)


def _own_arguments(context: Context, verb: Word, slots: Slots, *, passive: bool) -> None:
    own = _inverted_subject(verb) or nearest_subject(verb)
    for child in verb.children:
        doubled = child.dep_ in SUBJECT and passive and bool(children(verb, PASSIVE_SUBJECT))
        if (own is not None and child.i == own.i and not doubled) or child.dep_ in PASSIVE_SUBJECT:
            _add(slots, _subject(context, verb, child, "obj" if passive else "nsubj"))
        elif child.dep_ in OBJECT:
            _add(slots, context.filler(child, "obj"))
            _object_complements(context, child, slots)
        elif child.dep_ in OBLIQUE:
            slot = context.slot_of(child) or ("à" if child.pos_ == "PRON" else "")
            agent = child.dep_ in AGENT or (passive and slot == "par")
            if slot or agent:
                _add(slots, context.filler(child, "nsubj" if agent else slot))


def _subject(context: Context, verb: Word, child: Word, slot: str) -> Filler | None:
    found = context.filler(child, slot)
    return whole_list(context, verb, found) if found is not None and found.via == "tree" else found


def _inverted_subject(verb: Word) -> Word | None:
    """ "les villes qu'occupe l'armée": after an object "que" the noun behind the verb is its subject."""
    objects = children(verb, OBJECT)
    relative = any("Rel" in child.morph.get("PronType", ()) for child in objects)
    behind = [child for child in objects if child.i > verb.i]
    return behind[0] if relative and behind and not children(verb, SUBJECT) else None


def _object_complements(context: Context, noun: Word, slots: Slots) -> None:
    """The parser hangs "à l'Iran" of "livrer des armes à l'Iran" on the object as often as on the verb."""
    for child in children(noun, NOUN_DEPENDENT):
        slot = context.slot_of(child)
        if slot and slot != "de" and context.mention(child.i) is not None:
            _add(slots, context.filler(child, slot, "attached"))


def inner_complements(context: Context, head: Word, last: int, slots: Slots) -> None:
    """What hangs on the words of an expression belongs to the whole: "retirer ses troupes d'Irak"."""
    for word in context.doc[head.i + 1 : last + 1]:
        for child in children(word, NOUN_DEPENDENT):
            slot = context.slot_of(child)
            mention = context.mention(child.i)
            if child.i > last and slot and mention is not None and mention.first > last:
                _add(slots, context.filler(child, slot))


def _modified_noun(context: Context, verb: Word, slots: Slots, *, passive: bool) -> None:
    """ "l'ultimatum imposé à Poutine", "saluant Minsk": a participle takes the noun it modifies."""
    if verb.dep_ not in PARTICIPIAL or verb.head.i == verb.i:
        return
    if _before_colon(verb.head, verb):
        return
    slot = "obj" if passive else "nsubj"
    if slot not in slots:
        _add(slots, context.filler(verb.head, slot, "participle"))


def _before_colon(word: Word, verb: Word) -> bool:
    """ "Allemagne : un camion tente de foncer": what a title puts first is its place or its matter, no subject."""
    return any(token.text == ":" for token in verb.doc[word.i : verb.i])


def shared_subject(context: Context, verb: Word, slot: str, depth: int = 0) -> Filler | None:
    """Return the subject that a verb shares with another: coordination, control, participle or infinitive clause."""
    head = verb.head
    if verb.dep_ in COORDINATED and head.dep_ in OBJECT | OBLIQUE and head.pos_ in ("NOUN", "PROPN"):
        head = head.head  # "a sanctionné la Russie et livré des chars": the parser joins the verb to the noun
    if depth > DEEPEST or head.i == verb.i:
        return None
    if verb.dep_ in CONTROLLED | COORDINATED | ADVERBIAL and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        found = _controller(context, verb, head)
        if found is None:
            found = _visible_subject(context, head)
        if found is not None:
            return Filler(found.mentions, slot, "shared")
        return shared_subject(context, head, slot, depth + 1)
    if verb.dep_ == "acl" and head.pos_ == "NOUN":
        owners = context.owner(head)
        return Filler(owners, slot, "shared") if owners else None
    return None


def _new_subject(context: Context, verb: Word) -> Filler | None:
    """ "…, et les Européens se sont réunis": the parser gives the subject behind ", et" to the verb before it."""
    if verb.dep_ not in COORDINATED or children(verb, SUBJECT):
        return None
    for position in range(verb.i - 1, verb.head.i, -1):
        token, mention = context.doc[position], context.mention(position)
        if token.is_punct or is_verb(context, token):
            return None
        if mention is not None and mention.head == position and opens_clause(verb.head, token):
            return Filler((mention,), "nsubj", "linear")
    return None


def _controller(context: Context, verb: Word, head: Word) -> Filler | None:
    """Return who must act when one asks another: "demander à Kiev de négocier", "accuser Moscou d'espionner"."""
    where = first_known(context.lexicon.controllers, verb_lemmas(head))
    if where is None or verb.dep_ not in CONTROLLED | ADVERBIAL:
        return None
    for child in head.children:
        if child.i == verb.i:
            continue
        is_object = where == "obj" and child.dep_ in OBJECT | PASSIVE_SUBJECT
        is_dative = where == "à" and (child.dep_ == "iobj" or (child.dep_ in OBLIQUE and context.slot_of(child) == "à"))
        if is_object or is_dative:
            return context.filler(child, "nsubj")
    return None


def _visible_subject(context: Context, head: Word) -> Filler | None:
    for child in head.children:
        if child.dep_ in SUBJECT | PASSIVE_SUBJECT and not _before_colon(child, head):
            return context.filler(child, "nsubj")
    if head.dep_ in PARTICIPIAL:
        return context.filler(head.head, "nsubj")
    return None


def _by_word_order(context: Context, verb: Word, slots: Slots, *, passive: bool) -> None:
    """Fill what the tree left empty from the mentions around the verb, within its clause."""
    doc = context.doc
    for position in range(verb.i + 1, min(verb.i + REACH, len(doc))):
        token = doc[position]
        if token.is_sent_start or token.text in ";:()«»" or (is_verb(context, token) and token.dep_ != "acl"):
            break
        if token.pos_ == "CCONJ" and position == verb.i + 1:
            break  # "Trump menace et Poutine flatte"
        mention = context.mention(position)
        if mention is None or mention.adjective or mention.first != position:
            continue
        # "Berlin approuve, Paris s'étrangle": no object stands behind a comma
        near = position - verb.i <= CLOSE and not any(word.text == "," for word in doc[verb.i : position])
        slot = slot_before(context, position) or ("obj" if near else "")
        if passive and slot == "par":
            slot = "nsubj"
        if slot and slot not in slots and slot != "de":
            slots[slot].append(Filler((mention,), slot, "linear"))
    if not passive and "nsubj" not in slots:
        _subject_by_order(context, verb, slots)


def _subject_by_order(context: Context, verb: Word, slots: Slots) -> None:
    if has_subject(verb):
        return
    doc = context.doc
    finite = verb.head.i if "Inf" in verb.morph.get("VerbForm", ()) and verb.dep_ in CONTROLLED else verb.i
    for position in range(finite - 1, max(finite - REACH, -1), -1):
        token = doc[position]
        if is_verb(context, token) or token.text in ";:()«»":
            return
        mention = context.mention(position)
        # a clitic of this verb, or what the verb before has for an object
        is_object = token.dep_ in OBJECT or (token.head.i == verb.i and token.dep_ in OBLIQUE)
        fits = mention is not None and not mention.adjective and not is_object
        if mention is not None and fits and not slot_before(context, mention.first):
            slots["nsubj"].append(Filler((mention,), "nsubj", "linear"))
            return
        if token.is_sent_start:
            return


def has_subject(verb: Word) -> bool:
    """Tell whether the tree gives a verb a subject, its own or that of the verb it is coordinated with."""
    if children(verb, SUBJECT):
        return True
    return verb.dep_ in COORDINATED and verb.head.i != verb.i and bool(children(verb.head, SUBJECT))


def is_verb(context: Context, token: Word) -> bool:
    """Tell whether a token is a verb; the tagger takes "envers" for one."""
    return token.pos_ == "VERB" and token.lower_ not in context.lexicon.prepositions


def slot_before(context: Context, position: int) -> str:
    """Return the preposition slot of the words just before a token, articles passed over."""
    doc = context.doc
    before = position - 1
    while (
        before >= 0
        and doc[before].pos_ in ("DET", "NUM", "ADJ")
        and doc[before].lower_ not in context.lexicon.prepositions
    ):
        before -= 1
    # "auprès des" ends in what may be taken for an article
    table = context.lexicon.prepositions
    return preposition_ending(doc, before, table) or preposition_ending(doc, min(before + 1, position - 1), table, 2)
