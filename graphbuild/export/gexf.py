"""graph.gexf: for Gephi, with a timeline. Edges last from the first to the last day of the event or its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graphbuild.export.flat import EDGE, NODE, Edge, Node, Value, edges, nodes
from graphbuild.export.markup import HEAD, attribute
from graphbuild.graph import Source

_GEXF = "http://www.gexf.net/1.2draft"
_TYPES: dict[type[Value], str] = {str: "string", int: "integer", float: "double", bool: "boolean"}
_COLUMNS = {"node": NODE, "edge": EDGE}
_KEYS = {owner: {name: attribute(f"{owner}-{name}") for name in columns} for owner, columns in _COLUMNS.items()}
# blue and vermilion, which nearly all eyes tell apart, as in the pictures
_COLORS = {1: (0, 114, 178), -1: (213, 94, 0), 0: (102, 102, 102)}
_PALE = (221, 221, 221)
# "start" and "end" are days to Gephi: the offsets in the text go by another name here.
_RENAMED = {"start": "text_start", "end": "text_end"}


def write_gexf(source: Source, out: BinaryIO) -> None:
    """Write nodes by id, then edges by article, place and id."""
    out.writelines(part.encode() for part in _document(source))


def _document(source: Source) -> Iterator[str]:
    yield HEAD + f'<gexf xmlns="{_GEXF}" xmlns:viz="{_GEXF}/viz" version="1.2">\n'
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
    for owner, columns in _COLUMNS.items():
        yield f'<attributes class="{owner}" mode="static">\n'
        for name, kind in columns.items():
            title, typed = attribute(_RENAMED.get(name, name)), attribute(_TYPES[kind])
            yield f"<attribute id={_KEYS[owner][name]} title={title} type={typed}/>\n"
        yield "</attributes>\n"
    yield "<nodes>\n"
    yield from map(_node, nodes(source))
    yield "</nodes>\n<edges>\n"
    yield from map(_edge, edges(source))
    yield "</edges>\n</graph>\n</gexf>\n"


def _node(node: Node) -> str:
    label = attribute(node.attributes["name"])
    return f"<node id={attribute(node.id)} label={label}>{_values('node', node.attributes)}</node>\n"


def _edge(edge: Edge) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)} kind={attribute(_kind(edge))}"
    label = attribute(edge.attributes["type"])
    days = f' start="{edge.days[0]}" end="{edge.days[1]}"' if edge.days else ""
    head = f'<edge id={attribute(edge.id)} {ends} label={label} weight="{edge.weight}"{days}>'
    return f"{head}{_values('edge', edge.attributes)}{_color(edge)}</edge>\n"


def _kind(edge: Edge) -> str:
    """Return what keeps parallel edges apart in Gephi, which adds up those of one kind: no denial may join a fact."""
    told = edge.attributes
    why = told["factuality"] if told["factuality"] != "asserted" else "reported" if "attribution" in told else "unsure"
    return str(told["type"]) if told["fact"] else f"{told['type']} {why}"


def _color(edge: Edge) -> str:
    """Return the colour of an edge: what is no fact is so pale that nobody takes it for one."""
    sign, fact = int(edge.attributes["sign"]), bool(edge.attributes["fact"])
    red, green, blue = _COLORS[sign] if fact else _PALE
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _values(owner: str, attributes: dict[str, Value]) -> str:
    keys = _KEYS[owner]
    cells = (f"<attvalue for={keys[name]} value={attribute(value)}/>" for name, value in attributes.items())
    return f"<attvalues>{''.join(cells)}</attvalues>"
