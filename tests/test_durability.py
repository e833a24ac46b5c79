"""Builds that are killed, meet another, run out of disk or out of time: the next one ends with the right bytes."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import graphbuild
from graphbuild import build, pipeline
from graphbuild.errors import LedgerError, OutputError
from graphbuild.ledger import Ledger
from graphbuild.outputs import written_files
from graphbuild.read import language
from tests.builds import ARTICLES, contents, write_corpus
from tests.factories import make_article, make_event

ROOT = Path(graphbuild.__file__).parents[1]
NEW_ROOT = ["unshare", "-Urm"]
FAR = (datetime(1971, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))


def may_mount() -> bool:
    """Tell whether a process may mount a disk of its own here."""
    probe = [*NEW_ROOT, "mount", "-t", "tmpfs", "-o", "size=64k", "graphbuild", "/mnt"]
    return bool(shutil.which("unshare")) and not subprocess.run(probe, capture_output=True, check=False).returncode


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "presse")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_killed_raced_and_starved_builds(corpus: Path) -> None:
    command = [sys.executable, "benchmarks/crash.py", str(corpus), "--kills", "6", "--races", "1", "--full", "1"]
    prefix = NEW_ROOT if may_mount() else []
    done = subprocess.run([*prefix, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 wrong" in done.stdout
    rows = re.findall(r"^\| ([^|]*?) \| ([^|]*?) \| (\d+) \|$", done.stdout, re.MULTILINE)
    times = {(what, how): int(count) for what, how, count in rows}
    assert sum(count for (what, how), count in times.items() if what.startswith("kill -9")) >= 6
    assert sum(count for (what, how), count in times.items() if how.startswith("killed ")) >= 1
    whats = {what for what, _ in times}
    assert "two builds at once" in whats and whats & {"full disk", "limited size of files"}


# two builds


def test_a_build_holds_its_folder_until_its_last_file(
    corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, met = pipeline.write_outputs, []

    def meeting(*arguments: Any) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(pipeline, "write_outputs", write)
            with pytest.raises(LedgerError, match="another build is writing here; wait for it") as refused:
                build(corpus, output, min_confidence=0)
        met.append(refused)
        write(*arguments)

    monkeypatch.setattr(pipeline, "write_outputs", meeting)
    build(corpus, output, min_confidence=0)
    assert len(met) == 1
    assert {path.name for path in output.iterdir()} == set(written_files())
    monkeypatch.undo()
    build(corpus, output, min_confidence=0)  # and lets it go


def test_a_refused_build_leaves_the_folder_of_the_other(corpus: Path, output: Path) -> None:
    from graphbuild.ledger.folder import held

    with held(output / "deep"):
        with pytest.raises(LedgerError, match="another build"), held(output / "deep"):
            pass
        assert (output / "deep").is_dir()
    with held(output / "deep"):
        pass


HOLDER = """
import os, signal, sys
from graphbuild.workers import _pool
pool = _pool(1)
assert pool.submit(os.getpid).result() != os.getpid()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_workers_end_with_a_killed_build() -> None:
    # a worker that goes on holds the other end of standard output, and this would wait for it
    done = subprocess.run([sys.executable, "-c", HOLDER], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


# disks


@pytest.mark.skipif(not may_mount(), reason="no disk can be mounted here")
@pytest.mark.parametrize("before", [True, False])
def test_a_read_only_disk(corpus: Path, output: Path, before: bool) -> None:
    output.mkdir()
    if before:
        with Ledger.open(output / "graph.sqlite", fingerprint="older") as ledger:
            ledger.put(make_article(), [], [make_event()])
            ledger.finish()
    found = contents(output)
    script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$0" -m graphbuild build "$2" -o "$1"'
    command = [*NEW_ROOT, "sh", "-c", script, sys.executable, str(output), str(corpus)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    (told,) = done.stderr.splitlines()
    assert "cannot be written" in told and "choose another output folder" in told
    assert contents(output) == found


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(("command", "code"), [("export jsonl -o", 1), ("diff empty", 2)])
def test_a_full_disk_behind_standard_output(tmp_path: Path, command: str, code: int) -> None:
    for name, events in (("empty", []), ("full", [make_event(start=n) for n in range(9)])):
        (tmp_path / name).mkdir()
        with Ledger.open(tmp_path / name / "graph.sqlite", fingerprint="f1") as ledger:
            ledger.put(make_article(), [], events)
            ledger.finish()
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "graphbuild", *command.split(), "full"],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=full, stderr=subprocess.PIPE, text=True,
            check=False,
        )  # fmt: skip
    told = done.stderr.splitlines()
    assert done.returncode == code, told
    assert told[-1].startswith(
        "graphbuild: cannot write (No space left on device); free some space where standard output"
    )


def test_no_room_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    language._identifier.cache_clear()
    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(OutputError, match=r"temporary file .*No space left.* set TMPDIR"):
        language.other_language(ARTICLES["2025-03-02-sommet.txt"])
    monkeypatch.undo()
    assert language.other_language(ARTICLES["2025-03-02-sommet.txt"]) is None


# clocks


def test_times_of_files_do_not_matter(corpus: Path, output: Path) -> None:
    build(corpus, output, min_confidence=0)
    done: list[int] = []
    before = contents(output)
    for when in FAR:
        for file in (*corpus.iterdir(), *output.iterdir(), corpus, output):
            os.utime(file, (when.timestamp(), when.timestamp()))
        build(corpus, output, min_confidence=0, report=lambda progress: done.append(progress.done))
        assert done[-1] == 0 and contents(output) == before


def test_a_change_that_keeps_size_and_time_is_seen(corpus: Path, output: Path) -> None:
    build(corpus, output, min_confidence=0)
    file = corpus / "2025-03-04-accord.txt"
    kept = file.stat()
    file.write_text(ARTICLES[file.name].replace("Tokyo", "Kyoto"), encoding="utf-8")
    os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert file.stat().st_size == kept.st_size
    done: list[int] = []
    build(corpus, output, min_confidence=0, report=lambda progress: done.append(progress.done))
    assert done[-1] == 1


def test_a_clock_set_back_or_ahead_changes_no_byte(
    corpus: Path, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, output, min_confidence=0)
    for now in FAR:
        clock = type("Clock", (datetime,), {"now": classmethod(lambda cls, tz=None, now=now: now)})
        monkeypatch.setattr("graphbuild.outputs.datetime", clock)
        monkeypatch.setattr("time.time", now.timestamp)
        other = tmp_path / f"{now.year}"
        build(corpus, other, min_confidence=0)
        assert contents(other) == contents(output)
        assert f'"finished": "{now.year}-01-01T' in (other / "run.json").read_text(encoding="utf-8")
