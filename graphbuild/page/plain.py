"""The best-attested pairs as a plain HTML table, for a browser without script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from graphbuild.alliances import Tie, ties
from graphbuild.clean import clean, whole
from graphbuild.page.words import words

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped, unused-ignore]

MOST = 200
_COLUMNS = ("friendly", "hostile", "contacts", "articles")


def plain_table(dyads: nx.Graph) -> str:
    """Return what stands between the noscript tags, in French."""
    say = words()["fr"]
    found = sorted(ties(dyads), key=lambda tie: (-tie.evidence, tie.first, tie.second))
    rows = "".join(_row(dyads, tie) for tie in found[:MOST])
    heads = "".join(f"<th scope='col'>{_safe(say[f'column.{name}'])}</th>" for name in ("pair", *_COLUMNS))
    told = _safe(say["noscript"].format(shown=min(len(found), MOST), count=len(found)))
    return f"<h1>{_safe(say['title'])}</h1><p>{told}</p><table><tr>{heads}</tr>{rows}</table>"


def _row(dyads: nx.Graph, tie: Tie) -> str:
    names = " – ".join(_safe(str(dyads.nodes[id_]["name"] or id_)) for id_ in (tie.first, tie.second))
    cells = "".join(f"<td>{getattr(tie, name)}</td>" for name in _COLUMNS)
    return f"<tr><th scope='row'>{names}</th>{cells}</tr>"


def _safe(text: str) -> str:
    return escape(clean(whole(text)))
