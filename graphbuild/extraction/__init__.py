"""What joins the actors: rules read each action word and what fills its slots."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.adjectival import adjectival
from graphbuild.extraction.context import Context
from graphbuild.extraction.institutions import by_institution
from graphbuild.extraction.nominal import nominal
from graphbuild.extraction.reading import Filler, Reading
from graphbuild.extraction.relations import OFFICE, offices
from graphbuild.extraction.verbal import verbal
from graphbuild.mentions import Scene

__all__ = ["OFFICE", "RULES", "Context", "Filler", "Reading", "readings"]

RULES = (verbal, nominal, adjectival, offices)


def readings(scene: Scene) -> Iterator[Reading]:
    """Yield what the rules read, paragraph by paragraph; several readings may share a trigger."""
    for paragraph in range(len(scene.paragraphs)):
        context = Context(scene, paragraph)
        for rule in RULES:
            yield from (by_institution(context, reading) for reading in rule(context))
