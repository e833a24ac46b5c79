"""What the analysis of a large network costs, step by step, each in a process of its own, as a Markdown table.

    python benchmarks/network.py [--actors 10000] [--ties 60000 200000] [--only blocs …] [--limit 1800]

The networks are made up: four camps of unequal size, a few actors in most ties, one tie in seven against the camps,
each action told by a few of as many articles as there are actors, over two years and in forty outlets.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from bisect import bisect
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import networkx as nx

from graphbuild.alliances import blocs, choose, frustration, mediators, moves, series, triads, views
from graphbuild.alliances.dyads import pair_graph
from graphbuild.alliances.happenings import Happening
from graphbuild.alliances.timeline import periods_section
from graphbuild.model import Actor
from graphbuild.page.levels import levels

CAMPS = (0.4, 0.7, 0.9, 1.0)
AGAINST = 1 / 7
TYPES = {"friendly": ("AID", 7.0), "hostile": ("ACCUSE", -4.0), "contact": ("CONSULT", 1.0)}


def network(actors: int, count: int) -> nx.Graph:
    """Return a graph of pairs as a build makes it."""
    chance = Random(actors)
    weights = list(accumulate(1 / (rank + 20) for rank in range(actors)))
    home = [bisect(CAMPS, chance.random()) for _ in range(actors)]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < count:
        one, other = (bisect(weights, chance.random() * weights[-1]) for _ in range(2))
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    cast = {name(number): Actor(name(number), f"Acteur {number}", "person") for number in range(actors)}
    found = [happening for one, other in sorted(pairs) for happening in between(one, other, home, actors, chance)]
    return pair_graph(cast, dict.fromkeys(cast, 3), found)


def name(number: int) -> str:
    return f"acteur-{number:05}"


def between(one: int, other: int, home: list[int], articles: int, chance: Random) -> list[Happening]:
    """Return the actions of a pair: one, or now and then several, mostly on one side."""
    friends = (home[one] == home[other]) != (chance.random() < AGAINST)
    found = []
    for number in range(1 + int(chance.expovariate(1.2))):
        side = "contact" if chance.random() < 0.3 else "friendly" if friends != (chance.random() < 0.05) else "hostile"
        type_, intensity = TYPES[side]
        day = (date(2024, 1, 1) + timedelta(chance.randrange(700))).isoformat()
        told = sorted({f"article-{chance.randrange(articles):05}" for _ in range(1 + int(chance.expovariate(2)))})
        outlets = tuple(sorted({f"Journal {int(doc[-5:]) % 40}" for doc in told}))
        events = tuple(f"{one}-{other}-{number}-{doc}" for doc in told)
        pair = name(one), name(other)
        found.append(Happening(pair, type_, (day, day), side, intensity, tuple(told), outlets, events))
    return found


def drawn(graph: nx.Graph) -> Any:
    from graphbuild.draw.network import Network
    from graphbuild.draw.style import styled

    with styled():
        return Network(graph, "fr", 30, 0).figure(None, "")


def report(graph: nx.Graph, part: str) -> Any:
    from graphbuild.alliances.report import SECTIONS

    return SECTIONS[part](graph)


STEPS: dict[str, Callable[[nx.Graph], Any]] = {
    "blocs": blocs,
    "triads": triads,
    "frustration": frustration,
    "mediators": mediators,
    "periods": lambda graph: periods_section(graph, "month"),
    "series": lambda graph: series(graph, "month"),
    "moves": lambda graph: moves(graph, ("2024-01-01", "2024-12-31"), ("2025-01-01", "2025-12-31")),
    "sources": views,
    "choice of 30": choose,
    "picture": drawn,
    "page, 30 and 150 actors": lambda g: levels(g, g, {actor: place for place, actor in enumerate(g)}),
    **{f"table of {part}": lambda graph, part=part: report(graph, part) for part in ("blocs", "pairs", "sources")},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actors", type=int, default=10_000)
    parser.add_argument("--ties", type=int, nargs="+", default=[60_000, 200_000])
    parser.add_argument("--only", nargs="+", choices=list(STEPS), default=list(STEPS))
    parser.add_argument("--limit", type=int, default=1800, help="seconds for one step")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step is not None:
        print(json.dumps(measured(options.actors, options.ties[0], options.step)))
        return
    print(f"{options.actors} actors\n\n| step | ties | CPU s | peak memory of the process, MB |\n|---|---|---|---|")
    for ties in options.ties:
        for step in ("", *options.only):
            cost = run(options.actors, ties, step, options.limit)
            print(f"| {step or 'graph of pairs'} | {ties} | {cost} |", flush=True)


def measured(actors: int, ties: int, step: str) -> tuple[float, float]:
    graph = network(actors, ties)
    begun = time.process_time()
    if step:
        STEPS[step](graph)
    cost = time.process_time() - begun if step else begun
    return cost, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(actors: int, ties: int, step: str, limit: int) -> str:
    command = [sys.executable, __file__, "--actors", str(actors), "--ties", str(ties), "--step", step]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=env, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"> {limit} | "
    cost, memory = json.loads(done.stdout)
    return f"{cost:.1f} | {memory:.0f}"


if __name__ == "__main__":
    main()
