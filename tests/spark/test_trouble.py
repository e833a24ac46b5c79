"""What is asked of Spark and cannot be had is told in one line; its own settings hold."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graphbuild import build
from graphbuild.cli import Settings, cli
from graphbuild.engines import require_engine
from graphbuild.errors import EngineError
from graphbuild.spark.session import _java, require_spark, settled
from graphbuild.spark.trouble import in_one_line

LOST = (
    "An error occurred while calling z:org.apache.spark.api.python.PythonRDD.collectAndServe.\n"
    ": org.apache.spark.SparkException: Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most "
    "recent failure: Lost task 0.3 in stage 1.0 (TID 4) (node7.example.org executor 3): {}\n\tat org.apache.spark.x\n"
)
CRASHED = "org.apache.spark.SparkException: Python worker exited unexpectedly (crashed). Consider setting 'a.b' to"
EXECUTOR = "ExecutorLostFailure (executor 3 exited caused by one of the running tasks) Reason: Command exited"
PYTHON = "x: org.apache.spark.api.python.PythonException: {}Traceback (most recent call last):\n  File y\n{}\n\tat z"
KEPT = "what is done is kept: build again to go on"


def failing_java(folder: Path, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a script that says something and fails stand in for Java."""
    java = folder / "bin" / "java"
    java.parent.mkdir()
    java.write_text(f'#!/bin/sh\necho "{says}" >&2\nexit 1\n', encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(folder))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (LOST.format(CRASHED), f"last on node7.example.org (Python worker exited unexpectedly (crashed)); {KEPT}"),
        (LOST.format(EXECUTOR), "last on node7.example.org (ExecutorLostFailure (executor 3 exited"),
        (PYTHON.format("", "ModuleNotFoundError: No module named 'spacy'"), "a Spark worker has no spacy: install it"),
        (PYTHON.format("", "pyspark.errors.X.PickleError: not so"), f"(PickleError: not so); {KEPT}"),
        (
            PYTHON.format("", "pyspark.errors.PySparkRuntimeError: [PYTHON_VERSION_MISMATCH] Python in worker 3.9"),
            "[PYTHON_VERSION_MISMATCH] Python in worker 3.9",
        ),
        ("An error occurred while trying to connect to the Java server (127.0.0.1:1)", "connect to the Java server"),
        ("", f"(no reason given); {KEPT}"),
        ("x" * 9999, "x…); "),
    ],
)
def test_errors_of_spark_become_a_line(said: str, told: str) -> None:
    line = in_one_line(said)
    assert told in line
    assert "\n" not in line and len(line) < 500


def test_pyspark_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.spark.session.find_spec", lambda _: None)
    with pytest.raises(EngineError, match=r"python -m pip install 'graphbuild\[spark\]'"):
        require_spark()


@pytest.mark.usefixtures("settings")
def test_java_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match=r"needs a Java runtime, 17 or later: install one .* or set JAVA_HOME"):
        build("corpus", tmp_path / "output", engine="spark")
    assert not (tmp_path / "output").exists()
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="needs a Java runtime"):
        require_spark()


@pytest.mark.usefixtures("settings")
@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for Java")
@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("java.lang.UnsupportedClassVersionError: class file version 61.0", "needs a Java runtime, 17 or later"),
        ("Error: Could not reserve enough space for heap", r"cannot be started \(Error: Could not reserve enough"),
        ("", r"cannot be started \(it does not say why\)"),
    ],
)
def test_java_cannot_run_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, told: str) -> None:
    failing_java(tmp_path, says, monkeypatch)
    with pytest.raises(EngineError, match=told):
        _java()


@pytest.mark.usefixtures("settings")
@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for Java")
def test_a_machine_that_does_not_know_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: str) -> str:
        raise OSError

    monkeypatch.setattr(os, "environ", {name: value for name, value in os.environ.items() if name != "SPARK_LOCAL_IP"})
    failing_java(tmp_path, "Error: $SPARK_LOCAL_IP", monkeypatch)
    monkeypatch.setattr("socket.gethostbyname", unknown)
    with pytest.raises(EngineError, match=r"\(Error: 127\.0\.0\.1\)"):
        _java()


def test_several_workers_are_not_for_spark(tmp_path: Path) -> None:
    options = ["build", "corpus", "-o", str(tmp_path / "output"), "--engine", "spark", "--workers", "2"]
    result = CliRunner().invoke(cli, options, obj=Settings())
    assert result.exit_code == 2
    assert "--workers is for --engine local" in result.stderr
    with pytest.raises(ValueError, match="workers is for the engine local"):
        build("corpus", tmp_path / "output", engine="spark", workers=2)
    assert not (tmp_path / "output").exists()


def test_there_is_no_other_engine() -> None:
    engine: Any = "hadoop"
    with pytest.raises(ValueError, match="engine must be one of local, spark, not 'hadoop'"):
        require_engine(engine, 1)


@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize(
    ("given", "master", "quiet"),
    [
        ({"spark.master": "local[*]"}, "local[*,4]", True),
        ({"spark.master": "local"}, "local[1,4]", True),
        ({"spark.master": "local[2]", "spark.task.maxFailures": "9"}, "local[2,9]", True),
        ({"spark.master": "local[2,1]"}, "local[2,1]", False),
        ({"spark.master": "spark://node1:7077"}, "spark://node1:7077", False),
        ({"spark.master": "yarn"}, "yarn", False),
    ],
)
def test_settings_of_spark_hold(given: dict[str, str], master: str, quiet: bool) -> None:
    from pyspark import SparkConf

    conf = settled(SparkConf(loadDefaults=False).setAll(list(given.items())))
    assert conf.get("spark.master") == master
    assert conf.get("spark.app.name") == "graphbuild"
    assert conf.get("spark.ui.enabled", None) == ("false" if quiet else None)


@pytest.mark.usefixtures("spark")
def test_what_the_user_has_set_is_left_alone() -> None:
    from pyspark import SparkConf

    own = {"spark.master": "local[2]", "spark.app.name": "presse", "spark.ui.enabled": "true"}
    conf = settled(SparkConf(loadDefaults=False).setAll(list(own.items())))
    assert (conf.get("spark.app.name"), conf.get("spark.ui.enabled")) == ("presse", "true")
