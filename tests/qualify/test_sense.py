"""Who does it decides what some words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.qualify.sense import SENSE_COLUMNS, senses
from tests.conftest import ExtractEvents

if TYPE_CHECKING:
    from graphbuild.lexicon import Lexicon

ROWS = list(read_rows("lexicons/fr/senses.csv", SENSE_COLUMNS))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lemma']} {row['calling']}")
def test_every_example_holds(extract_events: ExtractEvents, row: Row) -> None:
    source, target = row.required("expected").split(">")
    found = {(e.source[0].name, e.target[0].name, e.type) for e in extract_events(row.required("example"))}
    assert (source, target, row["becomes"]) in found


def test_every_sense_is_another_one_of_a_row_of_the_lexicon(lexicon: Lexicon) -> None:
    known = {(f.pos, f.lemma, f.type) for frames in lexicon.frames.values() for f in frames}
    assert senses().keys() <= known
    assert all(type_ not in others.values() for (_, _, type_), others in senses().items())


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("La France condamne la Russie.", "ACCUSE"),
        ("La justice condamne Nicolas Sarkozy.", "COERCE"),
        ("La Cour pénale internationale a condamné Laurent Gbagbo.", "COERCE"),
        ("L'ONU et la justice condamnent Laurent Gbagbo.", "ACCUSE"),
        ("Les gendarmes condamnent la réforme de la France.", "ACCUSE"),
        ("L'Irak a chassé Daech.", "ASSAULT"),
    ],
)
def test_only_the_calling_that_a_row_names_changes_it(extract_events: ExtractEvents, text: str, type_: str) -> None:
    assert type_ in {event.type for event in extract_events(text)}
