"""What a query needs of a build: graph.nq, and the prefixes that graph.ttl begins with."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

GRAPH, FLAT = "graph.nq", "graph.ttl"
_PREFIX = re.compile(r"@prefix ([\w-]*): <([^>]*)> \.\s*")


def prefixes(folder: Path) -> dict[str, str]:
    """Return the prefixes of a build, which a query need not declare; none where graph.ttl is missing."""
    try:
        with (folder / FLAT).open(encoding="utf-8", errors="replace") as lines:
            found = takewhile(bool, map(_PREFIX.fullmatch, lines))
            return {match[1]: match[2] for match in found if match}
    except OSError:
        return {}
