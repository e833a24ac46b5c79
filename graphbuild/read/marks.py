"""What Markdown marks as headings or as no prose: hashes, underlines, code, pictures, tables, comments."""

from __future__ import annotations

import re

from graphbuild.read.lines import Line, inner

_LONG = 1000  # no heading is longer, and these patterns would be slow on a line without end
_HASHES = re.compile(r"(#{1,6})(?:\s+|$)(.*?)(\s*#*)$")
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)\1$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_ASIDE = re.compile(r"!\[[^\]]*\]\([^)]*\)$|\[[^\]]+\]:\s*\S+|<!--.*-->$|\|.*\|$|</?\w[^<>]*>$")


def markdown_kinds(lines: list[Line]) -> dict[int, str]:
    """Return "heading" or "noise" for each line that Markdown marks, by its offset."""
    kinds: dict[int, str] = {}
    fence = ""
    for i, line in enumerate(lines):
        match = _FENCE.match(line.core)
        if fence or match:
            kinds[line.start] = "noise"
            opening = match[1][:3] if match else ""
            fence = opening if not fence else ("" if opening == fence else fence)
        elif heading_text(line).core and heading_text(line) != line:
            kinds[line.start] = "heading"
        elif _UNDERLINE.match(line.core) and i and not line.after_gap and lines[i - 1].start not in kinds:
            kinds[line.start] = "noise"
            kinds[lines[i - 1].start] = "heading"
        elif _ASIDE.match(line.core):
            kinds[line.start] = "noise"
    return kinds


def heading_text(line: Line) -> Line:
    """Return the line without the hashes or the stars that make it a heading; any other line as it is."""
    if len(line.core) > _LONG:
        return line
    hashes = _HASHES.match(line.core)
    if hashes:
        return inner(line, hashes.start(2), len(hashes[3]))
    bold = _BOLD.match(line.core)
    return inner(line, 2, 2) if bold and not line.core.rstrip("*_").endswith(".") else line
