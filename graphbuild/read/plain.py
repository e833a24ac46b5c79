"""Plain text: one file, one article, its text exactly as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.read.draft import Draft
from graphbuild.read.encoding import decode


def read_plain(raw: bytes, name: str, path: str, encoding: str | None) -> Iterator[Draft]:
    """Yield the article of a .txt file."""
    text, notes = decode(raw, encoding)
    yield Draft(name, text, path, notes=notes)
