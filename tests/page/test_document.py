"""The file itself: self-contained, hostile text inert, the same bytes each time, words in both languages."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from itertools import combinations
from xml.etree import ElementTree

import pytest

from graphbuild.alliances import ties
from graphbuild.model import Actor
from graphbuild.page.contents import MOST_EVENTS, gather
from graphbuild.page.document import SCRIPTS, STYLES
from graphbuild.page.island import island
from graphbuild.results import EventGraph, Found
from tests.factories import Memory, hostile_world, make_article, make_event, small_world
from tests.page.world import page_of, world

FOLDER = files("graphbuild") / "page"


def block(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_the_policy_lets_in_its_own_script_and_style_alone() -> None:
    page = page_of(hostile_world())
    policy = block(page[:4096], r'Content-Security-Policy" content="([^"]*)"')
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for kind, text in (
        ("script", block(page, r"<script>(.*?)</script>")),
        ("style", block(page, r"<style>(.*?)</style>")),
    ):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not re.search(r"""(?:src|href)\s*=\s*["']?https?:""", page.split('id="data"')[0])


def test_every_part_is_used_and_writes_no_markup() -> None:
    for folder, names, ending in (("script", SCRIPTS, "js"), ("style", STYLES, "css")):
        assert sorted(f"{name}.{ending}" for name in names) == sorted(f.name for f in (FOLDER / folder).iterdir())
    for name in SCRIPTS:
        text = (FOLDER / "script" / f"{name}.js").read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|\"style\"", text), (
            name
        )
        assert text.count("\n") < 160, name


def test_hostile_text_stays_in_its_island() -> None:
    source = hostile_world()
    page = page_of(source)
    assert page.count("<script") == page.count("</script") == 2
    assert "<img" not in page
    data = json.loads(block(page, r'id="data">(.*?)</script>'))
    assert any("</script>" in name for _, name, *_ in data["actors"])
    assert len(data["events"]) == len(source.events())


def test_the_order_of_the_input_changes_no_byte() -> None:
    assert page_of(world()) == page_of(world().shuffled()) == page_of(world())


def test_only_web_addresses_become_links() -> None:
    urls = {row[0]: row[4] for row in island(gather(world()), "full")["articles"]}
    assert urls == {"a1": "https://www.example.org/a1", "a2": "https://www.example.org/a2", "a3": None}


def test_no_event_is_a_page_too() -> None:
    assert '"events":[]' in page_of(Found([], [], []))


def test_what_is_too_much_for_a_browser_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_EVENTS >= 20_000
    monkeypatch.setattr("graphbuild.page.contents.MOST_EVENTS", 3)
    data = island(gather(world()), "none")
    assert data["left_out"] == len(world().events()) - 3
    assert {row[7] for row in data["events"]} == {0.9}, "the surest stay"


def test_a_crowd_is_cut_to_what_can_be_read() -> None:
    """Every pair of forty actors acts once: all are in the data, thirty actors are placed at first."""
    cast = [Actor(f"actor-{n:02}", f"Actor {n:02}", "person") for n in range(40)]
    facts = [
        make_event(one, other, start=n, type="AID", doc=f"a{n % 2 + 1}")
        for n, (one, other) in enumerate(combinations(cast, 2))
    ]
    data = island(gather(Memory((make_article("a1"), make_article("a2")), tuple(cast), tuple(facts))), "none")
    assert [len(level["actors"]) for level in data["levels"]] == [30, 40]
    assert data["limits"]["pairs"][0] < 30 * 29 / 2 < len(data["events"]) == 780


def test_every_place_is_on_the_sheet_and_every_bloc_placed() -> None:
    few, many = island(gather(world()), "none")["levels"]
    for level in (few, many):
        assert all(0 <= x <= 1 and 0 <= y <= 1 for _, x, y, *_ in level["actors"])
        assert all(
            -1 <= bloc < level["blocs"] and (not core or bloc < level["cores"]) for *_, bloc, core in level["actors"]
        )
    assert {index for index, *_ in few["actors"]} < {index for index, *_ in many["actors"]}


def test_without_script_the_pairs_are_a_table() -> None:
    inside = block(page_of(world()), r"<noscript>(.*?)</noscript>")
    table = ElementTree.fromstring(f"<div>{inside}</div>".replace("&nbsp;", " ")).find("table")
    assert table is not None
    rows = [[cell.text for cell in row] for row in table][1:]
    assert ["États-Unis – Russie", "0", "2", "0", "2"] in rows
    assert ["Alexandre Loukachenko – Donald Trump", "0", "0", "2", "2"] in rows
    assert not any("ONU" in str(row[0]) for row in rows), "what is planned is no fact"
    hostile = block(page_of(hostile_world()), r"<noscript>(.*?)</noscript>")
    assert "&quot;&gt; . &lt;http://evil/s&gt;" in hostile and "<http" not in hostile


@pytest.mark.parametrize("evidence", ["none", "snippet", "full"])
def test_how_much_is_quoted_is_chosen(evidence: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("page") / "explorer.html"
    EventGraph(world()).explorer(file, evidence=evidence)  # type: ignore[arg-type]
    page = file.read_text("utf-8")
    assert f'"evidence":"{evidence}"' in page
    assert ("sous sanctions depuis des années, Minsk" in page) == (evidence == "full")
    assert ("seize" in page) == (evidence != "none")


def test_another_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="one of none, snippet, full"):
        page_of(small_world(), "some")  # type: ignore[arg-type]


def test_the_pairs_are_those_of_the_analysis() -> None:
    """What the page counts at first is what `graphbuild alliances` counts: each action once."""
    source = world()
    data = island(gather(source), "none")
    deeds: dict[tuple[str, str, str], set[int]] = {}
    for row in data["events"]:
        side, joined = data["types"][row[2]][0], row[14]
        if row[3] == "asserted" and not row[4] and row[7] >= data["limits"]["sure"] and side != "office":
            for a, b, deed in zip(joined[::3], joined[1::3], joined[2::3], strict=True):
                deeds.setdefault((data["actors"][a][0], data["actors"][b][0], side), set()).add(deed)
    counted = {key: len(found) for key, found in deeds.items()}
    expected = {}
    for tie in ties(EventGraph(source).alliances()):
        for side, count in (("friendly", tie.friendly), ("hostile", tie.hostile), ("contact", tie.contacts)):
            expected |= {(tie.first, tie.second, side): count} if count else {}
    assert counted == expected and expected
