"""What whoever publishes the RDF may choose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from graphbuild.errors import GraphbuildError

DEFAULT_BASE = "https://graphbuild.invalid/"

_BASE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")


@dataclass(frozen=True, slots=True)
class Settings:
    """`base` is the IRI that all addresses begin with; without `text` the sentences are left out.

    The base is an absolute http(s) IRI that ends in "/", for sentences need the "#" to themselves. Raises
    GraphbuildError where it is none: it would break a file or point nowhere.
    """

    base: str = DEFAULT_BASE
    text: bool = True

    def __post_init__(self) -> None:
        """Refuse a bad base."""
        if not _BASE.fullmatch(self.base) or not self.base.endswith("/") or not _has_host(self.base):
            raise GraphbuildError(f"base IRI {self.base!r}: must be ASCII, begin with http:// or https:// and end in /")


def _has_host(base: str) -> bool:
    try:
        parts = urlsplit(base)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


DEFAULT = Settings()
