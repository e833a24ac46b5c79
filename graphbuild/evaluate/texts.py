"""The annotated texts and the lines of gold and of found events."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphbuild.errors import ReadError
from graphbuild.text import view

_SENTENCE_END = re.compile(
    r"\n+"
    r"|(?<=[a-zé%\d»”\)][.!?…])\s+(?=[A-ZÉÀÂÎÔÇŒ«“\-])"
    r"|(?<=\.)(?=[A-ZÉÀ][a-zé])"
)


class Text:
    """One text and its sentence bounds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts = [0, *(end.end() for end in _SENTENCE_END.finditer(text))]
        self._view = view(text)

    def sentence(self, start: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self._cuts, start) - 1

    def find(self, context: str, trigger: str) -> int | None:
        """Return the offset of the trigger inside its context, or None where the text has no such context."""
        begin = self._view.find(view(context))
        inside = view(context).find(view(trigger))
        return None if begin < 0 else begin + inside

    def around(self, start: int, reach: int = 60) -> str:
        """Return the words about an offset, on one line."""
        return self.text[max(0, start - reach) : start + reach].replace("\n", " / ")


def load_texts(folder: str | Path) -> dict[str, Text]:
    """Return the texts of a folder by document id; raises ReadError where there is none."""
    texts = {}
    for path in sorted(Path(folder).glob("*.txt")):
        try:
            texts[path.stem] = Text(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"{path}: cannot be read ({error})") from error
    if not texts:
        raise ReadError(f"{folder}: holds no .txt file; name the folder of the annotated texts with --text")
    return texts


def load_records(path: str | Path) -> Iterator[dict[str, Any]]:
    """Yield the events of a JSON lines file; raises ReadError, named file:line, on a line that is none."""
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from error


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ReadError(f"{where}: is no valid JSON ({error}); one event a line") from error
    if not isinstance(record, dict):
        raise ReadError(f"{where}: is no JSON object; one event a line")
    missing = [name for name in ("doc", "source", "target", "type", "factuality") if name not in record]
    if "start" not in record and not {"context", "trigger"} <= record.keys():
        missing.append("start")
    if missing:
        raise ReadError(f"{where}: is no event: without {', '.join(missing)}")
    return record
