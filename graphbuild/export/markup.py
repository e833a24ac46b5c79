"""Text safe inside XML."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from graphbuild.clean import clean
from graphbuild.export.flat import Value

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def attribute(value: Value) -> str:
    """Return the value between quotes."""
    return quoteattr(clean(written(value)))


def content(value: Value) -> str:
    """Return the value as it may stand between tags; a carriage return would else be read as a line feed."""
    return escape(clean(written(value)), {"\r": "&#13;"})


def written(value: Value) -> str:
    """Return the value as text, true and false the XML way."""
    return str(value).lower() if isinstance(value, bool) else str(value)
