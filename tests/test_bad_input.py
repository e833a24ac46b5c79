"""What goes wrong outside: told in one line, with the exit code it deserves, and nothing spoiled."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import graphbuild
from graphbuild import build
from graphbuild.cli import main
from graphbuild.ledger import Ledger, sqlitefile
from graphbuild.outputs import written_files
from graphbuild.parse import DEFAULT_MODEL
from graphbuild.pipeline import program_fingerprint
from tests.builds import ARTICLES, contents, write_corpus

ROOT = Path(graphbuild.__file__).parents[1]
SENTENCE = "La Russie a attaqué l'Ukraine. "
ENGLISH = "The president met his Russian counterpart on Friday, and they talked about the war for three hours. "
LONG = SENTENCE.encode() * (21_000_000 // len(SENTENCE.encode()))
REFUSED = {
    "vide.txt": (b"", "is empty"),
    "blanc.txt": (b" \n\t\n", "is empty"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not text"),
    "octets.txt": (bytes(range(256)) * 40, "is not text"),
    "longue.txt": (LONG, "more than 2;"),
    "longue.jsonl": (b'{"text": "' + LONG + b'"}', "longer than 2 MB"),
    "english.txt": ((ENGLISH * 4).encode(), "reads French"),
    "archive.jsonl": (b"{}", "no text in 'text'"),
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, list[str]]:
    """Run the command line here; return its exit code, what it wrote and what it told, a line each."""
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    return int(str(left.value.code)), written.out, written.err.splitlines()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "presse", {"bon.txt": SENTENCE})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def docs(output: Path) -> set[str]:
    lines = (output / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["doc"] for line in lines}


def whole(output: Path) -> bool:
    """Tell whether all files of a build are there and nothing else."""
    return {path.name for path in output.iterdir()} == set(written_files())


# inputs


@pytest.mark.parametrize("name", REFUSED)
def test_one_bad_file_is_named_and_the_others_go_on(
    corpus: Path, output: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    content, why = REFUSED[name]
    (corpus / name).write_bytes(content)
    code, out, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 3 and "1 set aside" in out
    assert len(told) == 1 and name in told[0] and why in told[0] and told[0].startswith("graphbuild: ")
    assert docs(output) == {"bon"} and whole(output)


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_but_a_bad_file_fails(
    tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    content, why = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    for command in (("build", "-o", output), ("extract",)):
        code, out, told = run(capsys, *command, tmp_path / name)
        assert (code, out) == (1, "")
        assert len(told) == 1 and name in told[0] and why in told[0]
    assert not output.exists()


def test_many_bad_files_alone_are_told_in_one_line(
    tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(9)]
    for file in files:
        file.touch()
    code, _, told = run(capsys, "build", *files, "-o", output)
    assert code == 1 and len(told) == 1 and "0.txt: is empty" in told[0] and "and 6 more" in told[0]


def test_broken_utf8_is_read_and_told(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ARTICLES["2025-03-02-sommet.txt"] * 2).encode()
    (corpus / "casse.txt").write_bytes(text.replace("é".encode(), b"\xc3", 1))
    code, _, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 0 and len(told) == 1 and "casse.txt: broken UTF-8" in told[0]
    assert docs(output) == {"bon", "casse"}


def test_an_article_without_a_date(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "sans-date.txt").write_text(f"Hier, {SENTENCE}", encoding="utf-8")
    code, _, _ = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 0 and docs(output) == {"bon", "sans-date"}


def test_a_missing_folder_beside_a_good_one(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = run(capsys, "build", corpus, corpus.with_name("prese"), "-o", output)
    assert code == 3 and len(told) == 1 and "prese: does not exist; check the path" in told[0]
    assert whole(output)


# the output folder


def test_a_file_in_the_place_of_the_output_folder(
    corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output.write_bytes(b"mine")
    for place in (output, output / "below"):
        code, out, told = run(capsys, "build", corpus, "-o", place)
        assert (code, out) == (1, "") and len(told) == 1
        assert str(place) in told[0] and "choose another folder" in told[0]
    assert output.read_bytes() == b"mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is barred to root")
def test_an_output_folder_that_is_barred(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output.mkdir(mode=0o500)
    code, _, told = run(capsys, "build", corpus, "-o", output)
    assert code == 1 and len(told) == 1 and "cannot be written" in told[0]


def test_a_folder_in_the_place_of_a_file(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "graph.gexf").mkdir(parents=True)
    code, _, told = run(capsys, "build", corpus, "-o", output)
    assert code == 1 and len(told) == 1 and "graph.gexf: is not a plain file" in told[0]


def test_a_disk_that_is_full_when_the_files_are_written(
    corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(corpus, output, min_confidence=0)
    before = contents(output)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (corpus / "neuf.txt").write_text(SENTENCE, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        code, _, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 1 and len(told) == 1 and "events.jsonl: cannot be written (No space left" in told[0]
    assert {**contents(output), "graph.sqlite": b""} == {**before, "graph.sqlite": b""}
    assert run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")[0] == 0
    assert docs(output) == {"bon", "neuf"} and whole(output)


def test_a_disk_that_is_full_while_articles_come_in(
    corpus: Path, output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(corpus, output, min_confidence=0)
    before = contents(output)
    write = sqlitefile.connect_writing

    def small(path: Path) -> sqlite3.Connection:
        db = write(path)
        db.execute("PRAGMA max_page_count = 24")
        return db

    (corpus / "neuf.txt").write_text(SENTENCE * 400, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(sqlitefile, "connect_writing", small)
        code, _, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 1 and len(told) == 1 and "graph.sqlite" in told[0] and "free some space" in told[0]
    assert {name: contents(output)[name] for name in before} == before
    assert run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")[0] == 0
    assert docs(output) == {"bon", "neuf"} and whole(output)


# builds that meet, and builds that die


def test_a_second_build_at_once_is_refused(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output.mkdir()
    with Ledger.open(output / "graph.sqlite", fingerprint=program_fingerprint(DEFAULT_MODEL, 0)):
        code, out, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert (code, out) == (1, "") and len(told) == 1 and "another build is writing here" in told[0]
    assert run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")[0] == 0 and whole(output)


@pytest.mark.parametrize("damage", [b"no database at all" * 300, b"SQLite format 3\0" + bytes(200), None])
def test_a_damaged_ledger(corpus: Path, output: Path, capsys: pytest.CaptureFixture[str], damage: bytes | None) -> None:
    build(corpus, output, min_confidence=0)
    sound = contents(output)
    ledger = output / "graph.sqlite"
    raw = ledger.read_bytes()
    bad = raw[: len(raw) // 2] if damage is None else damage
    ledger.write_bytes(bad)
    for command in ("draw",), ("export", "jsonl", "-o"), ("explain", "0", "-o"):
        code, _, told = run(capsys, *command, output)
        assert code == 1 and len(told) == 1 and "graph.sqlite" in told[0] and "--fresh" in told[0]
    code, _, told = run(capsys, "build", corpus, "-o", output, "--min-confidence", "0")
    assert code == 0 and len(told) == 1 and "damaged: every article was parsed again" in told[0]
    assert str(output / "graph.sqlite.damaged") in told[0]
    assert contents(output) == {**sound, "graph.sqlite.damaged": bad}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
@pytest.mark.parametrize(
    "moment",
    [
        "graphbuild.pipeline.build(*places, min_confidence=0, report=lambda p: p.done == 2 and die())",
        "os.fsync = die; graphbuild.pipeline.build(*places, min_confidence=0)",
    ],
)
def test_a_killed_build_is_carried_on(tmp_path: Path, moment: str) -> None:
    corpus, output, undisturbed = tmp_path / "presse", tmp_path / "output", tmp_path / "undisturbed"
    write_corpus(corpus)
    code = (
        "import os, signal, sys, graphbuild.outputs, graphbuild.pipeline; places = sys.argv[1:]\n"
        f"def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)\n{moment}"
    )
    killed = subprocess.run([sys.executable, "-c", code, corpus, output], cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    done: list[int] = []
    build(corpus, output, min_confidence=0, report=lambda progress: done.append(progress.done))
    assert done[-1] == (2 if "report" in moment else 0)
    build(corpus, undisturbed, min_confidence=0)
    assert contents(output) == contents(undisturbed) and whole(output)
