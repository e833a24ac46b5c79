"""From what the user names (files, folders, patterns, "-") to the files to read, each once, in order."""

from __future__ import annotations

import glob
import logging
import os
from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from graphbuild.read.draft import Refusal, refuse

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".csv")
_PACKED = (".gz", ".zip", ".bz2", ".xz", ".7z", ".tar", ".tgz", ".zst", ".rar")
_READS = f"graphbuild reads {', '.join(SUFFIXES)}"
_log = logging.getLogger(__name__)


def find_files(sources: Iterable[str]) -> tuple[list[str], list[Refusal], bool]:
    """Return the files of all sources, sorted and each once; what was set aside; whether "-" was asked for."""
    files: dict[str, str] = {}
    refusals: list[Refusal] = []
    stdin = False
    for source in sources:
        if source == "-":
            stdin = True
            continue
        found, problems = _expand(source)
        refusals += problems
        for path in found:
            files.setdefault(os.path.realpath(path), path)
    return sorted(files.values(), key=lambda path: (Path(path).parts, path)), refusals, stdin


def suffix_of(path: str) -> str:
    """Return the ending that tells the format."""
    return os.path.splitext(path)[1].lower()


def _expand(source: str) -> tuple[list[str], list[Refusal]]:
    if not source or "\0" in source:
        return [], [refuse(source or "''", "is no path; name a file, a folder, a pattern or -")]
    if os.path.isdir(source):
        return _folder(source)
    if os.path.lexists(source):
        return _file(source)
    if not glob.has_magic(source):
        return [], [refuse(source, "does not exist; check the path")]
    matches = sorted(_matches(source))
    folders = [_folder(match) for match in matches if os.path.isdir(match)]
    files = [m for m in matches if os.path.isfile(m) and suffix_of(m) in SUFFIXES]
    files += [path for found, _ in folders for path in found]
    if not files:
        return [], [refuse(source, f"matches no file that can be read; {_READS}")]
    return files, []


def _matches(pattern: str) -> list[str]:
    """Return what a pattern matches. With `**` links are passed over: a few that lead back make paths without end."""
    whole = Path(pattern)
    if "**" not in whole.parts:
        return glob.glob(pattern)
    below = Path(whole.anchor).glob(str(whole.relative_to(whole.anchor)))
    asked = _hidden(whole)
    return [
        str(path)
        for path in below
        if not path.is_symlink() and all(any(fnmatch(part, form) for form in asked) for part in _hidden(path))
    ]


def _hidden(path: Path) -> list[str]:
    return [part for part in path.parts if part.startswith(".")]


def _file(path: str) -> tuple[list[str], list[Refusal]]:
    suffix = suffix_of(path)
    if not os.path.isfile(path):
        return [], [refuse(path, "is no regular file (a broken link, a pipe or a device); use - for standard input")]
    if suffix in _PACKED:
        return [], [refuse(path, f"is packed ({suffix}); unpack it first")]
    if suffix not in SUFFIXES:
        return [], [refuse(path, f"has an ending that is not known ('{suffix}'); {_READS}")]
    return [path], []


def _folder(folder: str) -> tuple[list[str], list[Refusal]]:
    """Walk a folder. Hidden entries and links are passed over, so that nothing leaves the folder or loops."""
    files: list[str] = []
    others: Counter[str] = Counter()
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = os.path.join(root, name)
            if name.startswith(".") or os.path.islink(path) or not os.path.isfile(path):
                continue
            if suffix_of(name) in SUFFIXES:
                files.append(path)
            else:
                others[suffix_of(name) or "no ending"] += 1
    refusals = [refuse(str(e.filename), f"cannot be opened ({e.strerror}); check its rights") for e in errors]
    told = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
    if told:
        _log.info("%s: files of other kinds passed over: %s", folder, told)
    if not files and not errors:
        refusals.append(refuse(folder, f"holds no file that can be read{f' ({told})' if told else ''}; {_READS}"))
    return files, refusals
