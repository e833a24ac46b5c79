"""Persons and organisations → the states that they act for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graphbuild.model import Actor, Argument, Event

_ROLLED = ("person", "organisation")
_BODIES = ("LEADS", "MEMBER")


def states_of(cast: Mapping[str, Actor], events: Iterable[Event]) -> dict[str, str]:
    """Return the state that each person and organisation acts for, by id.

    The state of a record can be a mere nationality: whoever the events know as the head or a member of an
    organisation that is not of this state (the UN, an armed movement) does not act for it, and has none here.
    """
    of = {a.id: a.state for a in cast.values() if a.state and a.state != a.id and a.kind in _ROLLED}
    for event in sorted(events, key=lambda event: event.id):
        if event.type in _BODIES and event.factuality == "asserted":
            for member in event.source:
                if any(_apart(cast.get(body.id), of.get(member.id)) for body in event.target):
                    of.pop(member.id, None)
    return of


def _apart(body: Actor | None, state: str | None) -> bool:
    return body is not None and body.kind == "organisation" and body.state != state


def roll_up(cast: Mapping[str, Actor], events: Iterable[Event]) -> tuple[dict[str, Actor], list[Event]]:
    """Return actors and events with whoever acts for a state in the place of that state."""
    told = list(events)
    of = states_of(cast, told)
    rolled = {id_: actor for id_, actor in cast.items() if id_ not in of}
    for state in of.values():
        rolled.setdefault(state, Actor(state, state, "state"))
    found = [
        replace(e, source=tuple(_side(e.source, of, rolled)), target=tuple(_side(e.target, of, rolled))) for e in told
    ]
    return dict(sorted(rolled.items())), found


def _side(side: Iterable[Argument], of: Mapping[str, str], cast: Mapping[str, Actor]) -> Iterator[Argument]:
    for argument in side:
        state = cast.get(of.get(argument.id, ""))
        yield replace(argument, id=state.id, name=state.name, kind=state.kind) if state else argument
