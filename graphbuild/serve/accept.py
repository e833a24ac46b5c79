"""The Accept header (RFC 9110, 12.5.1) → our formats in the order of the client's wish."""

from __future__ import annotations

FORMATS = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
}


def accepted(header: str) -> list[str]:
    """Return the formats that the header lets pass, best first, ours in the order above where it does not care.

    >>> accepted("text/csv;q=0.5, application/sparql-results+xml")
    ['xml', 'csv']
    """
    wishes = [_wish(part) for part in (header or "*/*").split(",") if part.strip()]
    rated = {
        format_: 0.0 if (names[0], 0.0) in wishes else max(_quality(media, wishes) for media in names)
        for format_, names in FORMATS.items()
    }
    return sorted((format_ for format_, quality in rated.items() if quality > 0), key=lambda f: -rated[f])


def _wish(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return media, float(quality)
    except ValueError:
        return media, 0.0


def _quality(media: str, wishes: list[tuple[str, float]]) -> float:
    """Return how much a media type is wished: what names it more closely counts."""
    for name in (media, f"{media.split('/')[0]}/*", "*/*"):
        found = [quality for wished, quality in wishes if wished == name]
        if found:
            return max(found)
    return 0.0
