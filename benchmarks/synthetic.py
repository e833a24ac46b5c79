"""A made-up world as large as one likes, in the shape that real news has: a few actors in most events, most in one.

It goes through the same code as a build, so its graph is what a build of that size would write. The same number of
articles always gives the same world.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from graphbuild.model import RELATIONS, Actor, Argument, Article, Event, Mark, Named, sign_of

EVENTS_AN_ARTICLE = 9
ARTICLES_A_MILLION = 2_400
"""Articles that give about a million statements."""
_KINDS = ("state", "person", "person", "organisation", "group")
_TYPES = {
    "CONSULT": 30, "SUPPORT": 8, "AGREE": 8, "AID": 6, "COOPERATE": 4, "CONCEDE": 2, "RETREAT": 2, "REQUEST": 8,
    "ACCUSE": 12, "REJECT": 5, "THREATEN": 4, "PROTEST": 2, "SANCTION": 5, "MOBILIZE": 2, "COERCE": 5, "ASSAULT": 10,
    "ALLY": 3, "ADVERSARY": 2, "LEADS": 6, "MEMBER": 4,
}  # fmt: skip
_FACTUALITIES = {"asserted": 84, "negated": 4, "planned": 7, "possible": 5}
_SENTENCE = "Phrase inventée numéro {} sur ce que {} fait à {} à la date de cet article, pour que le texte pèse."
_STATES = 200


class World:
    """A Source of made-up articles, actors and events."""

    def __init__(self, articles: int = ARTICLES_A_MILLION) -> None:
        self._articles = articles
        self._cast = [_actor(number) for number in range(max(_STATES, articles * 3 // 2))]
        # Zipf: the actor of rank r is named with a frequency of 1/r
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self._cast))))

    def articles(self) -> Iterator[Article]:
        """Yield the articles by id."""
        return map(_article, range(self._articles))

    def actors(self) -> list[Actor]:
        """Return the actors by id."""
        return sorted(self._cast, key=lambda actor: actor.id)

    def events(self) -> Iterator[Event]:
        """Yield the events by article and place."""
        for number in range(self._articles):
            chance = random.Random(number)
            for place in range(EVENTS_AN_ARTICLE):
                yield self._event(chance, number, place)

    def _event(self, chance: random.Random, number: int, place: int) -> Event:
        one, other = self._two(chance)
        type_ = chance.choices(list(_TYPES), list(_TYPES.values()))[0]
        factuality = chance.choices(list(_FACTUALITIES), list(_FACTUALITIES.values()))[0]
        sentence = _SENTENCE.format(place, one.name, other.name)
        start = place * 200
        reported = chance.random() < 0.1
        stated = type_ not in RELATIONS and chance.random() < 0.3
        where = chance.randrange(60)
        return Event(
            id=hashlib.sha256(f"{number} {place}".encode()).hexdigest()[:16],
            doc=_article_id(number),
            start=start + 7, end=start + 15, sentence=sentence,
            sentence_start=start, sentence_end=start + len(sentence),
            trigger="inventée", lemma="inventer", pos="VERB", type=type_, sign=sign_of(type_),
            intensity=4.0 * sign_of(type_),
            source=(_argument(one),), target=(_argument(other),), symmetric=type_ in ("CONSULT", "ALLY"),
            factuality=factuality,
            factuality_marks=() if factuality == "asserted" else (Mark("pas", start, start + 3),),
            attribution=Named(one.id, one.name) if reported else None,
            time=_day(number) if stated else None,
            place=Named(f"lieu-{where}", f"Lieu {where}") if chance.random() < 0.2 else None,
            confidence=round(chance.uniform(0.37, 0.95), 3),
            rules=("verbal.active", "frame.verb.inventer", "source.nsubj.tree", "target.obj.tree"),
        )  # fmt: skip

    def _two(self, chance: random.Random) -> tuple[Actor, Actor]:
        one = other = chance.choices(self._cast, cum_weights=self._weights)[0]
        while other is one:
            other = chance.choices(self._cast, cum_weights=self._weights)[0]
        return one, other


def _actor(number: int) -> Actor:
    kind = "state" if number < 20 else _KINDS[number % len(_KINDS)]
    state = f"acteur-{number % 20}" if number % 3 else None
    return Actor(f"acteur-{number}", f"Acteur {number}", kind, state if kind != "state" else None)


def _article_id(number: int) -> str:
    return f"article-{number:07}"


def _article(number: int) -> Article:
    id_ = _article_id(number)
    digest = hashlib.sha256(id_.encode()).hexdigest()
    return Article(
        id_, "", f"{id_}.txt", digest, title=f"Titre {number}", date=_day(number), outlet=f"Journal {number % 40}"
    )


def _day(number: int) -> str:
    return (date(2024, 1, 1) + timedelta(days=number % 700)).isoformat()


def _argument(actor: Actor) -> Argument:
    return Argument(actor.id, actor.name, actor.kind, None, None, "name")
