"""Read the files that `make lock` writes: exact versions of packages with the hashes of all their files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
RUN = FOLDER / "run.txt"
SPARK = FOLDER / "spark.txt"  # run.txt and what the extra spark brings: all that a user may run
TEST = FOLDER / "test.txt"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?(?: \\)?$")
HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})(?: \\)?$")
ASKED_BY = re.compile(r"^ *#(?: via +| {3,})(?P<name>[a-z][a-z0-9-]*)(?: \(setup\.cfg\))?$")


@dataclass(frozen=True)
class Pin:
    """One package: its name, its only version, where it is needed ("" is everywhere), by whom, and its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    asked_by: tuple[str, ...]


def pins(path: Path) -> tuple[Pin, ...]:
    """Return the packages of a lock, in its order; a line of another kind raises ValueError."""
    found: list[tuple[re.Match[str], list[str], list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if pin := PIN.match(line):
            found.append((pin, [], []))
        elif hashed := HASH.search(line):
            found[-1][1].append(hashed[1])
        elif not line.lstrip().startswith("#"):
            raise ValueError(f"{path.name}:{number}: neither a version nor a hash: {line}")
        elif (by := ASKED_BY.match(line)) and found:
            found[-1][2].append(by["name"])
    return tuple(
        Pin(pin["name"], pin["version"], pin["marker"] or "", tuple(hashes), tuple(by)) for pin, hashes, by in found
    )
