"""graphbuild check: what is wrong with the data files."""

from __future__ import annotations

import click

from graphbuild.cli.console import say, visible

SHOWN = 50


@click.command()
@click.option("--lexicon", is_flag=True, required=True, help="Check the tables of words and actors.")
def check(lexicon: bool) -> None:
    """Name what is wrong with the data files, as file:line, and fail where anything is."""
    from graphbuild.cli.lint import problems, tables

    found = list(problems())
    for problem in found[:SHOWN]:
        click.echo(visible(problem))
    if len(found) > SHOWN:
        say(f"and {len(found) - SHOWN} more")
    if found:
        click.get_current_context().exit(1)
    say(f"{len(tables())} tables are sound")
