"""Names beside a title: "ministre X", "le ministre, X,", "le commissaire, le Français X,"."""

from __future__ import annotations

from graphbuild.lexicon import function_words
from graphbuild.mentions.mention import Mention
from graphbuild.tree import Tree


def name_after(doc: Tree, position: int, names: dict[int, Mention]) -> Mention | None:
    """ "ministre X", "le ministre, X,", "le commissaire, le Français X,"."""
    if position in names or doc[position].text != ",":
        return names.get(position)
    position += 1
    if position + 1 < len(doc) and doc[position].pos_ == "DET":
        following = names.get(position + 1)
        return following if following is not None and following.first < following.head else None
    return names.get(position)


def person_of(mention: Mention) -> Mention | None:
    """Return the mention if it names a person."""
    return mention if mention.actors[0].kind == "person" else None


def closes(doc: Tree, mention: Mention, names: dict[int, Mention]) -> bool:
    """Tell whether the text ends or pauses after a name, as after an apposition: no list of names goes on there."""
    after = mention.last + 1
    if after >= len(doc):
        return True
    return doc[after].is_punct and not (doc[after].text == "," and after + 1 in names)


def names_place(doc: Tree, first: int) -> bool:
    """Tell whether a person's name is a place's: "la station Jacques Bonsergent", where he does nothing."""
    return first > 0 and doc[first - 1].lower_ in function_words("place") and not doc[first].is_sent_start
