"""The small words and the people without a name: groups, titles, pronouns, prepositions, cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphbuild.errors import LexiconError
from graphbuild.lexicon.rows import Row, read_rows
from graphbuild.text import name_words

ORGANISATION_KINDS = (
    "intergovernmental", "party", "armed", "media", "court", "company", "ngo", "union", "ministry", "agency",
    "parliament", "army", "church", "team",
)  # fmt: skip
STATE_NOUNS = ("state", "states", "acting")
FUNCTIONS = (
    "aged",
    "current",
    "former",
    "joint",
    "leaving",
    "naming",
    "negation",
    "particle",
    "place",
    "predecessor",
    "rank",
    "restriction",
    "self_named",
    "sole",
    "successor",
    "thing",
    "with_negation",
)


@dataclass(frozen=True, slots=True)
class Group:
    """A noun for people or a body.

    `resolve` is "state" where the noun with a nationality means a government ("states" if its plural does too, as
    "les autorités"; "acting" if the bare noun does only where it acts: "l'État condamne"), "person" where it only says
    that someone is one, as a pronoun does ("l'homme"); `organisations` are the
    kinds of organisation that the bare noun may refer back to ("le parti"); in the phrases `not_in` it is no actor
    ("garde à vue"); `one_gender` marks a noun without a second form ("homme").
    """

    lemma: str
    kind: str
    resolve: str
    number: str
    gender: str
    organisations: tuple[str, ...] = ()
    not_in: tuple[tuple[str, ...], ...] = ()
    one_gender: bool = False

    @property
    def governs(self) -> bool:
        """Tell whether the noun may stand for a state's government."""
        return self.resolve in STATE_NOUNS

    @property
    def plural_acts(self) -> bool:
        """Tell whether the plural too stands for one government."""
        return self.resolve == "states"


@dataclass(frozen=True, slots=True)
class Title:
    """An office; `relation` is LEADS or MEMBER; `gender` the one of the written form."""

    lemma: str
    relation: str
    gender: str


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun or possessive: what it can stand for."""

    function: str
    person: int
    gender: str
    number: str


def load_groups() -> dict[str, Group]:
    """Return the group nouns by every written form, folded to lower case."""
    forms: dict[str, Group] = {}
    columns = ("lemma", "plural", "feminine", "kind", "resolve", "not_in", "origin")
    for row in read_rows("lexicons/fr/groups.csv", columns):
        lemma = row.required("lemma")
        kind = row.one_of("kind", ("person", "people", "body"))
        resolve, organisations = _resolution(row)
        not_in = tuple(name_words(phrase) for phrase in row.several("not_in"))
        feminine = row["feminine"].lower()
        written = [(row["plural"].lower(), "p", ""), (feminine, "s", "f"), (feminine and feminine + "s", "p", "f")]
        for form, number, gender in written:
            if form:
                forms.setdefault(form, Group(lemma, kind, resolve, number, gender, organisations, not_in, not feminine))
        number = "p" if lemma == row["plural"] else "s"
        forms[lemma.lower()] = Group(lemma, kind, resolve, number, "", organisations, not_in, not feminine)
    return forms


def _resolution(row: Row) -> tuple[str, tuple[str, ...]]:
    if row["resolve"] in (*STATE_NOUNS, "actor", "person"):
        return row["resolve"], ()
    for kind in row.several("resolve"):
        if kind not in ORGANISATION_KINDS:
            raise LexiconError(
                f"{row.where}: resolve must be state, states, acting, actor, person or kinds of organisation, "
                f"not {kind!r}"
            )
    return "actor", row.several("resolve")


def load_titles() -> dict[tuple[str, ...], Title]:
    """Return the titles by their folded words, in the masculine, feminine and plural."""
    titles: dict[tuple[str, ...], Title] = {}
    for row in read_rows("lexicons/fr/titles.csv", ("lemma", "feminine", "relation", "origin")):
        lemma = row.required("lemma")
        relation = row.one_of("relation", ("LEADS", "MEMBER"))
        written = [(lemma, "m"), (row["feminine"], "f")] if row["feminine"] != lemma else [(lemma, "")]
        for form, gender in written:
            if form:
                titles.setdefault(name_words(form), Title(lemma, relation, gender))
    return titles


def load_offices() -> dict[str, tuple[str, ...]]:
    """Return for a title that names no office by itself ("le chef de l'État") the offices it may stand for."""
    rows = read_rows("lexicons/fr/offices.csv", ("title", "offices", "origin"))
    return {row.required("title"): row.several("offices") for row in rows}


def load_pronouns() -> dict[str, Pronoun]:
    """Return pronouns and possessives by written form."""
    columns = ("form", "function", "person", "gender", "number", "origin")
    return {
        row["form"]: Pronoun(row["function"], int(row.number("person")), row["gender"], row["number"])
        for row in read_rows("lexicons/fr/pronouns.csv", columns)
    }


@cache
def function_words(kind: str) -> frozenset[str]:
    """Return the small grammatical words of one kind: the joints of names, the parts of a negation."""
    rows = read_rows("lexicons/fr/function_words.csv", ("form", "kind", "origin"))
    return frozenset(row.required("form") for row in rows if row.one_of("kind", FUNCTIONS) == kind)


def load_pairs(table: str, key: str, value: str) -> dict[str, str]:
    """Return a two-column table (plus origin) as a mapping."""
    columns = (key, value, "origin") if key != value else (key, "origin")
    return {row.required(key): row.required(value) for row in read_rows(f"lexicons/fr/{table}", columns)}


def load_cues(table: str, column: str | None = None) -> dict[tuple[str, str], str]:
    """Return cue words by (pos, lemma); the value is `column`, or the pos where there is none."""
    columns = ("lemma", "pos", column, "origin") if column else ("lemma", "pos", "origin")
    rows = read_rows(f"lexicons/fr/{table}", [name for name in columns if name])
    return {(row.required("pos"), row.required("lemma")): row[column or "pos"] for row in rows}
