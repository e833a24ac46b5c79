"""Inputs that are broken, foreign or missing: told in one line, never raised."""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

import pytest

from graphbuild.read import Refusal, draft, read
from graphbuild.read.encoding import decode

from .conftest import ENGLISH, FRENCH, ReadOne, article, reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv"])
@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(c for c in range(256) if c not in b"\r\n") * 4]
)
def test_empty_and_binary_files_are_set_aside(read_one: ReadOne, name: str, content: bytes) -> None:
    assert reason(read_one(name, content))


def test_other_encodings_are_guessed_and_told(read_one: ReadOne) -> None:
    for codec in ("cp1252", "utf-16"):
        found = article(read_one("a.txt", FRENCH.encode(codec)))
        assert found.text == FRENCH and codec.replace("utf", "UTF") in found.notes[0]


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850"])
def test_a_short_french_text_is_enough_to_guess_from(codec: str) -> None:
    text = "L'été à Besançon, où ça ?"
    assert decode(text.encode(codec)) == (text, (f"read as {codec} (guessed)",))


def test_a_few_broken_bytes_do_not_spoil_the_rest(read_one: ReadOne) -> None:
    found = article(read_one("a.txt", FRENCH.encode().replace(b"hier", b"h\xffer")))
    assert found.text == FRENCH.replace("hier", "h\ufffder") and "broken UTF-8" in found.notes[0]


def test_an_encoding_can_be_forced(read_one: ReadOne) -> None:
    assert article(read_one("a.txt", FRENCH.encode("cp850"), encoding="cp850")).text == FRENCH
    assert "not valid ascii" in reason(read_one("b.txt", FRENCH, encoding="ascii"))
    assert "no encoding is called 'klingon'" in reason(read_one("c.txt", FRENCH, encoding="klingon"))


def test_control_characters_become_spaces_and_letters_are_composed(read_one: ReadOne) -> None:
    found = article(read_one("a.txt", FRENCH.replace(" ", "\0", 1) + "\x0c\x1b"))
    assert found.text == FRENCH + "  " and found.notes == ("3 control characters read as spaces",)
    found = article(read_one("b.txt", unicodedata.normalize("NFD", FRENCH)))
    assert found.text == FRENCH and "NFC" in found.notes[0]
    (found_row,) = [article(read_one("c.jsonl", '{"text": "' + FRENCH + '\\ud800"}'))]
    assert found_row.text == FRENCH + " "


def test_other_languages_are_set_aside_but_short_texts_are_not(read_one: ReadOne) -> None:
    assert reason(read_one("a.txt", ENGLISH)).endswith("is in English (en): set aside; graphbuild reads French")
    assert article(read_one("b.txt", "Trump meets Putin.")).lang == "fr"


def test_sizes_have_limits(read_one: ReadOne, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("corpus", "jsonl", "table"):
        monkeypatch.setattr(f"graphbuild.read.{module}.LIMIT", 1000)
    assert draft.LIMIT == 2_000_000
    long = (FRENCH + " ") * 8
    assert "more than 0" in reason(read_one("a.txt", long))
    assert "a.csv: line 2 is longer" in reason(read_one("a.csv", f"text\n{long}\n"))
    assert "a.jsonl:1: is longer" in reason(read_one("a.jsonl", '{"text": "' + long + '"}\n'))


def test_what_does_not_exist_or_is_not_known(tmp_path: Path, read_one: ReadOne) -> None:
    (results,) = [list(read([str(tmp_path / "none.txt"), str(tmp_path / "*.xyz"), "", "a\0b"]))]
    assert len(results) == 4 and all(reason(result) for result in results)
    assert "packed (.gz); unpack" in reason(read_one("a.txt.gz", gzip.compress(b"x")))
    assert "ending that is not known ('.docx')" in reason(read_one("a.docx", b"PK\x03\x04"))
    assert "not text" in reason(read_one("b.txt", b"%PDF-1.7 ..."))


def test_a_missing_html_reader_is_told(read_one: ReadOne, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert "install them with pip" in reason(read_one("a.html", "<p>Bonjour</p>"))


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, content in {"a.txt": FRENCH, "b.txt": "", "c.txt": FRENCH}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert [isinstance(result, Refusal) for result in read([str(tmp_path)])] == [False, True, False]
