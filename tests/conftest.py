"""The parser and the words, loaded once a session, and a shorthand from text to events."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
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


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build of the shipped corpus, not to be changed."""
    from graphbuild.pipeline import build

    folder = tmp_path_factory.mktemp("shipped")
    build(Path(__file__).parents[1] / "corpus", folder)
    return folder


class Listener:
    """Counts who calls on a port."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()
