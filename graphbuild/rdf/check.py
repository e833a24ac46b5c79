"""Does a graph fit the shapes of data/shapes.ttl? pySHACL judges it part by part, so that memory stays flat.

A part is a number of subjects with all that they point to, for no shape looks further. Only the subjects are judged,
since each of the others has its own turn; so in a part they bear marks, and the shapes aim at those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

import pyshacl
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.rdf.asrdflib import triple
from graphbuild.rdf.lines import written
from graphbuild.rdf.spool import Spool
from graphbuild.rdf.streams import quads
from graphbuild.rdf.world import Triple

PART = 1000
_AIMS = (SH.targetClass, SH.targetSubjectsOf)
_SHOWN = 60


def failures(statements: Spool, *, at_most: int | None = None) -> Iterator[str]:
    """Yield what does not fit, a line each: the thing, what must hold, and the property and value at fault.

    With `at_most`, that many subjects are judged, evenly spread.
    """
    count = statements.count_subjects()
    step = 1 if at_most is None else max(1, -(-count // at_most))
    chosen = islice(statements.subjects(), 0, None, step)
    while part := list(islice(chosen, PART)):
        yield from _judged(statements, part)


def _judged(statements: Spool, part: list[str]) -> Iterator[str]:
    graph = Graph()
    own = _read(graph, statements, part)
    near = {written(o) for _, _, o in own if isinstance(o, URIRef)} - set(part)
    _read(graph, statements, sorted(near))
    for s, p, o in own:
        target = o if p == RDF.type else p
        if target in _targets():
            graph.add((s, RDF.type, _mark(target)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=_aimed(), inplace=True)
    yield from sorted(set(_results(report)))


def _read(graph: Graph, statements: Spool, subjects: Iterable[str]) -> list[Triple]:
    lines = (line for subject in subjects for line in statements.about(subject))
    found = [triple(quad) for quad in quads(lines)]
    for one in found:
        graph.add(one)
    return found


@cache
def shapes() -> Graph:
    """Return the shapes."""
    return Graph().parse(data=(files("graphbuild") / "data" / "shapes.ttl").read_text("utf-8"), format="turtle")


@cache
def _targets() -> frozenset[Node]:
    """Return the classes and properties that the shapes are about."""
    return frozenset(o for aim in _AIMS for o in shapes().objects(None, aim))


@cache
def _aimed() -> Graph:
    """Return the shapes, aimed at the marks of what they are about."""
    graph = Graph()
    for s, p, o in shapes():
        graph.add((s, SH.targetClass, _mark(o)) if p in _AIMS else (s, p, o))
    return graph


def _mark(term: Node) -> URIRef:
    """Return the mark of a subject that has this class or this property."""
    return URIRef(f"{term}#judged")


def _results(report: Graph) -> Iterator[str]:
    for result in report.objects(None, SH.result):  # what is nested in a result only explains it
        focus, path, value = (report.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
        at_fault = " ".join(_short(term) for term in (path, value) if isinstance(term, URIRef | Literal))
        message = report.value(result, SH.resultMessage)
        yield f"{focus}: {message}{f' ({at_fault})' if at_fault else ''}"


def _short(term: Node) -> str:
    text = str(term).rstrip("/")
    name = text[max(text.rfind("#"), text.rfind("/")) + 1 :] if isinstance(term, URIRef) else f'"{text}"'
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
