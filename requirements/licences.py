"""Which licence a package declares, whether it is accepted, and the table of them all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution

from license_expression import AND, ExpressionError, LicenseExpression, get_spdx_licensing
from lock import FOLDER, Pin

PAGE = FOLDER.parent / "docs" / "licences.md"
SPDX = get_spdx_licensing()
# where there is no expression: the first line of the field, or the last part of the classifier
DECLARED = {
    "Apache License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "ISC License": "ISC",
    "LGPL-LR": "LGPLLR",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
BSD = {"BSD", "BSD License"}


def licence(package: Distribution) -> str:
    """Return the SPDX expression of what a package declares: its expression, else its field, else its classifiers.

    "BSD" alone says too little: three clauses have a word on endorsement, two have not. ValueError if nothing is known.
    """
    meta = package.metadata
    for expression in meta.get_all("License-Expression") or []:
        return str(expression)
    field = " ".join(meta.get_all("License") or []).strip().split("\n")[0]
    classes = [c.rpartition(" :: ")[2] for c in meta.get_all("Classifier") or [] if c.startswith("License :: ")]
    for said in (field, *classes):
        if said in BSD:
            return "BSD-3-Clause" if "endorse or promote" in _texts(package) else "BSD-2-Clause"
        if said in DECLARED or _is_expression(said):
            return DECLARED.get(said, said)
    raise ValueError(f"{meta['Name']}: no licence is known by the words {[field, *classes]}")


def _is_expression(words: str) -> bool:
    try:
        return SPDX.parse(words, validate=True, strict=True) is not None
    except ExpressionError:
        return False


def _texts(package: Distribution) -> str:
    files = [path for path in package.files or () if path.stem.upper().startswith(("LICENSE", "LICENCE", "COPYING"))]
    texts = [*(package.metadata.get_all("License") or []), *(path.read_text(encoding="utf-8") for path in files)]
    return " ".join(" ".join(texts).split())


def accepted() -> Mapping[str, Mapping[str, str]]:
    """Return the licences that a package may have, with their kind and what they ask."""
    with (FOLDER / "accepted.csv").open(encoding="utf-8", newline="") as file:
        return {row["licence"]: row for row in csv.DictReader(file)}


def is_accepted(expression: str, known: Iterable[str]) -> bool:
    """Tell whether what a licence expression asks is met: all of an AND, any of an OR."""
    return _met(SPDX.parse(expression, validate=True, strict=True), frozenset(known))


def _met(tree: LicenseExpression, known: frozenset[str]) -> bool:
    if not tree.args:
        return str(tree) in known
    parts = [_met(part, known) for part in tree.args]
    return all(parts) if isinstance(tree, AND) else any(parts)


def write_tables(pins: Iterable[Pin], packages: Mapping[str, Distribution]) -> None:
    """Write the tables of docs/licences.md anew; what stands around them stays."""
    rows = [f"| {pin.name} | {pin.version} | {licence(packages[pin.name])} | {pin.marker} |" for pin in pins]
    kinds = [f"| {row['licence']} | {row['kind']} | {row['what it asks']} |" for row in accepted().values()]
    page = _between(PAGE.read_text(encoding="utf-8"), "packages", ["package", "version", "licence", "only where"], rows)
    PAGE.write_text(_between(page, "accepted", ["licence", "kind", "what it asks"], kinds), encoding="utf-8")


def _between(page: str, mark: str, columns: list[str], rows: list[str]) -> str:
    start, end = f"<!-- {mark} -->\n", f"\n<!-- /{mark} -->"
    before, rest = page.split(start)
    after = rest.split(end)[1]
    table = "\n".join([f"| {' | '.join(columns)} |", "|---" * len(columns) + "|", *rows])
    return f"{before}{start}\n{table}\n{end}{after}"
