"""Where each actor of a picture stands: in the core of a bloc, wavering beside it, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.alliances import Blocs


@dataclass(frozen=True, slots=True)
class Camp:
    """One bloc: its stable core, and those who waver. A group without a core has only these."""

    core: tuple[str, ...]
    wavering: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Everyone in it."""
        return self.core + self.wavering


def camps(blocs: Blocs) -> list[Camp]:
    """Return the blocs in order, after them the groups without a core."""
    leaning: dict[int, list[str]] = {}
    for actor, number in zip(blocs.wavering, blocs.leaning, strict=True):
        leaning.setdefault(number, []).append(actor)
    count = max([len(blocs.members), *(number + 1 for number in leaning)])
    cores = [*blocs.members, *((),) * (count - len(blocs.members))]
    return [Camp(core, tuple(leaning.get(number, ()))) for number, core in enumerate(cores)]


def numbers(found: Sequence[Camp]) -> dict[str, int]:
    """Return the number of each actor's bloc."""
    return {actor: number for number, camp in enumerate(found) for actor in camp.all}


def cores(found: Sequence[Camp]) -> frozenset[str]:
    """Return all who stand in a core."""
    return frozenset(actor for camp in found for actor in camp.core)
