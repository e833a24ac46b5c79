"""What each article says, as gb:Claim: its own class, its own properties, so that no claim passes for a fact."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from graphbuild.clean import whole
from graphbuild.model import Article, Event, Span
from graphbuild.rdf.iris import event_type
from graphbuild.rdf.literals import address, count, day, decimal, french, plain, truth
from graphbuild.rdf.vocabulary import GAF, GB, NIF
from graphbuild.rdf.world import Proposition, Triple, World
from graphbuild.timespan import bounds

_SHA256 = re.compile(r"[0-9a-f]{64}")

# factuality → polarity, certainty, tense
MODES = {
    "asserted": (GB.Positive, GB.Certain, GB.NonFuture),
    "negated": (GB.Negative, GB.Certain, GB.UnspecifiedTense),
    "planned": (GB.Positive, GB.Certain, GB.Future),
    "possible": (GB.Positive, GB.Possible, GB.UnspecifiedTense),
}


def claim(world: World, article: Article, event: Event, content: Proposition) -> Iterator[Triple]:
    """Yield the statements about one extraction."""
    me = world.minter.claim(article, event)
    about = content.iri(world.minter, "proposition")
    yield me, RDF.type, GB.Claim
    yield me, DCTERMS.identifier, plain(event.id)
    yield me, GB.about, about
    yield about, RDF.type, GB.Proposition
    yield from _content(me, event, content)
    yield from _mode(me, world, event)
    yield from _circumstances(me, event, content)
    yield me, PROV.wasDerivedFrom, world.minter.article(article)
    yield me, PROV.wasGeneratedBy, world.minter.reading(article, world.program)
    yield from ((me, GB.rule, plain(rule)) for rule in event.rules)
    yield from _place_in_text(me, world, article, event)


def _content(me: URIRef, event: Event, content: Proposition) -> Iterator[Triple]:
    yield me, GB.claimType, event_type(content.type)
    yield from ((me, GB.claimInitiator, actor) for actor in content.initiators)
    yield from ((me, GB.claimTarget, actor) for actor in content.targets)
    yield me, GB.claimSymmetric, truth(content.symmetric)
    yield me, GB.claimIntensity, decimal(event.intensity)


def _mode(me: URIRef, world: World, event: Event) -> Iterator[Triple]:
    polarity, certainty, tense = MODES[event.factuality]
    yield me, GB.polarity, polarity
    yield me, GB.certainty, certainty
    yield me, GB.tense, tense
    yield me, GB.confidence, decimal(event.confidence)
    yield from ((me, GB.factualityCue, french(mark.text)) for mark in event.factuality_marks)
    if event.attribution:
        yield me, GB.attributedTo, world.said_by(event.attribution)


def _circumstances(me: URIRef, event: Event, content: Proposition) -> Iterator[Triple]:
    when = content.when
    # what is denied may be to come: that its article is older says nothing of it
    if when.basis and (when.basis == GB.StatedDate or event.factuality == "asserted"):
        yield me, GB.claimTimeBasis, when.basis
        if when.earliest:
            yield me, GB.claimNotBefore, day(when.earliest)
        if when.latest:
            yield me, GB.claimNotAfter, day(when.latest)
    if content.place:
        yield me, GB.claimPlace, content.place


def _place_in_text(me: URIRef, world: World, article: Article, event: Event) -> Iterator[Triple]:
    yield me, GB.trigger, french(event.trigger)
    yield me, GB.triggerBegin, count(event.start)
    yield me, GB.triggerEnd, count(event.end)
    sentence = world.minter.sentence(article, Span(event.sentence_start, event.sentence_end))
    yield me, GAF.denotedBy, sentence
    yield sentence, RDF.type, NIF.Sentence
    yield sentence, NIF.referenceContext, world.minter.article(article)
    yield sentence, NIF.beginIndex, count(event.sentence_start)
    yield sentence, NIF.endIndex, count(event.sentence_end)
    yield sentence, GB.sha256, plain(hashlib.sha256(whole(event.sentence).encode()).hexdigest())
    if world.settings.text:
        yield sentence, NIF.anchorOf, french(event.sentence)


def paper(world: World, article: Article) -> Iterator[Triple]:
    """Yield the statements about an article itself, and about its reading."""
    me = world.minter.article(article)
    yield me, RDF.type, PROV.Entity
    yield me, RDF.type, NIF.Context
    yield me, DCTERMS.identifier, plain(article.id)
    yield me, DCTERMS.language, plain(article.lang)
    if _SHA256.fullmatch(article.sha256):
        yield me, GB.sha256, plain(article.sha256)
    if article.title:
        yield me, DCTERMS.title, french(article.title)
    if article.author:
        yield me, DCTERMS.creator, plain(article.author)
    if article.outlet:
        yield me, DCTERMS.publisher, plain(article.outlet)
    days = bounds(article.date)
    if days and days[0] == days[1]:
        yield me, DCTERMS.issued, day(days[0])
    if article.url:
        yield me, GB.sourceURL, address(article.url)
    reading = world.minter.reading(article, world.program)
    yield reading, RDF.type, PROV.Activity
    yield reading, PROV.used, me
    yield reading, PROV.wasAssociatedWith, world.minter.software(world.program)
