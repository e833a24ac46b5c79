"""graphbuild build: a corpus to the files of a build."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from graphbuild import pipeline
from graphbuild.cli import options
from graphbuild.cli.console import leave, say, tell
from graphbuild.intake import Progress

if TYPE_CHECKING:
    from graphbuild.results import EventGraph


@click.command()
@click.argument("corpus", nargs=-1, required=True)
@options.output
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that share the work."
)
@click.option("--fresh", is_flag=True, help="Parse every article again, not only new and changed ones.")
@options.model
@options.min_confidence
@options.reading
def build(
    corpus: tuple[str, ...],
    output: str,
    workers: int,
    fresh: bool,
    model: str,
    min_confidence: float,
    **reading: str | None,
) -> None:
    """Build the event graph of CORPUS: files, folders, patterns in quotes, or - for standard input.

    Writes graph.sqlite, events.jsonl, actors.csv, Turtle, TriG, GraphML, GEXF and a picture of the alliances.
    """
    with _bar(corpus) as move:
        watch = _Watch(move)
        graph = pipeline.build(
            corpus,
            output,
            model=model,
            workers=workers,
            fresh=fresh,
            min_confidence=min_confidence,
            report=watch,
            **options.given(reading),
        )
    _tell(graph, watch.last, output)


class _Watch:
    """Keeps the last state of a build, and moves the bar if there is one."""

    def __init__(self, move: Callable[[int], None] | None) -> None:
        self.last = Progress()
        self._move = move

    def __call__(self, progress: Progress) -> None:
        self.last = progress
        if self._move is not None:
            self._move(progress.done + progress.unchanged + len(progress.refused))


def _bar(corpus: tuple[str, ...]) -> AbstractContextManager[Callable[[int], None] | None]:
    if not sys.stderr.isatty():
        return nullcontext()
    from graphbuild.cli.bar import bar

    return bar(corpus)


def _tell(graph: EventGraph, progress: Progress, output: str) -> None:
    from graphbuild.cli.summary import summary

    if progress.rebuilt:
        say("the words, the program or the settings have changed since the last build: every article was parsed again")
    tell(progress)
    click.echo(summary(graph, progress, output))
    leave(progress)
