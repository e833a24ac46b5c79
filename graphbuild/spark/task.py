"""What a worker of Spark does: batches of articles in, their findings out. This alone runs on the other machines."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuild.errors import EngineError
from graphbuild.fingerprint import program_fingerprint
from graphbuild.model import Article
from graphbuild.parse import require_model
from graphbuild.version import program_version
from graphbuild.workers import Findings, extract_batch, one_thread_each


@dataclass(frozen=True, slots=True)
class Failure:
    """An error of the program or of the worker's installation: it would fail again, so Spark shall not try again."""

    error: Exception


Answer = list[Findings] | Failure


@dataclass(frozen=True, slots=True)
class Task:
    """The settings of a build, and what it is made with."""

    model: str
    min_confidence: float
    made_with: str

    def __call__(self, batches: Iterable[list[Article]]) -> Iterator[Answer]:
        """Yield the findings of each batch; the model is loaded by the first batch of a process."""
        one_thread_each()
        for batch in batches:
            yield self._answer(batch)

    def _answer(self, batch: list[Article]) -> Answer:
        try:
            self._require_the_same()
            return extract_batch(batch, self.model, self.min_confidence)
        except MemoryError:
            raise  # another worker may have more
        except Exception as error:
            return Failure(error)

    def _require_the_same(self) -> None:
        """Raise where this worker would find other events than the machine that asks."""
        require_model(self.model)
        if program_fingerprint(self.model, self.min_confidence) != self.made_with:
            raise EngineError(
                f"the Spark worker {platform.node()} has another version of graphbuild, its words, spaCy or "
                f"{self.model} (graphbuild {program_version()} there): install the same on all machines"
            )
