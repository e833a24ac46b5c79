"""The queries by name, one file each: the first comment is the help, lines of VALUES are the parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphbuild.errors import QueryError

_PARAMETER = re.compile(r"VALUES \?(\w+) \{ UNDEF \}(?P<required> # required)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A query with parameters, which is sound SPARQL as it stands: none of them is set."""

    name: str
    help: str
    text: str
    parameters: tuple[str, ...]
    required: frozenset[str]

    def bound(self, terms: Mapping[str, str]) -> str:
        """Return the query with its parameters set, each to a term as N-Triples writes it.

        A value becomes a row of VALUES. That binds it everywhere in the query and in every engine: Oxigraph's own
        substitution passes by a variable that stands in a filter alone, and an endpoint elsewhere has none.
        Raises QueryError for a parameter that the query does not take, and where one that it needs is not given.
        """
        strange = [name for name in terms if name not in self.parameters]
        if strange:
            raise QueryError(f"{self.name} takes {self._options(self.parameters)}, not {self._options(strange)}")
        missing = [name for name in self.parameters if name in self.required and name not in terms]
        if missing:
            raise QueryError(f"{self.name} needs {self._options(missing)}")
        return _PARAMETER.sub(lambda found: f"VALUES ?{found[1]} {{ {terms.get(found[1], 'UNDEF')} }}", self.text)

    @staticmethod
    def _options(names: tuple[str, ...] | list[str]) -> str:
        return ", ".join(f"--{name}" for name in names)


@cache
def named(name: str) -> Named:
    """Return the query of this name; raises QueryError where there is none."""
    if name not in names():
        raise QueryError(f"no query {name!r}; there are {', '.join(names())}")
    text = (files("graphbuild") / "data" / "queries" / f"{name}.rq").read_text("utf-8")
    comment = re.match(r"(?:# .*\n)+", text)
    told = " ".join(line.removeprefix("# ") for line in comment[0].splitlines()) if comment else ""
    found = list(_PARAMETER.finditer(text))
    return Named(
        name, told, text, tuple(dict.fromkeys(f[1] for f in found)), frozenset(f[1] for f in found if f["required"])
    )


@cache
def names() -> tuple[str, ...]:
    """Return the names of all queries."""
    folder = files("graphbuild") / "data" / "queries"
    return tuple(sorted(entry.name.removesuffix(".rq") for entry in folder.iterdir() if entry.name.endswith(".rq")))
