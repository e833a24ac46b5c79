"""Which act is it to end an act? Who suspends his aid sanctions, who lifts his sanctions yields.

The pairs follow CAMEO (Schrodt 2012), where to reduce or stop aid stands under code 16 and to ease sanctions under 08.
"""

from __future__ import annotations

from functools import cache

from graphbuild.choice import Candidate
from graphbuild.extraction import Context, Filler
from graphbuild.extraction.lemmas import noun_lemmas, verb_lemmas
from graphbuild.extraction.verb_slots import subject
from graphbuild.lexicon.rows import read_rows
from graphbuild.syntax import AGENT, OBJECT, PASSIVE_SUBJECT, case_words, children, normal_form
from graphbuild.tree import Word

ENDED = {
    "ACCUSE": "CONCEDE", "AGREE": "REJECT", "AID": "SANCTION", "ALLY": "REJECT", "ASSAULT": "RETREAT",
    "COERCE": "CONCEDE", "COOPERATE": "SANCTION", "MOBILIZE": "RETREAT", "SANCTION": "CONCEDE", "SUPPORT": "REJECT",
}  # fmt: skip
PLAIN = frozenset(("", "de"))
ENDING_COLUMNS = ("word", "pos", "example", "expected", "type", "origin")


def ending_of(context: Context, candidate: Candidate) -> Word | None:
    """Return the word that ends the action of a noun, by whoever does it: "suspend" in "X suspend son aide à Y".

    None where somebody else would end it ("X veut stopper l'offensive de Y"), and where the end is but a time or a
    matter ("depuis la fin de l'offensive", "un débat sur la fin de l'offensive").
    """
    frame, noun = candidate.reading.frame, context.doc[candidate.reading.token]
    if frame.pos != "NOUN" or frame.type not in ENDED:
        return None
    above = noun.head
    if above.pos_ == "NOUN":
        return above if _is_ending_noun(above) and _case(noun) == "de" and _case(above) in PLAIN else None
    argument = noun.dep_ in OBJECT | PASSIVE_SUBJECT and _is_ending_verb(above)
    if not argument and not (_case(noun) == "à" and _puts_an_end(above)):
        return None
    unsaid = noun.dep_ in PASSIVE_SUBJECT and not _names_agent(context, above)
    return above if unsaid or _same_hand(context, above, candidate) else None


def _names_agent(context: Context, verb: Word) -> bool:
    return any(child.dep_ in AGENT or context.slot_of(child) == "par" for child in verb.children)


def _same_hand(context: Context, verb: Word, candidate: Candidate) -> bool:
    """Tell whether the subject of a verb is who does the noun's action, or acts for the same state."""
    who = subject(context, verb)
    return who is not None and not _with_states(context, who).isdisjoint(_with_states(context, candidate.source))


def _with_states(context: Context, filler: Filler) -> set[str]:
    states = (context.scene.state_of(actor) for actor in filler.actors)
    return {*filler.ids, *(state.id for state in states if state is not None)}


def _case(word: Word) -> str:
    return " ".join(normal_form(case.lower_) for case in case_words(word))


def _puts_an_end(verb: Word) -> bool:
    """ "mettre fin à", "mettre un terme à"."""
    return verb.lemma_ == "mettre" and any(_is_ending_noun(child) for child in children(verb, OBJECT))


def _is_ending_verb(verb: Word) -> bool:
    return any(("VERB", lemma) in endings() for lemma in verb_lemmas(verb))


def _is_ending_noun(noun: Word) -> bool:
    return any(("NOUN", lemma) in endings() for lemma in noun_lemmas(noun))


@cache
def endings() -> frozenset[tuple[str, str]]:
    """Return the words that end an action, by word class and lemma."""
    rows = read_rows("lexicons/fr/endings.csv", ENDING_COLUMNS)
    return frozenset((row.one_of("pos", ("NOUN", "VERB")), row.required("word")) for row in rows)
