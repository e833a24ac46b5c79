"""events.jsonl: one event a line, the contract of docs/events.md."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO

from graphbuild.clean import whole
from graphbuild.graph import Source
from graphbuild.model import Event

# JSON allows these as they are, but many readers take them for the end of a line.
_LINE_END = re.compile("[\x85\u2028\u2029]")


def write_jsonl(source: Source, out: BinaryIO) -> None:
    """Write every event, by article, place and id."""
    out.writelines(f"{line(event)}\n".encode() for event in source.events())


def line(event: Event) -> str:
    """Return one event as a line of JSON, without the line end."""
    return _LINE_END.sub(_escaped, whole(json.dumps(record(event), ensure_ascii=False)))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def record(event: Event) -> dict[str, Any]:
    """Return one event in the shape of the contract."""
    values = event.to_dict()
    for side in ("source", "target"):
        values[side] = [_kind_last(argument) for argument in values[side]]
    return values


def _kind_last(argument: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in argument.items() if key != "kind"} | {"kind": argument["kind"]}
