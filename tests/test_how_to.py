"""The how-to pages, and the Python on other pages: every file, command and block works, in the order of the page."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphbuild.cli import Settings, cli

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
PYTHON_ON = ("alliances", "pictures", "query")
BLOCK = re.compile(r"^```(\w+) ?([\w.]*)\n(.*?)^```|^ +(graphbuild [^\n]+|echo [^\n]+)$", re.DOTALL | re.MULTILINE)


def steps(page: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what to do: a file to write, Python to run, or a command."""
    for kind, name, text, command in BLOCK.findall(page.read_text(encoding="utf-8")):
        if command:
            yield "command", "", command
        elif kind in ("csv", "python"):
            yield kind, name, text


def run(command: str) -> None:
    """Run a line of a page as a shell would: `echo … | graphbuild …`, `graphbuild … > file`."""
    before, _, line = command.rpartition(" | ")
    line, _, target = line.partition(" > ")
    given = shlex.split(before)[1] if before else None
    result = CliRunner().invoke(cli, shlex.split(line)[1:], input=given, obj=Settings())
    assert result.exit_code == 0, f"{command}\n{result.output}"
    if target:
        Path(target).write_text(result.stdout, encoding="utf-8")


def test_the_list_names_every_page() -> None:
    listed = re.findall(r"\(([\w-]+\.md)\)", (ROOT / "docs" / "how-to" / "README.md").read_text(encoding="utf-8"))
    assert {*listed, "README.md"} == {page.name for page in PAGES}


@pytest.fixture
def workplace(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work beside the shipped corpus and a build of it."""
    shutil.copytree(shipped, tmp_path / "output")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_step_works(page: Path) -> None:
    for kind, name, text in steps(page):
        if kind == "csv":
            Path(name).write_text(text, encoding="utf-8")
        elif kind == "python":
            exec(compile(text, page.name, "exec"), {"__name__": "__main__"})
        else:
            run(text)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("name", PYTHON_ON)
def test_the_python_of_other_pages_works(name: str) -> None:
    found = [text for kind, _, text in steps(ROOT / "docs" / f"{name}.md") if kind == "python"]
    assert found
    names: dict[str, object] = {}
    for text in found:
        exec(compile(text, name, "exec"), names)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("name", ["README.md", "docs/query.md"])
def test_the_questions_of_other_pages_are_answered(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"^    (?:\$ )?(graphbuild (?:query|alliances|draw) [^\n]+)$", text, re.MULTILINE)
    assert found
    for command in found:
        if "--endpoint" not in command:
            run(command)
