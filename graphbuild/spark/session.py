"""The Spark that works for a build: the one of this process, or one started by Spark's own settings."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from graphbuild.errors import EngineError
from graphbuild.spark.trouble import explained

if TYPE_CHECKING:
    from pyspark import SparkConf, SparkContext

JAVA = "Spark needs a Java runtime, 17 or later: install one (Debian: default-jre-headless), or set JAVA_HOME"
_ONE_MACHINE = re.compile(r"local(?:\[(\d+|\*)\])?")
_SUBMITTED = "PYSPARK_GATEWAY_PORT"  # set where spark-submit has started this process
_WITHIN = {  # for a Spark on one machine: nobody else can reach it
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.authenticate": "true",
}


def require_spark() -> None:
    """Raise EngineError where PySpark or a Java runtime is missing, without the cost of starting them."""
    if find_spec("pyspark") is None:
        raise EngineError("the engine spark needs pyspark; install it with: python -m pip install 'graphbuild[spark]'")
    home = os.environ.get("JAVA_HOME")
    if _SUBMITTED not in os.environ and not shutil.which("java", path=home and str(Path(home) / "bin")):
        raise EngineError(JAVA)


@contextmanager
def running_or_new() -> Iterator[SparkContext]:
    """Lend the running Spark of this process, or start one and stop it after the block."""
    from pyspark import SparkContext

    running = SparkContext._active_spark_context
    if running is not None:
        yield running
        return
    spark = _started()
    try:
        yield spark
    finally:
        with suppress(Exception):  # all that it was started for is done, or told
            spark.stop()


def _started() -> SparkContext:
    from pyspark import SparkConf, SparkContext

    SparkContext._ensure_initialized(gateway=SparkContext._gateway or _java())
    conf = settled(SparkConf())
    with explained():
        spark = SparkContext(conf=conf)
    # else workers run whatever "python3" happens to be
    spark.pythonExec = os.environ.get("PYSPARK_PYTHON") or conf.get("spark.pyspark.python", sys.executable)
    return spark


def settled(conf: SparkConf) -> SparkConf:
    """Return Spark's settings with ours where the user has not said otherwise."""
    if conf.get("spark.app.name", "pyspark-shell") == "pyspark-shell":
        conf.setAppName("graphbuild")
    conf.set("spark.ui.showConsoleProgress", "false")  # a build has its own
    master = conf.get("spark.master", "local[*]") or ""
    if one := _ONE_MACHINE.fullmatch(master):
        # by itself Spark tries again on a cluster alone
        conf.setMaster(f"local[{one[1] or 1},{conf.get('spark.task.maxFailures', '4')}]")
        for name, value in _WITHIN.items():
            conf.setIfMissing(name, value)
    return conf


def _java() -> Any:
    """Start Java, or find the one that spark-submit has started; what it says is kept back unless it fails."""
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway

    if not _has_a_name():
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    with tempfile.TemporaryFile() as log:
        try:
            return launch_gateway(popen_kwargs={"stdout": log, "stderr": log})  # type: ignore[no-untyped-call]
        except (PySparkRuntimeError, OSError) as error:
            raise EngineError(_why(log)) from error


def _has_a_name() -> bool:
    """Tell whether this machine knows itself by name: without one Java asks in vain and does not start."""
    with suppress(OSError):
        return bool(socket.gethostbyname(socket.gethostname()))
    return False


def _why(log: IO[bytes]) -> str:
    log.seek(0)
    said = log.read().decode(errors="replace")
    if "UnsupportedClassVersion" in said or "JAVA_HOME" in said:
        return JAVA
    lines = [line.strip() for line in said.splitlines() if re.search(r"error|exception", line, re.IGNORECASE)]
    return f"Spark cannot be started ({(lines or ['it does not say why'])[0]})"
