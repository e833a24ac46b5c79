"""Article → spaCy Docs, one a paragraph; the only module that loads a spaCy pipeline.

Batches of equal size in words and numpy's BLAS instead of BLIS save nearly half of the stock pipeline's time, and
`tuning` saves more (benchmarks/pipeline.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graphbuild.errors import ModelError
from graphbuild.model import Article, Span
from graphbuild.text import LONG_WORD, view
from graphbuild.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "fr_core_news_md"
Item = TypeVar("Item")
BATCH_WORDS = 4_000
MAX_PARAGRAPH = 10_000
_LONG_WORDS = 12

_MARKDOWN = re.compile(
    r"\]\([^)\s]*\)"
    r"|(?m:^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+)"
    r"|[*_`\[]{1,3}(?=\w)"
    r"|(?<=[\w.!?»])[*_`\]]{1,3}"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”)]*$")
_CUT = re.compile(r"[.!?…][\"»”)]*\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: token offsets plus `offset` count in the article's text; `heading` marks titles."""

    doc: Tree
    offset: int
    heading: bool

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the article offsets of the tokens from `first` to `last`, both included."""
        tokens = self.doc
        return self.offset + tokens[first].idx, self.offset + tokens[last].idx + len(tokens[last])


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph before parsing."""

    text: str
    offset: int
    heading: bool


def require_model(model: str) -> None:
    """Raise ModelError when a pipeline is neither installed nor a folder, without the cost of loading it."""
    if not Path(model).is_dir() and not _is_package(model):
        raise _missing(model)


def _is_package(name: str) -> bool:
    with suppress(ModuleNotFoundError, ValueError):
        return find_spec(name) is not None
    return False


def _missing(model: str) -> ModelError:
    return ModelError(
        f"the spaCy pipeline {model!r} is not installed: run  python -m pip install {model.replace('_', '-')}"
    )


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a French spaCy pipeline by package name or path, tuned for batches.

    Raises ModelError when it is not installed or speaks another language.
    """
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from graphbuild.startup import loading
    from graphbuild.tuning import tune

    set_current_ops(NumpyOps(use_blis=False))
    unused = ["senter", "attribute_ruler"]
    if model == DEFAULT_MODEL:
        # 700,000 words, half of all memory; only a pipe that knows words by their hashes alone needs them
        unused.append("strings")
    try:
        with loading():
            nlp = spacy.load(model, exclude=unused)
    except OSError as error:
        raise _missing(model) from error
    if nlp.lang != "fr" or "parser" not in nlp.pipe_names:
        raise ModelError(f"{model!r} is no French pipeline with a parser: try  --model {DEFAULT_MODEL}")
    tune(nlp)
    return nlp


def split(article: Article) -> list[Piece]:
    """Cut an article into the paragraphs to parse; skipped stretches are left out, Markdown marks are blanked."""
    text = view(article.text)
    if article.path.split(":")[0].lower().endswith((".md", ".markdown")):
        text = _MARKDOWN.sub(lambda match: " " * len(match.group()), text)
    text = LONG_WORD.sub(lambda match: " " * len(match.group()), _blanked(text, article.skipped))
    headings = sorted(article.headings)
    pieces: list[Piece] = []
    for match in re.finditer(r"[^\n]+", text):
        pieces += _pieces(match.group(), match.start(), headings)
    return pieces


def _blanked(text: str, skipped: Iterable[Span]) -> str:
    """Return the text with line feeds for the skipped stretches, so that every offset stays."""
    parts, done = [], 0
    for span in sorted(skipped):
        first = max(span.start, done)
        parts += [text[done:first], "\n" * (span.end - first)]
        done = max(done, span.end)
    return "".join([*parts, text[done:]])


def _pieces(line: str, start: int, headings: list[Span]) -> Iterator[Piece]:
    stripped = line.strip()
    if not re.search(r"\w", stripped):
        return
    offset = start + line.index(stripped)
    before = bisect_right(headings, offset, key=lambda span: span.start)
    heading = before > 0 and offset < headings[before - 1].end
    for begin, part in _parts(stripped):
        # a heading without a full stop parses as a fragment of nothing
        closed = part if not heading or _SENTENCE_END.search(part) else part + "."
        yield Piece(closed, offset + begin, heading)


def _parts(line: str) -> Iterator[tuple[int, str]]:
    """Yield a line with its offset, cut behind a sentence or a word where it is too long."""
    begin = 0
    while len(line) - begin > MAX_PARAGRAPH:
        window = line[begin : begin + MAX_PARAGRAPH]
        ends = [match.end() for match in _CUT.finditer(window)]
        end = ends[-1] if ends else window.rfind(" ") + 1 or MAX_PARAGRAPH
        yield begin, window[:end]
        begin += end
    yield begin, line[begin:]


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, list[Paragraph]]]:
    """Yield each article with its parsed paragraphs, in order, batching by words across articles."""
    from graphbuild.tokens import prepare
    from graphbuild.tuning import annotate

    cut = ((article, split(article)) for article in articles)
    for batch in by_words(cut, lambda pair: pair[0].text):
        flat = [(number, piece) for number, (_, pieces) in enumerate(batch) for piece in pieces]
        parsed: list[list[Paragraph]] = [[] for _ in batch]
        # a very long article would make one call of the pipeline too large for memory
        for chunk in by_words(flat, lambda numbered: numbered[1].text):
            docs = annotate(nlp, [prepare(nlp, piece.text, heading=piece.heading) for _, piece in chunk])
            for (number, piece), doc in zip(chunk, docs, strict=True):
                parsed[number].append(Paragraph(Tree(doc), piece.offset, piece.heading))
        for (article, _), paragraphs in zip(batch, parsed, strict=True):
            yield article, paragraphs


def by_words(items: Iterable[Item], text_of: Callable[[Item], str]) -> Iterator[list[Item]]:
    """Yield the items in batches of about BATCH_WORDS words."""
    batch: list[Item] = []
    words = 0
    for item in items:
        batch.append(item)
        words += _words(text_of(item))
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _words(text: str) -> int:
    """Return how many words a text has, or would have if they were of a usual length: without spaces it is long too."""
    return max(len(text.split()), len(text) // _LONG_WORDS)
