"""The documents name all there is, and all that they name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
import examples
import pytest
import reference
from french import in_french
from signatures import PUBLIC

from graphbuild.choice import triggers
from graphbuild.cli import cli
from graphbuild.cli.lint import tables
from graphbuild.cli.rules import in_words
from graphbuild.mentions import read_scene
from graphbuild.model import Article
from graphbuild.parse import parse
from graphbuild.pipeline import MIN_CONFIDENCE
from graphbuild.read import read

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuild.choice import Candidate
    from graphbuild.lexicon import Lexicon

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
TABLES = [name for name in tables() if "/" in name]
COMMAND = re.compile(r"^    (?:\$|git|python) .*", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
RULE_ID = re.compile(r"\b(?:verbal|nominal|adjectival|relation)\.[a-z]+\b")
UNTOLD = "without description"


def section(name: str) -> str:
    """Return what docs/commands.md says under the name of a command."""
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("name", reference.PAGES)
def test_the_reference_is_what_the_program_says(name: str) -> None:
    written = (reference.FOLDER / name).read_text(encoding="utf-8")
    assert written == reference.page(name), "run  make reference"


def test_the_reference_holds_these_pages_alone() -> None:
    assert {path.name for path in reference.FOLDER.iterdir()} == set(reference.PAGES)


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_described(name: str) -> None:
    assert len(section(name).split()) > 15
    assert f"graphbuild {name}" in section(name)


@pytest.mark.parametrize("name", cli.commands)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [p for p in cli.commands[name].params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_options_named_are_there(page: Path) -> None:
    known = {name for command in (cli, *cli.commands.values()) for p in command.params for name in p.opts}
    lines = re.findall(r"^ *(?:\$ )?(?:.*\| )?(graphbuild (?:\w+ ).*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    used = {option for line in lines for option in re.findall(r"(?<!\S)--[a-z][a-z-]*", line)}
    assert used - known - {"--help"} == set()


def test_names_imported_in_the_documents_are_public() -> None:
    imports = [
        (home, name.strip())
        for page in PAGES
        for home, told in re.findall(r"^ *from (graphbuild[.\w]*) import (.+)$", page.read_text("utf-8"), re.MULTILINE)
        for name in told.split(",")
    ]
    assert imports
    assert [(home, name) for home, name in imports if home not in PUBLIC] == []
    assert [(home, name) for home, name in imports if not hasattr(import_module(home), name)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_described(table: str) -> None:
    assert f"{table.split('/')[-1]}`" in (DOCS / "lexicon.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = [link.split("#")[0] for link in links if "://" not in link and not link.startswith(("#", "mailto:"))]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_left_to_fill_in(page: Path) -> None:
    assert "@@" not in page.read_text(encoding="utf-8")


ENGLISH, FRENCH = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.fr.md"))


def figures(text: str) -> str:
    """Return the block that benchmarks/quality.py writes."""
    found = re.search("<!-- figures -->\n(.*)<!-- /figures -->", text, re.DOTALL)
    assert found and "|" in found[1]
    return found[1]


@pytest.mark.parametrize("readme", [ENGLISH, FRENCH], ids=["English", "French"])
def test_the_readme_tells_the_default_threshold(readme: str) -> None:
    assert str(MIN_CONFIDENCE) in readme


def test_the_documents_count_the_example_articles() -> None:
    told = re.findall(
        r"(\d+) (?:example articles|articles d'exemple)", ENGLISH + FRENCH + (DOCS / "query.md").read_text("utf-8")
    )
    assert set(told) == {str(len(list((ROOT / "corpus").glob("*.md"))))} and len(told) >= 5


def test_both_readmes_tell_the_same_figures() -> None:
    assert figures(FRENCH) == in_french(figures(ENGLISH)) != figures(ENGLISH)
    assert not re.search(r"\bthe\b|\bof\b", figures(FRENCH))


def test_both_readmes_are_built_alike() -> None:
    one, other = (
        {
            "commands": [line.replace(" --language en", "") for line in COMMAND.findall(text)],
            "headings": [len(marks) for marks in re.findall("^(#+) ", text, re.MULTILINE)],
            "lines of tables": len(re.findall(r"^\|", text, re.MULTILINE)),
            "links": sorted(link for link in LINK.findall(text.replace(".fr.", ".")) if link != "README.md"),
            "names in backticks": sorted(re.findall("`([^`\n]+)`", text)),
        }
        for text in (ENGLISH, FRENCH)
    )
    assert one == other


def test_the_readmes_open_with_a_picture_and_an_answered_question() -> None:
    for text in (ENGLISH, FRENCH):
        assert len(text.splitlines()) <= 150
        assert -1 < text.index("![") < text.index("    $ graphbuild") < text.index("git clone")
        assert [block for block in examples.SHOWN.findall(text) if not block[1].strip()] == []


def test_examples_are_answered_anew_in_their_places() -> None:
    page = "Words.\n\n    $ graphbuild a\n    old\n\n    older\n\nMore:\n\n    $ echo 1 | graphbuild b -\n\n"
    page += "Else:\n\n    graphbuild c\n"
    asked: list[str] = []

    def ask(command: str) -> str:
        asked.append(command)
        return f"new {command[-1]}  \n\nend\n"

    told = examples.renewed(page, ask)
    assert asked == ["graphbuild a", "echo 1 | graphbuild b -"]
    assert told.startswith("Words.\n\n    $ graphbuild a\n    new a\n\n    end\n\nMore:\n")
    assert "old" not in told and told.endswith("Else:\n\n    graphbuild c\n")
    assert examples.renewed(told, ask) == told


@pytest.fixture(scope="module")
def proposed(nlp: Language, lexicon: Lexicon) -> list[Candidate]:
    """Return all candidates of the shipped articles."""
    articles = [article for article in read([str(ROOT / "corpus")]) if isinstance(article, Article)]
    scenes = (read_scene(article, paragraphs, lexicon) for article, paragraphs in parse(articles, nlp))
    return [candidate for scene in scenes for trigger in triggers(scene) for candidate in trigger.candidates]


def written_ids() -> Iterator[str]:
    """Yield the rule ids that stand in the code: what a rule's docstring promises and what its lines make."""
    for module in sorted((ROOT / "graphbuild" / "extraction").glob("*.py")):
        yield from RULE_ID.findall(module.read_text(encoding="utf-8"))


def test_every_rule_is_described(proposed: list[Candidate]) -> None:
    page = (DOCS / "extraction.md").read_text(encoding="utf-8")
    ids = {candidate.reading.rule.split(":")[0] for candidate in proposed} | set(written_ids())
    assert {"verbal.active", "nominal.support", "relation.office"} <= ids
    assert [id_ for id_ in sorted(ids) if UNTOLD in in_words(id_)] == []
    assert [id_ for id_ in sorted(ids) if f"`{id_}" not in page] == []


def test_every_way_of_filling_a_slot_is_described(proposed: list[Candidate]) -> None:
    page = (DOCS / "extraction.md").read_text(encoding="utf-8")
    ways = {side.via for candidate in proposed for side in (candidate.source, candidate.target)}
    assert {"tree", "shared", "near", "outside"} <= ways
    assert [
        way for way in sorted(ways) if f"`{way}`" not in page or in_words(f"source.nsubj.{way}").endswith(f", {way}")
    ] == []
