"""Which version of what is installed."""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the installed version of graphbuild."""
    return version_of("graphbuild")


def version_of(package: str) -> str:
    """Return the installed version of a package, "0" where it is none (a model given by its path)."""
    with suppress(PackageNotFoundError, ValueError):
        return version(package)
    return "0"
