"""The process that holds the graph and forks a child for each query; run as  python -m graphbuild.serve.work.

A child shares the graph's memory, answers one query and ends. The system itself kills it at its time limit, for
nothing in the process can stop an engine at work, and holds it to its memory. On Linux it also loses the network.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import select
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from graphbuild.errors import GraphbuildError, QueryRefusedError
from graphbuild.query.answer import Rows, Statements
from graphbuild.query.engines import Oxigraph
from graphbuild.query.folder import GRAPH, prefixes
from graphbuild.query.results import MEDIA, formats_for, written

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000


def main(folder: Path, address: str) -> None:
    """Load the graph, tell on standard output that it is there, and answer until standard input closes."""
    try:
        engine = Oxigraph(folder / GRAPH)
    except GraphbuildError as error:
        _tell({"error": str(error)})
        return
    known = prefixes(folder)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        _tell({"statements": len(engine)})
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if sys.stdin in ready:
                return
            connection, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                _child(connection, engine, known)
            connection.close()


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _child(connection: socket.socket, engine: Oxigraph, known: dict[str, str]) -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        with connection, connection.makefile("rwb") as stream:
            request = json.loads(stream.readline())
            _confine(request["seconds"], request["megabytes"])
            head, body = _answer(request, engine, known)
            stream.write(json.dumps(head).encode() + b"\n" + body)
            stream.flush()
    finally:
        os._exit(0)


def _confine(seconds: float, megabytes: int) -> None:
    """Set the limits; what is missing is killed by the alarm, or gets no memory."""
    with suppress(OSError):  # where the system has no such spaces, the gate alone keeps queries in
        ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER | _NEW_NET)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):  # only Linux tells, and only there does the limit hold
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
        most = taken + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(request: dict[str, Any], engine: Oxigraph, known: dict[str, str]) -> tuple[dict[str, Any], bytes]:
    try:
        found = engine.ask(request["query"], known, request["rows"], request["default"], request["named"])
        kind = "statements" if isinstance(found, Statements) else "rows" if isinstance(found, Rows) else "truth"
        format_ = next((f for f in request["formats"] if f in formats_for(found)), None)
        if format_ is None:
            return {"status": 406, "error": f"this query gives {kind}: {', '.join(formats_for(found))}"}, b""
        body = written(found, format_, known)
        if len(body) > request["answer"]:
            return {"status": 503, "error": "the answer is too large; narrow the query or ask for fewer rows"}, b""
        return {"status": 200, "media": MEDIA[format_], "cut": found.cut}, body
    except QueryRefusedError as error:
        return {"status": 403, "error": str(error)}, b""
    except GraphbuildError as error:
        return {"status": 400, "error": str(error)}, b""
    except MemoryError:
        return {"status": 503, "error": "the query was stopped at its memory limit; narrow it"}, b""


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
