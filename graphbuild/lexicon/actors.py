"""The actor tables: states, organisations, persons and their dated roles, with an index of every written name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from graphbuild.errors import LexiconError
from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.model import Actor
from graphbuild.text import name_words

STATE_COLUMNS = (
    "id", "name", "aliases", "capital", "seats", "adjectives", "demonyms", "gender", "number", "iso2", "un", "qid",
    "origin",
)  # fmt: skip
ORGANISATION_COLUMNS = ("id", "name", "aliases", "kind", "state", "gender", "number", "qid", "origin")
PERSON_COLUMNS = ("id", "name", "aliases", "gender", "state", "qid", "origin")
FIRST_NAME_COLUMNS = ("name", "gender", "origin")
ROLE_COLUMNS = ("person", "title", "body", "start", "end", "origin")


@dataclass(frozen=True, slots=True)
class Name:
    """One written name of an actor: `how` is name, metonym (a capital or a seat of power) or demonym."""

    written: str
    actor: str
    how: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person held; dates are ISO prefixes, an empty `end` means still held."""

    person: str
    title: str
    body: str
    start: str
    end: str

    def held_on(self, date: str | None) -> bool:
        """Tell whether the office was held on an ISO date; without a date only an open office counts."""
        if date is None:
            return not self.end
        return self.start <= date[: max(len(self.start), 4)] and (not self.end or date[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Directory:
    """All known actors and the indexes by which text finds them.

    `names` maps the folded words of a written name to its readings, `starts` the first of them to the most words that
    follow; `sovereign` are the members and observers of the UN; `adjectives` maps a lower-case form to the id of the
    state (or of the organisation: européen) it means; `first_names` tells the gender that all known bearers share.
    """

    actors: dict[str, Actor]
    kinds: dict[str, str]
    names: dict[tuple[str, ...], tuple[Name, ...]]
    starts: dict[str, int]
    adjectives: dict[str, str]
    sovereign: frozenset[str] = frozenset()
    first_names: dict[str, str] = field(default_factory=dict)
    given_names: dict[tuple[str, ...], str] = field(default_factory=dict)
    roles: dict[str, tuple[Role, ...]] = field(default_factory=dict)
    by_body: dict[str, tuple[Role, ...]] = field(default_factory=dict)


@cache
def load_directory() -> Directory:
    """Read the four actor tables; raises LexiconError on a bad row, an unknown id or an id used twice."""
    builder = _Builder()
    for row in read_rows("actors/states.csv", STATE_COLUMNS):
        builder.add_state(row)
    for row in read_rows("actors/organisations.csv", ORGANISATION_COLUMNS):
        builder.add_organisation(row)
    for row in read_rows("actors/persons.csv", PERSON_COLUMNS):
        builder.add_person(row)
    for row in read_rows("lexicons/fr/adjectives_of_actors.csv", ("form", "actor", "origin")):
        builder.add_adjective(row)
    return builder.finish([_role(row, builder.actors) for row in read_rows("actors/roles.csv", ROLE_COLUMNS)])


def _role(row: Row, actors: dict[str, Actor]) -> Role:
    for column in ("person", "body"):
        if row[column] not in actors:
            raise LexiconError(f"{row.where}: {column} {row[column]!r} is in no actor table")
    return Role(row["person"], row.required("title"), row["body"], row["start"], row["end"])


class _Builder:
    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.kinds: dict[str, str] = {}
        self.names: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        self.adjectives: dict[str, str] = {}
        self.sovereign: set[str] = set()

    def add_state(self, row: Row) -> None:
        actor = self._actor(row, "state", row["id"], row["number"])
        self._name(actor.id, "name", row["name"], *row.several("aliases"))
        self._name(actor.id, "metonym", row["capital"], *row.several("seats"))
        self._name(actor.id, "demonym", *row.several("demonyms"))
        if row.one_of("un", ("yes", "observer", "no")) != "no":
            self.sovereign.add(actor.id)
        for form in row.several("adjectives"):
            self.adjectives.setdefault(form, actor.id)

    def add_organisation(self, row: Row) -> None:
        actor = self._actor(row, "organisation", row["state"], row["number"])
        self.kinds[actor.id] = row["kind"]
        self._name(actor.id, "name", row["name"], *row.several("aliases"))

    def add_person(self, row: Row) -> None:
        actor = self._actor(row, "person", row["state"], "s")
        self._name(actor.id, "name", row["name"], *row.several("aliases"))

    def add_adjective(self, row: Row) -> None:
        if row["actor"] not in self.actors:
            raise LexiconError(f"{row.where}: actor {row['actor']!r} is in no actor table")
        self.adjectives[row.required("form")] = row["actor"]

    def finish(self, roles: list[Role]) -> Directory:
        # where an organisation and a capital share a name (Bruxelles), the actor's own name wins over the metonym
        names = {words: tuple(sorted(entries, key=_by_directness)) for words, entries in self.names.items()}
        starts: dict[str, int] = {}
        for words in names:
            starts[words[0]] = max(starts.get(words[0], 0), len(words))
        return Directory(
            self.actors,
            self.kinds,
            names,
            starts,
            self.adjectives,
            frozenset(self.sovereign),
            _first_names(self.actors.values()),
            _given_names(),
            _group(roles, "person"),
            _group(roles, "body"),
        )

    def _actor(self, row: Row, kind: str, state: str, number: str) -> Actor:
        actor = Actor(
            id=row.required("id"),
            name=row.required("name"),
            kind=kind,
            state=state or None,
            qid=row["qid"] or None,
            gender=row["gender"],
            number=number or "s",
        )
        if actor.id in self.actors:
            raise LexiconError(f"{row.where}: the id {actor.id!r} is used twice")
        self.actors[actor.id] = actor
        return actor

    def _name(self, actor_id: str, how: str, *written: str) -> None:
        for form in written:
            words = name_words(form)
            if words and all((entry.actor, entry.written) != (actor_id, form) for entry in self.names[words]):
                self.names[words].append(Name(form, actor_id, how))


def _first_names(actors: Iterable[Actor]) -> dict[str, str]:
    genders: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        words = name_words(actor.name)
        if actor.kind == "person" and len(words) > 1 and actor.gender:
            genders[words[0]].add(actor.gender)
    return {name: next(iter(found)) for name, found in genders.items() if len(found) == 1}


def _given_names() -> dict[tuple[str, ...], str]:
    rows = read_rows("actors/first_names.csv", FIRST_NAME_COLUMNS)
    return {name_words(row.required("name")): row["gender"] for row in rows}


def _by_directness(name: Name) -> int:
    return ("name", "demonym", "metonym").index(name.how)


def _group(roles: list[Role], key: str) -> dict[str, tuple[Role, ...]]:
    grouped: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        grouped[getattr(role, key)].append(role)
    return {name: tuple(sorted(entries, key=lambda role: role.start)) for name, entries in grouped.items()}
