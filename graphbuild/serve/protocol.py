"""SPARQL 1.1 Protocol (W3C Recommendation of 2013): what a request asks for, or why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_FIELDS = 200


class RefusedError(Exception):
    """A request that is not answered, with its status of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Operation:
    """A query, and the graphs that the protocol names for it."""

    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]


def operation(method: str, fields: str, content_type: str, body: bytes) -> Operation | None:
    """Return what is asked; None for a GET without a query, which wants the service description.

    `fields` is the query string of the address. Raises RefusedError.
    """
    given = _fields(fields)
    if method == "POST":
        given += _posted(content_type, body)
    found = {name: [value for key, value in given if key == name] for name in ("query", "update", *_GRAPHS)}
    if found["update"]:
        raise RefusedError(403, "this endpoint is read-only: updates are refused")
    if not found["query"] and method != "POST":
        return None
    if len(found["query"]) != 1:
        raise RefusedError(400, f"one query is wanted, not {len(found['query'])}")
    return Operation(found["query"][0], *(tuple(found[name]) for name in _GRAPHS))


_GRAPHS = ("default-graph-uri", "named-graph-uri")


def _posted(content_type: str, body: bytes) -> Sequence[tuple[str, str]]:
    media, *rest = (part.strip().lower() for part in content_type.split(";"))
    if any(part.startswith("charset=") and part.strip('charset="') not in ("utf-8", "utf8") for part in rest):
        raise RefusedError(415, "write the request in UTF-8")
    if media == UPDATE:
        raise RefusedError(403, "this endpoint is read-only: updates are refused")
    if media == QUERY:
        return [("query", _text(body))]
    if media == FORM:
        return _fields(_text(body))
    raise RefusedError(415, f"post a query as {FORM} or as {QUERY}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the request is not UTF-8") from None


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError:
        raise RefusedError(400, "the request is not UTF-8") from None
    except ValueError as error:
        raise RefusedError(400, f"the request has too many fields or none that can be read ({error})") from None
