"""Articles → findings on Spark: batches of equal words go out to its workers, what they find comes back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from itertools import islice
from typing import TYPE_CHECKING
from uuid import uuid4

from graphbuild.fingerprint import program_fingerprint
from graphbuild.model import Article
from graphbuild.parse import by_words
from graphbuild.spark.session import running_or_new
from graphbuild.spark.task import Answer, Failure, Task
from graphbuild.spark.trouble import explained
from graphbuild.workers import Findings

if TYPE_CHECKING:
    from pyspark import SparkContext

__all__ = ["spread"]

BATCHES_A_CORE = 4
AHEAD = 3
Batch = list[Article]


def spread(articles: Iterable[Article], *, model: str, min_confidence: float) -> Iterator[Findings]:
    """Yield the findings of each article, in order, worked out by the workers of Spark.

    Uses the Spark of this process if there is one, else starts one by Spark's own settings. Only so many articles as
    keep every core busy are on their way at a time, so memory does not grow with the corpus. Raises EngineError where
    Spark cannot start or gives up on a batch; what a worker itself raises is raised here.
    """
    task = Task(model, min_confidence, program_fingerprint(model, min_confidence))
    batches = by_words(articles, lambda article: article.text)
    with running_or_new() as spark, closing(_in_order(spark, batches, task)) as answers:
        for answer in answers:
            if isinstance(answer, Failure):
                raise answer.error
            yield from answer


def _in_order(spark: SparkContext, batches: Iterator[Batch], task: Task) -> Generator[Answer]:
    """Yield the answer to each batch; while one job is being read the next ones keep the workers busy."""
    jobs = f"graphbuild {uuid4()}"
    waiting: deque[Future[list[Answer]]] = deque()
    pool = ThreadPoolExecutor(AHEAD)
    try:
        with explained():
            while wave := list(islice(batches, spark.defaultParallelism * BATCHES_A_CORE)):
                waiting.append(pool.submit(_collect, spark, wave, task, jobs))
                if len(waiting) >= AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
    finally:
        with suppress(Exception):  # it may be Spark that has ended
            spark.cancelJobGroup(jobs)
        pool.shutdown(cancel_futures=True)


def _collect(spark: SparkContext, wave: list[Batch], task: Task, jobs: str) -> list[Answer]:
    spark.setJobGroup(jobs, "graphbuild: events of articles", interruptOnCancel=True)
    return spark.parallelize(wave, len(wave)).mapPartitions(task).collect()
