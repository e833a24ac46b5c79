"""Bytes to text: UTF-8 first, then a guess that is told. Nothing else changes what stands in a file."""

from __future__ import annotations

import codecs
import re
import unicodedata

from graphbuild.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8",
    b"\x7fELF", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"{\\rtf",
)  # fmt: skip
_HEAD = 65_536
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c")
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_GUESSES = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_LETTERS = frozenset("àâæçèéêëîïôœùûüÿÀÂÆÇÈÉÊËÎÏÔŒÙÛÜ«»’“”–—…€°\u00a0")
_BINARY = "is not text (a binary file); save it as plain text in UTF-8"


def decode(raw: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw`, line ends as "\\n", and notes on what was guessed.

    Raises ReadError where the bytes are no text or do not fit the `encoding` that was asked for.
    """
    check_magic(raw)
    text, notes = _asked(raw, encoding) if encoding else _found(raw)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), notes


def check_magic(raw: bytes) -> None:
    """Raise ReadError where the first bytes are those of a picture, an archive or another file that is no text."""
    if raw.startswith(_MAGIC):
        raise ReadError(_BINARY)


def _asked(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Decode as the user wants it, or say why that cannot be."""
    try:
        return raw.decode(encoding), ()
    except UnicodeError as error:
        raise ReadError(f"is not valid {encoding} ({error}); leave the encoding out to have it guessed") from None
    except (LookupError, ValueError):
        raise ReadError(f"cannot be read: no encoding is called '{encoding}'; try utf-8 or cp1252") from None


def _found(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode by the byte order mark, as UTF-8, or by the best guess."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, name)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(raw)
    if _share_of_controls(raw) > 0.3:
        raise ReadError(_BINARY)
    return text, ()


def _marked(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(name), (f"read as {name.upper()} (byte order mark)",)
    except UnicodeError:
        raise ReadError(f"begins like {name.upper()} but is damaged; save it again as UTF-8") from None


def _guessed(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode what is not UTF-8: mend a few broken bytes, else guess among the encodings of older French files."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - broken >= 2 * broken:
        return text, (f"broken UTF-8: {broken} bytes or groups of bytes shown as \ufffd",)
    if b"\0" in raw or _share_of_controls(raw) > 0.05:
        raise ReadError(_BINARY)
    name = guess(raw)
    return raw.decode(name, "replace"), (f"read as {name} (guessed)",)


def guess(raw: bytes) -> str:
    """Return the likeliest old encoding: the one that gives French letters, else what charset-normalizer finds.

    French is asked first because a few accents are enough for it, and too few for a detector of any language.
    """
    sample = raw[:_HEAD]
    scores = {name: _french(sample.decode(name, "replace")) for name in _GUESSES}
    likeliest = max(_GUESSES, key=lambda name: scores[name])
    if scores[likeliest] > 0:
        return likeliest
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _french(text: str) -> int:
    """Return how many more characters beyond ASCII stand where French has them than where it has not."""
    score = 0
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if char > "\x7f":
            inside = char.isupper() or not (char.isalpha() or char == "’")
            odd = before.islower() and inside and (after.islower() or char.isupper())
            score += 1 if char in _LETTERS and not odd else -1
    return score


def _share_of_controls(raw: bytes) -> float:
    head = raw[:_HEAD]
    return 1 - len(head.translate(None, _CONTROLS)) / len(head) if head else 0.0


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text without control characters and with composed letters, and notes on what changed.

    A control character or half a surrogate pair becomes one space, so that offsets stay; composing letters moves them.
    """
    plain, count = UNFIT.subn(" ", text)
    notes = (f"{count} control characters read as spaces",) if count else ()
    composed = unicodedata.normalize("NFC", plain)
    return composed, notes if composed == plain else (*notes, "decomposed letters were composed (NFC)")
