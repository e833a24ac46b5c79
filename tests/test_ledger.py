"""The ledger: whole, resumable, the same bytes whatever the history, and clear about what is wrong."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graphbuild.clean import whole
from graphbuild.errors import LedgerError, OutputError
from graphbuild.ledger import Ledger
from graphbuild.model import Actor
from tests.factories import ONU, POUTINE, TRUMP, any_text, hostile_world, make_article, make_event, small_world


def fill(ledger: Ledger, world=None, order=None) -> None:
    world = world or small_world()
    for article in order or world.articles():
        events = [e for e in world.events() if e.doc == article.id]
        ids = {a.id for e in events for a in e.source + e.target}
        ledger.put(article, [a for a in world.actors() if a.id in ids], events)


def build(path: Path, fingerprint: str = "f1", **options) -> Ledger:
    ledger = Ledger.open(path, fingerprint=fingerprint, **options)
    fill(ledger)
    ledger.finish()
    return ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "graph.sqlite"


def test_what_goes_in_comes_out(file: Path) -> None:
    world = small_world()
    with build(file):
        pass
    with Ledger.read(file) as ledger:
        assert list(ledger.events()) == world.events()
        assert list(ledger.actors()) == world.actors()
        assert [a.id for a in ledger.articles()] == ["a1", "a2", "a3"]
        first = next(ledger.articles())
        assert (first.outlet, first.date, first.url, first.text) == ("Le Journal", "2025-08-15", make_article().url, "")
        assert ledger.counts() == {"articles": 3, "words": 24, "actors": 7, "events": 8}
        assert ledger.known() == {a.id: a.sha256 for a in world.articles()}


def test_nothing_is_left_beside_a_finished_build(file: Path) -> None:
    build(file).close()
    assert [p.name for p in file.parent.iterdir()] == ["graph.sqlite"]


def test_the_finished_ledger_can_still_be_read(file: Path) -> None:
    with build(file) as ledger:
        assert len(list(ledger.events())) == 8
        ledger.finish()  # once more does no harm


def test_same_bytes_whatever_the_history(tmp_path: Path) -> None:
    build(tmp_path / "plain").close()
    want = (tmp_path / "plain").read_bytes()
    for seed in range(4):
        file = tmp_path / f"shuffled{seed}"
        rng = random.Random(seed)
        articles = small_world().articles()
        rng.shuffle(articles)
        with Ledger.open(file, fingerprint="f1") as ledger:
            ledger.put(make_article("gone"), [ONU], [make_event(doc="gone"), make_event(ONU, doc="gone", start=90)])
            ledger.put(make_article("a1", text="an older text"), [TRUMP], [make_event(TRUMP, ONU)])
            ledger.finish()
        with Ledger.open(file, fingerprint="f1") as ledger:
            fill(ledger, order=articles[:2])  # interrupted here
        with Ledger.open(file, fingerprint="f1") as ledger:
            assert ledger.resumed
            fill(ledger, order=articles[::-1])
            ledger.remove(["gone", "never was"])
            ledger.finish()
        assert file.read_bytes() == want


def test_second_build_only_does_what_is_new(file: Path) -> None:
    build(file).close()
    before = file.stat().st_mtime_ns
    with Ledger.open(file, fingerprint="f1") as ledger:
        assert not ledger.rebuilt
        assert set(ledger.known()) == {"a1", "a2", "a3"}
        ledger.finish()
    assert file.stat().st_mtime_ns == before  # nothing new: not even rewritten
    with Ledger.open(file, fingerprint="f1") as ledger:
        ledger.put(make_article("a4"), [], [make_event(doc="a4")])
        ledger.finish()
    with Ledger.read(file) as ledger:
        assert ledger.counts()["articles"] == 4


def test_another_fingerprint_sets_everything_aside(file: Path) -> None:
    build(file).close()
    with Ledger.open(file, fingerprint="f2") as ledger:
        assert ledger.rebuilt
        assert ledger.known() == {}
    with Ledger.read(file) as ledger:  # until the new build is finished, the old one stands
        assert ledger.counts()["articles"] == 3
    with Ledger.open(file, fingerprint="f3") as ledger:  # what was begun with f2 is no use
        assert ledger.rebuilt
        fill(ledger, order=[make_article("a1")])
        ledger.finish()
    with Ledger.read(file) as ledger:
        assert ledger.counts()["articles"] == 1


def test_fresh_starts_anew_and_says_nothing_was_rebuilt(file: Path) -> None:
    build(file).close()
    with Ledger.open(file, fingerprint="f1", fresh=True) as ledger:
        assert ledger.known() == {}
        assert not ledger.rebuilt


def test_an_unfinished_build_leaves_the_old_one(file: Path) -> None:
    build(file).close()
    want = file.read_bytes()
    with pytest.raises(KeyboardInterrupt), Ledger.open(file, fingerprint="f1") as ledger:
        ledger.put(make_article("a4"), [], [])
        raise KeyboardInterrupt
    assert file.read_bytes() == want
    with Ledger.open(file, fingerprint="f1") as ledger:
        assert "a4" in ledger.known()


def test_an_article_is_written_whole_or_not_at_all(file: Path) -> None:
    with Ledger.open(file, fingerprint="f1") as ledger:
        ledger.put(make_article("a1"), [TRUMP], [make_event()])
        taken = make_event(doc="a2", id=make_event().id)
        with pytest.raises(LedgerError):
            ledger.put(make_article("a2"), [TRUMP], [taken])
        assert list(ledger.known()) == ["a1"]
        with pytest.raises(ValueError, match="a2"):
            ledger.put(make_article("a2"), [], [make_event(doc="a1")])


def test_replacing_an_article_forgets_whom_only_it_knew(file: Path) -> None:
    with Ledger.open(file, fingerprint="f1") as ledger:
        ledger.put(make_article("a1"), [TRUMP, ONU], [make_event(TRUMP, ONU)])
        ledger.put(make_article("a1"), [TRUMP, POUTINE], [make_event(TRUMP, POUTINE)])
        assert [a.id for a in ledger.actors()] == ["donald-trump", "vladimir-poutine"]


def test_the_commonest_record_speaks_for_an_actor(tmp_path: Path) -> None:
    rare, common = Actor("x", "Le X", "group"), Actor("x", "X", "organisation", qid="Q1")
    for number, order in enumerate([(rare, common, common), (common, common, rare)]):
        with Ledger.open(tmp_path / str(number), fingerprint="f1") as ledger:
            for doc, actor in enumerate(order):
                ledger.put(make_article(f"d{doc}"), [actor], [])
            assert list(ledger.actors()) == [common]


def test_two_builds_in_one_folder(file: Path) -> None:
    with Ledger.open(file, fingerprint="f1"), pytest.raises(LedgerError, match="another build"):
        Ledger.open(file, fingerprint="f1")


def letter(good: bytes) -> bytes:
    """Return the file with one letter of a sentence changed, which SQLite's own check does not see."""
    assert good.count("téléphoné".encode()) > 1
    return good.replace("téléphoné".encode(), "telephoné à".encode()[:11], 1)


DAMAGES = {
    "text": lambda good: b"this is no database at all, only text" * 300,
    "zeroes": lambda good: good[:4096] + bytes(len(good) - 4096),
    "cut": lambda good: good[: len(good) // 2],
    "empty": lambda good: b"",
    "letter": letter,
    "root": lambda good: good[:100] + bytes(400) + good[500:],
    "no text": lambda good: good.replace(b"Loukachenko", b"\xff" * 11),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_made_anew(file: Path, damage: str) -> None:
    build(file).close()
    good = file.read_bytes()
    bad = DAMAGES[damage](good)
    assert bad != good
    file.write_bytes(bad)
    with build(file) as ledger:
        assert ledger.damaged == file.with_name("graph.sqlite.damaged")
        assert not ledger.rebuilt
    assert file.read_bytes() == good
    assert ledger.damaged.read_bytes() == bad


@pytest.mark.parametrize("damage", ["text", "zeroes", "cut", "root", "no text"])
def test_who_looks_at_a_damaged_file_is_told_the_way_out(file: Path, damage: str) -> None:
    build(file).close()
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    with pytest.raises(LedgerError, match="--fresh") as caught, Ledger.read(file) as ledger:
        list(ledger.events())
    assert "\n" not in str(caught.value)


def test_a_record_that_is_no_event_is_told(file: Path) -> None:
    build(file).close()
    db = sqlite3.connect(file)
    db.execute("UPDATE events SET record = substr(record, 9)")
    db.commit()
    db.close()
    with Ledger.read(file) as ledger, pytest.raises(LedgerError, match="a record cannot be read"):
        list(ledger.events())


def test_any_changed_byte_is_noticed_or_harmless(file: Path) -> None:
    build(file).close()
    good = file.read_bytes()
    rng = random.Random(6)
    for _ in range(60):
        bad = bytearray(good)
        for place in rng.sample(range(200, len(good)), 20):
            bad[place] ^= 1 << rng.randrange(8)
        file.write_bytes(bad)
        with Ledger.open(file, fingerprint="f1") as ledger:
            if ledger.known():
                assert list(ledger.events()) == small_world().events()
            else:
                assert ledger.damaged or ledger.rebuilt


def test_a_damaged_working_file_only_costs_time(file: Path) -> None:
    build(file).close()
    file.with_name("graph.sqlite.part").write_bytes(b"rubbish" * 1000)
    with Ledger.open(file, fingerprint="f1") as ledger:
        assert len(ledger.known()) == 3


def test_a_working_file_damaged_inside_only_costs_time(file: Path) -> None:
    build(file).close()
    want = file.read_bytes()
    with Ledger.open(file, fingerprint="f1") as ledger:
        ledger.put(make_article("a4"), [], [make_event(doc="a4", start=n) for n in range(99)])
    part = file.with_name("graph.sqlite.part")
    raw = part.read_bytes()
    part.write_bytes(raw[:8192] + bytes(range(256)) * ((len(raw) - 8192) // 256))
    with Ledger.open(file, fingerprint="f1") as ledger:
        assert not ledger.resumed
        assert set(ledger.known()) == {"a1", "a2", "a3"}
        ledger.finish()
    assert file.read_bytes() == want


def test_another_programs_database_is_not_touched(file: Path) -> None:
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE mine (x)")
    db.commit()
    db.close()
    want = file.read_bytes()
    with pytest.raises(LedgerError, match="not made by graphbuild"):
        Ledger.open(file, fingerprint="f1")
    with pytest.raises(LedgerError, match="not made by graphbuild"):
        Ledger.read(file)
    assert file.read_bytes() == want


def test_no_build_yet(file: Path) -> None:
    with pytest.raises(LedgerError, match="graphbuild build"):
        Ledger.read(file)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        Ledger.open(tmp_path / "nowhere" / "graph.sqlite", fingerprint="f1")


def test_a_full_disk_is_told_and_nothing_is_lost(file: Path) -> None:
    build(file).close()
    want = file.read_bytes()
    with Ledger.open(file, fingerprint="f1") as ledger:
        pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
        ledger._db.execute(f"PRAGMA max_page_count = {pages}")
        many = [make_event(doc="big", start=n, sentence="x" * 3000) for n in range(50)]
        with pytest.raises(OutputError, match="full"):
            ledger.put(make_article("big"), [], many)
        assert set(ledger.known()) == {"a1", "a2", "a3"}
    assert file.read_bytes() == want


KILLED = """
import os, signal, sys
sys.path.insert(0, {path!r})
from tests.factories import make_article, make_event
from graphbuild.ledger import Ledger
ledger = Ledger.open({file!r}, fingerprint="f1")
for n in range(20):
    ledger.put(make_article(f"k{{n}}"), [], [make_event(doc=f"k{{n}}")])
ledger._db.execute("BEGIN")
ledger._db.execute("DELETE FROM articles")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_build_is_resumed(file: Path) -> None:
    here = str(Path(__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", KILLED.format(path=here, file=str(file))], check=False)
    assert done.returncode == -signal.SIGKILL
    with Ledger.open(file, fingerprint="f1") as ledger:
        assert ledger.resumed
        assert len(ledger.known()) == 20
        ledger.finish()
    assert [p.name for p in file.parent.iterdir()] == ["graph.sqlite"]


def test_hostile_words_come_back(file: Path) -> None:
    world = hostile_world()
    with Ledger.open(file, fingerprint="f1") as ledger:
        fill(ledger, world)
        ledger.finish()
        got = [e.sentence for e in ledger.events()]
    assert got == [whole(e.sentence) for e in world.events()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_text)
def test_any_text_comes_back_with_its_offsets(tmp_path: Path, text: str) -> None:
    with Ledger.open(tmp_path / "any", fingerprint="f1", fresh=True) as ledger:
        ledger.put(make_article("a1", title=text), [Actor("x", text, "group")], [make_event(sentence=text)])
        (event,) = ledger.events()
        assert event.sentence == whole(text)
        assert len(event.sentence) == len(text)
        assert next(ledger.articles()).title == whole(text)


def test_reading_needs_neither_networkx_nor_rdflib() -> None:
    code = "import sys, graphbuild.ledger; assert not {'networkx', 'rdflib', 'spacy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])
