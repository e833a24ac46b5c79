"""The rule ids of an event in words."""

from __future__ import annotations

import csv

from graphbuild.lexicon.rows import data_folder

_RULES = {
    "verbal.active": "an active verb with its subject and its object or complement",
    "verbal.passive": "a passive verb: its subject is the target",
    "verbal.participle": "a participle: the noun it belongs to is one of the two",
    "verbal.infinitive": "an infinitive, whose subject is that of the verb above it",
    "verbal.reflexive": "a reflexive verb",
    "nominal.complement": "an action noun with both actors in its noun phrase",
    "nominal.support": "an action noun with an actor from the verb that carries it",
    "nominal.governor": "an action noun whose source is the subject of the verb above it",
    "nominal.discourse": "an action noun with an actor from an earlier event of the same words",
    "adjectival.relation": "an adjective that relates two actors",
    "relation.office": "a title, a body and a person in one phrase",
}
_VIA = {
    "tree": "by the parse tree",
    "linear": "by the order of the words",
    "through": "through a thing that belongs to the actor",
    "shared": "shared with another verb",
    "support": "as argument of the verb that carries the noun",
    "governor": "as subject of the verb above",
    "participle": "by the noun that the participle belongs to",
    "attached": "by a complement that the parser hangs elsewhere",
    "discourse": "from the text before",
}
_SLOTS = {
    "nsubj": "the subject",
    "obj": "the object",
    "adj": "an adjective of nationality",
    "poss": "a possessive",
    "head": "who bears the word",
    "compound": "a compound",
    "support": "the verb that carries the noun",
    "governor": "the verb above",
    "discourse": "the text before",
}


def in_words(rule: str) -> str:
    """Return what a rule id means; an id that is not known is told as such."""
    family, _, rest = rule.partition(".")
    if family == "frame":
        return _frame(rest)
    if family in ("source", "target"):
        slot, _, via = rest.partition(".")
        return f"found in {_SLOTS.get(slot, f'the complement with «{slot}»')}, {_VIA.get(via, via)}"
    name, _, detail = rule.partition(":")
    return _RULES.get(name, "a rule without description") + (f": «{detail}»" if detail else "")


def _frame(where: str) -> str:
    """Return what the row of the lexicon says, as long as the tables are those of the build."""
    table, _, line = where.rpartition(":")
    file = data_folder() / table
    if not line.isdigit() or not file.is_file():
        return "its word in the lexicon"
    reader = csv.reader(file.read_text(encoding="utf-8").splitlines())
    header = next(reader, [])
    row = next((dict(zip(header, row, strict=False)) for row in reader if reader.line_num == int(line)), {})
    return f"its word in the lexicon, as in «{row['example']}»" if row.get("example") else "its word in the lexicon"
