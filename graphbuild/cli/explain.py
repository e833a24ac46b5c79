"""graphbuild explain: one event, the sentence that says it, and why the program believes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from graphbuild.cli import options
from graphbuild.cli.console import columns, visible
from graphbuild.cli.marked import marked_sentence
from graphbuild.cli.rules import in_words
from graphbuild.errors import GraphbuildError

if TYPE_CHECKING:
    from graphbuild.model import Argument, Article, Event
    from graphbuild.results import EventGraph

_SIGN = {1: "friendly", -1: "hostile", 0: "neutral"}


@click.command()
@click.argument("event_id")
@options.output
def explain(event_id: str, output: str) -> None:
    """Show the event EVENT_ID (or the only one whose id begins so) on its sentence, with the rules that made it."""
    from graphbuild.pipeline import open_graph

    graph = open_graph(output)
    event = find(graph, event_id, output)
    article = next((article for article in graph.articles() if article.id == event.doc), None)
    click.echo(f"{marked_sentence(event)}\n")
    click.echo(columns([(label, visible(text)) for label, text in _facts(event, article)]))


def find(graph: EventGraph, prefix: str, output: str) -> Event:
    """Return the one event whose id begins with `prefix`; raises GraphbuildError where there is none or several."""
    found = list(islice((event for event in graph.events() if event.id.startswith(prefix)), 3)) if prefix else []
    exact = [event for event in found if event.id == prefix]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise GraphbuildError(f"several events begin with {prefix!r}: {', '.join(event.id for event in found)}…")
    raise GraphbuildError(f"{output}: no event {prefix!r}; the ids stand in events.jsonl")


def _facts(event: Event, article: Article | None) -> Iterator[tuple[str, str]]:
    yield "event", event.id
    direction = ", without direction" if event.symmetric else ""
    yield "type", f"{event.type} ({_SIGN[event.sign]}, intensity {event.intensity:+g}{direction})"
    yield from _side("source", event.source)
    yield from _side("target", event.target)
    marks = ", ".join(f"«{mark.text}»" for mark in event.factuality_marks)
    yield "factuality", f"{event.factuality}{f', because of {marks}' if marks else ''}"
    yield "attribution", f"according to {event.attribution.name}" if event.attribution else "the text itself"
    yield "time", event.time or "not told"
    yield "place", event.place.name if event.place else "not told"
    yield "confidence", f"{event.confidence:.2f}"
    for number, rule in enumerate(event.rules):
        yield "" if number else "rules", f"{rule}: {in_words(rule)}"
    yield "article", _article(event.doc, article)


def _side(label: str, arguments: Iterable[Argument]) -> Iterator[tuple[str, str]]:
    for number, argument in enumerate(arguments):
        where = "by name" if argument.how == "name" else f"by {argument.how}"
        if argument.start is None:
            where = "not in this sentence"
        yield "" if number else label, f"{argument.name} ({argument.kind} {argument.id}, {where})"


def _article(doc: str, article: Article | None) -> str:
    if article is None:
        return doc
    told = (doc, article.title, article.outlet, article.date, article.path, article.url)
    return ", ".join(part for part in told if part)
