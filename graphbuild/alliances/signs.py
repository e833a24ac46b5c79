"""The ties that take a clear side, as a graph of +1 and -1."""

from __future__ import annotations

import networkx as nx  # type: ignore[import-untyped, unused-ignore]

from graphbuild.alliances.ties import ties

SIGN = {"friendly": 1, "hostile": -1}


def signed(dyads: nx.Graph) -> nx.Graph:
    """Return the graph of friendly and hostile ties, with their `sign`; mixed pairs and mere contacts stay out."""
    graph = nx.Graph()
    graph.add_edges_from((t.first, t.second, {"sign": SIGN[t.kind]}) for t in ties(dyads) if t.kind in SIGN)
    return graph
