"""Answer the commands shown in the READMEs and the docs anew.

    python docs/examples.py            (or  make examples)

Where a page shows `$ graphbuild …` in an indented block, what follows it is replaced by what the command prints now,
asked in the root of the repository, beside a build of the corpus in output/. Read the pages again afterwards: the
words around an example do not follow it by themselves.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.fr.md", "docs/query.md", "docs/alliances.md")
SHOWN = re.compile(r"^    \$ (.*\bgraphbuild .*)\n((?:(?:    (?!\$ ).*)?\n)*?)(?=\n*(?:    \$ |\S|\Z))", re.MULTILINE)


def printed(command: str) -> str:
    """Return what a command prints; raises CalledProcessError where it fails."""
    line = re.sub(r"\bgraphbuild\b", f"{shlex.quote(sys.executable)} -m graphbuild", command, count=1)
    return subprocess.run(line, shell=True, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def renewed(text: str, ask: Callable[[str], str] = printed) -> str:
    """Return a page with every example answered anew."""

    def answered(found: re.Match[str]) -> str:
        told = "\n".join(f"    {line}".rstrip() for line in ask(found[1]).rstrip().splitlines())
        return f"    $ {found[1]}\n{told}\n"

    return SHOWN.sub(answered, text)


if __name__ == "__main__":
    for name in PAGES:
        path = ROOT / name
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
