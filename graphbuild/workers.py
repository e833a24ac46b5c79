"""Articles → findings, in this process or in several, always in the order of the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from graphbuild.model import Actor, Article, Event
from graphbuild.parse import BATCH_WORDS

if TYPE_CHECKING:
    from spacy.language import Language

AHEAD = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """What one article says: its events in text order and the actors they join."""

    article: Article
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]


def findings(
    articles: Iterable[Article], *, model: str, min_confidence: float, workers: int = 1
) -> Iterator[Findings]:
    """Yield the findings of each article, in order; `workers` processes share the work by batches of equal words."""
    if workers < 2:
        nlp = _pipeline(model)
        yield from _extract(articles, nlp, min_confidence)
        return
    # spawn, not fork: a forked child may inherit the locks of a numerical library
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    with pool:
        waiting: deque[Future[list[Findings]]] = deque()
        for batch in _batches(articles):
            waiting.append(pool.submit(_extract_batch, batch, model, min_confidence))
            if len(waiting) >= workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_loaded: dict[str, Language] = {}


def _pipeline(model: str) -> Language:
    from graphbuild.parse import load_pipeline

    if model not in _loaded:
        _loaded[model] = load_pipeline(model)
    return _loaded[model]


def _extract_batch(batch: list[Article], model: str, min_confidence: float) -> list[Findings]:
    return list(_extract(batch, _pipeline(model), min_confidence))


def _extract(articles: Iterable[Article], nlp: Language, min_confidence: float) -> Iterator[Findings]:
    from graphbuild.assemble import events_of
    from graphbuild.lexicon import load_lexicon
    from graphbuild.parse import parse

    lexicon = load_lexicon()
    for article, paragraphs in parse(articles, nlp):
        events, cast = events_of(article, paragraphs, lexicon)
        kept = tuple(event for event in events if event.confidence >= min_confidence)
        used = {argument.id for event in kept for argument in event.source + event.target}
        actors = tuple(actor for id_, actor in sorted(cast.items()) if id_ in used)
        yield Findings(replace(article, text=""), kept, actors)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while first := list(islice(source, 1)):
        batch, words = first, len(first[0].text.split())
        while words < BATCH_WORDS and (following := next(source, None)) is not None:
            batch.append(following)
            words += len(following.text.split())
        yield batch
