"""Each format: what becomes the text, the title, the id and the metadata."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from graphbuild.read import read

from .conftest import FRENCH, ReadOne, article, parts, reason


def test_plain_text_is_kept_as_it_stands(tmp_path: Path, read_one: ReadOne) -> None:
    found = article(read_one("a.txt", f"\ufeffTitre de l’article\r\n\r\n{FRENCH}\r\n \r\n"))
    assert found.text == (tmp_path / "a.txt").read_text(encoding="utf-8").removeprefix("\ufeff")
    assert (found.id, found.title, found.lang, found.notes) == ("a", "Titre de l’article", "fr", ())
    assert found.path == str(tmp_path / "a.txt")


def test_markdown_takes_title_and_metadata_from_front_matter(read_one: ReadOne) -> None:
    front = (
        "---\ntitle: Les taxis en colère\ndate: 2024-03-05\n"
        "auteur: [Service Politique, Agence]\nsource: Le Courrier\n---\n"
    )
    found = article(read_one("a.md", f"{front}\n{FRENCH}\n\n## La suite\n\n{FRENCH}\n"))
    assert found.text.startswith(f"Les taxis en colère\n\n{FRENCH}\n\n## La suite")
    assert (found.date, found.author, found.outlet) == ("2024-03-05", "Service Politique, Agence", "Le Courrier")
    assert parts(found)[0] == ["Les taxis en colère", "La suite"]


def test_markdown_does_not_repeat_a_title(read_one: ReadOne) -> None:
    found = article(read_one("a.md", f"---\ntitle: Les taxis\n---\n# Les taxis\n\n{FRENCH}\n"))
    assert found.text == f"# Les taxis\n\n{FRENCH}"
    assert (found.title, parts(found)[0]) == ("Les taxis", ["Les taxis"])
    assert article(read_one("b.md", f"# Les taxis\n\n{FRENCH}\n")).title == "Les taxis"


def test_markdown_code_pictures_and_rules_are_no_prose(read_one: ReadOne) -> None:
    body = f"{FRENCH}\n\n```\ncode\n```\n\n![une photo](x.png)\n\n***\n\nUn titre souligné\n---\n\n{FRENCH}\n"
    headings, skipped = parts(article(read_one("a.md", body)))
    assert headings == ["Un titre souligné"]
    assert skipped == ["```", "code", "```", "![une photo](x.png)", "***", "---"]


@pytest.mark.parametrize("front", ["title: [a", "date: 2024-13-45", "a: b\n\t- c: d"])
def test_broken_front_matter_is_told_and_left_out(read_one: ReadOne, front: str) -> None:
    found = article(read_one("a.md", f"---\n{front}\n---\n{FRENCH}\n"))
    assert found.text == FRENCH
    assert "front matter not understood" in found.notes[0]


def test_prose_between_two_rules_is_not_lost(read_one: ReadOne) -> None:
    found = article(read_one("a.md", f"---\n\n{FRENCH}\n\n---\n\n{FRENCH}\n"))
    assert found.text.count(FRENCH) == 2


def test_html_gives_main_text_title_and_date(read_one: ReadOne) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    page = (
        "<html lang='fr'><head><title>Les taxis en colère</title><meta name='author' content='Albert Londres'>"
        "<meta property='article:published_time' content='2024-03-05T08:00:00Z'></head><body>"
        "<nav>Accueil</nav><article>"
        f"<h1>Les taxis en colère</h1><p>{FRENCH}</p><h2>Une loi contestée</h2><p>{FRENCH.replace('hier', 'mardi')}</p>"
        "</article><footer>Mentions légales</footer></body></html>"
    )
    found = article(read_one("a.html", page))
    assert found.text.startswith("Les taxis en colère\n\nLe ministre")
    assert (found.title, found.date, found.author) == ("Les taxis en colère", "2024-03-05", "Albert Londres")
    assert "Une loi contestée" in parts(found)[0] and "Mentions" not in found.text
    latin = page.replace("<head>", "<head><meta charset='iso-8859-1'>").encode("iso-8859-1", "replace")
    assert "reçu" in article(read_one("b.htm", latin)).text
    assert "no main text" in reason(read_one("c.html", "<html><body></body></html>"))


def test_jsonl_and_its_bad_lines(tmp_path: Path) -> None:
    good = {
        "text": FRENCH,
        "title": "Les taxis",
        "date": "05/03/2024",
        "id": "x7",
        "source": "Le Courrier",
        "url": "https://a.fr/1",
    }
    lines = [json.dumps(good), "{", "[1]", "", '{"title": "sans texte"}', json.dumps({"text": FRENCH}), "[" * 100_000]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    results = list(read([str(tmp_path / "a.jsonl")]))
    first, last = article(results[0]), article(results[4])
    assert (first.id, first.date, first.outlet, first.url) == ("x7", "2024-03-05", "Le Courrier", "https://a.fr/1")
    assert first.text == f"Les taxis\n\n{FRENCH}" and first.path.endswith("a.jsonl:1")
    assert (last.id, last.path.rsplit(":", 1)[1]) == ("a-6", "6")
    reasons = [reason(results[i]) for i in (1, 2, 3, 5)]
    assert [r.split("a.jsonl:")[1][0] for r in reasons] == ["2", "3", "5", "7"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_finds_its_delimiter(read_one: ReadOne, delimiter: str) -> None:
    table = (
        delimiter.join(("id", "corps", "title"))
        + "\r\n"
        + delimiter.join(("r1", f'"{FRENCH}\r\nFin."', "Taxis"))
        + "\r\n"
    )
    found = article(read_one("a.csv", table, text_column="corps"))
    assert (found.id, found.text) == ("r1", f"Taxis\n\n{FRENCH}\nFin.")
    assert "no column 'text' (there is id, corps, title)" in reason(read_one("b.csv", table))


def test_csv_of_an_old_spreadsheet_is_read_as_cp1252(read_one: ReadOne) -> None:
    found = article(read_one("a.csv", f"text;date\n{FRENCH};3 août 2024\n".encode("cp1252")))
    assert (found.text, found.date, found.id) == (FRENCH, "2024-08-03", "a-1")
    assert found.notes == ("read as cp1252 (guessed)",)


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode())))
    (found,) = read(["-"])
    assert (article(found).id, article(found).text, article(found).path) == ("stdin", FRENCH, "-")
