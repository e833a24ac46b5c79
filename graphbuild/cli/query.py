"""graphbuild query: SPARQL over a build, by name or free."""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphbuild.cli.console import say
from graphbuild.errors import QueryError

if TYPE_CHECKING:
    from graphbuild.query import Named
    from graphbuild.query.answer import Answer
    from graphbuild.query.engines import Engine

MOST = 10_000
FORMATS = ("table", "csv", "json", "turtle")


@click.command()
@click.argument("arguments", nargs=-1, metavar="[OUTPUT] [SPARQL]")
@click.option("--name", metavar="NAME", help="A query by name instead of SPARQL; --list shows all.")
@click.option("--list", "listed", is_flag=True, help="Show the queries by name, with what each takes.")
@click.option("--actor", metavar="ACTOR", help="Only about this actor: a name or an id.")
@click.option("--other", metavar="ACTOR", help="Only between the actor and this one.")
@click.option("--since", metavar="DAY", help="Not before this day (2025-08-15).")
@click.option("--until", metavar="DAY", help="Not after this day.")
@click.option("--type", metavar="TYPE", help="Only events of this type, as ACCUSE.")
@click.option("--states", is_flag=True, help="Count whoever acts for a state as that state.")
@click.option("--limit", type=click.IntRange(1), default=MOST, show_default=True, help="Show at most so many rows.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="[default: table; turtle for statements]")
@click.option(
    "--engine",
    type=click.Choice(["oxigraph", "rdflib"]),
    default="oxigraph",
    show_default=True,
    help="What answers; rdflib is for comparison.",
)
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint elsewhere, not a build.")
def query(
    arguments: tuple[str, ...],
    name: str | None,
    listed: bool,
    limit: int,
    format_: str | None,
    engine: str,
    endpoint: str | None,
    **parameters: str | bool | None,
) -> None:
    """Ask the graph of the build in the folder OUTPUT: a query by name, or one in SPARQL (- reads standard input).

    Nothing is written and nothing is fetched. All prefixes of graph.ttl are known.
    """
    if listed:
        click.echo(_list())
        return
    given = {key: str(value) for key, value in parameters.items() if value}
    folder, text = _meant(arguments, name, given, endpoint)
    # Oxigraph holds the interpreter while it works: let Ctrl-C end the process at once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _show(_answer(_engine(folder, engine, endpoint), folder, name, text, given, limit), folder, format_, limit)


def _meant(
    arguments: tuple[str, ...], name: str | None, given: Mapping[str, str], endpoint: str | None
) -> tuple[Path | None, str]:
    """Return folder and SPARQL text, after usage has been checked."""
    left = list(arguments)
    if not endpoint and not left:
        raise click.UsageError("name the folder of a build, as in  graphbuild query output --name alliances")
    folder = None if endpoint else Path(left.pop(0))
    if len(left) != (0 if name else 1):
        raise click.UsageError("give either a query in SPARQL or --name NAME (graphbuild query --list shows all)")
    if given and not name:
        raise click.UsageError(f"--{next(iter(given))} is for queries by name")
    text = left[0] if left else ""
    return folder, sys.stdin.read() if text == "-" else text


def _engine(folder: Path | None, engine: str, endpoint: str | None) -> Engine:
    from graphbuild.query.engines import ENGINES
    from graphbuild.query.folder import GRAPH
    from graphbuild.query.remote import Remote

    return Remote(endpoint or "") if folder is None else ENGINES[engine](folder / GRAPH)


def _answer(
    engine: Engine, folder: Path | None, name: str | None, text: str, given: Mapping[str, str], limit: int
) -> Answer:
    from graphbuild.query.ask import by_name
    from graphbuild.query.folder import prefixes

    if name:
        return by_name(engine, name, given, limit)
    return engine.ask(text, prefixes(folder) if folder else {}, limit)


def _show(answer: Answer, folder: Path | None, format_: str | None, limit: int) -> None:
    from graphbuild.cli.rows import as_table
    from graphbuild.query.answer import Rows, Statements
    from graphbuild.query.folder import prefixes
    from graphbuild.query.results import written

    known = prefixes(folder) if folder else {}
    if (format_ or "table") == "table" and not isinstance(answer, Statements):
        for line in as_table(answer, known):
            click.echo(line)
    elif format_ == "table":
        raise QueryError("statements make no table; choose turtle")
    else:
        sys.stdout.buffer.write(written(answer, format_ or "turtle", known))
        sys.stdout.buffer.flush()
    if isinstance(answer, Rows) and not answer.rows:
        say("no rows")
    if answer.cut:
        say(f"there is more: shown are the first {limit}; raise --limit or narrow the query")


def _list() -> str:
    from graphbuild.query import named, names

    return "\n\n".join(_told(named(name)) for name in names())


def _told(query: Named) -> str:
    takes = [f"--{name}{' (needed)' if name in query.required else ''}" for name in query.parameters]
    return f"{query.name}  {' '.join(takes)}\n    {query.help}"
