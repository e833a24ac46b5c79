"""The choice of actors: who comes into question, what speaks for them, and that one is chosen or none."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.choice import Choice, Trigger, choices, triggers
from graphbuild.choice.fillers import NEAR, OUTSIDE
from graphbuild.choice.weights import calibrated, chances, least_score
from graphbuild.mentions import Scene, read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.lexicon import Lexicon

STORY = (
    "La Russie a bombardé l'Ukraine lundi.\n\nEmmanuel Macron a rencontré Xi Jinping à Pékin. "
    "Le président français a condamné la frappe."
)


@pytest.fixture(scope="module")
def scene_of(nlp: Language, lexicon: Lexicon) -> Callable[[str], Scene]:
    def scene(text: str) -> Scene:
        ((article, paragraphs),) = parse([Article("text", text, "text", "", date="2025-06-01")], nlp)
        return read_scene(article, paragraphs, lexicon)

    return scene


def at(scene: Scene, word: str) -> Trigger:
    """Return the trigger on a word."""
    (found,) = (t for t in triggers(scene) if scene.paragraphs[t.paragraph].doc[t.token].text == word)
    return found


def pairs(trigger: Trigger) -> set[tuple[str, str]]:
    return {(c.source.actors[0].name, c.target.actors[0].name) for c in trigger.candidates}


def told(found: Iterable[Choice]) -> list[str]:
    """Return choices as "TYPE source > target"."""
    sides = [(c.candidate.reading.frame.type, c.candidate.source.actors, c.candidate.target.actors) for c in found]
    return [f"{type_} {source[0].name} > {target[0].name}" for type_, source, target in sides]


def test_the_reading_of_the_rules_is_one_candidate_among_others(scene_of: Callable[[str], Scene]) -> None:
    found = at(scene_of("La Russie a attaqué l'Ukraine, déplore la Pologne."), "attaqué").candidates
    assert (found[0].source.via, found[0].target.via) == ("tree", "tree")
    assert {c.target.via for c in found} >= {"tree", NEAR}


def test_actors_of_earlier_sentences_come_into_question(scene_of: Callable[[str], Scene]) -> None:
    trigger = at(scene_of(STORY), "condamné")
    assert ("Emmanuel Macron", "Russie") in pairs(trigger)
    outside = {c.target.actors[0].name for c in trigger.candidates if c.target.via == OUTSIDE}
    assert {"Russie", "Ukraine", "Xi Jinping"} <= outside


def test_one_of_the_two_stands_in_the_sentence(scene_of: Callable[[str], Scene]) -> None:
    for trigger in triggers(scene_of(STORY)):
        assert all(not (c.source.via == OUTSIDE == c.target.via) for c in trigger.candidates)


def test_nobody_stands_on_both_sides(scene_of: Callable[[str], Scene]) -> None:
    for trigger in triggers(scene_of(STORY)):
        assert all(c.source.ids.isdisjoint(c.target.ids) for c in trigger.candidates)


@pytest.mark.parametrize(
    ("text", "bystander"),
    [
        ("Deux pêcheurs ont été tués, selon la Pologne.", "Pologne"),
        ("Deux pêcheurs ont été tués mercredi à Varsovie.", "Pologne"),
    ],
)
def test_a_mere_source_and_a_mere_place_do_not(scene_of: Callable[[str], Scene], text: str, bystander: str) -> None:
    found = {name for trigger in triggers(scene_of(text)) for pair in pairs(trigger) for name in pair}
    assert bystander not in found


def test_a_crowd_and_its_people_are_one(scene_of: Callable[[str], Scene]) -> None:
    found = at(scene_of("Une foule de manifestants a attaqué la police."), "attaqué")
    assert ("foule", "manifestants") not in {(s.split()[0], t.split()[0]) for s, t in pairs(found)}
    assert pairs(found)


def test_a_list_comes_into_question_as_a_whole(scene_of: Callable[[str], Scene]) -> None:
    trigger = at(scene_of("La Chine, le Japon et la Corée du Sud ont rencontré Donald Trump."), "rencontré")
    assert max(len(c.source.actors) for c in trigger.candidates) == 3


def test_an_office_is_what_the_text_says(scene_of: Callable[[str], Scene]) -> None:
    scene = scene_of("Le président russe Vladimir Poutine a rencontré Xi Jinping.")
    (office,) = (t for t in triggers(scene) if t.candidates[0].reading.rule == "relation.office")
    assert pairs(office) == {("Vladimir Poutine", "Russie")}


def test_what_the_article_joins_elsewhere_speaks_for_a_pair(scene_of: Callable[[str], Scene]) -> None:
    scene = scene_of("La Russie a bombardé l'Ukraine lundi. La frappe sur l'Ukraine a duré une heure.")
    known = {
        name: value
        for candidate in at(scene, "frappe").candidates
        if candidate.source.actors[0].name == "Russie" and candidate.target.actors[0].name == "Ukraine"
        for name, value in candidate.traits.items()
    }
    assert known["pair.known=type"] == 1.0


def test_a_match_is_told_from_a_conflict(scene_of: Callable[[str], Scene]) -> None:
    def sport(text: str) -> set[str]:
        (first, *_) = triggers(scene_of(text))
        return {name for name in first.candidates[0].traits if name.startswith("sport=")}

    assert sport("La France affronte l'Italie en finale du tournoi olympique de handball.") == {"sport=True"}
    assert sport("La France affronte l'Italie au Conseil de sécurité.") == {"sport=False"}


def test_the_best_candidate_of_each_trigger_is_chosen(scene_of: Callable[[str], Scene]) -> None:
    scene = scene_of(STORY)
    best = {(t.paragraph, t.token): max(c.score for c in t.candidates) for t in triggers(scene)}
    for choice in choices(scene):
        reading = choice.candidate.reading
        assert choice.candidate.score == best[reading.paragraph, reading.token]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("L'offensive israélienne lancée en mai contre le Hamas continue.", "ASSAULT Israël > Hamas"),
        ("L'ultimatum imposé à Vladimir Poutine par Donald Trump expire.", "THREATEN Donald Trump > Vladimir Poutine"),
        ("Le Hamas, que l'Iran soutient, refuse.", "SUPPORT Iran > Hamas"),
        ("La Hongrie porte aux nues Donald Trump.", "SUPPORT Hongrie > Donald Trump"),
    ],
)
def test_a_slot_that_the_rules_miss_is_filled(scene_of: Callable[[str], Scene], sentence: str, event: str) -> None:
    assert event in told(choices(scene_of(sentence)))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Washington a imposé des sanctions à l'Iran.", "SANCTION États-Unis > Iran"),
        ("La Turquie a donné son accord à la Suède.", "AGREE Turquie > Suède"),
        ("Les États-Unis ont assoupli l'embargo contre Cuba.", "CONCEDE États-Unis > Cuba"),
        ("L'ultimatum imposé à Vladimir Poutine par Donald Trump expire.", "THREATEN Donald Trump > Vladimir Poutine"),
    ],
)
def test_one_action_is_told_once(scene_of: Callable[[str], Scene], sentence: str, event: str) -> None:
    assert told(choices(scene_of(sentence))) == [event]


def test_the_least_confidence_leaves_out_the_rest(scene_of: Callable[[str], Scene]) -> None:
    def sure(least: float) -> list[Choice]:
        return list(choices(scene_of(STORY), least))

    every = sure(0.0)
    middle = sorted(choice.confidence for choice in every)[len(every) // 2]
    assert {choice.confidence for choice in sure(middle)} == {c.confidence for c in every if c.confidence >= middle}


scores = st.lists(st.floats(-50, 50), min_size=1, max_size=20)


@given(scores)
def test_chances_and_none_add_up(given_scores: list[float]) -> None:
    found = chances(given_scores)
    assert all(0 <= one <= 1 for one in found) and sum(found) <= 1 + 1e-9
    assert max(found) == pytest.approx(found[given_scores.index(max(given_scores))])


@given(st.floats(0, 1), st.floats(0, 1))
def test_calibration_keeps_the_order(one: float, other: float) -> None:
    assert (calibrated(one) <= calibrated(other)) == (one <= other) or calibrated(one) == calibrated(other)
    assert 0 <= calibrated(one) <= 1


def test_a_narrow_beam_loses_nothing_that_is_sure_enough(scene_of: Callable[[str], Scene]) -> None:
    scene = scene_of(STORY)
    every = {(c.candidate.reading.token, c.confidence) for c in choices(scene)}
    for least in (0.2, 0.4, 0.6):
        assert {(c.candidate.reading.token, c.confidence) for c in choices(scene, least)} == {
            (token, confidence) for token, confidence in every if confidence >= least
        }


@given(st.floats(0.01, 0.99))
def test_the_least_score_is_just_sure_enough(confidence: float) -> None:
    least = least_score(confidence)
    assert calibrated(1 / (1 + math.exp(-least))) == pytest.approx(confidence, abs=0.001)
