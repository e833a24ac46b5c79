"""graphbuild diff: what two builds tell otherwise."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from graphbuild.cli.console import columns, cut, say, visible
from graphbuild.cli.extract import names

if TYPE_CHECKING:
    from graphbuild.compare import Difference
    from graphbuild.model import Event

TROUBLE = 2
_SIDES = ("source", "target")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the differences are written.",
)
@click.pass_obj
def diff(settings: Any, old: str, new: str, format_: str) -> None:
    """Tell which events are gone, new or changed from the build OLD to the build NEW: folders or their graph.sqlite.

    Exit code 0 where both have the same events, 1 where they differ, 2 where one cannot be read.
    """
    from graphbuild.compare import differences
    from graphbuild.pipeline import open_graph

    if settings is not None:
        settings.failed = TROUBLE
    count: Counter[str] = Counter()
    for text in _FORMATS[format_](_counted(differences(open_graph(old).source, open_graph(new).source), count)):
        click.echo(text)
    say(f"{count['gone']} events gone, {count['new']} new, {count['changed']} changed, {count['same']} the same")
    if count["gone"] + count["new"] + count["changed"]:
        click.get_current_context().exit(1)


def _counted(found: Iterable[Difference], count: Counter[str]) -> Iterator[Difference]:
    """Yield the articles that differ; count all events."""
    for difference in found:
        count["same"] += difference.same
        for kind in ("gone", "new", "changed"):
            count[kind] += len(getattr(difference, kind))
        if difference:
            yield difference


def _table(found: Iterable[Difference]) -> Iterator[str]:
    for difference in found:
        told = [("-", event, "") for event in difference.gone]
        told += [("+", event, "") for event in difference.new]
        told += [("~", new, "; ".join(_changes(old, new))) for old, new in difference.changed]
        told.sort(key=lambda row: row[1].start)
        yield visible(difference.doc)
        yield columns([[mark, *_cells(event), cut(what, 90), cut(event.sentence, 120)] for mark, event, what in told])


def _cells(event: Event) -> list[str]:
    arrow = "↔" if event.symmetric else "→"
    return [
        f"{names(event.source)} {arrow} {names(event.target)}",
        event.type,
        event.factuality,
        cut(event.trigger, 24),
    ]


def _changes(old: Event, new: Event) -> Iterator[str]:
    from graphbuild.compare import changed_fields

    for name in changed_fields(old, new):
        was, now = (_shown(name, event) for event in (old, new))
        yield name if was == now else f"{name} {was} → {now}"


def _shown(name: str, event: Event) -> str:
    value = getattr(event, name)
    if name in _SIDES:
        return names(value)
    if isinstance(value, tuple):
        return ", ".join(getattr(item, "text", str(item)) for item in value) or "none"
    return str(getattr(value, "name", value))


def _json(found: Iterable[Difference]) -> Iterator[str]:
    yield json.dumps([_article(difference) for difference in found], ensure_ascii=False, indent=2)


def _article(difference: Difference) -> dict[str, Any]:
    from graphbuild.compare import changed_fields

    return {
        "doc": difference.doc,
        "gone": [event.to_dict() for event in difference.gone],
        "new": [event.to_dict() for event in difference.new],
        "changed": [
            {"fields": changed_fields(old, new), "old": old.to_dict(), "new": new.to_dict()}
            for old, new in difference.changed
        ],
    }


_FORMATS: dict[str, Callable[[Iterable[Difference]], Iterator[str]]] = {"table": _table, "json": _json}
