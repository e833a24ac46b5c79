"""Two builds beside each other: gone, new, changed and merely moved events, and exit codes like those of diff(1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.compare import changed_fields, differences
from graphbuild.ledger import Ledger
from graphbuild.model import Event, Mark
from tests.factories import ONU, POUTINE, RUSSIE, TRUMP, Memory, hostile_world, make_article, make_event, small_world
from tests.test_bad_input import run

CALL = make_event()


def ledger(folder: Path, world: Memory) -> Path:
    """Write a world as the ledger of a build and return its folder."""
    folder.mkdir()
    with Ledger.open(folder / "graph.sqlite", fingerprint="f1") as made:
        for article in world.articles():
            made.put(article, world.actors(), [event for event in world.events() if event.doc == article.id])
        made.finish()
    return folder


def moved(event: Event, by: int) -> Event:
    """Return the event as it is found again where `by` characters have been put in above its sentence."""

    def shifted(place: int | None) -> int | None:
        return None if place is None else place + by

    sides = {
        side: tuple(replace(a, start=shifted(a.start), end=shifted(a.end)) for a in getattr(event, side))
        for side in ("source", "target")
    }
    places = {name: getattr(event, name) + by for name in ("start", "end", "sentence_start", "sentence_end")}
    marks = tuple(replace(m, start=m.start + by, end=m.end + by) for m in event.factuality_marks)
    return replace(event, id=f"{event.id}@{by}", factuality_marks=marks, **sides, **places)


def told(old: Iterable[Event], new: Iterable[Event]) -> tuple[list[Event], list[Event], list[tuple[Event, Event]], int]:
    gone, added, changed, same = [], [], [], 0
    for found in differences(Memory(facts=tuple(old)), Memory(facts=tuple(new))):
        gone += found.gone
        added += found.new
        changed += found.changed
        same += found.same
    return gone, added, changed, same


def test_the_same_events_are_the_same() -> None:
    events = small_world().events()
    assert told(events, events) == ([], [], [], len(events))
    assert told([], []) == ([], [], [], 0)


def test_gone_and_new_by_article() -> None:
    first, last = make_event(doc="a0"), make_event(doc="a9")
    assert told([first, CALL], [CALL, last]) == ([first], [last], [], 1)
    assert [found.doc for found in differences(Memory(facts=(first,)), Memory(facts=(CALL, last)))] == [
        "a0",
        "a1",
        "a9",
    ]


@pytest.mark.parametrize(
    ("new", "names"),
    [
        (replace(CALL, confidence=0.4), ["confidence"]),
        (replace(CALL, id="other", type="AGREE", intensity=2.0), ["type", "intensity"]),
        (replace(make_event(TRUMP, POUTINE), factuality="planned"), ["target", "factuality"]),
        (replace(CALL, factuality_marks=(Mark("a", 12, 13),)), ["factuality_marks"]),
        (replace(CALL, id="other", sentence="Donald Trump a téléphoné."), ["sentence"]),
        (moved(replace(CALL, type="AGREE"), 30), ["type"]),
    ],
)
def test_a_changed_event_is_told_with_what_has_changed(new: Event, names: list[str]) -> None:
    gone, added, changed, same = told([CALL], [new])
    assert (gone, added, changed, same) == ([], [], [(CALL, new)], 0)
    assert changed_fields(CALL, new) == names


def test_another_word_or_another_sentence_is_another_event() -> None:
    for new in (
        make_event(start=25, trigger="appelé"),
        moved(replace(CALL, sentence="Donald Trump n'a pas téléphoné à Loukachenko."), 7),
    ):
        assert told([CALL], [new]) == ([CALL], [new], [], 0)


def test_of_several_events_of_one_word_the_likest_are_one() -> None:
    old = [make_event(TRUMP, POUTINE), make_event(TRUMP, RUSSIE)]
    new = [replace(make_event(TRUMP, RUSSIE), confidence=0.6), make_event(TRUMP, ONU)]
    _, _, changed, _ = told(old, new)
    assert {(was.target[0].id, now.target[0].id) for was, now in changed} == {
        ("russie", "russie"),
        ("vladimir-poutine", "onu"),
    }


@settings(max_examples=50, deadline=None)
@given(st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)), st.integers(0, 500))
def test_a_line_put_in_above_changes_no_event(kept: set[int], lost: set[int], by: int) -> None:
    events = small_world().events()
    old = [events[n] for n in sorted(kept | lost)]
    new = [moved(events[n], by) for n in sorted(kept)]
    gone, added, changed, same = told(old, new)
    assert (added, changed, same) == ([], [], len(kept))
    assert gone == [events[n] for n in sorted(lost - kept)]


def test_every_event_is_told_once() -> None:
    old = small_world().events()
    new = [*hostile_world().events(), *old[3:], replace(old[0], type="AGREE")]
    gone, added, changed, same = told(old, new)
    assert len(gone) + len(changed) + same == len(old)
    assert len(added) + len(changed) + same == len(new)


# the command


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    world = small_world()
    facts = [replace(e, type="THREATEN", id="t") if e.type == "SANCTION" else e for e in world.facts]
    old = ledger(tmp_path / "old", replace(world, facts=tuple(facts[:-1])))
    return old, ledger(tmp_path / "new", replace(world, facts=(*world.facts[1:],)))


def test_the_table_shows_the_sentence(builds: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, note = run(capsys, "diff", *builds)
    assert code == 1
    assert note == ["graphbuild: 1 events gone, 1 new, 1 changed, 5 the same"]
    heads = [line for line in out.splitlines() if line[0] not in "-+~"]
    assert heads == ["a1", "a2"]
    marks = {line[0]: line for line in out.splitlines() if line[0] in "-+~"}
    assert set(marks) == set("-+~")
    assert "Donald Trump → Alexandre Loukachenko" in marks["-"] and "CONSULT" in marks["-"]
    assert "type THREATEN → SANCTION" in marks["~"] and "LEADS" in marks["+"]
    assert all(CALL.sentence in line for line in marks.values())


def test_json_holds_the_events_whole(builds: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "diff", *builds, "--format", "json")
    first, second = json.loads(out)
    assert (code, first["doc"], second["doc"]) == (1, "a1", "a2")
    assert Event.from_dict(first["gone"][0]) == CALL
    assert (first["new"], second["gone"], second["changed"]) == ([], [], [])
    (changed,) = first["changed"]
    assert (changed["fields"], changed["old"]["type"], changed["new"]["type"]) == (["type"], "THREATEN", "SANCTION")
    assert second["new"][0]["type"] == "LEADS"


@pytest.mark.parametrize(("kind", "nothing"), [("table", ""), ("json", "[]\n")])
def test_the_same_build_differs_in_nothing(
    builds: tuple[Path, Path], capsys: pytest.CaptureFixture[str], kind: str, nothing: str
) -> None:
    code, out, note = run(capsys, "diff", builds[1], builds[1] / "graph.sqlite", "--format", kind)
    assert (code, out, note) == (0, nothing, ["graphbuild: 0 events gone, 0 new, 0 changed, 7 the same"])


def test_trouble(builds: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, note = run(capsys, "diff", builds[0], tmp_path / "none")
    assert (code, out) == (2, "") and len(note) == 1 and "no build here" in note[0]
    (builds[0] / "graph.sqlite").write_bytes(b"rubbish" * 999)
    code, out, note = run(capsys, "diff", *builds)
    assert (code, out) == (2, "") and len(note) == 1 and "damaged" in note[0]
    assert run(capsys, "diff", builds[1])[0] == 2


def test_hostile_words_in_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = hostile_world()
    folders = ledger(tmp_path / "old", Memory((make_article("a1"),))), ledger(tmp_path / "new", world)
    code, out, _ = run(capsys, "diff", *folders)
    assert code == 1 and len(out.splitlines()) == 1 + len(world.facts)
    assert not set("\x00\x07\x1b\r\t\u202e\u2028\x85") & set(out)
