"""The progress bar of a build, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from graphbuild.read.sources import find_files, suffix_of

_MANY_IN_ONE = (".csv", ".jsonl")


@contextmanager
def bar(corpus: Sequence[str]) -> Iterator[Callable[[int], None]]:
    """Show a bar and give the function that moves it to a number of articles."""
    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("articles", total=_total(corpus))
        yield lambda done: progress.update(task, completed=done)


def _total(corpus: Sequence[str]) -> int | None:
    """Return the number of articles, or None where only reading the files can tell."""
    files, refusals, stdin = find_files(corpus)
    if stdin or any(suffix_of(path) in _MANY_IN_ONE for path in files):
        return None
    return len(files) + len(refusals)
