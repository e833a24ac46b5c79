"""A build on 127.0.0.1: the explorer, a read-only SPARQL 1.1 endpoint and an editor for queries."""

from __future__ import annotations

from graphbuild.serve.limits import Limits
from graphbuild.serve.run import run

__all__ = ["Limits", "run"]
