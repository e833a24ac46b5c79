"""The annotated articles: their texts, what readers found in them, and what the program finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphbuild.evaluate import Pair, Text, expand, load_records, load_texts
from graphbuild.lexicon import load_lexicon
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Article, Event
from graphbuild.parse import load_pipeline, parse
from graphbuild.pipeline import extract_files
from graphbuild.read import read

FILES = {"dev": "dev.jsonl", "seeds": "seeds_dev.jsonl", "train": "train.jsonl"}


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
    gold_file, folder = gold_and_texts(shared, name)
    records = list(load_records(gold_file))
    docs = {record["doc"] for record in records}
    texts = {doc: text for doc, text in load_texts(folder).items() if doc in docs}
    files = [str(folder / f"{doc}.txt") for doc in sorted(docs)]
    articles = [article for article in read(files) if isinstance(article, Article)]
    parsed = parse(articles, load_pipeline())
    scenes = {article.id: read_scene(article, paragraphs, load_lexicon()) for article, paragraphs in parsed}
    return Part(name, texts, expand(records, texts), list(extract_files(files)), scenes)


def gold_and_texts(shared: Path, name: str) -> tuple[Path, Path]:
    """Return the gold file and the text folder of a set."""
    return shared / "gold" / FILES[name], shared / "texts" / name
