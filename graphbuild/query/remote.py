"""A SPARQL endpoint elsewhere, for a graph that has outgrown one machine."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.query import gate
from graphbuild.query.answer import Answer, Rows, Statements, Truth, first

SECONDS = 300.0
MOST_BYTES = 256 * 1024 * 1024
_TOLD = 300
_ACCEPT = "application/sparql-results+json, text/turtle;q=0.9, application/n-triples;q=0.8"


class Remote:
    """Asks an endpoint by the SPARQL 1.1 Protocol."""

    def __init__(self, url: str) -> None:
        """Remember the address; raises QueryError where it is none of http or https."""
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise QueryError(f"{url!r} is no endpoint; give its address, as http://localhost:3030/graph/sparql")
        self._url = url

    def ask(self, query: str, prefixes: Mapping[str, str], most: int) -> Answer:
        """Return the answer; the prefixes are declared before the query's own."""
        gate.check(query)
        head = "".join(f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items())
        media, body = self._post(urlencode({"query": head + query}).encode())
        try:
            if media in ("text/turtle", "application/n-triples"):
                quads = ox.parse(body, format=ox.RdfFormat.from_media_type(media))
                return Statements(*first((quad.triple for quad in quads), most))
            found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if isinstance(found, ox.QueryBoolean):
                return Truth(bool(found))
            solutions, cut = first(found, most)
            return Rows(tuple(v.value for v in found.variables), [tuple(row) for row in solutions], cut)
        except (SyntaxError, ValueError, OSError) as error:
            raise QueryError(f"{self._url}: answers with what cannot be read ({media}: {error})") from error

    def _post(self, body: bytes) -> tuple[str, bytes]:
        request = urllib.request.Request(self._url, body, {"Accept": _ACCEPT, "User-Agent": "graphbuild"})
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as response:
                found = response.read(MOST_BYTES + 1)
                media = response.headers.get_content_type()
        except urllib.error.HTTPError as error:
            told = " ".join(error.read(_TOLD).decode("utf-8", "replace").split())
            raise QueryError(f"{self._url}: {error.code} {error.reason}: {told}") from error
        except (OSError, HTTPException) as error:
            raise QueryError(f"{self._url}: cannot be reached ({getattr(error, 'reason', error)})") from error
        if len(found) > MOST_BYTES:
            raise QueryError(f"{self._url}: answers with more than {MOST_BYTES >> 20} MB; narrow the query")
        return media, found
