"""graphbuild alliances: who stands with and against whom, in figures."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graphbuild.cli import options
from graphbuild.cli.console import say
from graphbuild.model import SURE

if TYPE_CHECKING:
    import networkx as nx

    from graphbuild.alliances.section import Section

SHOWN = 5
USUAL = ("blocs", "pairs")
SHOWABLE = ("blocs", "pairs", "balance", "triads", "mediators", "periods", "series", "moves", "sources")
INCLUDED = ("planned", "possible", "reported")


def _several(known: tuple[str, ...]) -> Any:
    def read(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(part.strip() for part in (value or "").split(",") if part.strip()))
        for part in chosen:
            if part not in known:
                raise click.BadParameter(f"{part!r} is none of {', '.join(known)}")
        return chosen

    return read


@click.command()
@click.argument("output", default="output")
@click.option("--since", callback=options.iso_date, metavar="DAY", help="Not before this day (2025-08-15).")
@click.option("--until", callback=options.iso_date, metavar="DAY", help="Not after this day.")
@click.option(
    "--by", type=click.Choice(["year", "month", "week"]), help="Show periods, of this length. [default: month]"
)
@click.option("--compare", nargs=2, metavar="A B", help="Show who moved between two periods, as 2024 2025-01/2025-06.")
@click.option("--source", metavar="NAME", help="Only what this outlet tells.")
@click.option("--include", callback=_several(INCLUDED), metavar="KIND,…", help="Count planned, possible, reported too.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=SURE, show_default=True, metavar="X",
              help="How sure an event must be to count.")  # fmt: skip
@click.option("--roll-up", type=click.Choice(["states"]), help="Count whoever acts for a state as that state.")
@click.option("--show", callback=_several(SHOWABLE), metavar="PART,…",
              help=f"Of {', '.join(SHOWABLE)}. [default: {','.join(USUAL)}]")  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1), help="Rows of a table, or of each kind. [default: 5; csv and json: all]"
)
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True,
              help="How it is written.")  # fmt: skip
@click.option("--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Of the tables.")
def alliances(
    output: str,
    since: str | None,
    until: str | None,
    by: str | None,
    compare: tuple[str, str] | None,
    source: str | None,
    include: tuple[str, ...],
    min_confidence: float,
    roll_up: str | None,
    show: tuple[str, ...],
    limit: int | None,
    format_: str,
    language: str,
) -> None:
    """Show who stands with and against whom in the build in the folder OUTPUT: blocs, pairs, periods, sources.

    Counted is what the articles themselves assert, each action once, however many sentences and articles tell it.
    """
    from graphbuild.alliances import Scope, named
    from graphbuild.cli.sections import as_csv, as_json
    from graphbuild.cli.tables import as_tables
    from graphbuild.pipeline import open_graph

    if since and until and since > until:
        raise click.UsageError(f"--since {since} comes after --until {until}")
    parts = show or (*USUAL, *(["periods"] if by else ()), *(["moves"] if compare else ()))
    if format_ == "csv" and len(parts) > 1:
        if show:
            raise click.UsageError("CSV holds one table: name one part with --show, or take --format json")
        parts = ("moves",) if compare else ("periods",) if by else ("pairs",)
    scope = Scope(since, until, source, include, min_confidence, states=roll_up == "states")
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
