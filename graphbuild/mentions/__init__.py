"""Who is named: every word of an article that stands for an actor, resolved in the order of reading."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.lexicon import Lexicon
from graphbuild.mentions.compounds import find_compound
from graphbuild.mentions.gender import learn_genders
from graphbuild.mentions.groups import find_group
from graphbuild.mentions.local import names_by_token
from graphbuild.mentions.mention import Mention, Mentions, Office
from graphbuild.mentions.names import find_names
from graphbuild.mentions.nationality import find_nationality
from graphbuild.mentions.pronouns import find_pronoun
from graphbuild.mentions.quotations import first_persons
from graphbuild.mentions.roles import find_role
from graphbuild.mentions.scene import Scene, count_states, number_sentences, own_state, rank_states, topic_of
from graphbuild.mentions.shared import find_shared
from graphbuild.model import Article
from graphbuild.parse import Paragraph

__all__ = ["Mention", "Mentions", "Office", "Scene", "read_scene"]


def read_scene(article: Article, paragraphs: list[Paragraph], lexicon: Lexicon) -> Scene:
    """Find and resolve all mentions of an article, from its first word to its last.

    It is read twice: a heading may say "le ministre" of whom the text names below.
    """
    names, register = find_names(paragraphs, lexicon)
    first = Scene(paragraphs, lexicon, register, article.id, article.date, number_sentences(paragraphs))
    first.topic = topic_of(names, paragraphs)
    spoken_of = count_states(names, paragraphs, lexicon)
    first.main_states, first.own_state = rank_states(spoken_of), own_state(spoken_of)
    first.names = names_by_token(first, names)
    learn_genders(first, names)
    _read(first)
    scene = replace(first, mentions=Mentions(), office_holders={}, described={}, foretold=first.office_holders)
    _read(scene)
    _let_speakers_in(scene)
    return scene


STANDING_FOR_NOBODY = frozenset(("ADP", "AUX", "CCONJ", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB"))


def _read(scene: Scene) -> None:
    for number, paragraph in enumerate(scene.paragraphs):
        position = 0
        while position < len(paragraph.doc):
            mention = _mention_at(scene, number, position, scene.names[number])
            if mention is None:
                position += 1
            else:
                scene.mentions.add(mention)
                position = mention.last + 1


def _let_speakers_in(scene: Scene) -> None:
    """Add what "je" and "nous" say last: a quotation often stands before the name of its speaker."""
    for number in range(len(scene.paragraphs)):
        for mention in list(first_persons(scene, number)):
            scene.mentions.add(mention)
    scene.mentions.found.sort(key=lambda mention: (mention.paragraph, mention.first))


def _mention_at(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    if token not in names and scene.paragraphs[paragraph].doc[token].pos_ in STANDING_FOR_NOBODY:
        return None
    return (
        find_compound(scene, paragraph, token)
        or names.get(token)
        or find_shared(scene, paragraph, token)
        or find_role(scene, paragraph, token, names)
        or find_group(scene, paragraph, token, names)
        or find_nationality(scene, paragraph, token)
        or find_pronoun(scene, paragraph, token)
    )
