"""graph.graphml: every event as an edge of its own, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graphbuild.export.flat import EDGE, NODE, Edge, Node, Value, edges, nodes
from graphbuild.export.markup import HEAD, attribute, content
from graphbuild.graph import Source

_TYPES: dict[type[Value], str] = {str: "string", int: "long", float: "double", bool: "boolean"}
_COLUMNS: dict[str, dict[str, type[Value]]] = {"node": NODE, "edge": EDGE | {"weight": float}}
_KEYS = {owner: {name: attribute(f"{owner}-{name}") for name in columns} for owner, columns in _COLUMNS.items()}


def write_graphml(source: Source, out: BinaryIO) -> None:
    """Write nodes by id, then edges by article, place and id."""
    out.writelines(part.encode() for part in _document(source))


def _document(source: Source) -> Iterator[str]:
    yield HEAD + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, columns in _COLUMNS.items():
        for name, kind in columns.items():
            key, typed = _KEYS[owner][name], attribute(_TYPES[kind])
            yield f'<key id={key} for="{owner}" attr.name={attribute(name)} attr.type={typed}/>\n'
    yield '<graph edgedefault="directed">\n'
    yield from map(_node, nodes(source))
    yield from map(_edge, edges(source))
    yield "</graph>\n</graphml>\n"


def _node(node: Node) -> str:
    return f"<node id={attribute(node.id)}>{_data('node', node.attributes)}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f"<edge id={attribute(edge.id)} {ends}>{_data('edge', edge.attributes | {'weight': edge.weight})}</edge>\n"


def _data(owner: str, attributes: dict[str, Value]) -> str:
    keys = _KEYS[owner]
    return "".join([f"<data key={keys[name]}>{content(value)}</data>" for name, value in attributes.items()])
