"""What findings depend on beside the articles: it must be the same to carry on a ledger, or to share work."""

from __future__ import annotations

import hashlib
import json

from graphbuild.lexicon.rows import fingerprint
from graphbuild.version import program_version, version_of


def program_fingerprint(model: str, min_confidence: float) -> str:
    """Return a hash of all that events depend on beside the articles: program, words, weights, model, threshold."""
    parts = [program_version(), fingerprint(), model, version_of(model), version_of("spacy"), float(min_confidence)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
