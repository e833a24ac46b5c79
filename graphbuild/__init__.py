"""graphbuild: French news articles in, an event knowledge graph out.

    >>> import graphbuild                                   # doctest: +SKIP
    >>> graph = graphbuild.build("corpus", "output")        # doctest: +SKIP
    >>> [event.trigger for event in graph.events()][:1]     # doctest: +SKIP

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuild.model import Actor, Argument, Article, Event
    from graphbuild.pipeline import build, extract, open_graph
    from graphbuild.results import EventGraph

__all__ = ["Actor", "Argument", "Article", "Event", "EventGraph", "build", "extract", "open_graph"]

_HOME = {
    "Actor": "graphbuild.model",
    "Argument": "graphbuild.model",
    "Article": "graphbuild.model",
    "Event": "graphbuild.model",
    "EventGraph": "graphbuild.results",
    "build": "graphbuild.pipeline",
    "extract": "graphbuild.pipeline",
    "open_graph": "graphbuild.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'graphbuild' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
