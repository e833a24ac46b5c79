"""The few kinds of literal that the graph holds. A datatype never comes from outside: that would be a way in."""

from __future__ import annotations

import math
from decimal import Decimal

from rdflib import Literal
from rdflib.namespace import XSD

from graphbuild.clean import clean


def french(text: str) -> Literal:
    """Return words as the article or the French tables have them."""
    return Literal(clean(text), lang="fr")


def plain(text: str) -> Literal:
    """Return a string in no language."""
    return Literal(clean(text))


def day(iso: str) -> Literal:
    """Return a day. Always xsd:date, for other types do not compare with it."""
    return Literal(iso, datatype=XSD.date)


def decimal(number: float) -> Literal:
    """Return a number written without an exponent."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is no number for a graph")
    text = format(Decimal(repr(round(float(number), 6))), "f")
    return Literal(text, datatype=XSD.decimal, normalize=False)


def offset(number: int) -> Literal:
    """Return a place in a text, in code points."""
    return Literal(str(int(number)), datatype=XSD.nonNegativeInteger, normalize=False)


def address(url: str) -> Literal:
    """Return a foreign address as a literal: whatever is in it, it cannot end the file's syntax."""
    return Literal(clean(url), datatype=XSD.anyURI)
