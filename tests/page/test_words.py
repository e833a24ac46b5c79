"""What the page says: all of it in French and in English, and the rules as the command line tells them."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

from graphbuild.cli.rules import in_words
from graphbuild.model import ACTOR_KINDS, EVENT_TYPES, FACTUALITIES
from graphbuild.page.document import SCRIPTS
from graphbuild.page.words import words

FOLDER = files("graphbuild") / "page"
RULES = """verbal.active verbal.passive verbal.participle verbal.infinitive verbal.reflexive nominal.complement
nominal.support nominal.governor adjectival.relation relation.office""".split()
WAYS = "tree linear through shared support governor participle attached middle near outside".split()


def test_all_is_said_in_both_languages() -> None:
    french, english = words()["fr"], words()["en"]
    table = (FOLDER / "words.csv").read_text("utf-8").splitlines()
    assert {len(row) for row in csv.reader(table)} == {3} and len(french) == len(table) - 1
    assert french.keys() == english.keys()
    keys = {f"type.{name}" for name in EVENT_TYPES} | {f"kind.{name}" for name in ACTOR_KINDS}
    keys |= {f"status.{name}" for name in (*FACTUALITIES, "reported")} | {f"rule.{name}" for name in RULES}
    script = "".join((FOLDER / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    keys |= set(re.findall(r'\b(?:say|many)\("([a-z_.]+)"', script))
    keys |= set(re.findall(r'data-say="([a-z_]+)"', (FOLDER / "page.html").read_text("utf-8")))
    assert sorted(keys - french.keys()) == []
    for key, told in french.items():
        other = english[key]
        assert told and other and told.count("|") == other.count("|") and told.count("¶") == other.count("¶"), key
        assert sorted(re.findall(r"\{\w+\}", told)) == sorted(re.findall(r"\{\w+\}", other)), key


def test_rules_are_told_as_on_the_command_line() -> None:
    english = words()["en"]
    assert {name: in_words(name) for name in RULES} == {name: english[f"rule.{name}"] for name in RULES}
    slot = english["slot.nsubj"]
    for way in WAYS:
        assert in_words(f"source.nsubj.{way}") == english[f"via.{way}"].format(slot=slot)
    for name in ("nsubj", "obj", "adj", "poss", "head", "compound"):
        assert in_words(f"target.{name}.tree") == english["via.tree"].format(slot=english[f"slot.{name}"])
