"""Walking: what is read, in which order, under which id."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphbuild.model import Article
from graphbuild.read import read

from .conftest import FRENCH, article, reason


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with nested, hidden, foreign and linked files."""
    root = tmp_path / "corpus"
    for name in ("b.txt", "a.TXT", "sub/a.txt", "sub/deep/c.md", ".hidden.txt", ".git/d.txt", "photo.jpg"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FRENCH, encoding="utf-8")
    (tmp_path / "outside.txt").write_text(FRENCH, encoding="utf-8")
    os.symlink(tmp_path / "outside.txt", root / "link.txt")
    os.symlink(root, root / "sub" / "loop")
    return root


def _ids(*sources: Path | str) -> list[str]:
    return [article(result).id for result in read([str(source) for source in sources])]


def test_a_folder_is_walked_sorted_and_without_links(corpus: Path) -> None:
    found = [article(result) for result in read([str(corpus)])]
    assert [os.path.relpath(a.path, corpus) for a in found] == ["a.TXT", "b.txt", "sub/a.txt", "sub/deep/c.md"]
    assert [a.id for a in found] == ["a", "b", "a-2", "c"]


def test_a_file_named_twice_is_read_once(corpus: Path) -> None:
    assert _ids(corpus / "b.txt", corpus, corpus / "sub") == ["a", "b", "a-2", "c"]


def test_patterns(corpus: Path) -> None:
    assert _ids(f"{corpus}/*.txt") == ["b", "link"]
    assert _ids(f"{corpus}/**/*.md") == ["c"]
    (result,) = read([f"{corpus}/*.jpg"])
    assert "matches no file" in reason(result)


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    (result,) = read([str(tmp_path)])
    assert "holds no file that can be read (1 .pdf)" in reason(result)


def test_ids_never_clash(tmp_path: Path) -> None:
    for name in ("1/a-2.txt", "2/a.txt", "3/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(FRENCH, encoding="utf-8")
    assert _ids(tmp_path) == ["a-2", "a", "a-3"]


def test_the_hash_follows_content_and_not_place(corpus: Path, tmp_path: Path) -> None:
    def read_b(text: str, folder: str) -> Article:
        path = tmp_path / folder / "b.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        (result,) = read([str(path)])
        return article(result)

    assert read_b(FRENCH, "x").sha256 == read_b(FRENCH, "y").sha256 != read_b(FRENCH + " Fin.", "x").sha256
