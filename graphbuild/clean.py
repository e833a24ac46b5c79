"""Text made safe to write: no character that XML, SQLite or UTF-8 refuses."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Return the text without control characters, lone surrogates and the two non-characters that XML bars.

    >>> clean("a\x00b\ud800c")
    'abc'
    """
    return _NOT_XML.sub("", text)


def whole(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate: valid UTF-8, and every offset as before."""
    return _SURROGATE.sub("\ufffd", text)
