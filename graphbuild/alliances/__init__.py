"""Who stands with whom and against whom: signed ties between pairs, blocs and how sure they are."""

from graphbuild.alliances.balance import Triad, triads
from graphbuild.alliances.blocs import Blocs, blocs
from graphbuild.alliances.frustration import Frustration, frustration
from graphbuild.alliances.happenings import Happening
from graphbuild.alliances.mediators import Mediator, mediators
from graphbuild.alliances.partition import partition
from graphbuild.alliances.periods import Move, moves, series
from graphbuild.alliances.scope import Scope, alliance_graph
from graphbuild.alliances.sides import side_of
from graphbuild.alliances.sources import Views, views
from graphbuild.alliances.ties import KINDS, Tie, choose, named, ranking, strongest, ties

__all__ = [
    "KINDS",
    "Blocs",
    "Frustration",
    "Happening",
    "Mediator",
    "Move",
    "Scope",
    "Tie",
    "Triad",
    "Views",
    "alliance_graph",
    "blocs",
    "choose",
    "frustration",
    "mediators",
    "moves",
    "named",
    "partition",
    "ranking",
    "series",
    "side_of",
    "strongest",
    "ties",
    "triads",
    "views",
]
