"""Write docs/reference/ from the program itself: commands, rules, queries, types and Python names.

    python docs/reference.py            (or  make reference)

A test fails where a page differs from what this would write. Nothing in docs/reference is written by hand.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from rdflib import URIRef
from rdflib.namespace import SKOS
from signatures import python, table

from graphbuild.cli import cli
from graphbuild.cli.rules import RULES, SLOTS, VIA
from graphbuild.model import EVENT_TYPES, sign_of
from graphbuild.qualify.intensity import intensity_of
from graphbuild.query import named, names
from graphbuild.rdf import ontology
from graphbuild.rdf.vocabulary import ET

FOLDER = Path(__file__).parent / "reference"
VALUES = {"TEXT": "", "INTEGER RANGE": "N", "FLOAT RANGE": "X"}
MADE = "<!-- written by docs/reference.py: do not edit, run  make reference -->"


def commands() -> Iterator[str]:
    """Yield the page of commands and their options."""
    yield "# Commands and options\n\nWhat each is for, with examples: [commands.md](../commands.md)."
    yield from _command("graphbuild", cli)
    for name, command in sorted(cli.commands.items()):
        yield from _command(f"graphbuild {name}", command)


def _command(path: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=path, terminal_width=200)
    yield f"## {path}"
    yield f"    {command.get_usage(context).removeprefix('Usage: ')}"
    yield inspect.cleandoc(command.help or "")
    options = [p for p in command.params if isinstance(p, click.Option)]
    if options:
        yield table(("option", "default", "meaning"), (_option(option, context) for option in options))


def _option(option: click.Option, context: click.Context) -> tuple[str, str, str]:
    value = "" if option.is_flag else option.make_metavar(context)
    told = f"{', '.join(f'`{name}`' for name in option.opts)} {VALUES.get(value, value)}".rstrip()
    plain = isinstance(option.default, str | int | float) and not option.is_flag
    return told, f"`{option.default}`" if plain else "", option.help or ""


def rules() -> Iterator[str]:
    """Yield the page of the rule ids that stand in an event."""
    yield (
        "# Rules\n\nThe ids in the field `rules` of an event, as `graphbuild explain` words them. "
        "How they work, with examples: [extraction.md](../extraction.md)."
    )
    yield "## The rule\nThe first id: how the action was read."
    yield table(("id", "meaning"), ((f"`{id_}`", told) for id_, told in RULES.items()))
    yield "## The word\nThe second id is `frame.POS.LEMMA`, of the [lexicon](../lexicon.md): `frame.noun.sanction`."
    yield "## The two sides\nThe other ids are `source.SLOT.WAY` and `target.SLOT.WAY`: `target.contre.attached`."
    yield table(("way", "meaning"), ((f"`{way}`", told.format(slot="the slot")) for way, told in VIA.items()))
    slots = (
        *((f"`{slot}`", told) for slot, told in SLOTS.items()),
        ("any other", "the complement with that preposition"),
    )
    yield table(("slot", "meaning"), slots)


def queries() -> Iterator[str]:
    """Yield the page of the queries by name."""
    yield "# Queries by name\n\n`graphbuild query output --name NAME`; what the options mean: [query.md](../query.md)."
    for name in names():
        query = named(name)
        takes = " ".join(f"`--{one}`{' (needed)' if one in query.required else ''}" for one in query.parameters)
        yield f"## {name}\n{query.help}"
        yield f"Takes {takes}. [SPARQL](../../graphbuild/data/queries/{name}.rq)"


def types() -> Iterator[str]:
    """Yield the page of the event types."""
    yield (
        "# Types of events\n\nThe sixteen of PLOVER 2.0 and four lasting relations. Sign: +1 friendly, −1 hostile, "
        "0 neither; intensity: −10 to +10 ([intensity.csv](../../graphbuild/data/intensity.csv))."
    )
    yield table(("type", "in French", "sign", "intensity", "meaning", "example"), map(_type, EVENT_TYPES))


def _type(name: str) -> tuple[str, ...]:
    def said(predicate: URIRef, language: str) -> str:
        return next(str(o) for s, p, o in ontology() if s == ET[name] and p == predicate and o.language == language)

    figures = (f"{sign_of(name):+d}".replace("+0", "0"), f"{intensity_of(name):+.0f}".replace("+0", "0"))
    signs = (figure.replace("-", "−") for figure in figures)
    return (f"`{name}`", said(SKOS.prefLabel, "fr"), *signs, said(SKOS.definition, "en"), said(SKOS.example, "fr"))


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "rules.md": rules,
    "queries.md": queries,
    "types.md": types,
    "python.md": python,
}


def page(name: str) -> str:
    """Return the text of a page of docs/reference."""
    return "\n\n".join((MADE, *PAGES[name]())) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in PAGES:
        (FOLDER / name).write_text(page(name), encoding="utf-8")
