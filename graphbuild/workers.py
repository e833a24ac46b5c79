"""Articles → findings, in this process or in several, always in the order of the articles."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import chain
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from graphbuild.ceiling import ceiling
from graphbuild.errors import CeilingError, GraphbuildError
from graphbuild.model import Actor, Article, Event
from graphbuild.parse import by_words

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon

AHEAD = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """What one article says: its events in text order, the actors they join and the states these act for.

    `fault` tells why it says nothing: it was set aside, for it costs more than any article may.
    """

    article: Article
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    fault: str | None = None


def findings(articles: Iterable[Article], *, model: str, min_confidence: float, workers: int = 1) -> Iterator[Findings]:
    """Yield the findings of each article, in order; `workers` processes share the work by batches of equal words.

    Nothing is loaded before the first article comes. Raises ModelError, or GraphbuildError where a process is lost.
    """
    source = iter(articles)
    first = next(source, None)
    if first is None:
        return
    every = chain([first], source)
    if workers < 2:
        yield from _extract(every, model, min_confidence)
    else:
        yield from _shared(every, model, min_confidence, workers)


def _shared(articles: Iterator[Article], model: str, min_confidence: float, workers: int) -> Iterator[Findings]:
    pool = _pool(workers)
    waiting: deque[Future[list[Findings]]] = deque()
    try:
        for batch in by_words(articles, lambda article: article.text):
            waiting.append(pool.submit(extract_batch, batch, model, min_confidence))
            if len(waiting) >= workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise GraphbuildError(
            "a worker process was lost, perhaps for want of memory; what is done is kept: go on with fewer workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # spawn, not fork: a forked child may inherit the locks of a numerical library
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_obey_the_parent)


def one_thread_each() -> None:
    """Keep linear algebra to one thread a process, unless the user has said how many; call it before numpy loads.

    On matrices as small as a parser's more threads cost 1.5 times the CPU and gain little, and `workers` do better.
    """
    for library in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(library, "1")


def _obey_the_parent() -> None:
    """Leave interrupts to the parent, and end when it ends: after a kill -9 nobody else ends a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def pipeline_of(model: str) -> Language:
    """Return the spaCy pipeline of this name, loaded once a process."""
    from graphbuild.parse import load_pipeline

    return load_pipeline(model)


def extract_batch(batch: list[Article], model: str, min_confidence: float) -> list[Findings]:
    """Return the findings of some articles, in order; the first batch of a process loads the model."""
    return list(_extract(batch, model, min_confidence))


def _extract(articles: Iterable[Article], model: str, min_confidence: float) -> Iterator[Findings]:
    from graphbuild.assemble import events_of
    from graphbuild.lexicon import load_lexicon
    from graphbuild.parse import parse
    from graphbuild.startup import settled

    lexicon, nlp = load_lexicon(), pipeline_of(model)
    with settled():
        for article, paragraphs in parse(articles, nlp):
            try:
                with ceiling():
                    events, cast = events_of(article, paragraphs, lexicon, min_confidence=min_confidence)
            except CeilingError as error:
                yield Findings(article, (), (), str(error))
                continue
            except Exception as error:
                error.add_note(f"in {article.path}")
                raise
            yield Findings(article, tuple(events), _actors(events, cast, lexicon))


def _actors(events: Iterable[Event], cast: dict[str, Actor], lexicon: Lexicon) -> tuple[Actor, ...]:
    """Return who takes part in the events, and the states they act for, by id."""
    found = {a.id: cast[a.id] for event in events for a in event.source + event.target if a.id in cast}
    known = lexicon.directory.actors
    states = {actor.state: known[actor.state] for actor in found.values() if actor.state and actor.state in known}
    return tuple(actor for _, actor in sorted((states | found).items()))
