"""What the tests send to the workers of Spark in place of the product's own task."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graphbuild.model import Article
from graphbuild.spark.task import Answer, Task
from graphbuild.workers import Findings

Batches = Iterable[list[Article]]


def end() -> None:
    """End this process as a lack of memory or power would."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class KilledOnce:
    """Does its work, but the first worker that has a batch in its hands is killed."""

    mark: Path
    task: Task

    def __call__(self, batches: Batches) -> Iterator[Answer]:
        for batch in batches:
            if not self.mark.exists():
                self.mark.touch()
                end()
            yield from self.task([batch])


@dataclass(frozen=True)
class KilledBy:
    """Does its work, but one article kills every worker that it comes to."""

    article: str
    task: Task

    def __call__(self, batches: Batches) -> Iterator[Answer]:
        for batch in batches:
            if any(article.id == self.article for article in batch):
                end()
            yield from self.task([batch])


def nothing_found(batches: Batches) -> Iterator[Answer]:
    """Answer at once that there is nothing in an article."""
    for batch in batches:
        yield [Findings(article, (), ()) for article in batch]


def lacking(batches: Batches) -> Iterator[Answer]:
    """Fail as a worker without graphbuild does."""
    raise ModuleNotFoundError("No module named 'graphbuild'", name="graphbuild")
    yield list(batches)
