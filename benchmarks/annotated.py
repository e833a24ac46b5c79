"""The annotated articles: their texts, what readers found in them, and what the program finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.evaluate import Pair, Text, expand, load_records, load_texts
from graphbuild.lexicon import load_lexicon
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Article, Event
from graphbuild.parse import load_pipeline, parse
from graphbuild.pipeline import extract_files
from graphbuild.read import read

ANNOTATIONS = Path(__file__).parent / "annotations"


@dataclass(frozen=True, slots=True)
class Set:
    """A set of annotated articles: what readers found, the folder of the texts, and which of them were read."""

    gold: Path
    folder: Path
    docs: tuple[str, ...]

    def records(self) -> list[dict[str, Any]]:
        """Return the annotated events."""
        return list(load_records(self.gold))

    def texts(self) -> dict[str, Text]:
        """Return the texts by document."""
        return {doc: text for doc, text in load_texts(self.folder).items() if doc in self.docs}

    def articles(self) -> list[Article]:
        """Return the articles as read."""
        return [one for one in read(self.files()) if isinstance(one, Article)]

    def files(self) -> list[str]:
        """Return the files of the articles."""
        return [str(self.folder / f"{doc}.txt") for doc in self.docs]


def given(gold: str, folder: str) -> Callable[[Path], Set]:
    """Return how to find a set below the shared folder; every text of an annotated document counts as read."""

    def find(shared: Path) -> Set:
        file = shared / "gold" / gold
        return Set(file, shared / "texts" / folder, tuple(sorted({record["doc"] for record in load_records(file)})))

    return find


def own(name: str) -> Callable[[Path], Set]:
    """Return how to find a set of our own annotations, with its list of all articles that were read."""

    def find(shared: Path) -> Set:
        docs = (ANNOTATIONS / f"{name}.txt").read_text(encoding="utf-8").split()
        return Set(ANNOTATIONS / f"{name}.jsonl", shared / "texts" / "more", tuple(sorted(docs)))

    return find


SETS: dict[str, Callable[[Path], Set]] = {
    "dev": given("dev.jsonl", "dev"),
    "seeds": given("seeds_dev.jsonl", "seeds"),
    "train": given("train.jsonl", "train"),
    "more": own("more"),
    "held": own("held"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One set of annotated articles; `events` are those of the default settings, LEADS and MEMBER left out."""

    name: str
    texts: dict[str, Text]
    gold: list[Pair]
    events: list[Event]
    scenes: dict[str, Scene]

    def pairs(self, events: Iterable[Event]) -> list[Pair]:
        """Return events as pairs."""
        return expand([event.to_dict() for event in events], self.texts)

    def found(self, least: float = 0.0) -> list[Pair]:
        """Return the pairs that the program finds with at least this confidence (0…1)."""
        return self.pairs(event for event in self.events if event.confidence >= least)


def load(shared: Path, name: str) -> Part:
    """Read, parse and extract one set; `shared` holds the folders gold and texts."""
    chosen = SETS[name](shared)
    texts = chosen.texts()
    parsed = parse(chosen.articles(), load_pipeline())
    scenes = {article.id: read_scene(article, paragraphs, load_lexicon()) for article, paragraphs in parsed}
    events = list(extract_files(chosen.files()))
    return Part(name, texts, expand(chosen.records(), texts), events, scenes)
