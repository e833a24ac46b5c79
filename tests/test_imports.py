"""A module imports only from those above it, and what is not needed is not loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphbuild

PACKAGE = Path(graphbuild.__file__).parent
LAYERS = (
    "errors model text clean timespan version rdfsettings",
    "ceiling",
    "lexicon",
    "read",
    "startup tokens tree tuning",
    "syntax parse",
    "mentions",
    "extraction",
    "choice",
    "qualify",
    "assemble",
    "fingerprint workers",
    "spark",
    "engines",
    "ledger",
    "intake",
    "graph",
    "compare",
    "alliances",
    "rdf",
    "export draw",
    "page",
    "query",
    "serve",
    "results",
    "outputs evaluate",
    "pipeline",
    "cli",
    "__main__",
)
RANK = {module: rank for rank, layer in enumerate(LAYERS) for module in layer.split()}
HEAVY = (
    "spacy",
    "thinc",
    "networkx",
    "rdflib",
    "pyoxigraph",
    "pyshacl",
    "matplotlib",
    "numpy",
    "scipy",
    "trafilatura",
    "starlette",
    "uvicorn",
    "pyspark",
)
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def module_of(path: Path) -> str:
    """Return the module or the package right below graphbuild."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


class Imports(ast.NodeVisitor):
    """Every module below graphbuild that a file imports, anywhere but for type checking."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("graphbuild.")}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert node.level == 0, "imports are absolute"
        if node.module == "graphbuild":
            self.found |= {alias.name for alias in node.names}
        elif node.module and node.module.startswith("graphbuild."):
            self.found.add(node.module.split(".")[1])


def imported(path: Path) -> Iterator[str]:
    imports = Imports()
    imports.visit(ast.parse(path.read_text(encoding="utf-8")))
    yield from sorted(imports.found - {module_of(path)})


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_from_above(path: Path) -> None:
    own = module_of(path)
    upward = [name for name in imported(path) if RANK[name] > RANK[own]]
    assert not upward, f"{own} must not import {', '.join(upward)}"


def test_the_order_names_every_module() -> None:
    assert {module_of(path) for path in FILES} == set(RANK)


@pytest.mark.parametrize("module", ["graphbuild", "graphbuild.cli"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.split() == []
