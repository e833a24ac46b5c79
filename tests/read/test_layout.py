"""Headings, bylines, captions, links and datelines, and the prose that must not be taken for them."""

from __future__ import annotations

import pytest

from graphbuild.read.layout import look
from graphbuild.read.lines import wrapped
from graphbuild.read.noise import byline_author, is_noise

from .conftest import FRENCH

NOISE = [
    "Shares", "12 partages", "Partages : 1,2k", "#Taxis, #Grève #Loi2024", "* * *", "---", "https://exemple.fr/a?b=1",
    "À lire aussi : Les taxis reprennent le travail", "Lire aussi Les taxis reprennent le travail", "VOIR AUSSI",
    "Crédit photo : Albert Londres / Le Courrier", "© Le Courrier 2024", "Source : ministère des Transports",
    "Légende : le cortège à son départ", "Retour en haut", "Partager cet article :", "Facebook,",
]  # fmt: skip
EDGE_NOISE = [
    "Auteur: Albert Londres", "Par Albert Londres", "Par Albert Londres, avec AFP",
    "Par Albert Londres et Jean d’Ormesson",
    "Propos recueillis par Albert Londres", "Publié le 3 mars 2024 à 10h45",
    "Mis à jour le 03/03/2024 à 10:45", "mardi 5 mars 2024", "exemple.fr est un site d’information indépendant.",
]  # fmt: skip
PROSE = [
    "Par ailleurs, le ministre a reçu les syndicats", "Par la voix du ministre, Paris refuse", "Par Toutatis !",
    "Voir aussi loin demande du courage.", "Lire aussi vite est un don.", "Photos et vidéos circulent depuis hier.",
    "Selon la source, Moscou a frappé.", "Sources et témoins se contredisent",
    "Le 3 mars 2024, le ministre démissionne",
    "12 commentaires ont été supprimés par la modération.", "— Le porte-parole du ministère", "#Taxis en grève",
    "Partages de territoires : Kiev refuse", "Le site exemple.fr est un site d’information.",
]  # fmt: skip


@pytest.mark.parametrize("line", NOISE)
def test_lines_that_are_no_prose(line: str) -> None:
    assert is_noise(line, near_edge=False)


@pytest.mark.parametrize("line", EDGE_NOISE)
def test_lines_that_are_no_prose_at_the_edges(line: str) -> None:
    assert is_noise(line, near_edge=True) and not is_noise(line, near_edge=False)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_never_skipped(line: str) -> None:
    assert not is_noise(line, near_edge=True)


def test_the_byline_names_the_author() -> None:
    assert byline_author("Par Albert Londres, avec AFP") == "Albert Londres"
    assert byline_author("L’édito de Joseph Kessel, directeur de la rédaction") == "Joseph Kessel"
    text = f"Un titre\nAuteur : Albert Londres\n{FRENCH}"
    assert (look(text).author, look(text).title) == ("Albert Londres", "Un titre")


@pytest.mark.parametrize(
    ("line", "skipped"),
    [
        ("3 mars 2024. – Le ministre démissionne.", "3 mars 2024. – "),
        ("1er mars 2024, Lyon. – Le ministre démissionne.", "1er mars 2024, Lyon. – "),
        ("PARIS (AFP) – Le ministre démissionne.", "PARIS (AFP) – "),
        ("Paris, le 3 mars (Reuters) - Le ministre démissionne.", "Paris, le 3 mars (Reuters) - "),
        ("Le 3 mars 2024, le ministre démissionne – enfin.", None),
        ("Kiev – la ville – résiste.", None),
        ("Le ministre (AFP) démissionne – enfin.", None),
    ],
)
def test_datelines(line: str, skipped: str | None) -> None:
    text = f"Un titre\n\n{line}\n"
    assert [text[s.start : s.end] for s in look(text).skipped] == ([skipped] if skipped else [])


def _headings(text: str) -> list[str]:
    return [text[s.start : s.end] for s in look(text).headings]


def test_headings_stand_before_prose_and_do_not_end_like_it() -> None:
    long = f"{FRENCH} {FRENCH}"
    text = (
        f"Le titre\n\n{FRENCH}\n\nUne loi contestée par tous\n{long}\nQue faire ?\n\nCela suffit.\n\n{FRENCH}"
        "\n\nDernière ligne sans point"
    )
    assert _headings(text) == ["Le titre", "Une loi contestée par tous", "Que faire ?"]


def test_lists_and_quotes_are_no_headings() -> None:
    names = "\n\n".join(f"Albert Londres numéro {n}" for n in range(5))
    assert _headings(f"Le titre\n\n{FRENCH}\n\n{names}\n\n{FRENCH}") == ["Le titre"]
    assert _headings(f"Le titre\n\n{FRENCH}\n\n« Nous irons jusqu’au bout »\n\n{FRENCH}") == ["Le titre"]


def test_text_wrapped_by_hand_has_no_false_headings() -> None:
    words = FRENCH.split()
    rows = "\n".join(" ".join(words[i : i + 7]) for i in range(0, len(words), 7))
    assert _headings(rows) == []
    assert wrapped(rows) and not wrapped(f"Un titre\n\n{FRENCH}\n")
