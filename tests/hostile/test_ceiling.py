"""What one article may cost: over it, the article is set aside and named, and the others go on."""

from __future__ import annotations

import json
import pickle
import resource
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from graphbuild import assemble, ceiling, extract, workers
from graphbuild.cli import main
from graphbuild.errors import CeilingError
from graphbuild.model import Article
from graphbuild.parse import BATCH_WORDS, by_words, split
from graphbuild.text import view
from tests.builds import write_corpus

SENTENCE = "La Russie a attaqué l'Ukraine. "
linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is watched on Linux alone")


def _forever() -> None:
    while True:
        try:
            pass
        except Exception:  # as libraries do
            continue


def _grow() -> None:
    kept: list[bytearray] = []
    while True:
        kept.append(bytearray(16_000_000))


def _sink() -> None:
    _sink()


def test_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ceiling, "SECONDS", 0.05)
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(CeilingError, match=r"takes more than 0\.05 s"), ceiling.ceiling():
        _forever()
    assert signal.getsignal(signal.SIGVTALRM) is before and signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@linux
def test_memory_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ceiling, "MEGABYTES", 64)
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(CeilingError, match="more than 64 MB"), ceiling.ceiling():
        _grow()
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_depth_ends() -> None:
    with pytest.raises(CeilingError, match="too deep"), ceiling.ceiling():
        _sink()


def test_another_fault_is_no_ceiling_and_another_thread_is_let_through() -> None:
    with pytest.raises(ZeroDivisionError), ceiling.ceiling():
        1 / 0  # noqa: B018
    done: list[int] = []

    def work() -> None:
        with ceiling.ceiling():
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]


@pytest.fixture
def costly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every article that speaks of Mars take for ever."""
    usual = assemble.events_of

    def events_of(article: Article, *rest: Any, **more: Any) -> Any:
        if "Mars" in article.text:
            _forever()
        return usual(article, *rest, **more)

    monkeypatch.setattr(assemble, "events_of", events_of)
    monkeypatch.setattr(ceiling, "SECONDS", 1.0)


@pytest.mark.usefixtures("costly")
def test_an_article_over_the_ceiling_is_named_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"a.txt": SENTENCE, "b.txt": f"Mars. {SENTENCE}", "c.txt": SENTENCE}
    corpus, output = write_corpus(tmp_path / "presse", texts), tmp_path / "output"
    with pytest.raises(SystemExit) as left:
        main(["build", str(corpus), "-o", str(output), "--min-confidence", "0"])
    told = capsys.readouterr()
    assert left.value.code == 3 and "1 set aside" in told.out
    (line,) = told.err.splitlines()
    assert line.startswith("graphbuild: presse/b.txt: the article b takes more than 1 s of work; it is set aside")
    assert json.loads((output / "run.json").read_text("utf-8"))["refused"] == [line.removeprefix("graphbuild: ")]
    events = (output / "events.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(event)["doc"] for event in events] == ["a", "c"]
    with pytest.raises(SystemExit) as left:
        main(["extract", str(corpus), "--min-confidence", "0"])
    assert left.value.code == 3 and "the article b takes" in capsys.readouterr().err


@pytest.mark.usefixtures("costly")
def test_a_worker_tells_it_as_well_and_one_text_alone_is_an_error() -> None:
    articles = [Article(id_, text, id_, "") for id_, text in (("a", SENTENCE), ("b", "Mars."), ("c", SENTENCE))]
    found = workers.extract_batch(articles, "fr_core_news_md", 0.0)
    assert [f.fault for f in pickle.loads(pickle.dumps(found))] == [None, "takes more than 1 s of work", None]
    with pytest.raises(CeilingError, match="the article text takes more"):
        extract("Mars.")


def test_a_word_without_end_is_passed_over_and_offsets_stay() -> None:
    text = f"Paris accuse {'l’' * 100_000} Rome."
    (*_, last) = split(Article("a", text, "a.txt", ""))
    assert last.text.strip() == "Rome." or last.text.endswith("Rome.")
    assert view(text)[last.offset :].endswith("Rome.") and len(last.text) < 20
    assert [p.text for p in split(Article("a", f"Le {'b' * 300} va.", "a.txt", ""))] == [f"Le {'b' * 300} va."]


def test_texts_without_spaces_fill_batches_too() -> None:
    texts = ["a" * 6 * BATCH_WORDS] * 4
    assert [len(batch) for batch in by_words(texts, str)] == [2, 2] and BATCH_WORDS <= 10_000


def test_a_long_line_is_cut_behind_a_sentence() -> None:
    line = "Le président russe a rencontré son homologue. " * 700
    pieces = split(Article("a", line, "a.txt", ""))
    assert len(pieces) > 2 and all(piece.text.strip().endswith("homologue.") for piece in pieces)
    assert all(line[piece.offset :].startswith(piece.text) for piece in pieces)
