"""Builds worked out by Spark: the bytes of a local build, whatever becomes of the workers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from graphbuild import build, pipeline
from graphbuild.engines import findings
from graphbuild.errors import EngineError
from graphbuild.intake import Progress
from graphbuild.model import Article
from graphbuild.spark import AHEAD, spread
from graphbuild.spark.task import Failure, Task
from tests.builds import ARTICLES, contents, write_corpus
from tests.factories import make_article
from tests.spark import tasks

ROOT = Path(__file__).parents[2]
MODEL = "fr_core_news_md"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "presse")


@pytest.fixture(scope="module")
def reference(corpus: Path) -> dict[str, bytes]:
    build(corpus, corpus.parent / "local", min_confidence=0)
    return contents(corpus.parent / "local")


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every article a batch, and every two of them a job."""
    monkeypatch.setattr("graphbuild.parse.BATCH_WORDS", 1)
    monkeypatch.setattr("graphbuild.spark.BATCHES_A_CORE", 1)


def send(monkeypatch: pytest.MonkeyPatch, task: Any) -> None:
    """Let the workers do something else: `task` makes it from the product's own task."""
    monkeypatch.setattr("graphbuild.spark.Task", lambda *settings: task(Task(*settings)))


def articles(numbers: Iterator[int]) -> Iterator[Article]:
    return (make_article(f"a{number}", text="La France a soutenu l'Ukraine.") for number in numbers)


@pytest.mark.usefixtures("spark", "one_by_one")
def test_a_lost_worker_loses_nothing(
    corpus: Path, reference: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "killed"
    send(monkeypatch, lambda task: tasks.KilledOnce(mark, task))
    build(corpus, tmp_path / "output", min_confidence=0, engine="spark")
    assert mark.exists()
    assert contents(tmp_path / "output") == reference


@pytest.mark.usefixtures("spark", "one_by_one")
def test_what_was_done_is_kept_where_spark_gives_up(
    corpus: Path, reference: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = sorted(Path(name).stem for name in ARTICLES)[-1]
    send(monkeypatch, lambda task: tasks.KilledBy(last, task))
    with pytest.raises(EngineError) as told:
        build(corpus, tmp_path / "output", min_confidence=0, engine="spark")
    assert "tried a batch of articles too often" in str(told.value)
    assert "build again to go on" in str(told.value) and "\n" not in str(told.value)
    seen: list[Progress] = []
    build(corpus, tmp_path / "output", min_confidence=0, report=seen.append)
    assert 0 < seen[-1].done < len(ARTICLES)
    assert contents(tmp_path / "output") == reference


def test_the_command_starts_spark_and_keeps_its_chatter_to_itself(
    settings: Path, corpus: Path, reference: dict[str, bytes], tmp_path: Path
) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "graphbuild", "build", str(corpus), "-o", str(output), "--min-confidence", "0"]
    done = subprocess.run(
        [*command, "--engine", "spark"], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"SPARK_CONF_DIR": str(settings), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"WARN|ERROR|Stage|log4j|incubator", done.stdout) == []
    assert contents(output) == reference


@pytest.mark.usefixtures("spark", "one_by_one")
def test_order_and_how_far_ahead_articles_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    send(monkeypatch, lambda _: tasks.nothing_found)
    endless = articles(number for number in count() if read.append(number) is None)
    found = spread(endless, model=MODEL, min_confidence=0)
    assert [f.article.id for f in islice(found, 9)] == [f"a{number}" for number in range(9)]
    assert len(read) <= 9 + (AHEAD + 1) * 2
    found.close()


@pytest.mark.usefixtures("spark")
def test_another_program_on_a_worker_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    send(monkeypatch, lambda task: Task(task.model, task.min_confidence, "another"))
    with pytest.raises(EngineError, match=r"has another version of graphbuild.*install the same on all machines"):
        list(spread(articles(iter([1])), model=MODEL, min_confidence=0))


@pytest.mark.usefixtures("spark")
def test_a_worker_without_the_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    send(monkeypatch, lambda _: tasks.lacking)
    with pytest.raises(EngineError, match="a Spark worker has no graphbuild: install it there"):
        list(spread(articles(iter([1])), model=MODEL, min_confidence=0))


def test_an_error_of_the_program_comes_back_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.spark.task.extract_batch", lambda *_: 1 / 0)
    made_with = pipeline.program_fingerprint(MODEL, 0)
    (answer,) = Task(MODEL, 0, made_with)([[make_article()]])
    assert isinstance(answer, Failure) and isinstance(answer.error, ZeroDivisionError)


def test_a_worker_short_of_memory_is_left_to_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("graphbuild.spark.task.extract_batch", short)
    with pytest.raises(MemoryError):
        list(Task(MODEL, 0, pipeline.program_fingerprint(MODEL, 0))([[make_article()]]))


def test_no_article_starts_no_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.spark.running_or_new", lambda: pytest.fail("Spark was started"))
    assert list(findings([], model=MODEL, min_confidence=0, engine="spark")) == []
