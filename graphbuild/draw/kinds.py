"""From a build and a wish to a figure, one function a kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from graphbuild.alliances import Scope
from graphbuild.draw.chosen import Chosen
from graphbuild.draw.ego import Ego
from graphbuild.draw.matrix import Matrix
from graphbuild.draw.network import Network
from graphbuild.draw.timeline import Timeline
from graphbuild.draw.wish import Wish
from graphbuild.draw.words import words
from graphbuild.graph import Source

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def _alliances(chosen: Chosen, wish: Wish, caption: str) -> Figure:
    return Network(chosen.dyads, wish.language, wish.most, wish.seed).figure(wish.title, caption)


def _matrix(chosen: Chosen, wish: Wish, caption: str) -> Figure:
    return Matrix(chosen.dyads, wish.language, wish.most, wish.seed).figure(wish.title, caption)


def _timeline(chosen: Chosen, wish: Wish, caption: str) -> Figure:
    return Timeline(chosen, wish.language, wish.actors, wish.by).figure(wish.title, caption)


def _ego(chosen: Chosen, wish: Wish, caption: str) -> Figure:
    (actor,) = wish.actors
    ego = Ego(chosen.dyads, actor, wish.language, wish.most)
    return ego.figure(chosen.names().get(actor, actor), wish.title, caption)


_KINDS: Final[dict[str, Callable[[Chosen, Wish, str], Figure]]] = {
    "alliances": _alliances,
    "matrix": _matrix,
    "timeline": _timeline,
    "ego": _ego,
}


def figure(source: Source, wish: Wish, scope: Scope) -> Figure:
    """Return the figure that is asked for."""
    chosen = Chosen.of(source, scope)
    return _KINDS[wish.kind](chosen, wish, chosen.caption(words(wish.language)))
