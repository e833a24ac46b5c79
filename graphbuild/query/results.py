"""Answers → the formats of SPARQL 1.1: JSON, XML, CSV and TSV for rows, Turtle and N-Triples for statements."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.export.csv import cell
from graphbuild.query.answer import Answer, Rows, Statements, Term, Truth

MEDIA = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
}
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def formats_for(answer: Answer) -> tuple[str, ...]:
    """Return the formats that an answer can have, the usual one first."""
    if isinstance(answer, Rows):
        return "json", "xml", "csv", "tsv"
    return ("json", "xml") if isinstance(answer, Truth) else ("turtle", "ntriples")


def written(answer: Answer, format_: str, prefixes: Mapping[str, str]) -> bytes:
    """Return an answer in a format; raises QueryError where that kind of answer has no such format."""
    if format_ not in formats_for(answer):
        raise QueryError(f"no {format_} for this kind of query; choose {' or '.join(formats_for(answer))}")
    if isinstance(answer, Statements):
        return _statements(answer, format_, prefixes)
    if isinstance(answer, Truth):
        return _truth(answer.value, format_)
    return {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}[format_](answer)


def _statements(answer: Statements, format_: str, prefixes: Mapping[str, str]) -> bytes:
    out, triples = io.BytesIO(), sorted(set(answer.triples), key=str)
    if format_ == "turtle":
        ox.serialize(triples, out, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
    else:
        ox.serialize(triples, out, format=ox.RdfFormat.N_TRIPLES)
    lines = out.getvalue().splitlines(keepends=True)
    # Oxigraph's prefixes come in another order each time
    head = [line for line in lines if line.startswith(b"@prefix ")]
    return b"".join([*sorted(head), *lines[len(head) :]])


def _truth(value: bool, format_: str) -> bytes:
    text = str(value).lower()
    if format_ == "json":
        return f'{{"head":{{}},"boolean":{text}}}'.encode()
    return f"{_XML_HEAD}<head/><boolean>{text}</boolean></sparql>".encode()


def _json(answer: Rows) -> bytes:
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    told = {"head": {"vars": answer.variables}, "results": {"bindings": bindings}}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "triple", "value": {part: _json_term(getattr(term, part)) for part in _PARTS}}
    told = {"type": "literal", "value": term.value}
    if term.language:
        return told | {"xml:lang": term.language}
    return told if term.datatype.value == _STRING else told | {"datatype": term.datatype.value}


_PARTS = ("subject", "predicate", "object")
_XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml(answer: Rows) -> bytes:
    return "".join(_xml_parts(answer)).encode()


def _xml_parts(answer: Rows) -> Iterator[str]:
    yield f"{_XML_HEAD}<head>"
    yield from (f"<variable name={quoteattr(name)}/>" for name in answer.variables)
    yield "</head><results>"
    for row in answer.rows:
        yield "<result>"
        for name, term in zip(answer.variables, row, strict=True):
            if term is not None:
                yield f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        yield "</result>\n"
    yield "</results></sparql>"


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.Triple):
        inner = "".join(f"<{part}>{_xml_term(getattr(term, part))}</{part}>" for part in _PARTS)
        return f"<triple>{inner}</triple>"
    text = escape(_NOT_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    if isinstance(term, ox.NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{text}</bnode>"
    kind = f' xml:lang="{term.language}"' if term.language else ""
    if not kind and term.datatype.value != _STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{text}</literal>"


def _csv(answer: Rows) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(answer.variables)
    rows.writerows([plain(term) for term in row] for row in answer.rows)
    return out.getvalue().encode()


def plain(term: Term | None) -> str:
    """Return a term as a cell: its text alone, never a formula for a spreadsheet, but a number as it is."""
    if term is None:
        return ""
    if isinstance(term, ox.Triple):
        return cell(str(term))
    number = isinstance(term, ox.Literal) and re.fullmatch(r"[+-]?[0-9][0-9.eE+-]*", term.value)
    return term.value if number else cell(term.value)


def _tsv(answer: Rows) -> bytes:
    lines = ["\t".join(f"?{name}" for name in answer.variables)]
    lines += ["\t".join("" if term is None else _tsv_term(term) for term in row) for row in answer.rows]
    return "".join(f"{line}\n" for line in lines).encode()


def _tsv_term(term: Term) -> str:
    return str(term).replace("\t", "\\t")
