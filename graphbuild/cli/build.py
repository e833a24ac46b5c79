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
from graphbuild.engines import ENGINES, Engine
from graphbuild.intake import Progress
from graphbuild.page import DEFAULT_EVIDENCE, EVIDENCE, Evidence

if TYPE_CHECKING:
    from graphbuild.results import EventGraph


SHOWN = 5


@click.command()
@click.argument("corpus", nargs=-1, required=True)
@options.output
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that share the work."
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="local",
    show_default=True,
    help="What works on the articles: this machine, or Spark by its own settings (then without --workers).",
)
@click.option("--fresh", is_flag=True, help="Parse every article again, not only new and changed ones.")
@options.model
@options.min_confidence
@options.base_iri
@options.no_text
@click.option(
    "--evidence",
    type=click.Choice(EVIDENCE),
    default=DEFAULT_EVIDENCE,
    show_default=True,
    help="How much of the sentences the explorer holds.",
)
@options.reading
def build(
    corpus: tuple[str, ...],
    output: str,
    workers: int,
    engine: Engine,
    fresh: bool,
    model: str,
    min_confidence: float,
    base_iri: str,
    no_text: bool,
    evidence: Evidence,
    **reading: str | None,
) -> None:
    """Build the event graph of CORPUS: files, folders, patterns in quotes, or - for standard input.

    Writes graph.sqlite, events.jsonl, actors.csv, Turtle, TriG, N-Quads, GraphML, GEXF, a picture of the alliances
    and a page to explore them.
    """
    if engine == "spark" and workers != 1:
        raise click.UsageError("--workers is for --engine local; with spark the settings of Spark say how many")
    with _bar(corpus) as move:
        watch = _Watch(move)
        graph = pipeline.build(
            corpus,
            output,
            model=model,
            engine=engine,
            workers=workers,
            fresh=fresh,
            min_confidence=min_confidence,
            base_iri=base_iri,
            text=not no_text,
            evidence=evidence,
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
    if progress.damaged:
        say(f"the last build was damaged: every article was parsed again; what is left of it is {progress.damaged}")
    tell(progress)
    click.echo(summary(graph, progress, output))
    _unfit(progress, output)
    leave(progress)


def _unfit(progress: Progress, output: str) -> None:
    """Say that the graph does not fit its own shapes, and fail: a fault of the program, not of the corpus."""
    for failure in progress.failures[:SHOWN]:
        say(failure)
    if progress.failures:
        say(f"the graph does not fit its own shapes, so do not rely on it; see all with  graphbuild check {output}")
        click.get_current_context().exit(1)
