"""The figures against gold: by hand, and against the yardstick that the project is measured with, where it is there."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from graphbuild.errors import ReadError
from graphbuild.evaluate import Result, Text, actor_key, expand, load_records, load_texts, match, score
from graphbuild.model import EVENT_TYPES, FACTUALITIES

SHARED = Path(os.environ.get("GRAPHBUILD_SHARED") or Path(__file__).parents[2] / "shared")
YARDSTICK = SHARED / "tools" / "score.py"
needs_yardstick = pytest.mark.skipif(not YARDSTICK.is_file(), reason="the yardstick is not here")

TEXT = (
    "Oslo a félicité Lima. Quito menace Lima et Oslo !\nLes marins accusent Quito. Selon Oslo, Lima négocie avec Quito."
)


def event(start: int, source: str, target: str, type_: str = "SUPPORT", **changes: Any) -> dict[str, Any]:
    return {
        "doc": "d",
        "start": start,
        "trigger": "x",
        "source": [source],
        "target": [target],
        "type": type_,
        "factuality": "asserted",
        "symmetric": False,
        "attribution": None,
        "time": None,
    } | changes


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]], **options: Any) -> Result:
    texts = {"d": Text(TEXT)}
    return score(expand(gold, texts, **options), expand(found, texts, **options))


def test_levels_by_hand() -> None:
    gold = [
        event(7, "Oslo", "Lima"),
        event(28, "Quito", "Lima", "THREATEN"),
        event(62, "marins", "Quito", "ACCUSE"),
        event(98, "Lima", "Quito", "CONSULT", symmetric=True),
    ]
    found = [
        event(7, "Lima", "Oslo"),  # the wrong way round
        event(28, "Quito", "Lima", "ACCUSE"),  # the right sign, not the type
        event(98, "Quito", "Lima", "CONSULT", factuality="planned"),
        event(28, "Oslo", "Lima"),
    ]
    result = scored(gold, found)
    assert {level: figures.tp for level, figures in result.levels.items()} == {
        "pair": 3, "directed": 2, "sign": 2, "type": 1, "full": 0,
    }  # fmt: skip
    assert (result.levels["pair"].p, result.levels["pair"].r, result.levels["directed"].f) == (0.75, 0.75, 0.5)
    assert result.given_pair["type"] == 0.667
    assert [pair.source for pair in result.misses] == ["marins"]
    assert [pair.names for pair in result.false] == [("Oslo", "Lima")]


def test_lines_of_one_reader_are_neutral() -> None:
    gold = [event(7, "Oslo", "Lima", core=False), event(28, "Quito", "Lima")]
    figures = scored(gold, [event(7, "Oslo", "Lima"), event(28, "Quito", "Lima")]).levels["pair"]
    assert (figures.tp, figures.pred, figures.gold) == (1, 1, 1)


def test_several_actors_make_several_pairs_and_each_counts_once() -> None:
    gold = [event(28, "Quito", "Lima") | {"target": ["Lima", "Oslo"]}]
    figures = scored(gold, [event(28, "Quito", "Lima"), event(28, "Quito", "Lima")]).levels["pair"]
    assert (figures.tp, figures.pred, figures.gold) == (1, 2, 2)


def test_another_sentence_is_no_match() -> None:
    assert scored([event(7, "Oslo", "Lima")], [event(28, "Oslo", "Lima")]).levels["pair"].tp == 0


def test_offices_count_only_when_asked() -> None:
    leads = [event(7, "Oslo", "Lima", "LEADS")]
    assert scored(leads, leads).levels["pair"].gold == 0
    assert scored(leads, leads, affiliations=True).levels["full"].f == 1


def test_groups_may_differ_in_their_modifiers_and_names_may_not() -> None:
    gold = [event(62, "marins en colère", "Quito", "ACCUSE")]
    assert scored(gold, [event(62, "marins", "Quito", "ACCUSE")]).levels["full"].tp == 1
    assert scored([event(7, "Oslo", "Lima")], [event(7, "Oslo Sud", "Lima")]).levels["pair"].tp == 0


def test_nothing_found_is_nought_and_no_error() -> None:
    assert scored([event(7, "Oslo", "Lima")], []).levels["full"].f == 0
    assert scored([], []).levels["pair"].p == 0


def test_a_gold_line_may_name_its_place_by_context() -> None:
    line = {k: v for k, v in event(0, "Oslo", "Lima").items() if k != "start"}
    (pair,) = expand([line | {"context": "a félicité Lima", "trigger": "félicité"}], {"d": Text(TEXT)})
    assert pair.start == TEXT.index("félicité")


@pytest.mark.parametrize(("name", "key"), [("l’ONU", "onu"), ("Belarus", "bielorussie"), ("Élus (locaux)", "elus")])
def test_actor_keys(name: str, key: str) -> None:
    assert actor_key(name) == key


@pytest.mark.parametrize(
    ("line", "told"), [("{", "no valid JSON"), ("[]", "no JSON object"), ('{"doc": "d"}', "without source")]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ReadError, match=f"gold.jsonl:2: .*{told}"):
        list(load_records(path))


def test_missing_inputs_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no \.txt file"):
        load_texts(tmp_path / "none")
    with pytest.raises(ReadError, match="cannot be read"):
        list(load_records(tmp_path / "none.jsonl"))


def made_up(seed: int, count: int) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    actors = ("Oslo", "Lima", "Quito", "marins", "les marins en colère", "marins boliviens", "UE", "Union européenne")
    lines = []
    for _ in range(count):
        source, target = chance.sample(actors, 2)
        type_ = chance.choice(EVENT_TYPES)
        lines.append(
            event(
                chance.randrange(len(TEXT)), source, target, type_,
                factuality=chance.choice(FACTUALITIES), symmetric=chance.random() < 0.3, core=chance.random() < 0.8,
                types=chance.sample(EVENT_TYPES, 2), attribution=chance.choice([None, {"id": "o", "name": "Oslo"}]),
                time=chance.choice([None, "2025-08"]), doc=chance.choice("de"),
            )
        )  # fmt: skip
    return lines


def yardstick(gold: Path, found: Path, texts: Path) -> Any:
    command = [sys.executable, str(YARDSTICK), str(gold), str(found), "--text", str(texts), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def ours(gold: Path, found: Path, texts: Path) -> dict[str, Any]:
    loaded = load_texts(texts)
    result = score(expand(load_records(gold), loaded), expand(load_records(found), loaded))
    return {level: asdict(figures) for level, figures in result.levels.items()} | {"given_pair": result.given_pair}


def write_lines(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@needs_yardstick
@pytest.mark.parametrize("seed", range(4))
def test_same_figures_as_the_yardstick(tmp_path: Path, seed: int) -> None:
    for doc in "de":
        (tmp_path / f"{doc}.txt").write_text(TEXT, encoding="utf-8")
    gold = write_lines(tmp_path / "gold.jsonl", made_up(seed, 60))
    found = write_lines(tmp_path / "found.jsonl", made_up(seed + 100, 60))
    assert ours(gold, found, tmp_path) == yardstick(gold, found, tmp_path)


@needs_yardstick
@pytest.mark.parametrize(
    ("name", "texts"), [("dev.jsonl", "dev"), ("train.jsonl", "train"), ("seeds_dev.jsonl", "seeds")]
)
def test_same_figures_on_the_annotated_texts(tmp_path: Path, name: str, texts: str) -> None:
    gold, folder = SHARED / "gold" / name, SHARED / "texts" / texts
    chance = random.Random(name)
    lines = [line for line in load_records(gold) if chance.random() < 0.7]
    for line in lines:
        if chance.random() < 0.3:
            line["source"], line["target"] = line["target"], line["source"]
        if chance.random() < 0.3:
            line["type"] = chance.choice(EVENT_TYPES)
        if chance.random() < 0.3:
            line["start"] = max(0, line["start"] - 40)
    found = write_lines(tmp_path / "found.jsonl", lines)
    assert ours(gold, found, folder) == yardstick(gold, found, folder)


def test_each_pair_is_matched_once() -> None:
    texts = {"d": Text(TEXT), "e": Text(TEXT)}
    gold, found = (expand(made_up(seed, 80), texts) for seed in (1, 2))
    matches = match(gold, found)
    assert len({m.gold for m in matches}) == len({m.found for m in matches}) == len(matches) > 0
