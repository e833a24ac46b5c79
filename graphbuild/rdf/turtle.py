"""Turtle and TriG, sorted: the same statements give the same bytes.

rdflib's own TriG changes from run to run, and its Turtle does not escape a text of several lines that ends in a
backslash and a quote, which makes the whole file unreadable. Literals here always stand on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from graphbuild.rdf.world import Triple

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_IRI = re.compile(r"[^\x00-\x20<>\"{}|^`\\]*")
_ESCAPES = {ord(c): e for c, e in zip('\\"\n\r\t', ("\\\\", '\\"', "\\n", "\\r", "\\t"), strict=True)}

Block = tuple[URIRef | None, Iterable[Triple]]


def write_turtle(blocks: Iterable[Block], prefixes: dict[str, str], out: BinaryIO) -> None:
    """Write all statements, their graphs left aside."""
    _write(blocks, prefixes, out, named=False)


def write_trig(blocks: Iterable[Block], prefixes: dict[str, str], out: BinaryIO) -> None:
    """Write the default graph (the block under None) and the named graphs."""
    _write(blocks, prefixes, out, named=True)


def _write(blocks: Iterable[Block], prefixes: dict[str, str], out: BinaryIO, *, named: bool) -> None:
    shorten = _shortener(prefixes)
    out.writelines(f"@prefix {prefix}: <{namespace}> .\n".encode() for prefix, namespace in sorted(prefixes.items()))
    for name, triples in blocks:
        wrapped = named and name is not None
        out.write(f"\n{shorten(name)} {{\n".encode() if wrapped and name is not None else b"\n")
        out.writelines(paragraph.encode() for paragraph in _paragraphs(triples, shorten))
        if wrapped:
            out.write(b"}\n")


def _paragraphs(triples: Iterable[Triple], shorten: Callable[[Node], str]) -> Iterator[str]:
    ordered = sorted((shorten(s), "a" if p == RDF.type else shorten(p), shorten(o)) for s, p, o in triples)
    for subject, group in groupby(ordered, key=itemgetter(0)):
        lines = [f"{verb} {', '.join(row[2] for row in rows)}" for verb, rows in groupby(group, key=itemgetter(1))]
        body = " ;\n    ".join(lines)
        yield f"{subject} {body} .\n"


def _shortener(prefixes: dict[str, str]) -> Callable[[Node], str]:
    names = {namespace: prefix for prefix, namespace in prefixes.items()}

    @lru_cache(maxsize=4096)
    def iri(text: str) -> str:
        if not _IRI.fullmatch(text):
            raise ValueError(f"no IRI: {text!r}")
        cut = max(text.rfind("/"), text.rfind("#")) + 1
        prefix = names.get(text[:cut])
        return f"{prefix}:{text[cut:]}" if prefix and _LOCAL.fullmatch(text[cut:]) else f"<{text}>"

    def shorten(term: Node) -> str:
        if isinstance(term, URIRef):
            return iri(str(term))
        if not isinstance(term, Literal):
            raise TypeError(f"neither an IRI nor a literal: {term!r}")
        quoted = f'"{str(term).translate(_ESCAPES)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        return quoted if term.datatype in (None, XSD.string) else f"{quoted}^^{iri(str(term.datatype))}"

    return shorten
