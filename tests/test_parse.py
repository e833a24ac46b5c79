"""Paragraphs: what is parsed, where it stands, where sentences end, and which pipelines are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from graphbuild.errors import ModelError
from graphbuild.model import Article, Span
from graphbuild.parse import MAX_PARAGRAPH, load_pipeline, parse, split
from graphbuild.text import view

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


def article(text: str, path: str = "a.txt", **changes: tuple[Span, ...]) -> Article:
    return Article("a", text, path, "", **changes)


def test_paragraphs_are_lines_with_words() -> None:
    pieces = split(article("Un.\n\n  Deux.  \n***\n\nTrois.\r\n"))
    assert [(piece.text, piece.offset) for piece in pieces] == [("Un.", 0), ("Deux.", 7), ("Trois.", 20)]


def test_a_heading_gets_its_full_stop() -> None:
    text = "Accord à Genève\nQui l'aurait cru ?\nLe sommet finit."
    pieces = split(article(text, headings=(Span(0, 15), Span(16, 34))))
    assert [(piece.text, piece.heading) for piece in pieces] == [
        ("Accord à Genève.", True),
        ("Qui l'aurait cru ?", True),
        ("Le sommet finit.", False),
    ]


def test_the_topic_of_a_title_is_parsed_apart_but_stays_in_its_sentence(nlp: Language) -> None:
    text = "Mali : l'armée française libère deux otages"
    ((_, (paragraph,)),) = parse([article(text, headings=(Span(0, len(text)),))], nlp)
    (sentence,) = paragraph.doc.sents
    topic, verb = paragraph.doc[0], next(word for word in paragraph.doc if word.text == "libère")
    assert (sentence.text, topic.head.text) == (f"{text}.", "Mali")
    assert [child.text for child in verb.children if child.dep_ == "nsubj"] == ["armée"]
    assert not paragraph.doc[2].is_sent_start


def test_what_is_skipped_is_not_parsed() -> None:
    text = "Paris accuse Rome. Lire aussi. Rome répond."
    pieces = split(article(text, skipped=(Span(19, 30),)))
    assert [piece.text for piece in pieces] == ["Paris accuse Rome.", "Rome répond."]
    assert all(text[piece.offset :].startswith(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("Un **mot** [lié](http://a.fr/b) et tu.", "a.md", ["Un", "mot", "lié", "et", "tu."]),
        ("# Titre", "a.md", ["Titre"]),
        ("- élément", "a.md:3", ["élément"]),
        ("Un **mot**.", "a.txt", ["Un", "**mot**."]),
    ],
)
def test_markdown_marks_are_blanked(text: str, path: str, words: list[str]) -> None:
    (piece,) = split(article(text, path))
    assert piece.text.split() == words
    for word in words:
        assert text[piece.offset + piece.text.index(word) :].startswith(word)


def test_a_paragraph_without_end_is_cut() -> None:
    pieces = split(article("mot " * MAX_PARAGRAPH))
    assert len(pieces) == 4
    assert max(len(piece.text) for piece in pieces) <= MAX_PARAGRAPH
    assert [piece.offset for piece in pieces] == [number * MAX_PARAGRAPH for number in range(4)]


def test_the_view_keeps_every_offset(nlp: Language) -> None:
    text = "«\u00a0L’Élysée\u202f: c’est\u2009non\u00a0», dit-on.\n\nL’ONU\tse tait 🕊 depuis."
    ((_, paragraphs),) = parse([article(text)], nlp)
    assert len(view(text)) == len(text)
    for paragraph in paragraphs:
        for token in paragraph.doc:
            start, end = paragraph.span(token.i, token.i)
            assert view(text)[start:end] == token.text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("M. Dupont est venu. Il repart.", 2),
        ("Il a vu MM. Martin et Petit hier.", 1),
        ("J. F. Kennedy était là. Puis rien.", 2),
        ("« Assez ! » Le ministre part.", 2),
        ("« Non. » a-t-il dit.", 1),
        ("Vraiment ? Oui… Peut-être.", 3),
        ("Le prix est de 3.5 euros. 12 pays suivent.", 2),
    ],
)
def test_sentences(nlp: Language, text: str, sentences: int) -> None:
    ((_, (paragraph,)),) = parse([article(text)], nlp)
    assert len(list(paragraph.doc.sents)) == sentences


@pytest.mark.parametrize("compound", ["Trump-Poutine", "russo-américain", "Royaume-Uni"])
def test_compounds_stay_whole(nlp: Language, compound: str) -> None:
    ((_, (paragraph,)),) = parse([article(f"Le sommet {compound} commence.")], nlp)
    assert compound in [token.text for token in paragraph.doc]


def test_articles_keep_their_order_and_their_paragraphs(nlp: Language) -> None:
    articles = [
        Article(str(number), f"Texte {number}.\n\nFin." if number % 2 else "", "a.txt", "") for number in range(5)
    ]
    assert [(item.id, len(paragraphs)) for item, paragraphs in parse(articles, nlp)] == [
        ("0", 0), ("1", 2), ("2", 0), ("3", 2), ("4", 0),
    ]  # fmt: skip


def test_batches_do_not_change_the_parse(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [
        Article(str(n), "La Russie a attaqué l'Ukraine. Kiev a répondu." * (n + 1), "a.txt", "") for n in range(3)
    ]

    def trees() -> list[list[tuple[str, str, int]]]:
        return [
            [(token.text, token.dep_, token.head.i) for paragraph in paragraphs for token in paragraph.doc]
            for _, paragraphs in parse(articles, nlp)
        ]

    together = trees()
    monkeypatch.setattr("graphbuild.parse.BATCH_WORDS", 1)
    assert trees() == together


def test_a_missing_pipeline_is_told_with_the_way_out() -> None:
    with pytest.raises(ModelError, match="pip install fr-core-news-xx"):
        load_pipeline("fr_core_news_xx")


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(ModelError, match="no French pipeline"):
        load_pipeline(str(tmp_path / "en"))
