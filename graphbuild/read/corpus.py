"""The stream of articles: every source, every format, nothing raised for a single bad input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.errors import ReadError
from graphbuild.model import Article
from graphbuild.read.articles import Ids, finish
from graphbuild.read.draft import LIMIT, Columns, Draft, Refusal, refuse
from graphbuild.read.html import read_html
from graphbuild.read.jsonl import read_jsonl
from graphbuild.read.markdown import read_markdown
from graphbuild.read.plain import read_plain
from graphbuild.read.sources import find_files, suffix_of
from graphbuild.read.table import read_table

_WHOLE = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
_ROWS = {".jsonl": read_jsonl, ".csv": read_table}


def read(
    sources: Iterable[str],
    *,
    text_column: str = "text",
    title_column: str = "title",
    date_column: str = "date",
    source_column: str = "source",
    url_column: str = "url",
    id_column: str = "id",
    encoding: str | None = None,
) -> Iterator[Article | Refusal]:
    """Yield the articles of files, folders, patterns and "-" (standard input), sorted by path.

    What cannot be read comes as a Refusal in its place; nothing is raised for it. The columns name where CSV and JSON
    lines hold what; `encoding` forces one where the guess is wrong.
    """
    columns = Columns(text_column, title_column, date_column, source_column, url_column, id_column)
    files, refusals, stdin = find_files(sources)
    ids = Ids()
    yield from refusals
    for path in files:
        for draft in _drafts(path, columns, encoding):
            yield finish(draft, ids) if isinstance(draft, Draft) else draft
    if stdin:
        for draft in _guarded(_stdin(encoding), "-"):
            yield finish(draft, ids) if isinstance(draft, Draft) else draft


def _drafts(path: str, columns: Columns, encoding: str | None) -> Iterator[Draft | Refusal]:
    suffix, name = suffix_of(path), Path(path).stem
    if suffix in _ROWS:
        return _guarded(_rows(path, name, suffix, columns, encoding), path)
    return _guarded(_whole(path, name, suffix, encoding), path)


def _rows(path: str, name: str, suffix: str, columns: Columns, encoding: str | None) -> Iterator[Draft | Refusal]:
    with open(path, "rb") as handle:
        yield from _ROWS[suffix](handle, name, path, encoding, columns)


def _whole(path: str, name: str, suffix: str, encoding: str | None) -> Iterator[Draft | Refusal]:
    size = os.path.getsize(path)
    if size > LIMIT:
        raise ReadError(f"has {size // 1_000_000} MB, more than {LIMIT // 1_000_000}; split it into its articles")
    yield from _WHOLE[suffix](Path(path).read_bytes(), name, path, encoding)


def _stdin(encoding: str | None) -> Iterator[Draft | Refusal]:
    stream = getattr(sys.stdin, "buffer", None)
    raw = stream.read(LIMIT + 1) if stream else sys.stdin.read().encode("utf-8", "surrogatepass")
    if len(raw) > LIMIT:
        raise ReadError(f"has more than {LIMIT // 1_000_000} MB; split it into its articles")
    yield from read_plain(raw, "stdin", "-", encoding)


def _guarded(drafts: Iterator[Draft | Refusal], path: str) -> Iterator[Draft | Refusal]:
    """Yield the drafts of one file; where reading breaks off, a refusal ends them."""
    found = False
    try:
        for draft in drafts:
            found = True
            yield draft
        if not found:
            yield refuse(path, "is empty; nothing to read")
    except ReadError as error:
        yield refuse(path, str(error))
    except OSError as error:
        yield refuse(path, f"cannot be opened ({error.strerror or error}); check the file and its rights")
