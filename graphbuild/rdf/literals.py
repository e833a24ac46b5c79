"""The few kinds of literal that the graph holds. A datatype never comes from outside: that would be a way in."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache

from rdflib import Literal
from rdflib.namespace import XSD

from graphbuild.clean import clean

_cached = lru_cache(maxsize=4096)  # days, rules and numbers come again and again, and making a Literal is slow


def french(text: str) -> Literal:
    """Return words as the article or the French tables have them."""
    return Literal(clean(text), lang="fr")


@_cached
def plain(text: str) -> Literal:
    """Return a string in no language."""
    return Literal(clean(text))


@_cached
def day(iso: str) -> Literal:
    """Return a day. Always xsd:date, for other types do not compare with it."""
    return Literal(iso, datatype=XSD.date)


@_cached
def decimal(number: float) -> Literal:
    """Return a number written without an exponent."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is no number for a graph")
    text = format(Decimal(repr(round(float(number), 6))), "f")
    return Literal(text, datatype=XSD.decimal, normalize=False)


@_cached
def count(number: int) -> Literal:
    """Return how many, or a place in a text in code points."""
    return Literal(str(int(number)), datatype=XSD.nonNegativeInteger, normalize=False)


@_cached
def truth(value: bool) -> Literal:
    """Return true or false."""
    return Literal(value)


def address(url: str) -> Literal:
    """Return a foreign address as a literal: whatever is in it, it cannot end the file's syntax."""
    return Literal(clean(url), datatype=XSD.anyURI)
