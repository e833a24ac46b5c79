"""A small world with something for every filter: friendly, hostile and mixed pairs, and what is no fact."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from graphbuild.graph import Source
from graphbuild.model import Mark, Named
from graphbuild.page import Evidence, write_page
from tests.factories import (
    LOUKACHENKO,
    ONU,
    POUTINE,
    PRISONNIERS,
    RUSSIE,
    TRUMP,
    USA,
    Memory,
    argument,
    make_article,
    make_event,
)

RULES = ("verbal.active", "frame.verb.téléphoner", "source.nsubj.tree", "target.à.linear")
CALLED = "🇫🇷 Donald Trump a téléphoné à Alexandre Loukachenko."
FREED = (
    "Minsk, sous sanctions depuis des années, " * 6
    + "a libéré seize prisonniers, ont dit ses gardes. "
    + "Rien d’autre. " * 9
)


def page_of(source: Source, evidence: Evidence = "full") -> str:
    out = BytesIO()
    write_page(source, out, evidence=evidence)
    return out.getvalue().decode("utf-8")


def world() -> Memory:
    """Return eleven events: three pairs count at first, one by an action told twice; what is no fact is there too."""
    called = replace(
        make_event(sentence=CALLED, start=18, rules=RULES),
        source=(argument(TRUMP, CALLED.index(TRUMP.name)),),
        target=(argument(LOUKACHENKO, CALLED.index(LOUKACHENKO.name)),),
    )
    again = make_event(doc="a2", start=40)
    agreed = make_event(TRUMP, POUTINE, start=60, symmetric=True, type="AGREE", confidence=0.8)
    retold = make_event(TRUMP, POUTINE, start=70, symmetric=True, type="AGREE", confidence=0.55)
    accused = make_event(POUTINE, TRUMP, doc="a2", start=80, type="ACCUSE", confidence=0.7)
    punished = make_event(USA, RUSSIE, start=100, type="SANCTION", time="2025-08-10")
    twice = make_event(USA, RUSSIE, doc="a2", start=120, type="SANCTION", confidence=0.6)
    leads = make_event(POUTINE, RUSSIE, start=140, type="LEADS")
    planned = make_event(POUTINE, ONU, doc="a3", start=10, type="AID", factuality="planned", time="2026-01")
    denied = make_event(
        POUTINE, TRUMP, doc="a3", start=15, type="ASSAULT", factuality="negated",
        factuality_marks=(Mark("Trump a", 7, 14),),
    )  # fmt: skip
    freed = make_event(
        LOUKACHENKO, PRISONNIERS, doc="a3", start=FREED.index("libéré"), sentence=FREED, trigger="libéré",
        type="CONCEDE", attribution=Named("gardes", "les gardes"),
    )  # fmt: skip
    return Memory(
        (
            make_article("a1"),
            make_article("a2", outlet="La Gazette", date="2025-06-01"),
            make_article("a3", outlet=None, date=None, url="javascript:alert(1)"),
        ),
        (TRUMP, LOUKACHENKO, POUTINE, USA, RUSSIE, ONU, PRISONNIERS),
        (called, again, agreed, retold, accused, punished, twice, leads, planned, denied, freed),
    )
