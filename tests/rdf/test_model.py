"""What the graph says of events, claims, actors, dyads and offices, and the vocabulary it says it in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SKOS

from graphbuild import rdf
from graphbuild.errors import GraphbuildError
from graphbuild.lexicon.actors import load_directory
from graphbuild.model import EVENT_TYPES, Actor, Named, sign_of
from graphbuild.qualify.intensity import intensity_of
from graphbuild.rdf.vocabulary import ET, GB, NIF, SEM
from graphbuild.rdfsettings import Settings
from graphbuild.results import Found
from tests.factories import (
    LOUKACHENKO,
    POUTINE,
    RUSSIE,
    TRUMP,
    USA,
    Memory,
    make_article,
    make_event,
    small_world,
)  # fmt: skip
from tests.rdf.files import strict, written

PREFIXES = f"PREFIX sem: <{SEM}> PREFIX gb: <{GB}> PREFIX org: <{ORG}> PREFIX ac: <https://graphbuild.invalid/actor/> "


def test_facts_are_found() -> None:
    graph = rdf.to_graph(small_world())
    events = set(graph.subjects(RDF.type, SEM.Event))
    assert len(events) == 3  # the call, told twice on one day; the summit; the office
    assert len(set(graph.subjects(RDF.type, GB.Claim))) == 8
    ask = PREFIXES + "ASK { ac:Q22686 gb:cooperatedWith ac:Q2866 . ac:Q7747 org:headOf ac:Q159 }"
    assert graph.query(ask).askAnswer
    assert all(len(list(graph.objects(e, GB.supportedBy))) >= 1 for e in events)


def test_articles_that_say_the_same_support_one_event() -> None:
    call, again = make_event(intensity=1.0), make_event(doc="a2", start=99, intensity=2.0)
    world = Memory((make_article("a1"), make_article("a2")), (TRUMP, LOUKACHENKO), (call, again))
    graph = rdf.to_graph(world)
    (event,) = graph.subjects(RDF.type, SEM.Event)
    assert len(set(graph.objects(event, GB.supportedBy))) == 2
    assert float(graph.value(event, GB.intensity)) == 1.5
    later = Memory((make_article("a1"), make_article("a2", date="2026-01-01")), world.cast, world.facts)
    assert len(set(rdf.to_graph(later).subjects(RDF.type, SEM.Event))) == 2


def test_who_affirms_and_who_denies_speak_of_one_proposition() -> None:
    said = make_event(time="2025-08-15")
    denied = make_event(doc="a2", time="2025-08-15", factuality="negated")
    graph = rdf.to_graph(Memory((make_article("a1"), make_article("a2")), (), (said, denied)))
    assert len({o for c in graph.subjects(RDF.type, GB.Claim) for o in graph.objects(c, GB.about)}) == 1
    (event,) = graph.subjects(RDF.type, SEM.Event)
    assert len(set(graph.objects(event, GB.supportedBy))) == 1


def test_direction_counts_unless_symmetric() -> None:
    def events(*, symmetric: bool) -> int:
        there = make_event(TRUMP, POUTINE, symmetric=symmetric)
        back = make_event(POUTINE, TRUMP, start=50, symmetric=symmetric)
        return len(set(rdf.to_graph(Memory((make_article(),), (), (there, back))).subjects(RDF.type, SEM.Event)))

    assert (events(symmetric=True), events(symmetric=False)) == (1, 2)


@pytest.mark.parametrize(
    ("factuality", "mode"),
    [
        ("asserted", (GB.Positive, GB.Certain, GB.NonFuture)),
        ("negated", (GB.Negative, GB.Certain, GB.UnspecifiedTense)),
        ("planned", (GB.Positive, GB.Certain, GB.Future)),
        ("possible", (GB.Positive, GB.Possible, GB.UnspecifiedTense)),
    ],
)
def test_every_factuality_keeps_its_mode(factuality: str, mode: tuple) -> None:
    graph = rdf.to_graph(Memory((make_article(),), (), (make_event(factuality=factuality),)))
    (claim,) = graph.subjects(RDF.type, GB.Claim)
    assert tuple(graph.value(claim, p) for p in (GB.polarity, GB.certainty, GB.tense)) == mode


def test_dates_are_days() -> None:
    world = Memory((make_article(),), (), (make_event(time="2025-08"), make_event(start=40)))
    graph = rdf.to_graph(world)
    found = {
        (str(graph.value(e, SEM.hasEarliestBeginTimeStamp)), str(graph.value(e, SEM.hasLatestEndTimeStamp)))
        for e in graph.subjects(RDF.type, SEM.Event)
    }
    assert found == {("2025-08-01", "2025-08-31"), ("None", "2025-08-15")}


def test_actors_say_for_whom_they_act() -> None:
    graph = rdf.to_graph(small_world())
    minter = rdf.Minter()
    assert graph.value(minter.actor(POUTINE), GB.actsFor) == minter.actor(RUSSIE)
    assert str(graph.value(minter.actor(POUTINE), SKOS.exactMatch)) == "http://www.wikidata.org/entity/Q7747"
    assert graph.value(minter.actor(POUTINE), RDFS.label) == rdflib.Literal("Vladimir Poutine", lang="fr")


def test_what_is_denied_without_a_date_has_none() -> None:
    denied = make_event(factuality="negated")
    dated = make_event(start=60, factuality="negated", time="2025-08-10")
    graph = rdf.to_graph(Memory((make_article(),), (), (denied, dated)))
    days = {str(graph.value(c, GB.claimNotAfter)) for c in graph.subjects(RDF.type, GB.Claim)}
    assert days == {"None", "2025-08-10"}


def test_an_event_has_a_name() -> None:
    graph = rdf.to_graph(small_world())
    labels = {str(graph.value(e, RDFS.label)) for e in graph.subjects(RDF.type, SEM.Event)}
    assert "Donald Trump → Alexandre Loukachenko : se concerter" in labels
    assert "Russie, Vladimir Poutine ↔ Donald Trump, États-Unis : se concerter" in labels


def test_a_claim_knows_its_record_and_its_place() -> None:
    said = make_event()
    graph = rdf.to_graph(Memory((make_article(),), (), (said,)))
    (claim,) = graph.subjects(RDF.type, GB.Claim)
    told = {p: graph.value(claim, p) for p in (DCTERMS.identifier, GB.triggerBegin, GB.triggerEnd)}
    assert [str(v) for v in told.values()] == [said.id, "10", "19"]
    (sentence,) = graph.subjects(RDF.type, NIF.Sentence)
    assert str(sentence).endswith(f"#char={said.sentence_start},{said.sentence_end}")
    assert str(graph.value(sentence, GB.sha256)) == sha256(said.sentence.encode()).hexdigest()
    reading = graph.value(claim, PROV.wasGeneratedBy)
    assert graph.value(reading, PROV.used) == graph.value(claim, PROV.wasDerivedFrom)
    agent = graph.value(reading, PROV.wasAssociatedWith)
    assert str(graph.value(agent, RDFS.label)).startswith("graphbuild ")


def test_without_text_offsets_and_hashes_stay() -> None:
    sentence = make_event().sentence
    full, bare = (strict("nquads", small_world(), Settings(text=text)) for text in (True, False))
    assert bare < full
    assert {q.predicate.value for q in full - bare} == {str(NIF.anchorOf)}
    assert sentence in written("nquads", small_world()).decode()
    assert sentence not in written("nquads", small_world(), Settings(text=False)).decode()


def test_a_dyad_counts_events_and_not_claims() -> None:
    told_twice = (make_event(), make_event(doc="a2", start=70))
    attack = make_event(LOUKACHENKO, TRUMP, start=90, type="ASSAULT", intensity=-10.0, time="2025-08-01")
    denied = make_event(start=120, type="AID", factuality="negated")
    world = Memory((make_article("a1"), make_article("a2")), (TRUMP, LOUKACHENKO), (*told_twice, attack, denied))
    graph = rdf.to_graph(world)
    (dyad,) = graph.subjects(RDF.type, GB.Dyad)
    counts = (GB.friendlyEvents, GB.hostileEvents, GB.neutralEvents, GB.summedIntensity, GB.firstDay, GB.lastDay)
    assert [str(graph.value(dyad, p)) for p in counts] == ["1", "1", "0", "-8.5", "2025-08-01", "2025-08-15"]
    assert set(graph.objects(dyad, GB.dyadEvent)) == set(graph.subjects(RDF.type, SEM.Event))
    assert str(graph.value(dyad, RDFS.label)) == "Alexandre Loukachenko – Donald Trump"


def test_kinds_are_classes_of_foaf_and_org() -> None:
    graph, minter = rdf.to_graph(small_world()), rdf.Minter()
    assert (minter.actor(POUTINE), RDF.type, FOAF.Person) in graph
    assert (minter.actor(RUSSIE), RDF.type, ORG.Organization) in graph


def test_a_state_that_no_article_names_is_described_all_the_same() -> None:
    graph = rdf.to_graph(Memory((make_article(),), (TRUMP, LOUKACHENKO), (make_event(),)))
    acted_for = graph.value(rdf.Minter().actor(TRUMP), GB.actsFor)
    assert acted_for == rdf.Minter().actor(USA)
    assert str(graph.value(acted_for, RDFS.label)) == "États-Unis"


def test_offices_come_with_their_days() -> None:
    (person,) = (a for a in load_directory().actors.values() if a.id == "emmanuel-macron")
    graph = rdf.to_graph(Memory((make_article(),), (person, TRUMP), (make_event(person, TRUMP),)))
    offices = graph.subjects(ORG.member, rdf.Minter().actor(person))
    president = next(m for m in offices if str(graph.value(m, GB.heldFrom)) == "2017-05-14")
    assert "président" in str(graph.value(graph.value(president, ORG.role), SKOS.prefLabel))
    assert str(graph.value(graph.value(president, ORG.organization), RDFS.label)) == "France"


def test_an_event_whose_article_is_missing_is_kept() -> None:
    events = tuple(make_event(doc=doc, start=30) for doc in ("a0", "a1", "a2", "a3"))
    world = Memory((make_article("a1"), make_article("a4")), (), events)
    graph = rdf.to_graph(world)
    assert {str(graph.value(c, DCTERMS.identifier)) for c in graph.subjects(RDF.type, GB.Claim)} == {
        event.id for event in events
    }
    articles = {str(graph.value(a, DCTERMS.identifier)) for a in graph.subjects(RDF.type, NIF.Context)}
    assert articles == {"a0", "a1", "a2", "a3", "a4"}


def test_nobody_heads_a_person() -> None:
    odd = make_event(POUTINE, TRUMP, type="LEADS", intensity=0.0)
    graph = rdf.to_graph(Memory((make_article(),), (), (odd,)))
    assert len(set(graph.subjects(RDF.type, SEM.Event))) == 1
    assert not list(graph.subject_objects(ORG.headOf))


def test_two_records_of_one_entity_are_one_actor() -> None:
    twin = Actor("a-trump", "Trump", "person", None, TRUMP.qid)
    for cast in ((TRUMP, twin), (twin, TRUMP)):
        events = (make_event(), make_event(twin, start=70))
        graph = rdf.to_graph(Found([make_article()], cast, events))
        assert [str(label) for label in graph.objects(rdf.Minter().actor(TRUMP), RDFS.label)] == ["Trump"]


def test_a_place_that_is_a_state_has_its_match() -> None:
    world = Memory((make_article(),), (RUSSIE,), (make_event(place=Named("russie", "Russie")),))
    graph = rdf.to_graph(world)
    (place,) = graph.subjects(RDF.type, SEM.Place)
    assert str(graph.value(place, SKOS.exactMatch)).endswith("/Q159")


# -- addresses and vocabulary -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base",
    [
        "", "graphbuild.invalid/", "ftp://x/", "https://x", "https://x/#", "https:///", "https://x/ y/",
        'https://x/"/', "https://x/>/", "https://é.fr/", "https://x/%zz/", "https://x:99999/", "https://x/\n",
        "javascript://x/",
    ],
)  # fmt: skip
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(GraphbuildError, match="base IRI"):
        Settings(base)


def test_another_base_changes_addresses_and_no_key() -> None:
    base = "https://data.example.org/presse/"
    ours, theirs = (strict("nquads", small_world(), settings) for settings in (Settings(), Settings(base)))
    moved = {str(quad).replace(base, Settings().base) for quad in theirs}
    assert moved == {str(quad) for quad in ours}
    assert any(base in str(quad) for quad in theirs)


def test_keys_are_pinned() -> None:
    """Published addresses must not change from one version to the next."""
    minter = rdf.Minter()
    assert (
        str(minter.actor(Actor("onu", "ONU", "organisation")))
        == "https://graphbuild.invalid/actor/n-onu-77wl7gpkvo2lftdx"
    )
    assert str(minter.actor(TRUMP)) == "https://graphbuild.invalid/actor/Q22686"


def test_a_bad_event_type_is_refused() -> None:
    with pytest.raises(GraphbuildError, match="event type"):
        rdf.to_graph(Memory((make_article(),), (), (make_event(type="> . <http://evil"),)))


def test_every_term_in_use_is_documented_in_french_and_english() -> None:
    graph = rdf.to_graph(small_world())
    ours = {t for triple in graph for t in triple if str(t).startswith((str(GB), str(ET))) and str(t) != str(GB)}
    documented = vocabulary()
    for term in ours:
        languages = {(p, o.language) for p, o in documented.predicate_objects(term) if isinstance(o, rdflib.Literal)}
        for label, comment in ((RDFS.label, RDFS.comment), (SKOS.prefLabel, SKOS.definition)):
            if (label, "fr") in languages:
                assert {(label, "en"), (comment, "fr"), (comment, "en")} <= languages, term
                break
        else:
            pytest.fail(f"{term} is not documented")


def test_the_scheme_holds_every_type() -> None:
    graph = vocabulary()
    assert {str(o) for o in graph.objects(None, SKOS.notation)} == set(EVENT_TYPES)
    valences = {1: GB.Cooperation, -1: GB.Conflict, 0: GB.Neutral}
    for name in EVENT_TYPES:
        assert (graph.value(ET[name], SKOS.broader), SKOS.topConceptOf, GB.EventTypes) in graph
        assert float(graph.value(ET[name], GB.typicalIntensity)) == intensity_of(name)
        assert graph.value(ET[name], GB.typicalValence) == valences[sign_of(name)]
        codes = {str(code) for code in graph.objects(ET[name], GB.cameoCode)}
        assert bool(codes) == (name not in ("ALLY", "ADVERSARY", "LEADS", "MEMBER"))


def test_every_term_has_an_example() -> None:
    graph = vocabulary()
    terms = {s for s in graph.subjects() if str(s).startswith((str(GB), str(ET)))}
    assert len(terms) > 80
    assert {s for s in terms if not graph.value(s, SKOS.example)} == set()


def test_the_ontology_is_strict_turtle() -> None:
    file = Path(rdf.__file__).parents[1] / "data" / "ontology.ttl"
    assert len(list(ox.parse(path=file, format=ox.RdfFormat.TURTLE))) == len(rdf.ontology())


def vocabulary() -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in rdf.ontology():
        graph.add(triple)
    return graph
