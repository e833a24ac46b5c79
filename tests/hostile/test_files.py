"""Files and folders made to hurt: bombs, ways out of the folder, loops, things without end."""

from __future__ import annotations

import gzip
import io
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from graphbuild.ceiling import CHARACTERS
from graphbuild.model import Article
from graphbuild.read import Refusal, read
from graphbuild.read.sources import find_files
from tests.read.conftest import FRENCH, article, reason

SECRET = "le mot de passe est Sésame"
ARTICLE = f"<html><body><article><p>{FRENCH}</p><p>{FRENCH}</p>"


def read_one(folder: Path, name: str, content: str | bytes) -> Article | Refusal:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (result,) = read([str(path)])
    return result


def _bomb(kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "gz":
        return gzip.compress(bytes(20_000_000))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(20_000_000))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["gz", "zip"])
@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".html", ".jsonl", ".csv"])
def test_nothing_is_unpacked(tmp_path: Path, kind: str, suffix: str) -> None:
    told = reason(read_one(tmp_path, f"a.{kind}{suffix}", _bomb(kind)))
    assert "packed" in told or "not text" in told


def test_entities_of_a_page_neither_grow_nor_fetch(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
    for head, word in (
        (f'<!DOCTYPE r [<!ENTITY l0 "bombe">{entities}]>', "&l12;"),
        (f'<!DOCTYPE r [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>', "&x;"),
        (f'<!DOCTYPE r [<!ENTITY % x SYSTEM "{(tmp_path / "secret").as_uri()}"> %x;]>', ""),
    ):
        for xml in ("", '<?xml version="1.0"?>'):
            page = f"{xml}{head}{ARTICLE.replace('<p>', f'<p>{word} ', 1)}"
            found = read_one(tmp_path, "a.html", page)
            told = found.text if isinstance(found, Article) else reason(found)
            assert SECRET not in told and len(told) < 2 * len(page)


def test_references_in_front_matter_are_not_followed(tmp_path: Path) -> None:
    names = [f"k{n}" for n in range(30)]
    for form in ("{{<<: [{}]}}", "[{}]"):
        lines = [f"{b}: &{b} {form.format(', '.join([f'*{a}'] * 9))}" for a, b in pairwise(names)]
        front = "\n".join(["k0: &k0 {x: y}", *lines, "title: *k29"])
        found = article(read_one(tmp_path, "a.md", f"---\n{front}\n---\n{FRENCH}"))
        assert found.text == FRENCH and found.notes == (
            "front matter not understood: references (*name) are not followed",
        )
    assert article(read_one(tmp_path, "b.md", f"---\n&a a: *a\n---\n{FRENCH}")).notes


@pytest.mark.parametrize("number", ["0x" + "f" * 9000, ":".join(["1"] * 9000), "1e999", ".nan"])
@pytest.mark.parametrize("key", ["title", "date", "author", "url"])
def test_a_number_without_end_is_no_metadata(tmp_path: Path, key: str, number: str) -> None:
    found = article(read_one(tmp_path, "a.md", f"---\n{key}: {number}\n---\n{FRENCH}"))
    assert len(found.text) < len(FRENCH) + 20 and found.date is None


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE + "<div>" * 50_000,
        "<table><tr><td>" * 50_000 + FRENCH,
        f"<p>{FRENCH}" + "<b>" * 50_000,
        ARTICLE + "<script type='application/ld+json'>" + '{"author":' * 50_000,
    ],
)
def test_deep_pages_are_read_or_refused(tmp_path: Path, page: str) -> None:
    found = read_one(tmp_path, "a.html", page)
    assert isinstance(found, Article) or reason(found)


def test_a_tag_with_attributes_without_end_is_refused(tmp_path: Path) -> None:
    many = " ".join(f"a{n}=1" for n in range(100_000))
    for tag in (f"<p {many}>", f"<p {many}", f"<p a='>' b=\">\" {many}>", f"<P {many.replace(' ', chr(9))}>"):
        assert "more than 5000 attributes" in reason(read_one(tmp_path, "a.html", tag + FRENCH))
    data = " ".join(["mot"] * 20_000)
    for tag in (f"<p data-x='{data}'>", f'<p data-x="{data}">', f"<script>if (a<b) {{ {data} }}</script><p>"):
        assert article(read_one(tmp_path, "a.html", tag + ARTICLE))


def test_what_is_longer_than_any_article_is_refused(tmp_path: Path) -> None:
    line = f"{FRENCH}\n"
    long = line * (CHARACTERS // len(line) + 1)
    assert f"more than {CHARACTERS}; split it" in reason(read_one(tmp_path, "a.txt", long))
    assert article(read_one(tmp_path, "b.txt", long[:CHARACTERS]))


def test_a_word_without_end_is_told(tmp_path: Path) -> None:
    found = article(read_one(tmp_path, "a.txt", f"{FRENCH} {'a' * 100_000}"))
    assert found.notes == ("words of more than 300 characters are passed over: 1",)
    assert "more than" in reason(read_one(tmp_path, "b.txt", "a" * 1_000_000))


def test_links_lead_neither_out_nor_round(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "presse"
    for place in (outside, folder / "deep", folder / ".hidden"):
        place.mkdir(parents=True)
        (place / "a.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "out").symlink_to(outside)
    (folder / "deep" / "b.txt").symlink_to(outside / "a.txt")
    for name in ("one", "two", "three"):  # followed, they make more paths than can be walked
        (folder / name).symlink_to(folder)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    wanted = [str(folder / "deep" / "a.txt")]
    assert find_files([str(folder)])[0] == wanted
    assert find_files([str(folder / "**" / "*.txt")])[0] == wanted
    assert find_files([str(folder / "**")])[0] == wanted
    assert find_files([str(folder / ".hid*" / "**" / "*.txt")])[0] == [str(folder / ".hidden" / "a.txt")]
    (found,) = read([str(folder / "itself.txt")])
    assert "no regular file" in reason(found)
