"""Which language a text is in, so that what is not French is set aside and not misread."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from graphbuild.errors import OutputError

_HEAD = 1000
_WORDS = 20
_SURE = 0.9
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Load the model once. Small Romance languages are left out: a short French text is easily taken for one."""
    logging.getLogger("py3langid").setLevel(logging.WARNING)
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it unpacks into a temporary file
        reason = error.strerror or error
        raise OutputError(f"no temporary file can be written ({reason}); free some space or set TMPDIR") from error
    identifier.set_languages(sorted(set(_NAMES) & set(identifier.labels)))
    return identifier


def other_language(text: str) -> str | None:
    """Return "English (en)" or the like where a text is clearly not French, else None.

    Too few words tell nothing, so they are taken for French.
    """
    head = text[:_HEAD]
    if len(head.split()) < _WORDS and not _is_unspaced(head):
        return None
    code, share = _identifier().classify(head)
    return f"{_NAMES[code]} ({code})" if code != "fr" and share >= _SURE else None


def _is_unspaced(text: str) -> bool:
    """Tell whether most letters belong to a script that sets no spaces between words."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 40 and sum(c >= "\u3040" for c in letters) * 2 > len(letters)
