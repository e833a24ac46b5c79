"""What must hold for every table of the lexicon beside what loading it asks for."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from itertools import pairwise

from graphbuild.choice.weights import weights
from graphbuild.errors import LexiconError
from graphbuild.lexicon import load_lexicon
from graphbuild.lexicon.rows import data_folder
from graphbuild.qualify.ending import endings
from graphbuild.qualify.intensity import intensities
from graphbuild.qualify.modality import cues
from graphbuild.qualify.sense import callings, senses
from graphbuild.qualify.time import patterns

FOLDERS = ("", "actors/", "lexicons/fr/")
LOADERS: tuple[Callable[[], object], ...] = (
    load_lexicon,
    cues,
    patterns,
    senses,
    callings,
    endings,
    intensities,
    weights,
)


def problems() -> Iterator[str]:
    """Yield one line a problem, as file:line: what is wrong."""
    for name, table in tables().items():
        yield from table_problems(name, table.read_bytes())
    for load in LOADERS:
        try:
            load()
        except LexiconError as error:
            yield str(error)


def tables() -> dict[str, Traversable]:
    """Return the tables by their path below the data folder."""
    found = {}
    for folder in FOLDERS:
        for entry in (data_folder() / folder).iterdir():
            if entry.name.endswith(".csv"):
                found[folder + entry.name] = entry
    return dict(sorted(found.items()))


def table_problems(name: str, raw: bytes) -> Iterator[str]:
    """Yield what is wrong with the form of one table: encoding, composed letters, line ends, widths, order, twins."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}:{raw[: error.start].count(10) + 1}: is not UTF-8"
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not unicodedata.is_normalized("NFC", line):
            yield f"{name}:{number}: has decomposed letters; write it in NFC"
        if "\r" in line:
            yield f"{name}:{number}: has a carriage return; end lines with a line feed alone"
    yield from _row_problems(name, text)


def _row_problems(name: str, text: str) -> Iterator[str]:
    reader = csv.reader(text.splitlines())
    rows = [(reader.line_num, row) for row in reader]
    for number, row in rows:
        if len(row) != len(rows[0][1]):
            yield f"{name}:{number}: has {len(row)} fields, the header has {len(rows[0][1])}"
    for (_, before), (number, row) in pairwise(rows[1:]):
        if row == before:
            yield f"{name}:{number}: is the same as the row before it"
        elif row < before:
            one, other = next(pair for pair in zip(row, before, strict=False) if pair[0] != pair[1])
            yield f"{name}:{number}: {one!r} belongs before {other!r}; sort the table"
