"""Three tiny articles through the whole program, compared with what it made of them before.

After a change that is meant, look at what differs and write the new files with
    GRAPHBUILD_REWRITE_GOLDEN=1 python -m pytest tests/test_golden.py
The confidence is left out, for it moves with every fitting of the weights; so are the version and the vocabulary.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from rdflib import Graph

from graphbuild import EventGraph, build
from graphbuild.results import Found

GOLDEN = Path(__file__).parent / "golden"
REWRITE = "GRAPHBUILD_REWRITE_GOLDEN"
CONFIDENCE = re.compile(r"^\s+gb:confidence .*\n", re.MULTILINE)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graphbuild.rdf.build.program_version", lambda: "0")
        build(GOLDEN / "corpus", folder, min_confidence=0)
    return folder


def compare(name: str, made: str) -> None:
    """Compare with the file kept, or write it where the environment asks for that."""
    path = GOLDEN / "expected" / name
    if os.environ.get(REWRITE):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8"), f"if this is meant, set {REWRITE}=1 and run again"


def without_confidence(line: str) -> str:
    event = json.loads(line)
    del event["confidence"]
    return json.dumps(event, ensure_ascii=False)


def test_events(output: Path) -> None:
    lines = (output / "events.jsonl").read_text(encoding="utf-8").splitlines()
    compare("events.jsonl", "".join(f"{without_confidence(line)}\n" for line in lines))


def test_turtle(output: Path, tmp_path: Path) -> None:
    EventGraph(Found([], [], [])).export("turtle", tmp_path / "empty.ttl")
    vocabulary = set(statements(tmp_path / "empty.ttl"))
    made = [statement for statement in statements(output / "graph.ttl") if statement not in vocabulary]
    compare("graph.ttl", CONFIDENCE.sub("", "".join(made)))


def statements(path: Path) -> list[str]:
    """Return the statements of a Turtle file; no literal holds an end of line."""
    return re.split(r"(?<= \.\n)", path.read_text(encoding="utf-8"))


def test_hostile_names_break_nothing(output: Path) -> None:
    graph = Graph().parse(output / "graph.ttl")
    literals = {str(object_) for object_ in graph.objects() if "<script>" in object_ or "DROP TABLE" in object_}
    assert len(literals) >= 2
    assert not any("evil.example" in str(subject) for subject in graph.subjects())
