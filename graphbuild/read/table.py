"""Tables (.csv): one row, one article. The delimiter is the one that makes the text column appear."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from graphbuild.errors import ReadError
from graphbuild.read.draft import LIMIT, Columns, Draft, Refusal
from graphbuild.read.encoding import decode, guess
from graphbuild.read.rows import row_draft

_SAMPLE = 65_536


def read_table(
    handle: BinaryIO, name: str, path: str, encoding: str | None, columns: Columns
) -> Iterator[Draft | Refusal]:
    """Yield the article of each row of a .csv file, or why the row is set aside."""
    codec, notes = _codec(handle, encoding)
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT))
    text = TextIOWrapper(handle, codec, errors="strict" if encoding else "replace", newline="")
    lines = _lines(text)
    head = next(lines, "").removeprefix("\ufeff")
    rows = csv.reader(_again(head, lines), delimiter=_delimiter(head, columns))
    try:
        names = [cell.strip() for cell in next(rows, [])]
        if columns.text not in names:
            known = ", ".join(names)[:200] or "none"
            raise ReadError(f"no column '{columns.text}' (there is {known}); choose it with text_column")
        for number, row in enumerate((row for row in rows if row), start=1):
            broken = ("broken characters shown as \ufffd",) if any("\ufffd" in cell for cell in row) else ()
            yield row_draft(dict(zip(names, row, strict=False)), columns, name, path, number, notes + broken)
    except csv.Error as error:
        raise ReadError(f"line {rows.line_num}: {error}; the rows from there on are set aside") from None
    except UnicodeError:
        raise ReadError(f"is not valid {encoding}; leave the encoding out to have it guessed") from None


def _codec(handle: BinaryIO, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the encoding to read with, and a note where it is a guess; leaves the handle at the start."""
    sample = handle.read(_SAMPLE)
    handle.seek(0)
    if encoding:
        decode(b"", encoding)
        return encoding, ()
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ("read as UTF-16 (byte order mark)",)
    notes = decode(sample.rsplit(b"\n", 1)[0])[1]
    if any(note.endswith("(guessed)") for note in notes):
        codec = guess(sample)
        return codec, (f"read as {codec} (guessed)",)
    return "utf-8-sig", ()


def _delimiter(head: str, columns: Columns) -> str:
    """Return the delimiter that gives the text column, else the one that gives most columns."""
    cells = {d: [cell.strip() for cell in next(csv.reader([head], delimiter=d), [])] for d in ",;\t|"}
    return max(cells, key=lambda d: (columns.text in cells[d], len(cells[d])))


def _lines(text: TextIO) -> Iterator[str]:
    """Yield lines; one that is too long ends the reading, before it fills the memory."""
    number = 0
    while line := text.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT:
            raise ReadError(
                f"line {number} is longer than {LIMIT // 1_000_000} MB; the rows from there on are set aside"
            )
        yield line


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
