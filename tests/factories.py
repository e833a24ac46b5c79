"""Small hand-made articles, actors and events, for tests that need no parser."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from graphbuild.model import Actor, Argument, Article, Event, Mark, Named, sign_of

TRUMP = Actor("donald-trump", "Donald Trump", "person", "etats-unis", "Q22686", "m")
LOUKACHENKO = Actor("alexandre-loukachenko", "Alexandre Loukachenko", "person", "bielorussie", "Q2866", "m")
POUTINE = Actor("vladimir-poutine", "Vladimir Poutine", "person", "russie", "Q7747", "m")
USA = Actor("etats-unis", "États-Unis", "state", None, "Q30", "m", "p")
RUSSIE = Actor("russie", "Russie", "state", None, "Q159", "f")
ONU = Actor("onu", "ONU", "organisation")
PRISONNIERS = Actor("prisonniers", "prisonniers", "group", None, None, "m", "p")

HOSTILE = (
    '"quoted" and \\ back',
    "</script><img src=x onerror=alert(1)>",
    '"> . <http://evil/s> <http://evil/p> <http://evil/o> . <x',
    "\u202eright to left\u202c",
    "NUL\x00 and bell\x07",
    "lone \ud800 surrogate",
    'two\nlines\\"',
    'three """ quotes\r\nand\ttabs',
    "non\ufffecharacter\uffff",
    "=1+1",
    "]]> &amp; &#0;",
    "",
    "🇫🇷 Élysée\u2028œuvre\x85",
)
any_text = st.text(st.characters(exclude_categories=()), max_size=40)


def make_article(id_: str = "a1", **changes: Any) -> Article:
    """Return an article; its hash follows its text."""
    text = changes.pop("text", f"Article {id_}. Donald Trump a téléphoné à Loukachenko.")
    values: dict[str, Any] = {
        "path": f"corpus/{id_}.txt",
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "title": f"Titre de {id_}",
        "outlet": "Le Journal",
        "date": "2025-08-15",
        "url": f"https://www.example.org/{id_}",
    }
    return Article(id=id_, text=text, **(values | changes))


def argument(actor: Actor, start: int | None = 0, how: str = "name") -> Argument:
    """Return an actor in its place."""
    end = None if start is None else start + len(actor.name)
    return Argument(actor.id, actor.name, actor.kind, start, end, how)


def make_event(
    source: Actor | Iterable[Actor] = TRUMP, target: Actor | Iterable[Actor] = LOUKACHENKO, **changes: Any
) -> Event:
    """Return an event; its id follows its document, place, actors and type as the contract wants."""
    sources, targets = (tuple([side] if isinstance(side, Actor) else side) for side in (source, target))
    values: dict[str, Any] = {
        "doc": "a1",
        "start": 10,
        "sentence": "Donald Trump a téléphoné à Loukachenko.",
        "sentence_start": 0,
        "trigger": "téléphoné",
        "lemma": "téléphoner",
        "pos": "VERB",
        "type": "CONSULT",
        "intensity": 1.5,
        "symmetric": False,
        "factuality": "asserted",
        "factuality_marks": (),
        "attribution": None,
        "time": None,
        "place": None,
        "confidence": 0.9,
        "rules": ("verbal.active",),
    } | changes
    identity = (values["doc"], values["start"], values["type"], *(a.id for a in sources), ">", *(a.id for a in targets))
    digest = hashlib.sha256(repr(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    values.setdefault("id", digest)
    values.setdefault("end", values["start"] + len(values["trigger"]))
    values.setdefault("sentence_end", values["sentence_start"] + len(values["sentence"]))
    values.setdefault("sign", sign_of(values["type"]))
    sides: dict[str, Any] = {"source": tuple(map(argument, sources)), "target": tuple(map(argument, targets))}
    return Event(**sides, **values)


@dataclass(frozen=True)
class Memory:
    """A source that holds everything in lists, in the order that a ledger has."""

    papers: tuple[Article, ...] = ()
    cast: tuple[Actor, ...] = ()
    facts: tuple[Event, ...] = ()

    def articles(self) -> list[Article]:
        """Return the articles by id."""
        return sorted(self.papers, key=lambda article: article.id)

    def actors(self) -> list[Actor]:
        """Return the actors by id."""
        return sorted(self.cast, key=lambda actor: actor.id)

    def events(self) -> list[Event]:
        """Return the events by article, place and id."""
        return sorted(self.facts, key=lambda event: (event.doc, event.start, event.id))

    def shuffled(self) -> Memory:
        """Return the same, told the other way round."""
        return Memory(self.papers[::-1], self.cast[::-1], self.facts[::-1])


def small_world() -> Memory:
    """Return two articles with one event of each factuality, one reported, one between several, one relation."""
    call = make_event()
    again = make_event(doc="a2", start=40)
    denied = make_event(
        POUTINE, TRUMP, start=60, type="ASSAULT", intensity=-9.0, factuality="negated",
        factuality_marks=(Mark("n'a pas", 50, 57),), time="2025-08-10",
    )  # fmt: skip
    planned = make_event(POUTINE, ONU, start=80, type="AID", intensity=7.0, factuality="planned", time="2025-09")
    possible = make_event(POUTINE, USA, start=100, type="SANCTION", intensity=-5.0, factuality="possible")
    reported = make_event(
        POUTINE, PRISONNIERS, start=120, type="COERCE", intensity=-7.0, attribution=Named("kremlin", "Kremlin")
    )
    summit = make_event(
        (TRUMP, USA), (POUTINE, RUSSIE), doc="a2", start=5, symmetric=True,
        time="2025-08-15/2025-08-16", place=Named("anchorage", "Anchorage"), rules=("nominal.entre", "compound"),
    )  # fmt: skip
    leads = make_event(POUTINE, RUSSIE, doc="a2", start=70, type="LEADS", intensity=0.0)
    return Memory(
        (
            make_article("a1"),
            make_article("a2", outlet="La Gazette", author="Rédaction"),
            make_article("a3", date=None),
        ),
        (TRUMP, LOUKACHENKO, POUTINE, USA, RUSSIE, ONU, PRISONNIERS),
        (call, again, denied, planned, possible, reported, summit, leads),
    )


def hostile_world(words: Iterable[str] = HOSTILE) -> Memory:
    """Return one event for each text, which stands in every place where words can stand."""
    cast, facts = [], []
    for number, text in enumerate(words):
        one, two = (Actor(f"{side}-{number}", text, "person", text, text) for side in ("one", "two"))
        cast += [one, two]
        event = make_event(
            one, two, start=number * 100, sentence=text, trigger=text, lemma=text, pos=text, time=text,
            place=Named(f"place-{number}", text), rules=(text,), factuality_marks=(Mark(text, 0, 1),),
            attribution=Named(f"who-{number}", text) if number % 2 else None,
        )  # fmt: skip
        facts.append(replace(event, id=f"{event.id}"))
    every = " ".join(words)
    paper = make_article("a1", title=every, outlet=every, author=every, url=every, date=every, lang=every)
    return Memory((paper,), tuple(cast), tuple(facts))
