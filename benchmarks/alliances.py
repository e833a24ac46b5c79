"""How well blocs are found again, and what the analysis of alliances costs, as Markdown tables.

    python benchmarks/alliances.py

networkx's Louvain stands here as a warning: on signed weights it returns enemies as allies, without a word.
leidenalg (GPL) is compared where it is installed; graphbuild never needs it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from random import Random
from statistics import mean

import networkx as nx
from planted import GRAPHS, SETTINGS, Setting, adjusted_rand, planted

from graphbuild.alliances import blocs, frustration, partition

Method = Callable[[nx.Graph], dict[str, int]]
SIZES = ((60, 180, 0.15), (100, 200, 0.15), (100, 200, 0.3), (200, 700, 0.15), (400, 1600, 0.15))


def louvain(graph: nx.Graph, signed: bool) -> dict[str, int]:
    weighted = nx.Graph()
    weighted.add_nodes_from(sorted(graph))
    for one, other, data in graph.edges(data=True):
        if signed or data["friendly"]:
            weighted.add_edge(one, other, weight=data["friendly"] - data["hostile"])
    found = nx.community.louvain_communities(weighted, seed=0)
    return {actor: number for number, part in enumerate(found) for actor in part}


def leiden(graph: nx.Graph) -> dict[str, int]:
    import igraph
    import leidenalg

    names = sorted(graph)
    place = {name: number for number, name in enumerate(names)}
    layers = []
    for side in ("friendly", "hostile"):
        layer = igraph.Graph(len(names))
        layer.add_edges([(place[a], place[b]) for a, b, data in graph.edges(data=True) if data[side]])
        layers.append(leidenalg.RBConfigurationVertexPartition(layer, resolution_parameter=1))
    optimiser = leidenalg.Optimiser()
    optimiser.set_rng_seed(0)
    optimiser.optimise_partition_multiplex(layers, layer_weights=[1, -1], n_iterations=-1)
    return dict(zip(names, layers[0].membership, strict=True))


def rand_table() -> None:
    methods: dict[str, Method] = {
        "graphbuild": partition,
        "networkx Louvain, friendly ties alone": lambda graph: louvain(graph, signed=False),
        "networkx Louvain, signed weights": lambda graph: louvain(graph, signed=True),
    }
    if find_spec("leidenalg"):
        methods["leidenalg, two layers"] = leiden
    print("| setting | " + " | ".join(methods) + " |")
    print("|---|" + "---|" * len(methods))
    for name, setting in SETTINGS.items():
        worlds = [planted(setting, seed) for seed in range(GRAPHS)]
        scores = [mean(adjusted_rand(home, method(graph)) for graph, home in worlds) for method in methods.values()]
        told = f"{setting.actors} actors, {setting.blocs} blocs, density {setting.density}, noise {setting.noise}"
        print(f"| {name}: {told} | " + " | ".join(f"{score:.2f}" for score in scores) + " |")


def bloc_table() -> None:
    print("\n| blocs with 100 draws | seconds | in a core | in the core of another bloc |\n|---|---|---|---|")
    for actors in (60, 150, 300):
        setting = Setting(actors, 4, min(1.0, 24 / actors), 0.1, 0)
        graph, home = planted(setting, 0)
        begin = time.perf_counter()
        found = blocs(graph)
        cost = time.perf_counter() - begin
        core = sum(map(len, found.members))
        lost = sum(len(bloc) - max(sum(home[a] == n for a in bloc) for n in range(4)) for bloc in found.members)
        print(f"| {actors} actors, {graph.number_of_edges()} ties | {cost:.1f} | {core} | {lost} |")


def frustration_table() -> None:
    print("\n| frustration | index | status | at least | seconds |\n|---|---|---|---|---|")
    for actors, count, noise in SIZES:
        graph = two_camps(actors, count, noise)
        begin = time.perf_counter()
        found = frustration(graph)
        cost = time.perf_counter() - begin
        told = f"{actors} actors, {count} ties, noise {noise}"
        print(f"| {told} | {found.index} | {found.status} | {found.at_least} | {cost:.1f} |")


def two_camps(actors: int, count: int, noise: float) -> nx.Graph:
    chance = Random(1)
    names = [f"{number:03}" for number in range(actors)]
    home = {name: chance.randrange(2) for name in names}
    graph = nx.Graph()
    while graph.number_of_edges() < count:
        one, other = chance.sample(names, 2)
        friend = (home[one] == home[other]) != (chance.random() < noise)
        graph.add_edge(one, other, friendly=int(friend), hostile=int(not friend))
    return graph


if __name__ == "__main__":
    rand_table()
    bloc_table()
    frustration_table()
