"""Who does it, and to whom, decides what some words mean."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.qualify import sense
from graphbuild.qualify.sense import SENSE_COLUMNS, Sense, senses
from tests.conftest import ExtractEvents

if TYPE_CHECKING:
    from graphbuild.lexicon import Lexicon

ROWS = list(read_rows("lexicons/fr/senses.csv", SENSE_COLUMNS))


def told(row: Row) -> str:
    return " ".join(row[column] for column in SENSE_COLUMNS[:7])


@pytest.mark.parametrize("row", ROWS, ids=told)
def test_every_example_holds(extract_events: ExtractEvents, row: Row) -> None:
    source, target = row.required("expected").split(">")
    events = [e for e in extract_events(row.required("example")) if e.lemma == row["lemma"]]
    assert (source, target, row["becomes"]) in {(e.source[0].name, e.target[0].name, e.type) for e in events}


@pytest.mark.parametrize("row", ROWS, ids=told)
def test_what_is_unlike_keeps_another_sense(extract_events: ExtractEvents, row: Row) -> None:
    types = [e.type for e in extract_events(row.required("unlike")) if e.lemma == row["lemma"]]
    assert types
    assert row["becomes"] not in types


def test_every_sense_is_another_one_of_a_row_of_the_lexicon(lexicon: Lexicon) -> None:
    known = {(f.pos, f.lemma, f.type) for frames in lexicon.frames.values() for f in frames}
    assert senses().keys() <= known
    assert all(found.becomes != type_ for (_, _, type_), of_word in senses().items() for found in of_word)


def overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def test_no_two_equally_narrow_senses_of_a_word_contradict_each_other() -> None:
    for key, of_word in senses().items():
        for one, other in combinations(of_word, 2):
            both = all(overlap(getattr(one, side), getattr(other, side)) for side in ("source", "target", "slots"))
            same = one.becomes == other.becomes or one.conditions != other.conditions
            assert same or not both, (key, one, other)


def test_the_narrowest_sense_comes_first() -> None:
    for of_word in senses().values():
        counts = [found.conditions for found in of_word]
        assert counts == sorted(counts, reverse=True)
        assert min(counts) > 0


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("La France condamne la Russie.", "ACCUSE"),
        ("La justice condamne Nicolas Sarkozy.", "COERCE"),
        ("La Cour pénale internationale a condamné Laurent Gbagbo.", "COERCE"),
        ("La Cour européenne des droits de l'homme a condamné la Turquie.", "ACCUSE"),
        ("Le tribunal a condamné la Russie et Vladimir Poutine.", "ACCUSE"),
        ("L'ONU et la justice condamnent Laurent Gbagbo.", "ACCUSE"),
        ("Le juge Sergio Moro a condamné Lula.", "COERCE"),
        ("Les gendarmes condamnent la réforme de la France.", "ACCUSE"),
        ("L'Irak a chassé Daech.", "ASSAULT"),
        ("Les agents de l'ordre ont bloqué Manuel Valls.", "COERCE"),
        ("Les agents de la mairie ont bloqué Manuel Valls.", "REJECT"),
        ("La police a évacué les manifestants.", "COERCE"),
        ("La police a évacué les habitants et les manifestants.", "AID"),
        ("Mediapart révèle que Nicolas Sarkozy a menti.", "ACCUSE"),
        ("Mediapart a révélé à François Hollande les comptes du ministre.", "CONSULT"),
        ("Les étudiants ont rejoint les grévistes.", "COOPERATE"),
        ("Les syndicats ont rejoint les grévistes.", "SUPPORT"),
        ("Amnesty International interpelle Emmanuel Macron.", "REQUEST"),
        ("Les policiers ont interpellé Emmanuel Macron.", "COERCE"),
    ],
)
def test_only_the_sides_that_a_row_names_change_it(extract_events: ExtractEvents, text: str, type_: str) -> None:
    best = max(extract_events(text), key=lambda event: event.confidence)
    assert best.type == type_


def a_row(**fields: str) -> Row:
    values = {"lemma": "voir", "pos": "VERB", "type": "CONSULT", "becomes": "ACCUSE", "source": "court"}
    return Row("senses.csv:9", {**dict.fromkeys(SENSE_COLUMNS, ""), **values, **fields})


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"source": "jury"}, "senses.csv:9: source is 'jury'; allowed: "),
        ({"target": "person|thing"}, "senses.csv:9: target is 'thing'; allowed: "),
        ({"slot": "beside"}, "senses.csv:9: slot is 'beside'; allowed: "),
        ({"becomes": "SEE"}, "senses.csv:9: becomes is 'SEE'; allowed: "),
        ({"source": ""}, "senses.csv:9: a sense needs a source, a target or a slot"),
    ],
)
def test_a_bad_row_is_named(monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], problem: str) -> None:
    monkeypatch.setattr(sense, "read_rows", lambda *_: iter([a_row(**fields)]))
    with pytest.raises(LexiconError) as error:
        senses.__wrapped__()
    assert str(error.value).startswith(problem)


def test_a_row_tells_its_conditions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sense, "read_rows", lambda *_: iter([a_row(target="person|state", slot="obj")]))
    found = Sense("ACCUSE", frozenset({"court"}), frozenset({"person", "state"}), frozenset({"obj"}))
    assert senses.__wrapped__() == {("VERB", "voir", "CONSULT"): (found,)}
