"""Who is named: every word of an article that stands for an actor, resolved in the order of reading."""

from __future__ import annotations

from graphbuild.lexicon import Lexicon
from graphbuild.mentions.compounds import find_compound
from graphbuild.mentions.groups import find_group
from graphbuild.mentions.mention import Mention, Mentions, Office
from graphbuild.mentions.local import localised, note_civility
from graphbuild.mentions.names import find_names
from graphbuild.mentions.nationality import find_nationality
from graphbuild.mentions.pronouns import find_pronoun
from graphbuild.mentions.roles import find_role
from graphbuild.mentions.scene import Scene, number_sentences, rank_states, topic_of
from graphbuild.model import Article
from graphbuild.parse import Paragraph

__all__ = ["Mention", "Mentions", "Office", "Scene", "read_scene"]


def read_scene(article: Article, paragraphs: list[Paragraph], lexicon: Lexicon) -> Scene:
    """Find and resolve all mentions of an article, from its first word to its last."""
    names, register = find_names(paragraphs, lexicon)
    scene = Scene(paragraphs, lexicon, register, article.id, article.date, number_sentences(paragraphs))
    scene.topic = topic_of(names, paragraphs)
    scene.main_states = rank_states(names, paragraphs, lexicon)
    by_paragraph: list[dict[int, Mention]] = [{} for _ in paragraphs]
    for mention in names:
        by_paragraph[mention.paragraph][mention.first] = localised(scene, mention)
        note_civility(scene, mention)
    for number, paragraph in enumerate(paragraphs):
        position = 0
        while position < len(paragraph.doc):
            mention = _mention_at(scene, number, position, by_paragraph[number])
            if mention is None:
                position += 1
            else:
                scene.mentions.add(mention)
                position = mention.last + 1
    return scene


def _mention_at(scene: Scene, paragraph: int, token: int, names: dict[int, Mention]) -> Mention | None:
    return (
        names.get(token)
        or find_compound(scene, paragraph, token)
        or find_role(scene, paragraph, token, names)
        or find_group(scene, paragraph, token, names)
        or find_nationality(scene, paragraph, token)
        or find_pronoun(scene, paragraph, token)
    )
