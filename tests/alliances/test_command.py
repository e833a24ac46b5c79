"""graphbuild alliances, as a user types it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import graphbuild
from graphbuild.alliances import Scope
from graphbuild.alliances.words import ENGLISH, FRENCH
from graphbuild.cli import cli, main
from graphbuild.cli.alliances import SHOWABLE
from tests.alliances.world import press, write_build
from tests.factories import HOSTILE, hostile_world


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("build"), press())


def shown(build: Path, *options: str) -> str:
    done = CliRunner().invoke(cli, ["alliances", str(build), *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def table(build: Path, *options: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(shown(build, "--format", "csv", *options))))


def test_blocs_and_pairs_at_a_glance(build: Path) -> None:
    text = shown(build)
    lines = text.splitlines()
    assert [line for line in lines if "Nord 0" in line and "noyau stable" in line]
    assert [
        line
        for line in lines
        if "Nord 0" in line and "Sud 1" in line and "hostile" in line and "0,00 (0,00 … 0,32)" in line
    ]
    assert [line for line in lines if "Milieu" in line and "contact" in line]
    assert "foule" not in text
    english = shown(build, "--language", "en")
    assert "stable core" in english and "0.00 … 0.32" in english and "noyau" not in english


def test_what_was_left_out_is_said_beside_the_data(build: Path) -> None:
    done = CliRunner().invoke(cli, ["alliances", str(build)])
    assert done.stderr == (
        "graphbuild: 8 articles, 8 actors, 18 pairs, 137 actions; groups without a name of their own, left out: 1\n"
    )


@pytest.mark.parametrize("part", SHOWABLE)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_part_as_a_table_csv_and_json(build: Path, part: str, language: str) -> None:
    options = ("--show", part, "--by", "week")
    assert (FRENCH if language == "fr" else ENGLISH).titles[part].split("{")[0].strip() in shown(
        build, *options, "--language", language
    )
    rows = table(build, *options)
    told = json.loads(shown(build, *options, "--format", "json"))
    assert len(rows) == len(told[part]) > 0
    assert list(rows[0]) == list(told[part][0])
    for row, same in zip(rows, told[part], strict=True):
        for name, value in same.items():
            text = str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
            assert row[name] == text


@pytest.mark.parametrize("words", [FRENCH, ENGLISH])
def test_every_part_has_a_title(words) -> None:
    assert set(words.titles) == set(SHOWABLE)
    assert all(text == text.strip() for text in words.titles.values())


def test_french_and_english_name_the_same_notes() -> None:
    assert FRENCH.notes.keys() == ENGLISH.notes.keys()
    assert ENGLISH.columns.keys() <= FRENCH.columns.keys()
    assert ENGLISH.values.keys() <= FRENCH.values.keys()


def test_json_tells_its_scope_and_counts(build: Path) -> None:
    told = json.loads(shown(build, "--format", "json", "--since", "2024-05-01", "--roll-up", "states"))
    assert told["scope"] == {
        "since": "2024-05-01", "until": None, "source": None, "include": [], "min_confidence": 0.5, "states": True,
    }  # fmt: skip
    assert (told["articles"], told["groups_left_out"]) == (8, 1)
    assert told["blocs_notes"] == {"blocs": 2, "wavering": 0, "unassigned": 1}
    (pair,) = (p for p in told["pairs"] if (p["first_id"], p["second_id"]) == ("nord-0", "sud-2"))
    assert (pair["friendly"], pair["hostile"], pair["sure"]) == (0, 9, True)


def test_narrower_scopes_count_less(build: Path) -> None:
    def hostile(*options: str) -> int:
        return sum(int(row["hostile"]) for row in table(build, "--show", "pairs", *options))

    assert hostile() == 73
    assert hostile("--include", "planned,possible") == 74
    assert hostile("--source", "le journal") == 27
    assert hostile("--since", "2024-05-02", "--until", "2024-05-03") == 18
    assert hostile("--min-confidence", "0.95") == 0
    assert len(table(build, "--show", "pairs", "--limit", "2")) == 6


def test_parts_follow_the_options(build: Path) -> None:
    assert "Périodes" in shown(build, "--by", "year")
    assert "→" in shown(build, "--compare", "2024-05-01", "2024-05-02")
    assert table(build, "--by", "month")[0]["period"] == "2024-05"
    assert {row["verdict"] for row in table(build, "--compare", "2024-05-01", "2024-05-02")} == {"unclear"}


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--source", "Le Temps"), 1, "no article of 'Le Temps' in this build; it has L'Écho, La Gazette, Le Journal"),
        (("--compare", "hier", "2024"), 1, "'hier' is no period"),
        (("--show", "moves", "--by", "year"), 1, "no two periods to compare"),
        (("--since", "2024-06-01", "--until", "2024-05-01"), 2, "--since 2024-06-01 comes after --until 2024-05-01"),
        (("--since", "hier"), 2, "'hier' is no day"),
        (("--show", "pairs,love"), 2, "'love' is none of blocs, pairs"),
        (("--include", "negated"), 2, "'negated' is none of planned, possible, reported"),
        (("--format", "csv", "--show", "pairs,blocs"), 2, "CSV holds one table"),
    ],
)
def test_errors_take_one_line(
    build: Path, options: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["alliances", str(build), *options])
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (code, "")
    assert said in err.splitlines()[-1]


def test_a_folder_without_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["alliances", str(tmp_path)])
    assert left.value.code == 1
    assert "no build here" in capsys.readouterr().err


def test_hostile_names_stay_inert(tmp_path: Path) -> None:
    words = [word for word in HOSTILE if "\ud800" not in word and "\x00" not in word]
    world = hostile_world(words)
    build = write_build(tmp_path, world)
    for part in ("pairs", "series", "periods"):
        text = shown(build, "--show", part, "--limit", "99")
        assert not set(text) & {"\x07", "\u202e", "\x85", "\u2028"}
    assert len(table(build, "--show", "pairs")) == sum(event.attribution is None for event in world.facts)
    rows = table(build, "--show", "pairs", "--include", "reported")
    assert len(rows) == len(world.facts)
    assert any(row["first"] == "'=1+1" for row in rows)


def test_the_same_build_says_the_same(build: Path) -> None:
    options = ("--format", "json", "--show", ",".join(SHOWABLE), "--by", "week")
    assert shown(build, *options) == shown(build, *options)


def test_the_program_of_the_documentation_runs(build: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(graphbuild.__file__).parents[1] / "docs" / "alliances.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(program.replace('open_graph("output")', f"open_graph({str(build)!r})"), {})
    assert capsys.readouterr().out


def test_scope_and_options_together(build: Path) -> None:
    graph = graphbuild.open_graph(build)
    both = graph.alliances(Scope(states=True), source="La Gazette")
    assert "chef" not in both
    assert (
        both.graph["dates"].keys()
        == graph.alliances(source="La Gazette").graph["dates"].keys()
        < {"a0", "a3", "a6", "x"}
    )
