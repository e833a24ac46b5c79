"""Who stands with whom and against whom: signed ties between pairs, blocs and how sure they are."""

from graphbuild.alliances.blocs import Blocs, blocs
from graphbuild.alliances.partition import partition
from graphbuild.alliances.scope import Scope, alliance_graph
from graphbuild.alliances.ties import KINDS, Tie, choose, named, ranking, strongest, ties

__all__ = [
    "KINDS",
    "Blocs",
    "Scope",
    "Tie",
    "alliance_graph",
    "blocs",
    "choose",
    "named",
    "partition",
    "ranking",
    "strongest",
    "ties",
]
