"""How much of a sentence is quoted: never more than asked for, the action always in it, every letter in its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Event
from graphbuild.page.evidence import LONGEST, MARK, SOURCE, TARGET, TRIGGER, pieces
from tests.factories import LOUKACHENKO, TRUMP, argument, make_event, small_world
from tests.page.world import FREED, world


def told(event: Event, evidence: str) -> str:
    return "".join(text for text, _ in pieces(event, evidence))  # type: ignore[arg-type]


def test_the_pieces_are_the_sentence() -> None:
    for event in (*small_world().events(), *world().events()):
        assert told(event, "full") == event.sentence
        assert pieces(event, "none") == []


def test_roles_may_share_letters() -> None:
    """In "l'appel Trump-Loukachenko" an actor may lie within the trigger, or be both sides."""
    event = make_event(sentence="L'appel de Donald Trump", start=2, trigger="appel de Donald Trump")
    inner = replace(event, source=(argument(TRUMP, 11),), target=(argument(TRUMP, 11),))
    assert pieces(inner, "full") == [("L'", 0), ("appel de ", TRIGGER), ("Donald Trump", TRIGGER | SOURCE | TARGET)]


def test_what_lies_outside_the_sentence_is_left_out() -> None:
    event = make_event(start=500)
    assert not any(roles & (TRIGGER | MARK) for _, roles in pieces(event, "full"))
    assert told(event, "full") == event.sentence


def test_a_snippet_is_short_and_holds_the_action() -> None:
    freed = next(event for event in world().events() if event.trigger == "libéré")
    short = told(freed, "snippet")
    assert short.startswith("… ") and short.endswith(" …")
    assert "libéré seize prisonniers" in short
    assert len(short.strip("… ")) <= LONGEST < len(FREED)
    assert short.strip("… ") in FREED
    assert ("libéré", TRIGGER) in pieces(freed, "snippet")


def test_a_short_sentence_is_a_snippet_already() -> None:
    assert told(make_event(), "snippet") == make_event().sentence


@given(st.text(alphabet="ab é🇫\n", max_size=400), st.integers(0, 400), st.integers(1, 200), st.integers(0, 380))
def test_no_sentence_is_quoted_beyond_the_limit(sentence: str, start: int, length: int, actor: int) -> None:
    event = make_event(TRUMP, LOUKACHENKO, sentence=sentence, start=start, trigger="x" * length)
    moved = event.to_dict()["source"][0] | {"start": actor, "end": actor + 12}
    event = Event.from_dict(event.to_dict() | {"source": [moved]})
    short = told(event, "snippet")
    inner = short.removeprefix("… ").removesuffix(" …")
    assert len(inner) <= LONGEST and inner in sentence
    assert told(event, "full") == sentence
