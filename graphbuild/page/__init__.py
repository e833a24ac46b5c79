"""The explorer: one offline HTML file in which every tie opens on the sentences that say it.

Nothing in it is fetched, and a strict content security policy lets only its own script and style run. Text of the
articles stands in a JSON island and reaches the page by textContent alone.
"""

from __future__ import annotations

from typing import BinaryIO

from graphbuild.graph import Source
from graphbuild.page.evidence import EVIDENCE, Evidence

__all__ = ["DEFAULT_EVIDENCE", "EVIDENCE", "MOST_EVENTS", "Evidence", "require_evidence", "write_page"]

DEFAULT_EVIDENCE: Evidence = "snippet"
MOST_EVENTS = 50_000
"""Beyond, a browser takes seconds to open the page; the surest are kept, and the page says how many are not."""


def require_evidence(evidence: str) -> None:
    """Raise ValueError where `evidence` is no choice."""
    if evidence not in EVIDENCE:
        raise ValueError(f"evidence {evidence!r}: one of {', '.join(EVIDENCE)}")


def write_page(source: Source, out: BinaryIO, *, evidence: Evidence = DEFAULT_EVIDENCE) -> None:
    """Write the explorer of a build as one HTML file.

    `evidence` says how much of each sentence the page holds: "none", a "snippet" around the action, or "full".
    Raises ValueError where it is something else.
    """
    from graphbuild.page.contents import gather
    from graphbuild.page.document import document
    from graphbuild.page.island import island
    from graphbuild.page.plain import plain_table

    require_evidence(evidence)
    contents = gather(source)
    out.write(document(island(contents, evidence), plain_table(contents.sure)).encode("utf-8"))
