"""The page of the public Python names, from their signatures and docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

PUBLIC: dict[str, tuple[str, ...]] = {  # a module, and what of it is meant for others: all where nothing is named
    "graphbuild": (),
    "graphbuild.read": (),
    "graphbuild.graph": ("Source", "dyads", "to_networkx"),
    "graphbuild.alliances": (),
    "graphbuild.draw": (),
    "graphbuild.query": (),
    "graphbuild.query.answer": ("Rows", "Statements", "Truth"),
    "graphbuild.query.engines": ("Oxigraph", "Rdflib"),
    "graphbuild.rdf": (),
    "graphbuild.export": (),
    "graphbuild.evaluate": (),
    "graphbuild.errors": (),
}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def python() -> Iterator[str]:
    """Yield the page of the public names."""
    yield "# Python names\n\nHow they are used: [library.md](../library.md)."
    for home, chosen in PUBLIC.items():
        module = import_module(home)
        yield f"## {home}\n{_doc(module).splitlines()[0]}"
        for name in chosen or public_names(home):
            yield "\n\n".join(_name(f"{home}.{name}", getattr(module, name)))


def public_names(home: str) -> list[str]:
    """Return what a module offers: its __all__, or else what it defines without an underscore."""
    module = import_module(home)
    own = (name for name, value in vars(module).items() if getattr(value, "__module__", None) == home)
    return sorted(getattr(module, "__all__", None) or (name for name in own if not name.startswith("_")))


def _name(path: str, value: Any) -> Iterator[str]:
    yield f"### {path}"
    if not callable(value):
        yield ", ".join(f"`{one}`" for one in ([value] if isinstance(value, str | int | float) else value))
        return
    if not isinstance(value, type):
        yield f"    {path.rpartition('.')[2]}{_signature(value)}"
    yield _doc(value)
    if is_dataclass(value):
        yield table(("field", "type"), ((f"`{field.name}`", f"`{field.type}`") for field in fields(value)))
    if isinstance(value, type):
        methods = [name for name, found in vars(value).items() if not name.startswith("_") and _is_method(found)]
        told = [f"- `{name}{_signature(getattr(value, name))}`: {_line(getattr(value, name))}" for name in methods]
        told += [f"- `{name}`: {_line(found)}" for name, found in vars(value).items() if isinstance(found, property)]
        yield from ["\n".join(told)] if told else []


def _is_method(found: Any) -> bool:
    return inspect.isroutine(found) or isinstance(found, classmethod | staticmethod)


def _doc(value: Any) -> str:
    text = (inspect.getdoc(value) or "").partition("\n\n>>>")[0]
    if not text:
        raise SystemExit(f"{value!r} has no docstring")
    return text


def _line(value: Any) -> str:
    return " ".join(_doc(value).split())


def _signature(value: Any) -> str:
    found = inspect.signature(value)
    told, keywords = [], False
    for name, one in found.parameters.items():
        if one.kind is one.KEYWORD_ONLY and not keywords:
            told.append("*")
        keywords |= one.kind in (one.KEYWORD_ONLY, one.VAR_POSITIONAL)
        stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
        default = "" if one.default is one.empty else f" = {one.default!r}"
        if name != "self":
            told.append(f"{stars}{name}: {one.annotation}{default}")
    return f"({', '.join(told)}) -> {found.return_annotation}"
