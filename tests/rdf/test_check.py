"""graphbuild check: the RDF files of a build as they lie there; and a build that says its graph is unfit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib.namespace import RDF

from graphbuild import rdf
from graphbuild.cli import main
from graphbuild.export import RDF_FILES, write_files
from graphbuild.intake import Progress
from graphbuild.outputs import write_outputs
from graphbuild.rdf.vocabulary import GB
from graphbuild.rdfsettings import Settings
from graphbuild.results import EventGraph
from tests.builds import write_corpus
from tests.factories import small_world


@pytest.fixture
def output(tmp_path: Path) -> Path:
    with rdf.statements(small_world()) as found:
        write_files(found, {name: tmp_path / file for name, file in RDF_FILES.items()})
    return tmp_path


def leave(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    return int(str(left.value.code)), written.out, written.err


def test_a_sound_build(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = leave(capsys, "check", output)
    assert (code, out) == (0, "")
    count = len((output / "graph.nq").read_bytes().splitlines())
    assert f"{count} statements about " in err and "fit the shapes" in err


def test_what_does_not_fit_is_told_in_a_line(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said, spoilt = f"{GB.polarity}> <{GB.Negative}", f"{GB.polarity}> <{GB.Nope}"
    for name in RDF_FILES.values():
        text = (output / name).read_text(encoding="utf-8")
        text = text.replace(said, spoilt).replace("gb:polarity gb:Negative", "gb:polarity gb:Nope")
        (output / name).write_text(text, encoding="utf-8")
    code, out, _ = leave(capsys, "check", output)
    lines = [line for line in out.splitlines() if "/claim/" in line]
    assert code == 1
    assert lines and all(line.endswith(": a claim has one polarity (polarity Nope)") for line in lines)


Spoil = Callable[[Path], object]
SPOILT: dict[str, tuple[str, Spoil, str]] = {
    "no such file": ("graph.nq", Path.unlink, "no graph here"),
    "no N-Quads": ("graph.nq", lambda file: file.write_text("garbage\n"), "graph.nq:1: "),
    "a blank node": ("graph.nq", lambda file: file.write_text("_:a <http://x/p> <http://x/o> .\n"), "blank node"),
    "a folder": ("graph.nq", lambda file: (file.unlink(), file.mkdir()), "no graph here"),
    "not UTF-8": ("graph.nq", lambda file: file.write_bytes(b'<http://x/a> <http://x/b> "\xff" .\n'), "graph.nq:1: "),
}


@pytest.mark.parametrize(("name", "spoil", "said"), SPOILT.values(), ids=SPOILT)
def test_a_graph_that_cannot_be_read(
    output: Path, capsys: pytest.CaptureFixture[str], name: str, spoil: Spoil, said: str
) -> None:
    spoil(output / name)
    code, out, err = leave(capsys, "check", output)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and str(output / name) in err and said in err


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_files_that_tell_two_stories(output: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    file = output / name
    whole = file.read_text(encoding="utf-8")
    for spoilt, only in (
        (whole + "<http://x/a> <http://x/b> <http://x/c> .\n", f"only {name} says <http://x/a> <http://x/b>"),
        (whole.replace('gb:trigger "téléphoné"@fr', 'gb:trigger "abc"@fr'), "only "),
        (re.sub(r'\s*dct:identifier "onu" ;', "", whole), "only graph.nq says "),
    ):
        file.write_text(spoilt, encoding="utf-8")
        code, out, _ = leave(capsys, "check", output)
        assert code == 1
        assert out.startswith(f"{file}: is not the same graph as graph.nq: {only}")
    file.write_text("@prefix", encoding="utf-8")
    assert f"{file}:1: " in leave(capsys, "check", output)[1]
    file.unlink()
    assert f"{file}: no graph here" in leave(capsys, "check", output)[1]


def test_wrong_usage(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert leave(capsys, "check", output, "--lexicon")[0] == 2


def test_a_build_says_that_its_graph_does_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = write_corpus(tmp_path / "presse", {"un.txt": "Berlin n'a pas condamné Moscou. Paris a condamné Moscou."})
    monkeypatch.setattr("graphbuild.rdf.build.is_fact", lambda event: True)
    code, out, err = leave(capsys, "build", corpus, "-o", tmp_path / "output", "--min-confidence", "0")
    assert code == 1
    assert "events" in out
    assert "an event rests on claims, each affirmed" in err
    assert "does not fit its own shapes" in err
    code, out, _ = leave(capsys, "check", tmp_path / "output")
    assert code == 1 and "an event rests on claims, each affirmed" in out


def test_a_build_takes_base_and_text(tmp_path: Path) -> None:
    progress = Progress()
    settings = Settings("https://presse.example/", text=False)
    write_outputs(EventGraph(small_world()), tmp_path, progress, {}, settings)
    assert progress.failures == []
    lines = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert "<https://presse.example/claim/" in lines
    assert "graphbuild.invalid" not in lines
    assert "anchorOf" not in lines and str(RDF.type) in lines


def test_a_bad_base_is_told_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = leave(capsys, "build", tmp_path, "-o", tmp_path / "output", "--base-iri", "presse")
    assert (code, err.count("\n")) == (1, 1)
    assert "base IRI 'presse': must" in err
    assert not (tmp_path / "output").exists()


def test_settings_of_rdf_are_refused_elsewhere(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert leave(capsys, "export", "gexf", "-o", output, "--no-text")[0] == 2
