"""A sentence and one of its words, seen as the qualifying rules see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuild.extraction import Context
from graphbuild.mentions import read_scene
from graphbuild.model import Article, Span
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon
    from graphbuild.tree import Word

At = Callable[..., tuple[Context, "Word"]]


@pytest.fixture(scope="session")
def at(nlp: Language, lexicon: Lexicon) -> At:
    """Return a function that finds a word in a text and gives its paragraph's context and its token."""

    def find(text: str, word: str, date: str | None = None, title: str = "") -> tuple[Context, Word]:
        headings = (Span(0, len(title)),) if title else ()
        article = Article("text", f"{title}\n\n{text}".strip(), "text", "", date=date, headings=headings)
        ((_, paragraphs),) = parse([article], nlp)
        scene = read_scene(article, paragraphs, lexicon)
        for number, paragraph in enumerate(paragraphs):
            for token in paragraph.doc:
                if token.text == word:
                    return Context(scene, number), token
        raise AssertionError(f"{word!r} is not in {text!r}")

    return find
