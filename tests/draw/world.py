"""Planted corpora for the pictures, and what a reader of a picture asks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from random import Random
from typing import Any

import networkx as nx
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from graphbuild.model import Actor, Article, Event
from graphbuild.text import slug
from tests.factories import Memory, make_article, make_event

INTENSITY = {"AID": 7.0, "SUPPORT": 4.0, "CONSULT": 1.0, "ACCUSE": -2.0, "SANCTION": -5.0, "ASSAULT": -9.0}


def actor(name: str, kind: str = "state") -> Actor:
    """Return an actor of this name."""
    return Actor(slug(name), name, kind)


def fact(one: str, type_: str, other: str, doc: str = "a1", day: str | None = None, **changes: Any) -> Event:
    """Return an event between two actors, given by name."""
    start = changes.pop("start", 0)
    return make_event(
        actor(one), actor(other), type=type_, doc=doc, time=day, start=start, intensity=INTENSITY[type_], **changes
    )


def corpus(facts: Iterable[Event], days: dict[str, str | None] | None = None) -> Memory:
    """Return a build with these events; `days` are the dates of the articles, by id."""
    told = list(facts)
    dated = dict.fromkeys((event.doc for event in told), "2025-08-15") | (days or {})
    papers: list[Article] = [make_article(doc, date=day) for doc, day in dated.items()]
    cast = {side.id: actor(side.name, side.kind) for event in told for side in event.source + event.target}
    return Memory(tuple(papers), tuple(cast.values()), tuple(told))


@cache
def camps(size: int = 4, articles: int = 5) -> Memory:
    """Return two blocs that help their own and attack the others, told by several articles, and one bystander."""
    names = [f"{letter}{number}" for letter in "AB" for number in range(size)]
    facts = []
    for number in range(articles):
        for one, other in combinations(names, 2):
            kind = "AID" if one[0] == other[0] else "ASSAULT"
            if kind == "AID" or one[1] == other[1]:
                day = f"2025-03-{number + 1:02}"
                facts.append(fact(one, kind, other, f"a{number}", day, start=len(facts)))
    facts += [fact("A0", "CONSULT", "Témoin", "a0", start=9000), fact("A1", "CONSULT", "Témoin", "a1", start=9001)]
    return corpus(facts, {f"a{number}": f"2025-03-{number + 1:02}" for number in range(articles)})


def crowd(count: int, seed: int = 1, name: str = "Organisation numéro {}") -> nx.Graph:
    """Return a graph of pairs with camps, hubs, and ties of every kind."""
    chance, graph = Random(seed), nx.Graph()
    for number in range(count):
        graph.add_node(f"{number:03}", name=name.format(number), kind="state", mentions=3)
    for one, other in combinations(graph, 2):
        near = int(one) % 4 == int(other) % 4
        if chance.random() < (8 if near else 3) / count * (1 if int(one) % 7 else 3):
            counts = [(3, 0, 0), (1, 0, 2), (1, 1, 0)] if near else [(0, 1, 0), (0, 4, 1), (1, 0, 0), (0, 0, 2)]
            friendly, hostile, contacts = chance.choice(counts)
            told = {"friendly": friendly, "hostile": hostile, "contacts": contacts}
            graph.add_edge(one, other, **told, first="2024-03-01", last="2025-08-15")
    return graph


def around(count: int, name: str = "Organisation numéro {}") -> nx.Graph:
    """Return a graph of one actor with so many others, a quarter of each kind."""
    graph = nx.Graph()
    graph.add_node("me", name="Le Milieu", kind="person", mentions=count)
    for number in range(count):
        told = [(3, 0, 0), (0, 2, 1), (2, 2, 0), (0, 0, 4)][number % 4]
        graph.add_node(f"{number:03}", name=name.format(number), kind="state", mentions=1)
        graph.add_edge("me", f"{number:03}", **dict(zip(("friendly", "hostile", "contacts"), told, strict=True)))
    return graph


def said(figure: Any) -> str:
    """Return title and caption."""
    return " ".join(text.get_text() for text in figure.texts).replace("\n", " ").replace("\u00a0", " ")


def legend(figure: Any) -> list[str]:
    """Return the texts of the legend."""
    found = [axes.get_legend() for axes in figure.axes if axes.get_legend()]
    return [
        text.get_text().strip().replace("\n", " ").replace("\u00a0", " ") for each in found for text in each.get_texts()
    ]


def names(axes: Any) -> list[Any]:
    """Return the texts of axes, without the rims below them."""
    return [text for text in axes.texts if text.get_gid() != "halo"]


def dots(axes: Any) -> list[Line2D]:
    """Return the marks of actors."""
    return [line for line in axes.lines if line.get_marker() not in ("None", "")]


def ties(axes: Any) -> list[LineCollection]:
    """Return the ties, a collection for each kind."""
    return [lines for lines in axes.collections if isinstance(lines, LineCollection)]


def squares(axes: Any, what: str) -> list[Rectangle]:
    """Return the squares of a matrix that bear this id."""
    return [patch for patch in axes.patches if patch.get_gid() == what]


def boxes(artists: Iterable[Artist]) -> Iterator[Any]:
    """Yield where each stands on the sheet, in pixels."""
    yield from (artist.get_window_extent() for artist in artists)


def overlaps(artists: Iterable[Artist]) -> list[Any]:
    """Return the pairs that cover each other."""
    return [(one, other) for one, other in combinations(boxes(artists), 2) if one.overlaps(other)]


def cut(artists: Iterable[Artist], inside: Any) -> list[Any]:
    """Return those that do not stand whole within a box."""
    return [
        box
        for box in boxes(artists)
        if box.x0 < inside.x0 - 1 or box.y0 < inside.y0 - 1 or box.x1 > inside.x1 + 1 or box.y1 > inside.y1 + 1
    ]
