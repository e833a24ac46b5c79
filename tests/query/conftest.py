"""One small build, and both engines on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.query.engines import Oxigraph, Rdflib
from tests.query.world import write


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="session")
def oxigraph(folder: Path) -> Oxigraph:
    return Oxigraph(folder / "graph.nq")


@pytest.fixture(scope="session")
def rdflib_engine(folder: Path) -> Rdflib:
    return Rdflib(folder / "graph.nq")
