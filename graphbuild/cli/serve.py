"""graphbuild serve: the explorer, a SPARQL endpoint and an editor for queries, on this machine alone."""

from __future__ import annotations

from pathlib import Path

import click

from graphbuild.cli.console import say


@click.command()
@click.argument("output")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@click.option("--timeout", type=click.FloatRange(0.1), default=10, show_default=True, help="Seconds for one query.")
@click.option("--memory", type=click.IntRange(16), default=512, show_default=True, help="Megabytes for one query.")
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="Most rows of one answer.")
def serve(output: str, port: int, timeout: float, memory: int, rows: int) -> None:
    """Serve the build in the folder OUTPUT on 127.0.0.1, read-only, until Ctrl-C.

    / is the explorer, /query an editor for queries, /sparql the endpoint (SPARQL 1.1 Protocol).
    """
    from graphbuild.serve import Limits, run

    run(Path(output), port, Limits(seconds=timeout, megabytes=memory, rows=rows), _tell)


def _tell(address: str, statements: int) -> None:
    say(f"{statements} statements; explorer {address}/  queries {address}/query  SPARQL {address}/sparql")
