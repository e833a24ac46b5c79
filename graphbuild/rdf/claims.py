"""What each article says, as gb:Claim: its own class, its own properties, so that no claim passes for a fact."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from graphbuild.model import Article, Event, Span
from graphbuild.rdf.iris import event_type
from graphbuild.rdf.literals import address, day, decimal, french, offset, plain
from graphbuild.rdf.vocabulary import GAF, GB, NIF
from graphbuild.rdf.world import Proposition, Triple, World
from graphbuild.timespan import bounds

# factuality → polarity, certainty, tense
MODES = {
    "asserted": (GB.Positive, GB.Certain, GB.NonFuture),
    "negated": (GB.Negative, GB.Certain, GB.NonFuture),
    "planned": (GB.Positive, GB.Certain, GB.Future),
    "possible": (GB.Positive, GB.Possible, GB.UnspecifiedTense),
}


def claim(world: World, article: Article, event: Event, content: Proposition) -> Iterator[Triple]:
    """Yield the statements about one extraction."""
    me = world.minter.claim(article, event)
    polarity, certainty, tense = MODES[event.factuality]
    yield me, RDF.type, GB.Claim
    yield me, GB.claimType, event_type(event.type)
    yield from ((me, GB.claimInitiator, actor) for actor in world.side(event.source))
    yield from ((me, GB.claimTarget, actor) for actor in world.side(event.target))
    yield me, GB.claimIntensity, decimal(event.intensity)
    yield me, GB.polarity, polarity
    yield me, GB.certainty, certainty
    yield me, GB.tense, tense
    yield me, GB.confidence, decimal(event.confidence)
    yield me, GB.about, content.iri(world.minter, "proposition")
    yield me, GB.trigger, french(event.trigger)
    yield from ((me, GB.factualityCue, french(mark.text)) for mark in event.factuality_marks)
    yield from ((me, GB.rule, plain(rule)) for rule in event.rules)
    if event.attribution:
        yield me, GB.attributedTo, world.who(event.attribution.id)
    yield from _circumstances(me, content)
    yield me, PROV.wasDerivedFrom, world.minter.article(article)
    yield from _sentence(me, world, article, event)


def _circumstances(me: URIRef, content: Proposition) -> Iterator[Triple]:
    if content.when.earliest:
        yield me, GB.claimNotBefore, day(content.when.earliest)
    if content.when.latest:
        yield me, GB.claimNotAfter, day(content.when.latest)
    if content.when.basis:
        yield me, GB.claimTimeBasis, content.when.basis
    if content.place:
        yield me, GB.claimPlace, content.place


def _sentence(me: URIRef, world: World, article: Article, event: Event) -> Iterator[Triple]:
    sentence = world.minter.sentence(article, Span(event.sentence_start, event.sentence_end))
    yield me, GAF.denotedBy, sentence
    yield sentence, RDF.type, NIF.Sentence
    yield sentence, NIF.referenceContext, world.minter.article(article)
    yield sentence, NIF.beginIndex, offset(event.sentence_start)
    yield sentence, NIF.endIndex, offset(event.sentence_end)
    yield sentence, NIF.anchorOf, french(event.sentence)


def paper(world: World, article: Article) -> Iterator[Triple]:
    """Yield the statements about an article itself."""
    me = world.minter.article(article)
    yield me, RDF.type, PROV.Entity
    yield me, RDF.type, NIF.Context
    yield me, DCTERMS.identifier, plain(article.id)
    yield me, DCTERMS.language, plain(article.lang)
    for predicate, words in ((DCTERMS.title, article.title), (DCTERMS.creator, article.author)):
        if words:
            yield me, predicate, french(words) if predicate == DCTERMS.title else plain(words)
    if article.outlet:
        yield me, DCTERMS.publisher, plain(article.outlet)
    days = bounds(article.date)
    if days and days[0] == days[1]:
        yield me, DCTERMS.issued, day(days[0])
    if article.url:
        yield me, GB.sourceURL, address(article.url)
