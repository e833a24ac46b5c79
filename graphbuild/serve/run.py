"""The server itself: uvicorn on 127.0.0.1, with a limit on how long a client may take over its headers."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graphbuild.errors import GraphbuildError, OutputError
from graphbuild.serve.limits import Limits

ADDRESS = "127.0.0.1"
_CONNECTIONS = 200
_KEPT_ALIVE = 5


def run(folder: Path, port: int, limits: Limits, tell: Callable[[str, int], None]) -> None:
    """Serve a build until interrupted; `tell` gets the address and the number of statements once it can be reached.

    Raises GraphbuildError where the libraries or the system lack what it needs, LedgerError where there is no graph,
    and OutputError where the port is taken.
    """
    if not hasattr(os, "fork"):
        raise GraphbuildError("serve needs Linux or macOS; on Windows run it in WSL, or use: graphbuild query")
    try:
        import uvicorn

        from graphbuild.serve.app import application
        from graphbuild.serve.workers import Workers
    except ImportError as error:
        raise GraphbuildError(f"serve needs {error.name}; install it with: pip install 'graphbuild[serve]'") from error
    workers = Workers(folder, limits)
    try:
        with _bound(port) as listener:
            tell(f"http://{ADDRESS}:{listener.getsockname()[1]}", workers.statements)
            config = uvicorn.Config(
                application(folder, lambda: workers, limits),
                http=_protocol(limits), ws="none", loop="asyncio", lifespan="on", log_level="warning", access_log=False,
                limit_concurrency=_CONNECTIONS, timeout_keep_alive=_KEPT_ALIVE, server_header=False,
                timeout_graceful_shutdown=1, proxy_headers=False,
            )  # fmt: skip
            asyncio.run(uvicorn.Server(config).serve([listener]))
    finally:
        workers.close()


def _bound(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((ADDRESS, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise OutputError(f"port {port}: cannot be had ({error.strerror}); choose another with --port") from error
    return listener


def _protocol(limits: Limits) -> type[asyncio.Protocol]:
    """Return uvicorn's HTTP over h11, cut where the headers of a request have not come in time."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Timed(H11Protocol):
        """Closes what has sent no request yet when the time is over."""

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self.loop.call_later(limits.patience, self._close_if_silent)

        def _close_if_silent(self) -> None:
            if self.cycle is None and not self.transport.is_closing():
                self.transport.close()

    return Timed
