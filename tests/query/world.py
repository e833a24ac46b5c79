"""A hand-made world in which every query by name has something to find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphbuild.export import RDF_FILES, export
from graphbuild.model import Actor, Event, Named
from tests.factories import LOUKACHENKO, ONU, POUTINE, RUSSIE, TRUMP, USA, Memory, make_article, make_event

CHINE = Actor("chine", "Chine", "state", None, "Q148", "f")
UKRAINE = Actor("ukraine", "Ukraine", "state", None, "Q212", "f")
_PLACE = Named("anchorage", "Anchorage")


def world() -> Memory:
    """Return articles of three newspapers on six actors."""
    papers = (
        make_article("a1", outlet="Le Journal", date="2025-08-15"),
        make_article("a2", outlet="La Gazette", date="2025-08-20"),
        make_article("a3", outlet=None, date=None),
    )
    return Memory(papers, (TRUMP, LOUKACHENKO, POUTINE, USA, RUSSIE, ONU, CHINE, UKRAINE), tuple(_events()))


def _events() -> list[Event]:
    return [
        # Trump and Putin: first friendly, told by two newspapers, then hostile
        _event(1, TRUMP, POUTINE, "CONSULT", symmetric=True, time="2025-08-15", place=_PLACE),
        _event(2, TRUMP, POUTINE, "CONSULT", doc="a2", symmetric=True, time="2025-08-15", place=_PLACE),
        _event(3, TRUMP, POUTINE, "THREATEN", doc="a2", intensity=-6.0, time="2025-08-19"),
        # a triad under strain: Lukashenko is friends with both, they are enemies
        _event(4, LOUKACHENKO, CHINE, "AGREE", intensity=4.0),
        _event(5, LOUKACHENKO, UKRAINE, "AID", intensity=7.0),
        _event(6, CHINE, UKRAINE, "ACCUSE", intensity=-2.0),
        # Russia and the United Nations share an enemy
        _event(7, RUSSIE, UKRAINE, "ASSAULT", intensity=-10.0, time="2025-08-10"),
        _event(8, ONU, UKRAINE, "ACCUSE", doc="a3", intensity=-2.0),
        _event(9, POUTINE, RUSSIE, "LEADS", doc="a2", intensity=0.0),
        _event(10, RUSSIE, CHINE, "ALLY", intensity=6.0, symmetric=True),
        # none of these happened
        _event(11, RUSSIE, USA, "ASSAULT", intensity=-10.0, factuality="negated", time="2025-08-10"),
        _event(12, RUSSIE, USA, "ASSAULT", doc="a2", intensity=-10.0, attribution=Named("kremlin", "Kremlin")),
        _event(13, USA, RUSSIE, "SANCTION", doc="a2", intensity=-6.0, factuality="planned", time="2025-09"),
        _event(14, USA, CHINE, "SANCTION", doc="a2", intensity=-6.0, factuality="possible"),
        _event(15, USA, ONU, "AID", doc="a2", intensity=7.0, confidence=0.4),
    ]


def _event(number: int, one: Actor, other: Actor, type_: str, **changes: Any) -> Event:
    return make_event(one, other, start=number * 50, type=type_, **({"intensity": 1.0} | changes))


def write(folder: Path, source: Memory | None = None) -> Path:
    """Write the RDF files of a world into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in RDF_FILES.items():
        export(name, source or world(), folder / file)
    return folder
