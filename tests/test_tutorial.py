"""The tutorial tells the truth: every sentence gives the events that stand beneath it, and no others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.pipeline import MIN_CONFIDENCE

if TYPE_CHECKING:
    from graphbuild.model import Event
    from tests.conftest import ExtractEvents

PAGE = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text(encoding="utf-8")
LESSONS = re.findall(r"^    « (.+) »\n((?: {8}.+\n)+)", PAGE, re.MULTILINE)
DAY = "2025-03-05"
NOTHING = "nothing"


def told(event: Event) -> str:
    """Return an event as the tutorial tells it; where direction means nothing, the sides stand as in the text."""
    sides = [event.source, event.target]
    if event.symmetric:
        sides.sort(key=lambda side: min(actor.start or 0 for actor in side))
    one, other = (", ".join(actor.name for actor in side) for side in sides)
    more = [event.factuality] if event.factuality != "asserted" else []
    more += [f"according to {event.attribution.name}"] if event.attribution else []
    more += [event.time] if event.time else []
    more += [f"in {event.place.name}"] if event.place else []
    return f"{one} {'↔' if event.symmetric else '→'} {other}: {', '.join([event.type, *more])}"


def test_every_sentence_is_a_lesson() -> None:
    assert len(LESSONS) == len(re.findall("^    «", PAGE, re.MULTILINE)) >= 25


@pytest.mark.parametrize(("sentence", "answers"), LESSONS, ids=[sentence for sentence, _ in LESSONS])
def test_the_answer_is_the_program_s(sentence: str, answers: str, extract_events: ExtractEvents) -> None:
    events = [event for event in extract_events(sentence, DAY) if event.confidence >= MIN_CONFIDENCE]
    assert sorted(map(told, events)) == sorted(line.strip() for line in answers.splitlines() if line.strip() != NOTHING)
