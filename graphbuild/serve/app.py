"""The routes: / is the explorer, /query the editor, /sparql the endpoint."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graphbuild.model import EVENT_TYPES
from graphbuild.query import named, names
from graphbuild.query.parameters import ET
from graphbuild.query.results import MEDIA
from graphbuild.serve.accept import accepted
from graphbuild.serve.description import description
from graphbuild.serve.guard import Guard
from graphbuild.serve.limits import Limits
from graphbuild.serve.protocol import RefusedError, operation
from graphbuild.serve.workers import BusyError, StoppedError, Workers

EXPLORER = "explorer.html"
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_STATIC = {"editor.js": "text/javascript", "editor.css": "text/css"}
_METHODS = ["GET", "HEAD", "POST"]


def application(folder: Path, workers: Callable[[], Workers], limits: Limits) -> Starlette:
    """Return the application for the build in a folder; `workers` is called once it runs."""

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        app.state.workers = workers()
        try:
            yield
        finally:
            app.state.workers.close()

    app = Starlette(
        routes=[
            Route("/", explorer),
            Route("/query", editor),
            Route("/queries.json", queries),
            Route("/sparql", sparql, methods=_METHODS),
            *(Route(f"/{name}", static) for name in _STATIC),
        ],
        lifespan=running,
        middleware=[Middleware(Guard, limits)],
        exception_handlers={RefusedError: refused, BusyError: busy, StoppedError: busy, HTTPException: missing},
    )
    app.state.folder = folder
    return app


async def explorer(request: Request) -> Response:
    """Return the explorer of the build, under the policy that it was written with."""
    try:
        text = (request.app.state.folder / EXPLORER).read_text("utf-8")
    except (OSError, ValueError):
        raise RefusedError(404, f"no {EXPLORER} in this build; the editor is at /query") from None
    policy = _POLICY.search(text[:4096])
    headers = {"Content-Security-Policy": f"{policy[1]}; frame-ancestors 'none'"} if policy else {}
    return Response(text, media_type="text/html", headers=headers)


async def editor(_: Request) -> Response:
    """Return the page for queries."""
    return Response(_part("editor.html"), media_type="text/html", headers={"Content-Security-Policy": EDITOR_POLICY})


async def static(request: Request) -> Response:
    """Return the script or the style of the editor."""
    name = request.url.path.removeprefix("/")
    return Response(_part(name), media_type=_STATIC[name])


async def queries(_: Request) -> Response:
    """Return the queries by name, for the editor."""
    told = {
        "queries": [{**asdict(query), "required": sorted(query.required)} for query in map(named, names())],
        "types": {name: ET + name for name in EVENT_TYPES},
    }
    return Response(json.dumps(told, ensure_ascii=False), media_type="application/json")


async def sparql(request: Request) -> Response:
    """Answer by the SPARQL 1.1 Protocol."""
    formats = accepted(request.headers.get("accept", ""))
    body = await request.body() if request.method == "POST" else b""
    fields = request.scope["query_string"].decode("latin-1")
    asked = operation(request.method, fields, request.headers.get("content-type", ""), body)
    workers: Workers = request.app.state.workers
    if asked is None:
        return _described(request, formats, workers.statements)
    head, answer = await workers.ask({**asdict(asked), "formats": formats})
    if head["status"] != 200:
        raise RefusedError(head["status"], head["error"])
    headers = {"Vary": "Accept"} | ({"X-Truncated": "true"} if head["cut"] else {})
    return Response(answer, media_type=None, headers=headers | {"Content-Type": head["media"]})


def _described(request: Request, formats: list[str], statements: int) -> Response:
    format_ = next((f for f in formats if f in ("turtle", "ntriples")), None)
    if format_ is None:
        raise RefusedError(406, "the service description is there as text/turtle and application/n-triples")
    body = description(str(request.url.replace(query=None)), statements, format_)
    return Response(body, headers={"Content-Type": MEDIA[format_], "Vary": "Accept"})


async def refused(_: Request, error: Exception) -> Response:
    """Return why a request is not answered, in one line."""
    return PlainTextResponse(f"{error}\n", getattr(error, "status", 500))


async def busy(_: Request, error: Exception) -> Response:
    """Return that a query met a limit."""
    return PlainTextResponse(f"{error}\n", 503, {"Retry-After": "1"})


async def missing(_: Request, error: Exception) -> Response:
    """Return what the router finds wrong: no such page, no such method."""
    assert isinstance(error, HTTPException)
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)


def _part(name: str) -> str:
    return (files("graphbuild") / "serve" / name).read_text("utf-8")
