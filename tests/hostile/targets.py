"""What a fuzzer may throw bytes at: each target takes any bytes and fails where the program breaks its word.

The tests of this folder run them on the cases that were found, and hypothesis on its own; benchmarks/fuzz.py runs them
for long.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
from rdflib import Literal, URIRef

from graphbuild import rdf
from graphbuild.clean import clean
from graphbuild.cli.console import columns, cut, visible
from graphbuild.errors import QueryError, ReadError
from graphbuild.export import EXPORTERS, export
from graphbuild.export.csv import cell
from graphbuild.model import Actor, Article, Named
from graphbuild.page.contents import gather
from graphbuild.page.document import document
from graphbuild.page.island import island
from graphbuild.page.plain import plain_table
from graphbuild.query import gate
from graphbuild.query.answer import Answer, Rows
from graphbuild.query.named import Named as Query
from graphbuild.query.named import named, names
from graphbuild.query.parameters import terms
from graphbuild.rdf.lines import written
from graphbuild.read.articles import Ids, finish
from graphbuild.read.draft import Columns, Draft, Refusal
from graphbuild.read.html import read_html
from graphbuild.read.jsonl import read_jsonl
from graphbuild.read.markdown import read_markdown
from graphbuild.read.plain import read_plain
from graphbuild.read.table import read_table
from tests.factories import HOSTILE, LOUKACHENKO, TRUMP, Memory, hostile_world, make_article
from tests.hostile.trees import extraction

Target = Callable[[bytes], None]
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u2028\u2029]")
_SAFE_IRI = re.compile(r"https?://[A-Za-z0-9./#=,_-]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
CASES = Path(__file__).parent / "cases"
SEEDS = {
    "markdown": [b"title: Un titre\ndate: 2024-03-03\nauthor: [A, B]", b"title: x\n---\n# Titre\n\n> a\n\n```\n| a |"],
    "json-lines": [b'{"text": "Un texte", "id": 1, "date": "3 mars 2024"}', b'{"text": "a\\ud800"}\n[]\n{'],
    "table": [b'id,text\n1,"a, b"\n2,c', b"text;date\n\xe9;03/04/2024", b'"""', b"\xff\xfet\0e\0"],
    "plain": ["3 mars 2024. – Un texte.\nPar Jean\n".encode(), b"\xff\xfea\0", b"Un \xe9t\xe9"],
    "web-page": [b"<html><head><title>T</title><meta charset='latin1'></head><body><article><p>Un texte.</p>"],
    "queries": [
        b"donald-trump\xffLoukachenko\xff2025-08-15\xff2025-08-16",
        b"consult",
        b"SELECT * FROM <a> { SERVICE <b> {}}",
    ],
    "iris": [b"a\xffQ42", b"http://a.b/c"],
}
TOKENS = [
    b"</script", b"<!--", b"]]>", b"&#0;", b'"""', b"\\", b"\r\n", b"\0", b"\x1b[2J", b"=1+1", b"@", b"\xff", b"---\n",
    b"<<: *a", b"&a ", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\xef\xbb\xbf",
    b"\xcc\x81", b"SERVICE <", b"<http://evil/s> .", b'{"text":', b"2024-03-03", "31 décembre 2024".encode(),
    "«".encode(), b"Par ", b"1e999", b"0x",
]  # fmt: skip
"""What a fuzzer mixes in: the characters and words that some format or reader heeds."""
_PARAMETERS = ("actor", "other", "since", "until", "type", "states", "none")


class Batch:
    """Gathers texts, for a file of each alone would take hours; where a batch breaks, it is told which text does."""

    def __init__(self, check: Callable[[list[str]], None], size: int) -> None:
        self.check, self.size = check, size
        self.texts: list[str] = []

    def __call__(self, data: bytes) -> None:
        """Take one case, and check all when there are enough."""
        self.texts.append(words(data)[0])
        if len(self.texts) >= self.size:
            self.flush()

    def flush(self) -> None:
        """Check what has gathered."""
        texts, self.texts = self.texts, []
        try:
            self.check(texts)
        except Exception as error:
            for text in texts:
                try:
                    self.check([text])
                except Exception as alone:
                    raise AssertionError(f"broken by {text!r}") from alone
            raise AssertionError(f"broken by these together: {texts!r}") from error


def words(data: bytes) -> list[str]:
    """Return the texts that the byte 0xff separates; another byte that is no UTF-8 becomes a lone surrogate."""
    return [part.decode("utf-8", "surrogateescape") for part in data.split(b"\xff")][:4]


def plain(data: bytes) -> None:
    """Read a text file."""
    _read(lambda: read_plain(data, "a", "a.txt", None))


def markdown(data: bytes) -> None:
    """Read a Markdown file, with and without front matter."""
    _read(lambda: read_markdown(data, "a", "a.md", None))
    _read(lambda: read_markdown(b"---\n" + data + b"\n---\nUn texte.", "a", "a.md", None))


def page_of_the_web(data: bytes) -> None:
    """Read a web page."""
    _read(lambda: read_html(data, "a", "a.html", None))


def json_lines(data: bytes) -> None:
    """Read a file of JSON lines."""
    _read(lambda: read_jsonl(io.BytesIO(data), "a", "a.jsonl", None, Columns()))


def table(data: bytes) -> None:
    """Read a table, under a sound head and under its own."""
    _read(lambda: read_table(io.BytesIO(data), "a", "a.csv", None, Columns()))
    _read(lambda: read_table(io.BytesIO(b"id,text,date\n" + data), "a", "a.csv", None, Columns()))


def _read(drafts: Callable[[], object]) -> None:
    ids = Ids()
    try:
        for draft in drafts():  # type: ignore[attr-defined]
            found = finish(draft, ids) if isinstance(draft, Draft) else draft
            _sound(found) if isinstance(found, Article) else _one_line(found)
    except ReadError as error:
        assert str(error)


def _sound(article: Article) -> None:
    for span in (*article.headings, *article.skipped):
        assert 0 <= span.start < span.end <= len(article.text)
    assert article.id and len(article.sha256) == 64 and article.text.strip()
    json.dumps([article.text, article.title, article.author, article.outlet, article.url]).encode("ascii")
    article.text.encode("utf-8")


def _one_line(refusal: Refusal) -> None:
    assert refusal.reason.startswith(refusal.path) and len(refusal.reason.splitlines()) == 1


def iris(data: bytes) -> None:
    """Mint addresses from any ids, and write any term."""
    given = words(data)
    first, last = given[0], given[-1]
    minter = rdf.Minter()
    actor = Actor(first, last, "group", qid=last)
    for iri in (minter.actor(actor), minter.place(Named(first, last)), minter.role(first), minter.software(last)):
        assert _SAFE_IRI.fullmatch(iri), iri
        ox.NamedNode(iri)
    assert minter.actor(actor) == minter.actor(Actor(first, first, "person", qid=last))
    (quad,) = ox.parse(f"<http://x/s> <http://x/p> {written(Literal(clean(first)))} .\n".encode(), ox.RdfFormat.N_QUADS)
    assert quad.object.value == clean(first)
    try:
        line = written(URIRef(last))
    except ValueError:
        return
    assert len(line.splitlines()) == 1 and not set(line[1:-1]) & set('<> "{}|^`\\')


def exported(given: list[str]) -> None:
    """Write a world of any words in every format, and read each file back."""
    world = _world(given)
    files = {name: _exported(name, world) for name in (*EXPORTERS, "nquads")}
    lines = files["jsonl"].decode("utf-8").split("\n")
    assert len(lines) == len(given) + 1 and all(json.loads(line)["type"] == "CONSULT" for line in lines[:-1])
    rows = list(csv.reader(io.StringIO(files["csv"].decode("utf-8"), newline="")))
    assert {len(row) for row in rows} == {6} and len(rows) == 2 * len(given) + 1
    assert not any(field.startswith(_FORMULA) for row in rows for field in row)
    for name in ("graphml", "gexf"):
        found = ElementTree.fromstring(files[name])
        assert len([e for e in found.iter() if e.tag.endswith("}edge")]) == len(given)
    for quad in ox.parse(files["nquads"], ox.RdfFormat.N_QUADS):
        assert not quad.subject.value.startswith("http://evil") and quad.predicate.value.isascii()


def _world(given: list[str]) -> Memory:
    """Return a hostile world whose article, which stands beside every event, tells the first text alone."""
    text = given[0]
    paper = make_article("a1", title=text, outlet=text, author=text, url=text, date=text, lang=text)
    return replace(hostile_world(given), papers=(paper,))


def _exported(name: str, world: object) -> bytes:
    out = io.BytesIO()
    export(name, world, out)  # type: ignore[arg-type]
    return out.getvalue()


def shown(given: list[str]) -> None:
    """Put any words into the explorer: they stay data."""
    contents = gather(_world(given))
    told = island(contents, "full")
    text = document(told, plain_table(contents.sure))
    text.encode("utf-8")
    found = _DATA.findall(text)
    assert len(found) == 1 and not set(found[0]) & set("<>&\u2028\u2029")
    assert len(json.loads(found[0])["events"]) == len(told["events"])
    assert text.lower().count("<script") == _scripts()


@cache
def _scripts() -> int:
    contents = gather(hostile_world(["a"]))
    return document(island(contents, "full"), plain_table(contents.sure)).lower().count("<script")


def queries(data: bytes) -> None:
    """Fill the parameters of every query with any words, and send any text to the gate."""
    given = words(data)
    asked = dict(zip(_PARAMETERS, (*given, *given), strict=False))
    for parameter, value in asked.items():
        try:
            term = terms({parameter: value}, _cast)[parameter]
        except QueryError as error:
            assert str(error)
            continue
        _empty().query(f"SELECT * {{ VALUES ?x {{ {term} }} }}")
        takers = _takers(parameter)
        _empty().query(takers[len(data) % len(takers)].bound({parameter: term}))
    for text in given:
        try:
            gate.check(text)
            gate.names_graphs(text)
        except QueryError as error:
            assert str(error)


@cache
def _takers(parameter: str) -> list[Query]:
    every = map(named, names())
    return [query for query in every if parameter in query.parameters and query.required <= {parameter}]


@cache
def _empty() -> ox.Store:
    return ox.Store()


def _cast(_: str, __: int) -> Answer:
    people = (TRUMP, LOUKACHENKO)
    rows = [[ox.NamedNode(f"http://x/actor/{a.id}"), ox.Literal(a.id), ox.Literal(a.name)] for a in people]
    return Rows(("actor", "id", "name"), rows)


def terminal(data: bytes) -> None:
    """Show any words in a terminal, and put them into a cell."""
    given = words(data)
    for text in given:
        told = (visible(text), cut(text, 20), columns([[cut(text, 9), visible(text)]]))
        assert not any(_UNSEEN.search(line) for line in told), told
        assert len(told[1]) <= 20
        assert not cell(text).startswith(_FORMULA)


TARGETS: dict[str, Target] = {
    "plain": plain,
    "markdown": markdown,
    "json-lines": json_lines,
    "table": table,
    "web-page": page_of_the_web,
    "extraction": extraction,
    "iris": iris,
    "exports": Batch(exported, 300),
    "page": Batch(shown, 600),
    "queries": queries,
    "terminal": terminal,
}


def seeds(name: str) -> list[bytes]:
    """Return the kept cases of a target, and what a fuzzer may begin with."""
    kept = [path.read_bytes() for path in sorted((CASES / name).glob("*"))]
    return [*kept, *(text.encode("utf-8", "surrogatepass") for text in HOSTILE), *SEEDS.get(name, ())]
