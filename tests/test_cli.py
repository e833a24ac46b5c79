"""The command line: exit codes, what goes to which stream, and errors in one line."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import graphbuild
from graphbuild.cli import cli, main
from graphbuild.cli.console import columns, cut, visible
from graphbuild.cli.extract import as_csv, as_table
from graphbuild.cli.marked import marked_sentence
from graphbuild.cli.rules import in_words
from graphbuild.errors import GraphbuildError
from graphbuild.extraction import RULES
from graphbuild.ledger import Ledger
from graphbuild.model import Mark, Named
from tests.factories import HOSTILE, LOUKACHENKO, TRUMP, Memory, argument, hostile_world, make_event, small_world

ROOT = Path(graphbuild.__file__).parents[1]
NEWS = (
    "Le président français Emmanuel Macron a rencontré Volodymyr Zelensky à Kiev. "
    "La Russie a attaqué l'Ukraine. Berlin a condamné l'attaque."
)


def invoke(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin)


def run(*arguments: str, stdin: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "graphbuild", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=options.pop("cwd", ROOT),
        env=os.environ | {"PYTHONPATH": str(ROOT)} | options.pop("env", {}),
        check=False,
        **options,
    )


def leave(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the whole command line here and return its exit code and what it wrote."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    written = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return left.value.code, written.out, written.err


def store(world: Memory, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    with Ledger.open(folder / "graph.sqlite", fingerprint="test") as ledger:
        for article in world.articles():
            ledger.put(article, world.actors(), [event for event in world.events() if event.doc == article.id])
        ledger.finish()
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return the folder of a small build."""
    return store(small_world(), tmp_path / "built")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with one French article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "2025-08-15-visite.txt").write_text(NEWS, encoding="utf-8")
    return folder


def one_line(message: str) -> bool:
    return message.count("\n") == 1 and message.startswith("graphbuild: ") and "Traceback" not in message


# general


def test_help_names_every_command() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    for name in ("build", "extract", "explain", "export", "draw", "evaluate", "check"):
        assert f"\n  {name}" in result.stdout
        assert invoke(name, "--help").exit_code == 0


def test_version() -> None:
    assert invoke("--version").stdout.startswith("graphbuild ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("build",),
        ("build", "x", "--workers", "0"),
        ("build", "x", "--min-confidence", "2"),
        ("extract", "--date", "hier"),
        ("extract", "--format", "xml"),
        ("export", "docx"),
        ("explain",),
        ("check",),
        ("evaluate", "gold.jsonl"),
    ],
)
def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, out, err = leave(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


def test_as_a_module_and_quiet_when_the_reader_leaves(built: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m graphbuild export turtle -o "{built}" | head -c 1',
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert (len(done.stdout), done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (GraphbuildError("no room\x1b[2J left"), 1, "graphbuild: no room\\x1b[2J left\n"),
        (KeyboardInterrupt(), 130, "\n"),
        (ZeroDivisionError("deep inside"), 1, "--debug"),
        (click.UsageError("not so"), 2, "not so"),
    ],
)
def test_errors_become_a_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, told: str
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli.commands["check"], "callback", fail)
    left, out, err = leave(capsys, "check", "--lexicon")
    assert (left, out) == (code, "")
    assert told in err and "Traceback" not in err


def test_debug_shows_the_traceback(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = leave(capsys, "--debug", "explain", "zzz", "-o", str(built))
    assert code == 1 and "Traceback" in err


# explain


def event_ids(folder: Path) -> list[str]:
    return [event.id for event in graphbuild.open_graph(folder).events()]


def test_explain_takes_a_unique_beginning(built: Path) -> None:
    ids = event_ids(built)
    beginning = next(ids[0][:n] for n in range(1, 17) if sum(i.startswith(ids[0][:n]) for i in ids) == 1)
    result = invoke("explain", beginning, "-o", str(built))
    assert result.exit_code == 0
    assert ids[0] in result.stdout and "verbal.active: an active verb" in result.stdout
    assert "Le Journal" in result.stdout and "2025-08-15" in result.stdout


@pytest.mark.parametrize("given", ["nothing", "", "\x1b[2J"])
def test_explain_of_an_unknown_event(built: Path, capsys: pytest.CaptureFixture[str], given: str) -> None:
    code, out, err = leave(capsys, "explain", given, "-o", str(built))
    assert (code, out) == (1, "")
    assert one_line(err) and "no event" in err


def test_explain_of_an_ambiguous_beginning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twins = tuple(make_event(id=f"abc{number}", start=10 + number) for number in range(5))
    folder = store(replace(small_world(), facts=twins), tmp_path / "twins")
    code, _, err = leave(capsys, "explain", "abc", "-o", str(folder))
    assert code == 1 and one_line(err) and "several" in err


def test_explain_shows_hostile_text_harmless(tmp_path: Path) -> None:
    words = [text for text in HOSTILE if text]
    folder = store(hostile_world(words), tmp_path / "hostile")
    for id_ in event_ids(folder):
        shown = invoke("explain", id_, "-o", str(folder))
        assert shown.exit_code == 0, shown.output
        assert not set(shown.stdout) & {"\x00", "\x07", "\x1b", "\u202e", "\r", "\u2028", "\x85"}


def test_explain_without_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = leave(capsys, "explain", "a", "-o", str(tmp_path / "none"))
    assert (code, out) == (1, "") and one_line(err) and "no build here" in err


def test_marked_sentence() -> None:
    event = make_event(
        sentence="Trump n'a pas téléphoné à Loukachenko.",
        sentence_start=100,
        start=114,
        factuality="negated",
        factuality_marks=(Mark("n'", 106, 108), Mark("pas", 110, 113)),
    )
    event = replace(
        event,
        source=(replace(argument(TRUMP), start=100, end=105),),
        target=(replace(argument(LOUKACHENKO), start=126, end=137),),
    )
    shown = "[source: Trump] [negated: n']a [negated: pas] «téléphoné» à [target: Loukachenko]."
    assert marked_sentence(event) == shown


def test_marked_sentence_where_spans_coincide_or_overlap() -> None:
    event = make_event(sentence="L'appel Trump-Loukachenko.", start=2, trigger="appel", symmetric=True)
    target = replace(argument(LOUKACHENKO), start=8, end=25)
    event = replace(
        event, source=(replace(argument(TRUMP), start=8, end=25),), target=(target, replace(target, end=13))
    )
    assert marked_sentence(event) == "L'«appel» [source and target: Trump-Loukachenko]."


@pytest.mark.parametrize(
    ("source", "target", "shown"),
    [
        ((3, 44), (13, 22), "Le [source: «président» [target: bélarusse] Alexandre Loukachenko] parle."),
        ((23, 44), (3, 22), "Le [target: «président» bélarusse] [source: Alexandre Loukachenko] parle."),
        ((23, 44), (0, 28), "[target: Le «président» bélarusse ][source: Alexandre Loukachenko] parle."),
    ],
)
def test_marks_stand_inside_each_other_or_side_by_side(
    source: tuple[int, int], target: tuple[int, int], shown: str
) -> None:
    sentence = "Le président bélarusse Alexandre Loukachenko parle."
    event = make_event(sentence=sentence, sentence_start=0, start=3, trigger="président")
    one, other = (replace(argument(LOUKACHENKO), start=s, end=e) for s, e in (source, target))
    assert marked_sentence(replace(event, end=12, source=(one,), target=(other,))) == shown


def test_every_rule_has_words() -> None:
    told = " ".join(" ".join((rule.__doc__ or "").split()) for rule in RULES)
    ids = set(re.findall(r"\b(?:verbal|nominal|adjectival|relation)\.[a-z]+", told))
    assert {"verbal.passive", "nominal.support", "relation.office"} <= ids
    assert [id_ for id_ in sorted(ids) if "without description" in in_words(id_)] == []


def test_a_frame_is_told_by_its_example() -> None:
    assert in_words("frame.verb.téléphoner").startswith("a word of the lexicon (example: ")
    assert in_words("frame.noun.nowhere") == "a word of the lexicon"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("source.nsubj.tree", "the subject, by the parse tree"),
        ("target.obj.through", "the owner of the object"),
        ("target.contre.attached", "the complement with «contre», which the parser hangs elsewhere"),
        ("source.support.support", "lent by the verb that carries the noun"),
        ("target.near.near", "another actor of the sentence"),
    ],
)
def test_a_side_is_told_in_one_phrase(rule: str, told: str) -> None:
    assert in_words(rule) == told


@pytest.mark.parametrize("way", ["near", "outside", "support", "governor"])
def test_a_side_that_no_slot_holds_is_told_by_its_way(way: str) -> None:
    told = in_words(f"source.{way}.{way}")
    assert told and "complement" not in told and way not in told.split()[:1]


# export and draw


@pytest.mark.parametrize("name", ["jsonl", "csv", "turtle", "trig", "graphml", "gexf"])
def test_export_to_standard_output_and_to_a_file_are_the_same(built: Path, tmp_path: Path, name: str) -> None:
    out = invoke("export", name, "-o", str(built))
    assert out.exit_code == 0 and out.stderr == ""
    file = tmp_path / "x"
    assert invoke("export", name, "-o", str(built), "--to", str(file)).stdout == ""
    assert out.stdout_bytes == file.read_bytes() != b""


def test_export_where_nothing_can_be_written(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = leave(capsys, "export", "csv", "-o", str(built), "--to", str(built / "graph.sqlite" / "x"))
    assert code == 1 and one_line(err) and "cannot be written" in err


def test_draw(built: Path) -> None:
    result = invoke("draw", str(built))
    assert result.exit_code == 0, result.output
    assert (built / "alliances.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["p.jpg", "p.png.bak"])
def test_draw_names_what_it_can_write(built: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, err = leave(capsys, "draw", str(built), "--to", str(built / name))
    assert (code, out) == (1, "") and one_line(err)
    assert ".png, .svg or .pdf; or name a folder" in err and not (built / name).exists()


def test_draw_makes_a_folder(built: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "pictures"
    assert invoke("draw", str(built), "--to", str(new)).exit_code == 0
    assert {file.name for file in new.iterdir()} == {"alliances.png", "alliances.svg"}


# check and evaluate


def test_evaluate_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Oslo a félicité Lima.", encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    line = {"doc": "d", "start": 7, "trigger": "félicité", "source": ["Oslo"], "target": ["Lima"], "type": "SUPPORT"}
    gold.write_text(json.dumps(line | {"factuality": "asserted"}), encoding="utf-8")
    same = invoke("evaluate", str(gold), str(gold), "--text", str(tmp_path), "--json")
    assert json.loads(same.stdout)["full"] == {"p": 1.0, "r": 1.0, "f": 1.0, "tp": 1, "pred": 1, "gold": 1}
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    missed = invoke("evaluate", str(gold), str(empty), "--text", str(tmp_path), "--errors")
    assert missed.exit_code == 0 and "MISS d Oslo > Lima" in missed.stdout


def test_evaluate_looks_for_the_gold_file_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = leave(capsys, "evaluate", str(tmp_path / "nope.jsonl"), "--text", str(tmp_path / "x"))
    assert code == 1 and one_line(err) and "nope.jsonl" in err


def test_evaluate_scores_what_the_gold_annotates(tmp_path: Path) -> None:
    lines_of = {}
    for doc in "de":
        (tmp_path / f"{doc}.txt").write_text("Oslo a félicité Lima.", encoding="utf-8")
        line = {"doc": doc, "start": 7, "source": ["Oslo"], "target": ["Lima"], "type": "SUPPORT"}
        lines_of[doc] = json.dumps(line | {"factuality": "asserted"})
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text(lines_of["d"], encoding="utf-8")
    found.write_text("\n".join(lines_of.values()), encoding="utf-8")
    command = ("evaluate", str(gold), str(found), "--text", str(tmp_path), "--json")
    result = invoke(*command)
    assert json.loads(result.stdout)["full"]["pred"] == 1
    assert one_line(result.stderr) and "no line for e: set aside" in result.stderr
    result = invoke(*command, "--docs", "d,e")
    assert json.loads(result.stdout)["full"]["pred"] == 2
    assert one_line(result.stderr) and "no line for e: all events there count as false" in result.stderr
    assert invoke(*command, "--docs", "d").stderr == ""


def test_check_names_the_row(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("graphbuild.cli.lint.problems", lambda: ["verbs.csv:7: type is 'X'"])
    code, out, _ = leave(capsys, "check", "--lexicon")
    assert (code, out) == (1, "verbs.csv:7: type is 'X'\n")
    monkeypatch.setattr("graphbuild.cli.lint.problems", list)
    code, out, err = leave(capsys, "check", "--lexicon")
    assert (code, out) == (0, "") and "sound" in err


# what needs the parser


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_the_contract(corpus: Path) -> None:
    result = invoke("extract", str(corpus), "--min-confidence", "0")
    assert (result.exit_code, result.stderr) == (0, "")
    events = lines(result.stdout)
    assert events and {event["doc"] for event in events} == {"2025-08-15-visite"}
    for event in events:
        assert NEWS[event["start"] : event["end"]] == event["trigger"]


def test_extract_from_standard_input_in_every_format() -> None:
    for arguments in ((), ("-",)):
        piped = invoke("extract", *arguments, "--min-confidence", "0", stdin=NEWS)
        assert piped.exit_code == 0 and lines(piped.stdout)
    table = invoke("extract", "--format", "table", "--min-confidence", "0", stdin=NEWS).stdout.splitlines()
    assert table[0].startswith("source → target") and len(table) == len(lines(piped.stdout)) + 1
    rows = list(
        csv.DictReader(io.StringIO(invoke("extract", "--format", "csv", "--min-confidence", "0", stdin=NEWS).stdout))
    )
    assert len(rows) == len(table) - 1 and {row["doc"] for row in rows} == {"stdin"}


def test_the_table_tells_who_says_it_and_when_where_an_event_does() -> None:
    plain = make_event(attribution=None, time=None)
    told = make_event(attribution=Named("q159", "Russie"), time="2025-03-04")
    (table,) = as_table([plain])
    assert "says" not in table and "time" not in table.splitlines()[0].split()
    (table,) = as_table([plain, told])
    head, first, second = table.splitlines()
    assert head.index("says") == second.index("Russie") and head.index("time") == second.index("2025-03-04")
    assert "Russie" not in first


@pytest.mark.parametrize("format_", ["jsonl", "table", "csv"])
def test_a_text_without_events_gives_a_note(capsys: pytest.CaptureFixture[str], tmp_path: Path, format_: str) -> None:
    (tmp_path / "pluie.txt").write_text("Il pleut.", encoding="utf-8")
    code, out, err = leave(capsys, "extract", str(tmp_path / "pluie.txt"), "--format", format_)
    assert (code, out, err) == (0, "", "graphbuild: no event was found\n")


def test_extract_takes_columns_and_an_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "depeches.csv"
    table.write_bytes(f'corps\n"{NEWS}"\n'.encode("cp1252"))
    code, out, _ = leave(capsys, "extract", str(table), "--text-column", "corps", "--encoding", "cp1252")
    assert code == 0 and "attaqué" in out
    code, _, err = leave(capsys, "extract", str(table))
    assert code == 1 and "choose it with --text-column" in err and "text_column" not in err


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader("\n".join(as_csv([make_event(sentence="=1+1", trigger="@x", lemma="-")])).splitlines()))
    assert [cell for cell in rows[1] if cell[:1] in set("=+-@")] == []
    assert rows[1][-1] == "'=1+1"


def test_extract_names_what_it_sets_aside(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = leave(capsys, "extract", str(corpus), str(corpus / "none.txt"), "--min-confidence", "0")
    assert code == 3 and lines(out) and one_line(err) and "none.txt" in err


def test_extract_without_the_model(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = leave(capsys, "extract", str(corpus), "--model", "fr_core_news_none")
    assert (code, out) == (1, "")
    assert one_line(err) and "pip install fr-core-news-none" in err


def test_build_twice(corpus: Path, tmp_path: Path) -> None:
    (corpus / "b.gz").touch()
    output = tmp_path / "output"
    first = invoke("build", str(corpus), "-o", str(output), "--min-confidence", "0")
    assert first.exit_code == 0, first.output
    assert "articles  1 (1 parsed)" in first.stdout and "graph.sqlite events.jsonl" in first.stdout
    again = invoke("build", str(corpus), str(corpus / "b.gz"), "-o", str(output), "--min-confidence", "0")
    assert again.exit_code == 3
    assert "1 unchanged, 1 set aside" in again.stdout
    assert one_line(again.stderr) and again.stderr.count("b.gz") == 1
    assert again.output.index("b.gz") < again.output.index("articles  1")
    id_ = lines((output / "events.jsonl").read_text(encoding="utf-8"))[0]["id"]
    assert "2025-08-15-visite" in invoke("explain", id_[:8], "-o", str(output)).stdout


def test_build_into_a_file(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").touch()
    code, out, err = leave(capsys, "build", str(corpus), "-o", str(tmp_path / "taken"))
    assert (code, out) == (1, "") and one_line(err) and "another folder" in err


def test_build_says_where_nobody_is_hostile_or_friendly(tmp_path: Path) -> None:
    (tmp_path / "pluie.txt").write_text("Il pleut.", encoding="utf-8")
    told = invoke("build", str(tmp_path / "pluie.txt"), "-o", str(tmp_path / "output")).stdout
    assert "\nno friendly pairs\nno hostile pairs\n" in told


def test_build_of_nothing_fails_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = leave(capsys, "build", str(tmp_path / "none"), "-o", str(tmp_path / "output"))
    assert (code, out) == (1, "")
    assert "does not exist" in err and "Traceback" not in err


# small things


@pytest.mark.parametrize("text", [*HOSTILE, "\x1b]8;;http://x\x07", "\u200b\u2066"])
def test_visible_text_obeys_nobody(text: str) -> None:
    shown = visible(text)
    assert shown.isascii() or shown.encode("utf-8")
    assert not any(c in shown for c in "\x00\x07\x1b\r\n\u202e\u2028\u2066\u200b\x85")


def test_visible_leaves_french_alone() -> None:
    french = "« L’Élysée\u00a0: où\u202f? »"
    assert visible(french) == french


def aligned(rows: Iterable[tuple[str, ...]]) -> str:
    return columns(list(rows))


def test_columns_and_cuts() -> None:
    assert aligned([("a", "b"), ("long", "c")]) == "a     b\nlong  c"
    assert aligned([]) == ""
    assert cut("un deux\ntrois", 9) == "un deux…"
