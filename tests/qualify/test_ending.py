"""Who ends an act does another one."""

from __future__ import annotations

import pytest

from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.qualify.ending import ENDING_COLUMNS
from tests.conftest import ExtractEvents

ROWS = list(read_rows("lexicons/fr/endings.csv", ENDING_COLUMNS))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['word']}")
def test_every_example_holds(extract_events: ExtractEvents, row: Row) -> None:
    source, target = row.required("expected").split(">")
    found = {(e.source[0].name, e.target[0].name, e.type) for e in extract_events(row.required("example"))}
    assert (source, target, row["type"]) in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La Hongrie ne réduira pas son soutien à l'Ukraine.", ("Hongrie", "Ukraine", "REJECT", "negated")),
        ("La Suède veut réduire son soutien à l'Ukraine.", ("Suède", "Ukraine", "REJECT", "planned")),
        ("Donald Trump a réduit l'aide américaine à l'Ukraine.", ("États-Unis", "Ukraine", "SANCTION", "asserted")),
        ("L'Espagne abandonnera ses poursuites contre le Venezuela.", ("Espagne", "Venezuela", "CONCEDE", "planned")),
        ("La Norvège maintient son soutien à l'Ukraine.", ("Norvège", "Ukraine", "SUPPORT", "asserted")),
        ("La Turquie veut stopper l'offensive de Daech contre l'Irak.", ("Daech", "Irak", "ASSAULT", "asserted")),
        ("Un débat sur la fin du soutien russe à la Syrie dure.", ("Russie", "Syrie", "SUPPORT", "asserted")),
        ("L'aide de la Suède au Mali est interrompue par une grève.", ("Suède", "Mali", "AID", "asserted")),
        ("Depuis la fin du soutien russe à la Syrie, tout change.", ("Russie", "Syrie", "SUPPORT", "asserted")),
    ],
)
def test_it_is_another_act_only_where_the_same_hand_ends_it(
    extract_events: ExtractEvents, text: str, told: tuple[str, str, str, str]
) -> None:
    found = {(e.source[0].name, e.target[0].name, e.type, e.factuality) for e in extract_events(text)}
    assert told in found


def test_the_word_that_ends_it_is_told(extract_events: ExtractEvents) -> None:
    (event,) = (e for e in extract_events("La Suède a diminué son aide au Mozambique.") if e.type == "SANCTION")
    assert event.rules[-1] == "ending.verb.diminuer"
