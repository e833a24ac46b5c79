"""From what a user calls an actor to its address in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from graphbuild.errors import QueryError
from graphbuild.query.answer import Answer, Rows
from graphbuild.text import fold, name_words

MOST = 1_000_000
CAST = (
    "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX dct: <http://purl.org/dc/terms/> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT DISTINCT ?actor ?id ?name WHERE { ?actor a sem:Actor ; dct:identifier ?id ; rdfs:label ?name }"
)


def address(wanted: str, ask: Callable[[str, int], Answer]) -> str:
    """Return an actor as N-Triples writes it, by its name, its id, its address or another name the tables know.

    Raises QueryError where nobody in the graph, or more than one, goes by that name.
    """
    answer = ask(CAST, MOST)
    rows = answer.rows if isinstance(answer, Rows) else ()
    return f"<{meant(wanted, [[getattr(term, 'value', '') for term in row] for row in rows])}>"


def meant(wanted: str, cast: Sequence[Sequence[str]]) -> str:
    """Return the address of the one meant, out of rows of address, id and name.

    Raises QueryError where nobody, or more than one, goes by that name; it tells names like it.
    """
    for matches in _ways(wanted, cast):
        found = sorted({row[0] for row in matches})
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(sorted(row[1] for row in matches))
            raise QueryError(f"several actors are called {wanted!r}; say which by its id: {ids}")
    near = _near(wanted, [row[2] for row in cast])
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else "the query actors lists all"
    raise QueryError(f"no actor {wanted!r} in this graph; {hint}")


def _near(wanted: str, names: Sequence[str]) -> list[str]:
    """Return up to three names that look like it, as a whole or by one of their words."""
    key, spelt = fold(wanted), dict[str, list[str]]()
    for name in names:
        for part in (fold(name), *name_words(name)):
            if abs(len(part) - len(key)) <= len(key) / 2:
                spelt.setdefault(part, []).append(name)
    close = get_close_matches(key, spelt, n=3, cutoff=0.7)
    return list(dict.fromkeys(name for key in close for name in spelt[key]))[:3]


def _ways(wanted: str, cast: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield who matches, the surest way first."""
    key = fold(wanted)
    yield [row for row in cast if wanted in (row[0], row[1]) or row[0].endswith(f"/actor/{wanted}")]
    yield [row for row in cast if fold(row[2]) == key]
    known = set(_known(wanted))
    yield [row for row in cast if row[1] in known]
    words = name_words(wanted)
    yield [row for row in cast if words and set(words) <= set(name_words(row[2]))]


def _known(wanted: str) -> Iterator[str]:
    """Yield the ids of those whom the actor tables know by that name."""
    from graphbuild.lexicon.actors import load_directory

    readings = load_directory().names.get(name_words(wanted), ())
    yield from (reading.actor for reading in readings if reading.how == readings[0].how)
