"""What every request must pass: the right Host, no foreign page behind it, a body that is small and comes in time."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphbuild.serve.limits import Limits

HOSTS = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Guard:
    """Wraps an ASGI application."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on with its limits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reason = self._refusal(scope, Headers(scope=scope))
        app = self._refused(*reason) if reason else self._app
        try:
            await app(scope, _Patient(receive, self._limits), self._sender(send))
        except _TooLargeError:
            await self._refused(413, f"at most {self._limits.body} bytes are taken")(scope, receive, self._sender(send))
        except TimeoutError:
            await self._refused(408, "the request came too slowly")(scope, receive, self._sender(send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        # a name that an attacker owns may be made to point here (DNS rebinding), but the browser still tells it
        if len(headers.getlist("host")) != 1 or _name(headers["host"]) not in HOSTS:
            return 421, "this server answers to 127.0.0.1 and localhost alone"
        origin = headers.get("origin")
        if (origin and urlsplit(origin).netloc != headers["host"]) or headers.get("sec-fetch-site") == "cross-site":
            return 403, "pages of other sites may not ask here"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._limits.body:
            return 413, f"at most {self._limits.body} bytes are taken"
        return None

    @staticmethod
    def _refused(status: int, reason: str) -> ASGIApp:
        return PlainTextResponse(f"{reason}\n", status, {"Connection": "close"})

    def _sender(self, send: Send) -> Send:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await asyncio.wait_for(send(message), self._limits.patience)

        return sent


class _TooLargeError(Exception):
    """More has come than is taken."""


class _Patient:
    """Receives a body within its limits of size and time."""

    def __init__(self, receive: Receive, limits: Limits) -> None:
        self._receive = receive
        self._limits = limits
        self._left = limits.body
        self._until: float | None = None
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()  # waits for the client to go, however long that is
        now = asyncio.get_running_loop().time()
        self._until = self._until or now + self._limits.patience
        message = await asyncio.wait_for(self._receive(), max(0.0, self._until - now))
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLargeError
        self._whole = not message.get("more_body", False)
        return message


def _name(host: str) -> str:
    """Return a Host header without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
