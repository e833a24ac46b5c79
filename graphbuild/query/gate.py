r"""What no query may hold: SERVICE, which would send parts of the graph to a stranger, and more text than fits.

The gate looks at the raw text. Whoever strips strings and comments first can be led astray: in
`FILTER(?c<'''>''')SERVICE<…>` a lexer sees one long string. The price is a rare false alarm, such as the literal
"service : x". What can write (INSERT, LOAD, …) is no query and is refused by every parser of queries.
"""

from __future__ import annotations

import re

from graphbuild.errors import QueryError, QueryRefusedError

MOST = 64 * 1024
"""Characters that a query may have."""

_SERVICE = re.compile(r"""service\s*(?:<|\?|\$|\#|silent|[^\s<>"'{}()|^`;,]*:)""", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LAST = 0x10FFFF
_TOKEN = re.compile(
    r"""<[^\s<>"{}|^`\\]*>|\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*|(?P<word>[?$@]?[\w:.-]+)""",
    re.DOTALL,
)


def check(query: str) -> None:
    """Raise QueryRefusedError for a query that reaches out, QueryError for one that is too long."""
    if len(query) > MOST:
        raise QueryError(f"the query has {len(query)} characters; at most {MOST} are taken")
    if _SERVICE.search(query) or _SERVICE.search(_ESCAPE.sub(_unescaped, query)):
        raise QueryRefusedError("SERVICE is refused: a query may not reach out to another server")


def names_graphs(query: str) -> bool:
    """Tell whether a query chooses its graphs by FROM; addresses, texts and remarks are passed over.

    >>> names_graphs("SELECT * FROM <urn:g> {}"), names_graphs("SELECT ('from' AS ?from) {} # FROM")
    (True, False)
    """
    return any((found["word"] or "").upper() == "FROM" for found in _TOKEN.finditer(query))


def _unescaped(found: re.Match[str]) -> str:
    """SPARQL resolves such escapes before all else, in keywords too."""
    number = int(found[1] or found[2], 16)
    return chr(number) if number <= _LAST else ""
