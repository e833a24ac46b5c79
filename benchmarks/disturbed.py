"""Builds in processes of their own that can be killed, raced or starved, and what must be true of them afterwards."""

from __future__ import annotations

import gc
import os
import shutil
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graphbuild import build
from graphbuild.errors import LedgerError, OutputError
from graphbuild.lexicon import load_lexicon
from graphbuild.outputs import RUN, written_files
from graphbuild.parse import DEFAULT_MODEL
from graphbuild.workers import one_thread_each, pipeline_of

DONE, BROKEN, REFUSED, STARVED = 0, 1, 2, 3
STARTS = ("no build yet", "an older corpus", "the same corpus", "other settings")


@dataclass(frozen=True, slots=True)
class Build:
    """A build at work; `told` gives a byte for each article that is done and one more at the end."""

    process: int
    told: int
    begun: float

    def end(self) -> int:
        """Wait for its end and return its exit code, below zero where it was killed."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        os.close(self.told)
        return code


def start(corpus: Path, output: Path, before: Callable[[], None] = lambda: None, min_confidence: float = 0) -> Build:
    """Begin a build in a copy of this process, which has the parser and the words loaded already."""
    told, tell = os.pipe()
    process = os.fork()
    if process:
        os.close(tell)
        return Build(process, told, time.monotonic())
    code = BROKEN
    try:
        before()
        build(corpus, output, min_confidence=min_confidence, report=lambda _: bool(os.write(tell, b".")))
        code = DONE
    except LedgerError as error:
        code = REFUSED if "another build" in str(error) else BROKEN
    except OutputError:
        code = STARVED
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


class Ground:
    """A corpus, what an undisturbed build makes of it, and the states of the folder that a build may begin from."""

    def __init__(self, corpus: Path, articles: int, scratch: Path) -> None:
        """Load the parser and make the builds that the others are compared with."""
        one_thread_each()
        load_lexicon()
        pipeline_of(DEFAULT_MODEL)
        self.corpus, self.scratch = scratch / "now" / "presse", scratch
        older = scratch / "older" / "presse"
        files = sorted(path for path in corpus.iterdir() if path.suffix in (".txt", ".md"))[:articles]
        for folder in (self.corpus, older):
            folder.mkdir(parents=True)
            for path in files:
                shutil.copy(path, folder)
        self.articles = len(files)
        (older / files[0].name).unlink()
        (older / files[1].name).write_text("La Russie a attaqué l'Ukraine.\n", encoding="utf-8")
        (older / "adieu.txt").write_text("Paris a condamné Moscou.\n", encoding="utf-8")
        build(older, scratch / STARTS[1], min_confidence=0)  # in this process, so that all its copies have the modules
        gc.freeze()  # a copy that collected garbage would copy all the memory as well
        begun = time.monotonic()
        self._made(STARTS[2])
        self.seconds = time.monotonic() - begun
        self._made(STARTS[3], min_confidence=0.9)
        self.wanted = contents(scratch / STARTS[2])

    def _made(self, name: str, min_confidence: float = 0) -> None:
        if start(self.corpus, self.scratch / name, min_confidence=min_confidence).end() != DONE:
            raise SystemExit(f"{name}: an undisturbed build has failed")

    def lay(self, name: str, output: Path) -> dict[str, bytes]:
        """Put the folder into one of the STARTS and return its files."""
        for path in output.iterdir():
            path.unlink()
        if name != STARTS[0]:
            shutil.copytree(self.scratch / name, output, dirs_exist_ok=True)
        return contents(output)

    def faults(self, output: Path, before: dict[str, bytes]) -> list[str]:
        """Name each file of a disturbed build that is neither as before nor as an undisturbed build writes it."""
        found = contents(output)
        names = set(written_files()) - {RUN}
        return [
            f"{name} is torn" for name in sorted(names) if found.get(name) not in (before.get(name), self.wanted[name])
        ]

    def mended(self, output: Path) -> list[str]:
        """Build once more, undisturbed, and name what differs from the build that never was disturbed."""
        if start(self.corpus, output).end() != DONE:
            return ["the next build fails"]
        found = contents(output)
        return [
            f"{name} differs" for name in sorted(found.keys() | self.wanted) if found.get(name) != self.wanted.get(name)
        ]


def contents(output: Path) -> dict[str, bytes]:
    """Return every file of a folder by name, but for the one that may hold a clock."""
    found = {}
    for path in output.iterdir():
        with suppress(FileNotFoundError):
            if path.name != RUN:
                found[path.name] = path.read_bytes()
    return found
