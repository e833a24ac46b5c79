"""Every address in the graph is minted here: plain ASCII, the same for the same thing, never built from raw text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import lru_cache

from rdflib import URIRef

from graphbuild.clean import whole
from graphbuild.errors import GraphbuildError
from graphbuild.model import Actor, Article, Event, Named, Span
from graphbuild.rdf.vocabulary import ET, WD
from graphbuild.rdfsettings import DEFAULT, Settings
from graphbuild.text import slug

KINDS = (
    "actor", "article", "claim", "dyad", "event", "graph", "membership", "place", "proposition", "reading", "role",
    "software",
)  # fmt: skip

_QID = re.compile(r"Q[1-9][0-9]{0,9}")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TYPE = re.compile(r"[A-Z][A-Z_]{0,39}")


class Minter:
    """Makes IRIs under the base of some settings, which have seen to it that it is a sound one."""

    def __init__(self, settings: Settings = DEFAULT) -> None:
        self.base = settings.base

    def prefixes(self) -> dict[str, str]:
        """Return a prefix for each kind of thing: Turtle cannot shorten a name that holds a slash."""
        return {kind: f"{self.base}{kind}/" for kind in KINDS}

    def actor(self, actor: Actor | Named) -> URIRef:
        """Return an actor's IRI: by Wikidata where linked, else by its id."""
        qid = wikidata(actor)
        return self._mint("actor", f"{qid}" if qid else f"n-{slug(actor.id)}-{_key('actor', actor.id)}")

    def place(self, place: Named) -> URIRef:
        """Return a place's IRI."""
        return self._mint("place", f"n-{slug(place.id)}-{_key('place', place.id)}")

    def article(self, article: Article) -> URIRef:
        """Return an article's IRI. It changes with the text, for the offsets of the sentences count in it."""
        return self._mint("article", _article_key(article))

    def graph(self, article: Article) -> URIRef:
        """Return the name of the graph that holds an article's claims."""
        return self._mint("graph", _article_key(article))

    def sentence(self, article: Article, span: Span) -> URIRef:
        """Return a sentence's IRI, which says where it stands (RFC 5147, as NIF does)."""
        return URIRef(f"{self.article(article)}#char={int(span.start)},{int(span.end)}")

    def claim(self, article: Article, event: Event) -> URIRef:
        """Return the IRI of what one sentence says."""
        return self._mint("claim", _key("claim", _article_key(article), event.doc, event.id))

    def happening(self, kind: str, event_type: str, *identity: object) -> URIRef:
        """Return the IRI of an event or a proposition: what makes it the same is its type and `identity`."""
        return self._mint(kind, f"{slug(event_type)}-{_key('happening', event_type, *identity)}")

    def reading(self, article: Article, program: str) -> URIRef:
        """Return the IRI of the reading of an article by one version of the program."""
        return self._mint("reading", _key("reading", _article_key(article), program))

    def software(self, program: str) -> URIRef:
        """Return the IRI of one version of the program."""
        return self._mint("software", slug(program))

    def dyad(self, one: URIRef, other: URIRef) -> URIRef:
        """Return the IRI of two actors, whatever their order."""
        return self._mint("dyad", _key("dyad", *sorted(iri.removeprefix(self.base) for iri in (one, other))))

    def role(self, title: str) -> URIRef:
        """Return the IRI of a kind of office."""
        return self._mint("role", f"{slug(title)}-{_key('role', title)}")

    def membership(self, person: str, title: str, body: str, start: str) -> URIRef:
        """Return the IRI of one person's time in one office; person and body are ids of actors."""
        return self._mint("membership", _key("membership", person, title, body, start))

    def _mint(self, kind: str, tail: str) -> URIRef:
        return URIRef(f"{self.base}{kind}/{tail}")


def event_type(name: str) -> URIRef:
    """Return the concept of an event type."""
    if not _TYPE.fullmatch(name):
        raise GraphbuildError(f"event type {name!r}: must be capital letters")
    return ET[name]


def wikidata(actor: Actor | Named) -> str | None:
    """Return an actor's Wikidata id if it has a well-formed one."""
    qid = getattr(actor, "qid", None) or ""
    return qid if _QID.fullmatch(qid) else None


def entity(qid: str) -> URIRef:
    """Return Wikidata's IRI of an entity."""
    return WD[qid]


def _article_key(article: Article) -> str:
    return _text_key(article.url, article.sha256)


@lru_cache(maxsize=64)  # every claim of an article asks again
def _text_key(url: str | None, sha256: str) -> str:
    return _key("article", url, sha256)


@lru_cache(maxsize=64)  # claim, fact and tally ask for the same event
def _key(*parts: object) -> str:
    """Hash what identifies a thing to 16 letters and digits: 80 bits, so ten million things hardly ever collide."""
    digest = hashlib.sha256(whole(_json(("gb1", *parts))).encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()
