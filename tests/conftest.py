"""The parser and the words, loaded once a session, and a shorthand from text to events."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuild.model import Article, Event

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon

ExtractEvents = Callable[..., list[Event]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    from graphbuild.lexicon import load_lexicon

    return load_lexicon()


@pytest.fixture(scope="session")
def nlp() -> Language:
    from graphbuild.parse import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def extract_events(nlp: Language, lexicon: Lexicon) -> ExtractEvents:
    """Return a function that gives the events of a text, of every confidence."""
    from graphbuild.assemble import events_of
    from graphbuild.parse import parse

    def events(text: str, date: str | None = None) -> list[Event]:
        article = Article("text", text, "text", "", date=date)
        ((_, paragraphs),) = parse([article], nlp)
        return events_of(article, paragraphs, lexicon)[0]

    return events
