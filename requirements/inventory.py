"""Write the bill of materials (CycloneDX) and the table of licences from requirements/spark.txt.

    python requirements/inventory.py            (or  make inventory)

The packages are unpacked into a folder that is thrown away, those of other systems too, because the licences stand in
their metadata. Nothing of them is run but the setup.py of pyspark, of which there is no wheel.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from bill import write_bill
from licences import write_tables
from lock import SPARK, pins


def unpacked(folder: Path) -> Mapping[str, Distribution]:
    """Install every package of the lock into a folder, by hash, and return them by name."""
    for_all = folder / "all.txt"
    for_all.write_text(re.sub(r" ; .+?(?= \\$)", "", SPARK.read_text(encoding="utf-8"), flags=re.MULTILINE), "utf-8")
    command = [sys.executable, "-m", "uv", "pip", "install", "--no-config", "--quiet", "--no-deps", "--require-hashes"]
    where = folder / "packages"
    subprocess.run(
        [*command, "--only-binary", ":all:", "--no-binary", "pyspark", "--target", where, "--requirements", for_all],
        check=True,
    )
    return {re.sub(r"[-_.]+", "-", d.metadata["Name"]).lower(): d for d in distributions(path=[str(where)])}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        packages = unpacked(Path(folder))
        write_bill(pins(SPARK), packages)
        write_tables(pins(SPARK), packages)
