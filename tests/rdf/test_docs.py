"""The page on the model: its example is sound RDF, and every term on it is in the vocabulary."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graphbuild import rdf
from graphbuild.rdf.check import failures
from graphbuild.rdf.spool import spool
from graphbuild.rdf.vocabulary import GB, PREFIXES
from tests.factories import make_event, small_world
from tests.rdf.files import written

DOCS = Path(__file__).parents[2] / "docs"
TERM = re.compile(r"\bgb:([A-Za-z0-9]+)")
PAGES = ("model.md", "other-tools.md", "decisions/0004-rdf-model.md", "images/model.svg")


@pytest.fixture(scope="module")
def example() -> rdflib.Graph:
    (text,) = re.findall(r"```turtle\n(.*?)```", (DOCS / "model.md").read_text(encoding="utf-8"), re.DOTALL)
    return rdflib.Graph().parse(data=text, format="turtle")


def test_the_example_fits_the_shapes(example: rdflib.Graph) -> None:
    with spool() as found:
        found.add(None, [*example, *rdf.ontology()])
        assert list(failures(found)) == []


def test_the_example_shows_both_layers(example: rdflib.Graph) -> None:
    assert len(set(example.subjects(None, GB.Claim))) == 2
    assert set(example.objects(None, GB.polarity)) == {GB.Positive, GB.Negative}


@pytest.mark.parametrize("page", PAGES)
def test_every_term_named_is_in_the_vocabulary(page: str) -> None:
    known = {str(s).removeprefix(str(GB)) for s, _, _ in rdf.ontology() if str(s).startswith(str(GB))}
    named = set(TERM.findall((DOCS / page).read_text(encoding="utf-8")))
    assert named
    assert named - known == set()


def test_every_property_stands_in_the_table() -> None:
    page = (DOCS / "model.md").read_text(encoding="utf-8")
    properties = {
        str(s).removeprefix(str(GB)) for s, _, o in rdf.ontology() if str(o).endswith("Property") and str(s) != str(GB)
    }
    assert len(properties) > 45
    assert {name for name in properties if f"gb:{name}" not in page} == set()


def test_the_query_shown_answers() -> None:
    text = (DOCS / "other-tools.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"^    SELECT.*?^    }$", text, re.DOTALL | re.MULTILINE)
    told = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    store = ox.Store()
    store.load(written("nquads", small_world()), format=ox.RdfFormat.N_QUADS)
    rows = list(store.query(told + query))
    assert {row["text"].value for row in rows} == {make_event().sentence}
    assert len({row["label"].value for row in rows}) == 3
