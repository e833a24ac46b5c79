"""From candidates to events: offsets, ids, arguments and the names of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.assemble import events_of
from graphbuild.model import ACTOR_KINDS, EVENT_TYPES, FACTUALITIES, HOWS, Article, sign_of
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon
    from graphbuild.model import Event
    from tests.conftest import ExtractEvents

TEXT = (
    "Sommet à Lomé\n\nLe président français Emmanuel Macron a rencontré Volodymyr Zelensky. "
    "Il a promis d’aider l’Ukraine.\n\n« La Russie n’a pas attaqué la Pologne », selon l’ONU. Leur rencontre a duré."
)


def joining(events: list[Event], type_: str) -> list[Event]:
    return [event for event in events if event.type == type_]


def test_every_event_stands_in_its_text(extract_events: ExtractEvents) -> None:
    events = extract_events(TEXT)
    assert events == sorted(events, key=lambda event: (event.start, event.id))
    for event in events:
        assert TEXT[event.start : event.end] == event.trigger
        assert TEXT[event.sentence_start : event.sentence_end] == event.sentence
        assert event.sentence_start <= event.start < event.end <= event.sentence_end
        for argument in (*event.source, *event.target):
            assert (argument.start is None) == (argument.end is None) == (argument.how == "implicit")
            if argument.start is not None and argument.end is not None:
                assert event.sentence_start <= argument.start < argument.end <= event.sentence_end


def test_every_event_keeps_to_the_contract(extract_events: ExtractEvents) -> None:
    for event in extract_events(TEXT):
        assert event.type in EVENT_TYPES and event.sign == sign_of(event.type)
        assert event.factuality in FACTUALITIES
        assert 0 <= event.confidence <= 1 and -10 <= event.intensity <= 10
        assert {argument.how for argument in (*event.source, *event.target)} <= set(HOWS)
        assert {argument.kind for argument in (*event.source, *event.target)} <= set(ACTOR_KINDS)
        assert not {a.id for a in event.source} & {a.id for a in event.target}
        assert event.source and event.target and event.lemma and event.pos


def test_ids_are_stable_and_differ(extract_events: ExtractEvents) -> None:
    events = extract_events(TEXT)
    assert [event.id for event in events] == [event.id for event in extract_events(TEXT)]
    assert len({event.id for event in events}) == len(events)


def test_the_rules_tell_the_whole_way(extract_events: ExtractEvents) -> None:
    (event,) = joining(extract_events("La Russie a attaqué l'Ukraine."), "ASSAULT")
    rule, frame, source, target = event.rules
    assert (rule, frame) == ("verbal.active", "frame.verb.attaquer")
    assert (source, target) == ("source.nsubj.tree", "target.obj.tree")


def test_an_actor_from_another_sentence_is_implicit(extract_events: ExtractEvents) -> None:
    text = "Donald Trump a rencontré Vladimir Poutine lundi. La rencontre de Donald Trump a duré une heure."
    (event,) = (event for event in joining(extract_events(text), "CONSULT") if event.start > 50)
    assert {argument.how for argument in event.target} == {"implicit"}
    assert event.target[0].start is None


def test_an_office_is_a_fact_without_time_and_source(extract_events: ExtractEvents) -> None:
    text = "Selon l'AFP, le président russe Vladimir Poutine pourrait rencontrer Xi Jinping demain."
    (leads,) = joining(extract_events(text, "2025-06-01"), "LEADS")
    assert (leads.factuality, leads.attribution, leads.time, leads.place) == ("asserted", None, None, None)


def test_actors_of_all_events_are_told(nlp: Language, lexicon: Lexicon) -> None:
    ((article, paragraphs),) = parse([Article("a", TEXT, "a.txt", "")], nlp)
    events, actors = events_of(article, paragraphs, lexicon)
    assert {a.id for event in events for a in (*event.source, *event.target)} <= actors.keys()
    assert all(actor.id == id_ for id_, actor in actors.items())


def test_the_least_confidence_leaves_out_the_rest(nlp: Language, lexicon: Lexicon) -> None:
    ((article, paragraphs),) = parse([Article("a", TEXT, "a.txt", "")], nlp)
    every, _ = events_of(article, paragraphs, lexicon)
    surest = max(event.confidence for event in every)
    chosen, actors = events_of(article, paragraphs, lexicon, min_confidence=surest)
    assert chosen == [event for event in every if event.confidence == surest]
    assert actors.keys() == {a.id for event in chosen for a in (*event.source, *event.target)}


def test_an_empty_text_has_no_events(lexicon: Lexicon) -> None:
    assert events_of(Article("a", "", "a.txt", ""), [], lexicon) == ([], {})
