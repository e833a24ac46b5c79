"""The server's side of the working process: starts it, asks it, and makes a new one when the graph has changed."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from graphbuild.errors import GraphbuildError, LedgerError
from graphbuild.query.folder import GRAPH
from graphbuild.serve.limits import Limits

_SLACK = 2.0
Stamp = tuple[int, int, int]


class BusyError(GraphbuildError):
    """As many queries wait as may."""


class StoppedError(GraphbuildError):
    """A query was stopped at a limit."""


class Worker:
    """One process that holds the graph."""

    def __init__(self, folder: Path) -> None:
        """Start it and wait until it has loaded the graph; raises LedgerError where it cannot."""
        self.stamp = stamp(folder)
        self._scratch = tempfile.TemporaryDirectory(prefix="graphbuild-")
        self.address = os.path.join(self._scratch.name, "queries")
        command = [sys.executable, "-m", "graphbuild.serve.work", str(folder), self.address]
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths}
        )
        assert self._process.stdout is not None
        told = json.loads(self._process.stdout.readline() or '{"error": "the process with the graph did not start"}')
        if "error" in told:
            self.close()
            raise LedgerError(told["error"])
        self.statements = int(told["statements"])

    def alive(self) -> bool:
        """Tell whether the process is there."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it; a query under way comes to its end or to its limit by itself."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process.wait()
        self._scratch.cleanup()


class Workers:
    """Answers queries of one build, a few at a time."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Load the graph; raises LedgerError where it cannot be read."""
        self._folder = folder
        self._limits = limits
        self._turn = asyncio.Semaphore(limits.at_once)
        self._renewal = asyncio.Lock()
        self._waiting = 0
        self._worker = Worker(folder)

    @property
    def statements(self) -> int:
        """The number of statements in the graph."""
        return self._worker.statements

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    async def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return head and body of the answer; raises BusyError, or StoppedError where a limit was met."""
        if self._waiting >= self._limits.waiting:
            raise BusyError("too many queries are waiting; try again in a moment")
        self._waiting += 1
        try:
            async with self._turn:
                return await self._asked(request)
        finally:
            self._waiting -= 1

    async def _asked(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        worker = await self._current()
        limits = self._limits
        told = request | {
            "seconds": limits.seconds, "megabytes": limits.megabytes, "rows": limits.rows, "answer": limits.answer
        }  # fmt: skip
        begun = time.monotonic()
        try:
            async with asyncio.timeout(limits.seconds + _SLACK):
                reader, writer = await asyncio.open_unix_connection(worker.address)
                try:
                    writer.write(json.dumps(told).encode() + b"\n")
                    head = await reader.readline()
                    body = await reader.read()
                finally:
                    writer.close()
        except (OSError, TimeoutError):
            head = body = b""
        if head:
            return json.loads(head), body
        if time.monotonic() - begun >= limits.seconds:
            raise StoppedError(f"the query was stopped after {limits.seconds:g} seconds; narrow it")
        raise StoppedError(f"the query was stopped at its memory limit of {limits.megabytes} MB; narrow it")

    async def _current(self) -> Worker:
        """Return the process with the graph as it is now; while a new one loads, or where it cannot, the old one."""
        async with self._renewal:
            old = self._worker
            if old.stamp != stamp(self._folder) or not old.alive():
                with suppress(GraphbuildError):
                    self._worker = await asyncio.to_thread(Worker, self._folder)
                    await asyncio.to_thread(old.close)
            return self._worker


def stamp(folder: Path) -> Stamp | None:
    """Return what changes when the graph is written anew; None where there is none."""
    try:
        found = (folder / GRAPH).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
