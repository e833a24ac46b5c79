"""Reading one table: rows as dicts that know their own file and line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from graphbuild.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `where` is file:line, for messages."""

    where: str
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def several(self, column: str) -> tuple[str, ...]:
        """Return the alternatives of a field, split at the bar."""
        return tuple(part.strip() for part in self.values[column].split("|") if part.strip())

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """Return the field, or raise LexiconError when it holds something else than `allowed`."""
        value = self.values[column]
        if value not in allowed:
            raise LexiconError(f"{self.where}: {column} is {value!r}; allowed: {', '.join(allowed)}")
        return value

    def number(self, column: str) -> float:
        """Return the field as a number, or raise LexiconError when it is none."""
        try:
            return float(self.values[column])
        except ValueError as error:
            raise LexiconError(f"{self.where}: {column} is {self.values[column]!r}, which is no number") from error

    def required(self, column: str) -> str:
        """Return the field, or raise LexiconError when it is empty."""
        value = self.values[column]
        if not value:
            raise LexiconError(f"{self.where}: {column} is empty")
        return value


def data_folder() -> Traversable:
    """Return the folder of the data files inside the installed package."""
    return files("graphbuild") / "data"


def read_rows(table: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of `table`, a path below the data folder.

    Raises LexiconError when the file is missing, is not UTF-8 or a row has not exactly `columns`.
    """
    try:
        text = (data_folder() / table).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{table}:1: cannot be read ({error})") from error
    reader = csv.DictReader(text.splitlines())
    if list(reader.fieldnames or ()) != list(columns):
        raise LexiconError(f"{table}:1: the header must be {','.join(columns)}")
    for values in reader:
        where = f"{table}:{reader.line_num}"
        if None in values or None in values.values():
            raise LexiconError(f"{where}: the row must have {len(columns)} fields")
        yield Row(where, {key: value.strip() for key, value in values.items()})


def fingerprint() -> str:
    """Return the SHA-256 of all data files: events change only when it does."""
    digest = hashlib.sha256()
    for folder in (".", "actors", "lexicons/fr"):
        for entry in sorted((data_folder() / folder).iterdir(), key=lambda item: item.name):
            if entry.name.endswith(".csv"):
                digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()
