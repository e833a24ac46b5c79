"""A made-up press: two camps, a go-between, three newspapers, two years."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx

from graphbuild.alliances import Scope, alliance_graph
from graphbuild.ledger import Ledger
from graphbuild.model import Actor, Article, Event
from graphbuild.qualify.intensity import intensity_of
from tests.factories import Memory, make_article, make_event

NORTH = [Actor(f"nord-{n}", f"Nord {n}", "state", f"nord-{n}") for n in range(3)]
SOUTH = [Actor(f"sud-{n}", f"Sud {n}", "state", f"sud-{n}") for n in range(3)]
MIDDLE = Actor("milieu", "Milieu", "state", "milieu")
CHIEF = Actor("chef", "Le Chef", "person", "nord-0")
CROWD = Actor("foule-a1", "foule", "group")
OUTLETS = ("La Gazette", "Le Journal", "L'Écho")


def event(source: Actor | tuple[Actor, ...], target: Actor, type_: str, doc: str, **changes: Any) -> Event:
    """Return an event with the intensity of its type, at a place of its own."""
    start = changes.pop("start", None)
    names = (source.id if isinstance(source, Actor) else source[0].id) + target.id + type_
    place = sum(map(ord, names)) * 10 if start is None else start
    return make_event(source, target, doc=doc, type=type_, intensity=intensity_of(type_), start=place, **changes)


def paper(number: int, year: int = 2024) -> Article:
    """Return one of the articles, a day each."""
    return make_article(f"a{number}", outlet=OUTLETS[number % 3], date=f"{year}-05-{number + 1:02}")


def press(papers: int = 8) -> Memory:
    """Return articles that all tell of friends in each camp, of enemies across, and of Milieu's talks with all."""
    articles = [paper(n) for n in range(papers)]
    events: list[Event] = []
    for article in articles:
        for camp in (NORTH, SOUTH):
            events += [event(one, other, "SUPPORT", article.id) for one, other in combinations(camp, 2)]
        events += [event(one, other, "ACCUSE", article.id) for one in NORTH for other in SOUTH]
        events += [event(MIDDLE, other, "CONSULT", article.id, symmetric=True) for other in (NORTH[1], SOUTH[1])]
    events.append(event(CHIEF, SOUTH[2], "THREATEN", "a0"))
    events.append(event(CROWD, SOUTH[2], "PROTEST", "a0"))
    events.append(event(NORTH[0], SOUTH[0], "ASSAULT", "a1", factuality="planned"))
    return Memory(tuple(articles), (*NORTH, *SOUTH, MIDDLE, CHIEF, CROWD), tuple(events))


def graph_of(world: Memory, **scope: Any) -> nx.Graph:
    """Return the graph of pairs of a world."""
    return alliance_graph(Scope(**scope), world.articles(), world.actors(), world.events())


def told(articles: Iterable[Article], *events: Event) -> nx.Graph:
    """Return the graph of pairs of a few events."""
    return graph_of(Memory(tuple(articles), (*NORTH, *SOUTH, MIDDLE, CHIEF, CROWD), events))


def write_build(folder: Path, world: Memory) -> Path:
    """Write the ledger of a world, as a build does."""
    with Ledger.open(folder / "graph.sqlite", fingerprint="test") as ledger:
        for article in world.articles():
            ledger.put(article, world.actors(), [e for e in world.events() if e.doc == article.id])
        ledger.finish()
    return folder
