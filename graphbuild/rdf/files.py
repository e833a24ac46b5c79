"""RDF files as they lie in the folder of a build, read strictly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import GraphbuildError, LedgerError
from graphbuild.rdf.spool import Row, Spool, spool

_SYNTAX = {".nq": ox.RdfFormat.N_QUADS, ".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG}
TRUTH, OTHERS = "graph.nq", ("graph.ttl", "graph.trig")


@contextmanager
def loaded(file: Path) -> Iterator[Spool]:
    """Give the statements of a file, on disk and sorted.

    Raises LedgerError where there is no such file, and GraphbuildError, which names the line, where it is not sound.
    """
    if not file.is_file():
        raise LedgerError(f"{file}: no graph here; make one with: graphbuild build CORPUS -o {file.parent}")
    with spool() as made:
        made.add_rows(_rows(file))
        yield made


def unlike(truth: Spool, folder: Path) -> Iterator[str]:
    """Yield a line for each other file in the folder that does not say the same, or cannot be read."""
    for name in OTHERS:
        try:
            with loaded(folder / name) as other:
                pairs = (truth.triples(), other.triples()) if name.endswith(".ttl") else (truth.lines(), other.lines())
                differing = next(((one, two) for one, two in zip_longest(*pairs) if one != two), None)
        except GraphbuildError as error:
            yield str(error)
            continue
        if differing:
            only, text = _first(*differing, name)
            yield f"{folder / name}: is not the same graph as {TRUTH}: only {only} says {text}"


def _first(one: bytes | None, two: bytes | None, name: str) -> tuple[str, str]:
    """Return which file says more, and what, where two sorted files first differ."""
    if two is None or (one is not None and one < two):
        return TRUTH, (one or b"").decode().strip()
    return name, two.decode().strip()


def _rows(file: Path) -> Iterator[Row]:
    try:
        for quad in ox.parse(path=str(file), format=_SYNTAX[file.suffix]):
            if ox.BlankNode in (type(quad.subject), type(quad.object), type(quad.graph_name)):
                raise GraphbuildError(f"{file}: {quad} has a blank node, which graphbuild never writes; build again")
            graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
            yield str(quad.subject), f"{quad.predicate} {quad.object}", graph
    except SyntaxError as error:
        raise GraphbuildError(f"{file}:{error.lineno or 1}: {error.msg}; build again") from error
    except OSError as error:
        raise LedgerError(f"{file}: cannot be read ({error.strerror})") from error
