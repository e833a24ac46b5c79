"""graphbuild alliances: who stands with and against whom, in figures."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graphbuild.cli import options
from graphbuild.cli.console import say

if TYPE_CHECKING:
    import networkx as nx

    from graphbuild.alliances.section import Section

SHOWN = 5
USUAL = ("blocs", "pairs")
SHOWABLE = ("blocs", "pairs", "balance", "triads", "mediators", "periods", "series", "moves", "sources")


@click.command()
@click.argument("output", default="output")
@options.scope
@click.option(
    "--by", type=click.Choice(["year", "month", "week"]), help="Show periods, of this length. [default: month]"
)
@click.option("--compare", nargs=2, metavar="A B", help="Show who moved between two periods, as 2024 2025-01/2025-06.")
@click.option("--show", callback=options.several(SHOWABLE), metavar="PART,…",
              help=f"Of {', '.join(SHOWABLE)}. [default: {','.join(USUAL)}]")  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1), help="Rows of a table, or of each kind. [default: 5; csv and json: all]"
)
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="How it is written.")  # fmt: skip
@click.option("--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Of the tables.")
def alliances(
    output: str,
    by: str | None,
    compare: tuple[str, str] | None,
    show: tuple[str, ...],
    limit: int | None,
    format_: str,
    language: str,
    **chosen: Any,
) -> None:
    """Show who stands with and against whom in the build in the folder OUTPUT: blocs, pairs, periods, sources.

    Counted is what the articles themselves assert, each action once, however many sentences and articles tell it.
    """
    from graphbuild.alliances import Scope, named
    from graphbuild.cli.sections import as_csv, as_json
    from graphbuild.cli.tables import as_tables
    from graphbuild.pipeline import open_graph

    options.in_order(chosen["since"], chosen["until"])
    parts = show or (*USUAL, *(["periods"] if by else ()), *(["moves"] if compare else ()))
    if format_ == "csv" and len(parts) > 1:
        if show:
            raise click.UsageError("CSV holds one table: name one part with --show, or take --format json")
        parts = ("moves",) if compare else ("periods",) if by else ("pairs",)
    scope = Scope(**chosen)
    graph = open_graph(output).alliances(scope)
    shown = named(graph)
    sections = [_section(shown, part, by or "month", compare) for part in parts]
    if format_ == "table":
        click.echo(as_tables(sections, _words(language), limit or SHOWN))
        _tell(graph, shown)
    elif limit:
        sections = [section.cut(limit) for section in sections]
    if format_ == "csv":
        click.echo(as_csv(sections[0]))
    if format_ == "json":
        click.echo(as_json(sections, {"scope": asdict(scope), **_counts(graph, shown)}))


def _section(graph: nx.Graph, part: str, by: str, compare: tuple[str, str] | None) -> Section:
    from graphbuild.alliances.report import SECTIONS
    from graphbuild.alliances.timeline import moves_section, periods_section, series_section

    if part == "moves":
        return moves_section(graph, by, compare)
    if part in ("periods", "series"):
        return (periods_section if part == "periods" else series_section)(graph, by)
    return SECTIONS[part](graph)


def _words(language: str) -> Any:
    from graphbuild.alliances.words import words

    return words(language)


def _counts(graph: nx.Graph, shown: nx.Graph) -> dict[str, int]:
    from graphbuild.alliances.report import scale

    everyone = scale(graph)
    counts = scale(shown)
    return {"articles": len(graph.graph["dates"]), **counts, "groups_left_out": everyone["actors"] - counts["actors"]}


def _tell(graph: nx.Graph, shown: nx.Graph) -> None:
    counts = _counts(graph, shown)
    told = ", ".join(f"{counts[name]} {name}" for name in ("articles", "actors", "pairs", "actions"))
    say(f"{told}; groups without a name of their own, left out: {counts['groups_left_out']}")
