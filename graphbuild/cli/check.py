"""graphbuild check: whether a build fits its shapes, and whether the data files are sound."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from graphbuild.cli.console import say, visible

SHOWN = 50


@click.command()
@click.argument("output", required=False)
@click.option("--lexicon", is_flag=True, help="Check the tables of words and actors instead.")
def check(output: str | None, lexicon: bool) -> None:
    """Name what is wrong with the RDF files of a build in the folder OUTPUT, and fail where anything is.

    The statements of graph.nq are held against the shapes that docs/model.md tells of; graph.ttl and graph.trig must
    say the same as graph.nq.
    """
    if lexicon == (output is not None):
        raise click.UsageError("name either the folder of a build, as in  graphbuild check output,  or --lexicon")
    if lexicon:
        _lexicon()
    else:
        _build(Path(output or ""))


def _lexicon() -> None:
    from graphbuild.cli.lint import problems, tables

    _tell(problems())
    say(f"{len(tables())} tables are sound")


def _build(folder: Path) -> None:
    from graphbuild.rdf.check import failures
    from graphbuild.rdf.files import loaded, unlike

    with loaded(folder / "graph.nq") as found:
        _tell([*failures(found), *unlike(found, folder)])
        say(f"{found.count()} statements about {found.count_subjects()} things fit the shapes")


def _tell(found: Iterable[str]) -> None:
    problems = list(found)
    for problem in problems[:SHOWN]:
        click.echo(visible(problem))
    if len(problems) > SHOWN:
        say(f"and {len(problems) - SHOWN} more")
    if problems:
        click.get_current_context().exit(1)
