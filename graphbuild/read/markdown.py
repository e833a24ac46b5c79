"""Markdown with optional front matter (YAML between two lines of hyphens). The body stays Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml
from frontmatter.default_handlers import YAMLHandler

from graphbuild.read.draft import Draft, scalar
from graphbuild.read.encoding import decode


class _Loader(yaml.SafeLoader):
    """Knows no aliases: a few lines of them unfold into more than a memory holds, or hold themselves.

    The loader in C, which is the usual one, ends the whole process on front matter that is nested too deep.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="references (*name) are not followed")
        return super().compose_node(parent, index)


_HANDLER = YAMLHandler()
_LONG = 100_000
_KEY = re.compile(r"[\w-]+\s*:|\s*-\s|\s*#")


def read_markdown(raw: bytes, name: str, path: str, encoding: str | None) -> Iterator[Draft]:
    """Yield the article of a .md file."""
    text, notes = decode(raw, encoding)
    meta, body, doubts = split(text)
    yield Draft(
        name,
        body,
        path,
        title=pick(meta, "title", "titre"),
        outlet=pick(meta, "source", "outlet", "journal"),
        author=pick(meta, "author", "auteur", "authors", "auteurs"),
        date=meta.get("date"),
        url=pick(meta, "url", "link", "lien"),
        markup=True,
        notes=(*notes, *doubts),
    )


def split(text: str) -> tuple[Mapping[str, object], str, tuple[str, ...]]:
    """Return the front matter, the body, and notes; a text without front matter comes back whole."""
    if not text.startswith("---") or not _HANDLER.detect(text):
        return {}, text, ()
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        return {}, text, ()
    try:
        if len(front) > _LONG:
            raise ValueError
        meta = _HANDLER.load(front, Loader=_Loader)
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError) as error:
        note = f"front matter not understood: {_place(error)}"
        return {}, body.strip("\n") if _is_meta(front) else text, (note,)
    if meta is None:
        return {}, body.strip("\n"), ()
    # A rule of hyphens at the head of a text without front matter looks the same; its prose must not be lost.
    return (meta, body.strip("\n"), ()) if isinstance(meta, dict) else ({}, text, ())


def pick(meta: Mapping[str, object], *keys: str) -> str | None:
    """Return the first of the keys that holds something; of a list its plain values, joined."""
    for key in keys:
        value = meta.get(key)
        parts = [scalar(v) for v in value] if isinstance(value, list) else [scalar(value)]
        joined = ", ".join(part for part in parts if part)
        if joined:
            return joined
    return None


def _is_meta(front: str) -> bool:
    """Tell whether at least half of the lines begin with a key: broken front matter, not prose between two rules."""
    lines = [line for line in front.split("\n") if line.strip()]
    return 2 * sum(bool(_KEY.match(line)) for line in lines) >= len(lines)


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1}: " if mark else ""
    return f"{line}{getattr(error, 'problem', None) or 'it is no valid YAML'}"
