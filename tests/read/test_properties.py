"""Whatever stands in a file, nothing is raised and every span lies inside the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.model import Article
from graphbuild.read import read
from graphbuild.read.articles import Ids, finish
from graphbuild.read.draft import Draft
from graphbuild.read.encoding import clean

from .conftest import FRENCH, reason

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LINES = st.sampled_from(
    [
        "# ",
        "---",
        "Shares",
        "Un titre court ici",
        "3 mars 2024. –",
        "Auteur: ",
        "title: x",
        FRENCH,
        "«",
        "```",
        "> ",
        "*",
        "\t",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=30)).map("\n".join) | st.text()


def _check(found: Article) -> None:
    for span in (*found.headings, *found.skipped):
        assert 0 <= span.start < span.end <= len(found.text)
    assert found.id and len(found.sha256) == 64 and found.text.strip()


@pytest.mark.parametrize("suffix", ["txt", "md", "jsonl", "csv"])
@QUICK
@given(content=st.binary(max_size=300) | TEXTS.map(lambda t: t.encode("utf-8", "replace")))
def test_no_file_raises(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(content)
    for result in read([str(path)]):
        _check(result) if isinstance(result, Article) else reason(result)


@settings(QUICK, max_examples=15)
@given(content=st.binary(max_size=200) | st.text().map(lambda t: f"<p>{t}</p>".encode("utf-8", "replace")))
def test_no_page_raises(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    for result in read([str(path)]):
        _check(result) if isinstance(result, Article) else reason(result)


@QUICK
@given(text=TEXTS)
def test_plain_text_is_preserved(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    (result,) = read([str(path)])
    if isinstance(result, Article):
        assert result.text == clean(path.read_text(encoding="utf-8").removeprefix("\ufeff"))[0]


@QUICK
@given(text=TEXTS, title=st.none() | st.text(min_size=1), markup=st.booleans())
def test_no_text_raises(text: str, title: str | None, markup: bool) -> None:
    result = finish(Draft("a", text, "a", title=title, markup=markup), Ids())
    _check(result) if isinstance(result, Article) else reason(result)
