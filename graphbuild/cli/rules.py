"""The rule ids of an event in words."""

from __future__ import annotations

RULES = {
    "verbal.active": "an active verb with its subject and its object or complement",
    "verbal.passive": "a passive verb: its subject is the target",
    "verbal.participle": "a participle: the noun it belongs to is one of the two",
    "verbal.infinitive": "an infinitive, whose subject is that of the verb above it",
    "verbal.reflexive": "a reflexive verb",
    "nominal.complement": "an action noun with both actors in its noun phrase",
    "nominal.support": "an action noun with an actor from the verb that carries it",
    "nominal.governor": "an action noun whose source is the subject of the verb above it",
    "adjectival.relation": "an adjective that relates two actors",
    "relation.office": "a title, a body and a person in one phrase",
}
VIA = {
    "tree": "{slot}, by the parse tree",
    "linear": "{slot}, by the order of the words",
    "through": "the owner of {slot}",
    "shared": "{slot}, shared with another verb",
    "support": "lent by the verb that carries the noun",
    "governor": "the subject of the verb above",
    "participle": "the noun that the participle belongs to",
    "attached": "{slot}, which the parser hangs elsewhere",
    "middle": "the subject of a participle that acts by itself",
    "word": "the institution whose deed the words are",
    "near": "another actor of the sentence",
    "outside": "an actor of an earlier sentence or of the heading",
}
SLOTS = {
    "nsubj": "the subject",
    "obj": "the object",
    "adj": "an adjective of nationality",
    "poss": "a possessive",
    "head": "the one whom the word describes",
    "compound": "a compound",
}


def in_words(rule: str) -> str:
    """Return what a rule id means; an id that is not known is told as such."""
    family, _, rest = rule.partition(".")
    if family == "frame":
        return _frame(rest)
    if family in ("source", "target"):
        slot, _, via = rest.partition(".")
        return VIA.get(via, "{slot}").format(slot=SLOTS.get(slot, f"the complement with «{slot}»"))
    if family == "ending":
        return f"the action is ended: «{rest.partition('.')[2]}»"
    name, _, detail = rule.partition(":")
    return RULES.get(name, "a rule without description") + (f": «{detail}»" if detail else "")


def _frame(rest: str) -> str:
    """Return the example of the word's row in the lexicon, as "noun.demande" names it."""
    from graphbuild.lexicon import load_lexicon

    pos, _, lemma = rest.partition(".")
    frames = load_lexicon().frames.get((pos.upper(), lemma.split(" ")[0]), ())
    example = next((frame.example for frame in frames if frame.lemma == lemma), "")
    return f"a word of the lexicon (example: {example})" if example else "a word of the lexicon"
