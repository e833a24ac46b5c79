"""graphbuild draw, as a user types it, and the same from Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphbuild.cli import cli, main
from graphbuild.errors import PictureError, QueryError, ScopeError
from graphbuild.ledger import Ledger
from graphbuild.pipeline import open_graph
from tests.draw.world import camps, said

PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build of two planted blocs."""
    made, world = tmp_path_factory.mktemp("build"), camps()
    with Ledger.open(made / "graph.sqlite", fingerprint="f") as ledger:
        for paper in world.papers:
            facts = [event for event in world.facts if event.doc == paper.id]
            ledger.put(paper, world.cast, facts)
        ledger.finish()
    return made


def draw(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["draw", *map(str, arguments)])


def failed(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Return the exit code and the one line on standard error."""
    with pytest.raises(SystemExit) as left:
        main(["draw", *map(str, arguments)])
    told = capsys.readouterr()
    assert told.out == ""
    return int(str(left.value.code)), told.err.strip()


@pytest.mark.parametrize("kind", ["alliances", "matrix", "timeline"])
def test_each_kind_has_its_own_file(folder: Path, kind: str) -> None:
    done = draw(folder, "--kind", kind)
    assert done.exit_code == 0 and done.stdout.strip() == str(folder / f"{kind}.png")
    assert (folder / f"{kind}.png").read_bytes().startswith(PNG)


def test_the_file_of_an_actor_bears_its_name(folder: Path) -> None:
    assert draw(folder, "--kind", "ego", "--actor", "témoin").stdout.strip() == str(folder / "ego-temoin.png")
    done = draw(folder, "--kind", "timeline", "--actor", "A0", "--actor", "b0", "--by", "week")
    assert done.stdout.strip() == str(folder / "timeline-a0-b0.png")


def test_the_ending_decides(folder: Path, tmp_path: Path) -> None:
    for suffix, begin in (("png", PNG), ("svg", b"<?xml"), ("pdf", b"%PDF")):
        file = tmp_path / f"p.{suffix}"
        assert draw(folder, "--kind", "matrix", "--to", file, "--language", "en").exit_code == 0
        assert file.read_bytes().startswith(begin)


def test_an_unknown_actor_is_told_in_one_line_with_names_like_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = failed(capsys, folder, "--kind", "ego", "--actor", "Temoine")
    assert code == 1 and told.count("\n") == 0
    assert "no actor 'Temoine' in this graph; did you mean 'Témoin'?" in told
    code, told = failed(capsys, folder, "--kind", "ego", "--actor", "Qqqqq")
    assert code == 1 and "the query actors lists all" in told


@pytest.mark.parametrize(
    "wrong",
    [
        ("--kind", "ego"),
        ("--kind", "matrix", "--actor", "A0"),
        ("--kind", "matrix", "--by", "week"),
        ("--kind", "timeline", "--actor", "A0", "--actor", "B0", "--actor", "B1"),
        ("--kind", "network"),
        ("--most", "1"),
        ("--since", "mars"),
        ("--since", "2025-03-04", "--until", "2025-03-01"),
    ],
)
def test_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]) -> None:
    assert failed(capsys, folder, *wrong)[0] == 2


def test_two_names_of_one_actor_are_no_pair(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = failed(capsys, folder, "--kind", "timeline", "--actor", "A0", "--actor", "a0")
    assert code == 1 and told.count("\n") == 0


def test_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = failed(capsys, tmp_path / "none", "--kind", "matrix")
    assert code == 1 and told.count("\n") == 0


def test_most_and_title(folder: Path) -> None:
    text = said(open_graph(folder).picture(most=4, title="Deux camps").figure)
    assert text.startswith("Deux camps") and "Acteurs montrés : 4 sur 9" in text


def test_a_scope_narrows_what_is_drawn_and_the_caption_says_so(folder: Path) -> None:
    graph = open_graph(folder)
    text = said(graph.picture("matrix", since="2025-03-03", until="2025-03-04", include=("planned",)).figure)
    assert "2 articles, du 3 mars 2025 au 4 mars 2025" in text
    assert "Du 3 mars 2025 au 4 mars 2025." in text
    assert "Actions affirmées, prévues, confiance d’au moins 0,5." in text
    english = said(graph.picture("timeline", since="2025-03-03", language="en", source="Le Journal").figure)
    assert "Since 3 March 2025." in english and "As told by Le Journal." in english
    assert "Personnes et organisations comptées pour leur État." in said(graph.picture(states=True).figure)
    with pytest.raises(ScopeError):
        graph.picture(source="La Gazette")


def test_from_python(folder: Path, tmp_path: Path) -> None:
    graph = open_graph(folder)
    assert graph.actor("témoin").id == "temoin" == graph.actor("temoin").id
    assert graph.draw(tmp_path, "ego", actor="A0", language="en") == [tmp_path / "ego-a0.png", tmp_path / "ego-a0.svg"]
    with pytest.raises(QueryError):
        graph.draw(tmp_path, "ego", actor="personne")
    with pytest.raises(PictureError):
        graph.picture("ego")
