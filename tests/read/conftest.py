"""Small made-up articles, and a shorthand that reads one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.model import Article
from graphbuild.read import Refusal, read

FRENCH = (
    "Le ministre des Transports a reçu hier les représentants des chauffeurs de taxi. Ceux-ci demandent que le "
    "gouvernement retire son projet de loi, qu'ils jugent injuste. Une nouvelle rencontre aura lieu la semaine "
    "prochaine."
)
ENGLISH = (
    "The minister of transport met the representatives of the taxi drivers yesterday. They want the government to "
    "withdraw its bill, which they call unfair. Another meeting will take place next week in the capital."
)

ReadOne = Callable[..., Article | Refusal]


@pytest.fixture
def french() -> str:
    """Return a paragraph of French prose."""
    return FRENCH


@pytest.fixture
def read_one(tmp_path: Path) -> ReadOne:
    """Return a function that writes one file and reads it."""

    def write_and_read(name: str, content: bytes | str, **options: Any) -> Article | Refusal:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        (result,) = read([str(path)], **options)
        return result

    return write_and_read


def article(result: Article | Refusal) -> Article:
    """Return the article, or fail with the reason why there is none."""
    assert isinstance(result, Article), result
    return result


def reason(result: Article | Refusal) -> str:
    """Return why an input was set aside: one line that begins with its path."""
    assert isinstance(result, Refusal), result
    assert result.reason.startswith(result.path) and "\n" not in result.reason
    return result.reason


def parts(found: Article) -> tuple[list[str], list[str]]:
    """Return the words of the headings and of the skipped stretches."""
    headings = [found.text[s.start : s.end] for s in found.headings]
    return headings, [found.text[s.start : s.end] for s in found.skipped]
