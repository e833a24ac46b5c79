"""JSON lines: one object a line, one article an object. A bad line is set aside alone."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from graphbuild.errors import ReadError
from graphbuild.read.draft import LIMIT, Columns, Draft, Refusal, refuse
from graphbuild.read.encoding import check_magic
from graphbuild.read.rows import row_draft


def read_jsonl(
    handle: BinaryIO, name: str, path: str, encoding: str | None, columns: Columns
) -> Iterator[Draft | Refusal]:
    """Yield the article of each line of a .jsonl file, or why the line is set aside."""
    head = handle.read(16)
    check_magic(head)
    if encoding is None and head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError("is UTF-16; save it as UTF-8")
    handle.seek(0)
    number = 0
    while raw := handle.readline(LIMIT + 1):
        number += 1
        if len(raw) > LIMIT:
            _skip_line(handle, raw)
            yield refuse(f"{path}:{number}", f"is longer than {LIMIT // 1_000_000} MB; one line holds one article")
        elif raw.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(raw, name, path, number, encoding, columns)


def _line(raw: bytes, name: str, path: str, number: int, encoding: str | None, columns: Columns) -> Draft | Refusal:
    place = f"{path}:{number}"
    try:
        text = raw.decode(encoding or "utf-8").lstrip("\ufeff")
        row = json.loads(text)
    except LookupError:
        return refuse(place, f"no encoding is called '{encoding}'; try utf-8 or cp1252")
    except UnicodeError:
        return refuse(place, f"is not valid {encoding or 'UTF-8'}; save the file as UTF-8")
    except json.JSONDecodeError as error:
        return refuse(place, f"is no valid JSON ({error.msg}, character {error.pos + 1}); one object a line")
    except (ValueError, RecursionError):
        return refuse(place, "is no JSON that can be read (too deep or too large a number); one plain object a line")
    if not isinstance(row, dict):
        return refuse(place, "is no JSON object; one object a line")
    return row_draft(row, columns, name, path, number)


def _skip_line(handle: BinaryIO, raw: bytes) -> None:
    """Read on to the end of a line that is too long, without keeping it."""
    while raw and not raw.endswith(b"\n"):
        raw = handle.readline(LIMIT)
