"""Web pages: the main text, title, date and author that trafilatura finds."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from graphbuild.ceiling import ceiling
from graphbuild.errors import CeilingError, ReadError
from graphbuild.read.draft import Draft, scalar
from graphbuild.read.encoding import clean, decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_TAG = re.compile(
    r"""<(?:(script|style)\b.*?</\1|[a-z](?:=\s*"[^"]*+"?|=\s*'[^']*+'?|[^>])*+)""", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"?|'[^']*'?)""")
_MOST_ATTRIBUTES = 5_000
# The latest date is fixed: left to the library it is today, and the same page would be read otherwise tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def read_html(raw: bytes, name: str, path: str, encoding: str | None) -> Iterator[Draft]:
    """Yield the article of a page."""
    page, notes = _page(raw, encoding)
    if _crowded(page):
        raise ReadError(f"holds a tag with more than {_MOST_ATTRIBUTES} attributes; save the article as .txt or .md")
    found = _extract(clean(page)[0])
    if found is None or not (found.text or "").strip():
        raise ReadError("no main text found; save the article as .txt or .md")
    yield Draft(
        name,
        # One line a paragraph is what trafilatura gives; a blank line between them tells headings from wrapped lines.
        re.sub(r"\n+", "\n\n", found.text.strip()),
        path,
        title=scalar(found.title),
        outlet=scalar(found.sitename),
        author=scalar(found.author),
        date=found.date,
        url=scalar(found.url),
        notes=notes,
    )


def _page(raw: bytes, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode a page: as asked, as UTF-8, as it declares itself, or by a guess."""
    declared = _CHARSET.search(raw[:4096])
    if encoding is None and declared:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return decode(raw, declared[1].decode("ascii"))
            except ReadError:
                pass
    return decode(raw, encoding)


def _crowded(page: str) -> bool:
    """Tell whether a tag has so many attributes that the parser, which compares each with all, would never end."""
    long = (tag[0] for tag in _TAG.finditer(page) if not tag[1] and len(tag[0]) > 2 * _MOST_ATTRIBUTES)
    return any(len(_QUOTED.sub("= ", tag).split()) > _MOST_ATTRIBUTES for tag in long)


def _extract(page: str) -> Any:
    """Return what trafilatura finds, or None. Loading it takes a second, so it waits for the first page."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ReadError(f"pages need trafilatura and lxml_html_clean ({error}); install them with pip") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        with ceiling():
            return bare_extraction(
                page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES
            )
    except CeilingError as error:
        raise ReadError(f"{error}: set aside; save the article as .txt or .md") from None
    except Exception as error:
        raise ReadError(f"the page cannot be parsed ({type(error).__name__}); save the article as .txt") from None
