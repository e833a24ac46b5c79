"""The bill of materials: valid CycloneDX, and the packages of the lock."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bill import BILL
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from lock import SPARK, pins

VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(BILL.read_text(encoding="utf-8"))
    return content


def test_it_is_valid() -> None:
    assert VALIDATOR.validate_str(BILL.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("change", [{"bomFormat": "Word"}, {"components": [{"name": "x"}]}, {"made by": "hand"}])
def test_what_is_not_valid_is_told(change: dict[str, Any], bill: dict[str, Any]) -> None:
    assert VALIDATOR.validate_str(json.dumps(bill | change)) is not None


def test_it_lists_the_lock(bill: dict[str, Any]) -> None:
    listed = {(part["name"], part["version"], part["purl"]) for part in bill["components"]}
    assert listed == {(p.name, p.version, f"pkg:pypi/{p.name}@{p.version}") for p in pins(SPARK)}, "run  make inventory"


def test_it_says_who_needs_whom(bill: dict[str, Any]) -> None:
    told = {(row["ref"], name) for row in bill["dependencies"] for name in row.get("dependsOn", [])}
    assert told == {(by, pin.name) for pin in pins(SPARK) for by in pin.asked_by}
    assert {("graphbuild", "spacy"), ("spacy", "thinc")} <= told


def test_it_names_a_licence_for_each(bill: dict[str, Any]) -> None:
    assert [part["name"] for part in bill["components"] if not part.get("licenses")] == []


def test_it_bears_no_clock_and_no_place(bill: dict[str, Any]) -> None:
    assert set(bill["metadata"]) == {"component"}
    assert "file:" not in BILL.read_text(encoding="utf-8")
