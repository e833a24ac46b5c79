"""What has come in since the last build: new and changed articles go on, the others are counted, kept or gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from graphbuild.model import Article

if TYPE_CHECKING:
    from graphbuild.read import Refusal

_ROW = re.compile(r"(\.csv|\.jsonl):\d+$", re.IGNORECASE)


@dataclass(slots=True)
class Progress:
    """How far the work is: what the caller shows while it runs and tells when it is done.

    `failures` are where the graph that was made does not fit its own shapes; `judged` tells how many of its things were
    held against them, and of how many. `damaged` is where a damaged build was moved to.
    """

    done: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    judged: tuple[int, int] = (0, 0)
    rebuilt: bool = False
    damaged: Path | None = None

    def take(self, inputs: Iterable[Article | Refusal]) -> Iterator[Article]:
        """Yield the articles; remember what was set aside and what the reader had to guess."""
        for item in inputs:
            if isinstance(item, Article):
                self.notes += [f"{item.path}: {note}" for note in item.notes]
                yield item
            else:
                self.refused.append(item)


Report = Callable[[Progress], None]


class Intake:
    """The articles of a corpus beside those that the last build knew."""

    def __init__(self, known: Iterable[Article], sources: Sequence[str], progress: Progress) -> None:
        self._missing = {article.id: article for article in known}
        self._folders = [PurePath(source) for source in sources if Path(source).is_dir()]
        self._progress = progress

    def new(self, inputs: Iterable[Article | Refusal]) -> Iterator[Article]:
        """Yield the articles that are new or have changed, `path` told from the folder of the corpus on."""
        for item in self._progress.take(inputs):
            article = replace(item, path=self._place(item.path))
            known = self._missing.pop(article.id, None)
            if known and _stored(known) == _stored(article):
                self._progress.unchanged += 1
            else:
                yield article

    def gone(self) -> list[str]:
        """Return the ids of the articles that are no longer there, once `new` has ended.

        What stands in a file or a folder that was set aside is not gone: a note tells that it is kept.
        """
        for refusal in self._progress.refused:
            place = self._place(refusal.path)
            kept = [a.id for a in self._missing.values() if a.path == place or a.path.startswith(f"{place}/")]
            for id_ in kept:
                del self._missing[id_]
            if kept:
                count = f"{len(kept)} article{'s' if len(kept) > 1 else ''}"
                self._progress.notes.append(f"{refusal.path}: what the last build found there is kept ({count})")
        return sorted(self._missing)

    def _place(self, path: str) -> str:
        """Return where an input lies from the folder of the corpus on: the same wherever that folder lies.

        The number of a row is left out, or a row put in first would change all those after it.
        """
        file = PurePath(file_of(path))
        for folder in self._folders:
            if file.is_relative_to(folder):
                return str(PurePath(Path(folder).resolve().name, file.relative_to(folder)).as_posix())
        return file.name or path


def file_of(path: str) -> str:
    """Return the file of an input, without the number of a row: a.csv for a.csv:12."""
    return _ROW.sub(r"\1", path)


def _stored(article: Article) -> tuple[object, ...]:
    """Return all by which the ledger would tell two readings of an article apart."""
    return article.sha256, article.path, article.notes
