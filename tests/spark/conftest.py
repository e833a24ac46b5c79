"""A Spark of two workers for all tests of a process, set up as a user would: by its own file of settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuild.errors import EngineError

if TYPE_CHECKING:
    from pyspark import SparkContext

SETTINGS = "spark.master local[2]\nspark.task.maxFailures 2\n"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder to be named by SPARK_CONF_DIR."""
    pytest.importorskip("pyspark", reason="no PySpark here: pip install '.[spark]'")
    from graphbuild.spark.session import require_spark

    try:
        require_spark()
    except EngineError as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("spark")
    (folder / "spark-defaults.conf").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def spark(settings: Path) -> Iterator[SparkContext]:
    from graphbuild.spark.session import running_or_new

    root = str(Path(__file__).parents[2])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(settings))
        patch.setenv("PYTHONPATH", root, prepend=":")
        with running_or_new() as started:
            started.setLogLevel("OFF")
            yield started
