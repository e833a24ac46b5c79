"""Terms as N-Quads writes them, a statement a line."""

from __future__ import annotations

import re
from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

# Legal as they are, these end a line in the eyes of many readers.
_LINE_ENDS = {c: f"\\u{ord(c):04X}" for c in "\x7f\x85\u2028\u2029"}
_ESCAPES = dict(zip('\\"\n\r\t', ("\\\\", '\\"', "\\n", "\\r", "\\t"), strict=True)) | _LINE_ENDS
_ESCAPED = re.compile('[\\\\"\n\r\t\x7f\x85\u2028\u2029]')
_IRI = re.compile('[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff<>"{}|^`\\\\]*')


def written(term: Node) -> str:
    """Return a term in the syntax of N-Quads; raises where it would break it, and for a blank node."""
    if isinstance(term, URIRef):
        return _iri(str(term))
    if not isinstance(term, Literal):
        raise TypeError(f"neither an IRI nor a literal: {term!r}")
    quoted = f'"{_ESCAPED.sub(_escape, str(term))}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype in (None, XSD.string) else f"{quoted}^^{_iri(str(term.datatype))}"


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


@lru_cache(maxsize=8192)
def _iri(text: str) -> str:
    if not _IRI.fullmatch(text):
        raise ValueError(f"no IRI: {text!r}")
    return f"<{text}>"
