"""The helpers that read a tree, on trees made by hand."""

from __future__ import annotations

import pytest

from graphbuild.syntax import (
    OBLIQUE,
    children,
    conjuncts,
    has_article,
    is_definite,
    is_participle,
    is_passive,
    is_reflexive,
    normal_form,
    preposition,
)
from tests.extraction.trees import tree

PREPOSITIONS = {"de": "de", "à": "à", "avec": "avec", "aux côtés de": "avec", "à l'encontre de": "contre"}

ACTIVE = """
Paris Paris PROPN nsubj 2
a avoir AUX aux:tense 2
frappé frapper VERB ROOT 2
Kiev Kiev PROPN obj 2
"""
PASSIVE = """
Kiev Kiev PROPN nsubj:pass 2
est être AUX aux:pass 2
frappée frapper VERB ROOT 2
par par ADP case 4
Paris Paris PROPN obl:agent 2
"""
REFLEXIVE = """
Ils il PRON nsubj:pass 3
se se PRON expl:pass 3
sont être AUX aux:tense 3
vus voir VERB ROOT 3
"""
MISLABELLED = """
Ils il PRON nsubj:pass 3
n' ne ADV advmod 3
ont avoir AUX aux:tense 3
répondu répondre VERB ROOT 3
"""
PREDICATE = """
Kiev Kiev PROPN nsubj 2
est être AUX cop 2
isolée isoler ADJ ROOT 2
"""
PARTICIPLE = """
accord accord NOUN ROOT 0
signé signer VERB acl 0
par par ADP case 3
Kiev Kiev PROPN obl:agent 1
"""


@pytest.mark.parametrize(
    ("rows", "verb", "passive"),
    [
        (ACTIVE, 2, False),
        (PASSIVE, 2, True),
        (REFLEXIVE, 3, False),
        (MISLABELLED, 3, False),
        (PREDICATE, 2, True),
        (PARTICIPLE, 1, False),
    ],
)
def test_passive(rows: str, verb: int, passive: bool) -> None:
    assert is_passive(tree(rows)[verb]) is passive


def test_reflexive() -> None:
    assert is_reflexive(tree(REFLEXIVE)[3]) and not is_reflexive(tree(PASSIVE)[2])


@pytest.mark.parametrize(
    ("rows", "verb", "morph", "expected"),
    [
        (PARTICIPLE, 1, "VerbForm=Part|Tense=Past", True),
        (PARTICIPLE, 1, "VerbForm=Part|Tense=Pres", False),
        (PASSIVE, 2, "VerbForm=Part|Tense=Past", False),
        (PARTICIPLE, 1, "VerbForm=Inf", False),
    ],
)
def test_participle(rows: str, verb: int, morph: str, expected: bool) -> None:
    assert is_participle(tree(rows, {verb: morph})[verb]) is expected


def test_children_and_coordination() -> None:
    doc = tree("""
Paris Paris PROPN nsubj 5
, , PUNCT punct 2
Rome Rome PROPN conj 0
et et CCONJ cc 4
Berlin Berlin PROPN conj 2
négocient négocier VERB ROOT 5
avec avec ADP case 7
Kiev Kiev PROPN obl:arg 5
""")
    assert [word.text for word in conjuncts(doc[0])] == ["Paris", "Rome", "Berlin"]
    assert [word.text for word in children(doc[5], OBLIQUE)] == ["Kiev"]


NEW_SUBJECT = """
Paris Paris PROPN nsubj 1
reçoit recevoir VERB ROOT 1
Rome Rome PROPN obj 1
, , PUNCT punct 1
et et CCONJ cc 5
Berlin Berlin PROPN conj 2
{verb}
"""


@pytest.mark.parametrize(
    ("verb", "objects"),
    [("négocie négocier VERB conj 1", ["Rome"]), ("lundi lundi NOUN obl 1", ["Rome", "Berlin"])],
)
def test_a_new_subject_is_no_object_more(verb: str, objects: list[str]) -> None:
    doc = tree(NEW_SUBJECT.format(verb=verb), {6: "VerbForm=Fin"} if verb.startswith("n") else {})
    assert [word.text for word in conjuncts(doc[2])] == objects


@pytest.mark.parametrize(
    ("rows", "noun", "slot"),
    [
        ("avec avec ADP case 1\nKiev Kiev PROPN ROOT 1", 1, "avec"),
        ("Kiev Kiev PROPN ROOT 0", 0, ""),
        ("du de ADP case 1\nMali Mali PROPN ROOT 1", 1, "de"),
        ("aux à ADP case 3\ncôtés côté NOUN fixed 0\nde de ADP fixed 0\nKiev Kiev PROPN ROOT 3", 3, "avec"),
        (
            "à à ADP case 4\nl' le DET fixed 0\nencontre encontre NOUN fixed 0\n"
            "du de ADP case 4\nMali Mali PROPN ROOT 4",
            4,
            "contre",
        ),
        ("hors hors ADP case 1\nKiev Kiev PROPN ROOT 1", 1, "hors"),
    ],
)
def test_preposition(rows: str, noun: int, slot: str) -> None:
    assert preposition(tree(rows)[noun], PREPOSITIONS) == slot


@pytest.mark.parametrize(
    ("written", "expected"),
    [("du", "de"), ("Aux", "à"), ("à l'encontre des", "à l'encontre de"), ("auprès d'", "auprès de"), ("sur", "sur")],
)
def test_normal_form(written: str, expected: str) -> None:
    assert normal_form(written) == expected


@pytest.mark.parametrize(
    ("article", "morph", "definite", "noun"),
    [
        ("l' le DET det 1", "Definite=Def|PronType=Art", True, True),
        ("une un DET det 1", "Definite=Ind|PronType=Art", False, True),
        ("cette ce DET det 1", "PronType=Dem", True, False),
        ("sa son DET det 1", "Poss=Yes", True, False),
        ("l' le PRON obj 1", "PronType=Prs", False, False),
        ("au à ADP case 1", "", True, False),
    ],
)
def test_what_stands_before_a_noun(article: str, morph: str, definite: bool, noun: bool) -> None:
    doc = tree(f"{article}\noffre offrir VERB ROOT 1", {0: morph})
    assert is_definite(doc[1]) is definite
    assert has_article(doc[1]) is noun
    assert not is_definite(doc[0]) and not has_article(doc[0])
