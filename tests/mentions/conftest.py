"""A shorthand: whom does the word in brackets stand for?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuild.mentions import Mention, Scene, read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon

ReadText = Callable[..., Scene]
WhoIs = Callable[..., str]


@pytest.fixture(scope="session")
def read_text(nlp: Language, lexicon: Lexicon) -> ReadText:
    """Return a function that reads a text into a scene."""

    def read(text: str, date: str | None = None) -> Scene:
        article = Article("text", text, "text", "", date=date)
        ((_, paragraphs),) = parse([article], nlp)
        return read_scene(article, paragraphs, lexicon)

    return read


@pytest.fixture(scope="session")
def who_is(read_text: ReadText) -> WhoIs:
    """Return a function that names the actors of the word in brackets, joined by " + ", "" for no mention."""

    def who(marked: str, date: str | None = None) -> str:
        place = re.search(r"\[(.+?)\]", marked)
        assert place is not None, "no word in brackets"
        start = place.start()
        end = start + len(place.group(1))
        text = marked.replace("[", "").replace("]", "")
        mention = _covering(read_text(text, date), start, end)
        return " + ".join(actor.name for actor in mention.actors) if mention else ""

    return who


def _covering(scene: Scene, start: int, end: int) -> Mention | None:
    """Return the mention on the last word of a stretch of text."""
    for number, paragraph in enumerate(scene.paragraphs):
        for token in paragraph.doc:
            first = paragraph.offset + token.idx
            if start <= first < end <= first + len(token):
                return scene.mentions.at(number, token.i)
    return None
