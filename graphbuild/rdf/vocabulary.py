"""The namespaces in use. One place, so that a placeholder can be exchanged for a registered address."""

from __future__ import annotations

from rdflib import Namespace as _Namespace
from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD


class Namespace(_Namespace):
    """A namespace that makes each of its terms once: rdflib's checks and makes it anew for every statement."""

    def __getattr__(self, name: str) -> URIRef:
        """Return a term."""
        term = self.__dict__[name] = super().__getattr__(name)
        return term


GB = Namespace("https://w3id.org/graphbuild/ns#")
ET = Namespace("https://w3id.org/graphbuild/event-type/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
GAF = Namespace("http://groundedannotationframework.org/gaf#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
WD = Namespace("http://www.wikidata.org/entity/")

PREFIXES = {
    "dct": str(DCTERMS),
    "et": str(ET),
    "foaf": str(FOAF),
    "gaf": str(GAF),
    "gb": str(GB),
    "nif": str(NIF),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "sem": str(SEM),
    "skos": str(SKOS),
    "wd": str(WD),
    "xsd": str(XSD),
}
