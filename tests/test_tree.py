"""A tree says of its words what spaCy's Doc says of its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphbuild.tree import Tree
from tests.hostile.trees import any_doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = (
    "Selon l'AFP, Emmanuel Macron n'a pas rencontré 12 députés de l'Assemblée nationale. « Il refuse  », dit-elle. "
    "Où ira le porte-parole\u00a0de l'ONU, à Genève ou à Kiev ?"
)
SAME = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_", "is_alpha", "is_lower", "is_punct",
    "is_space", "is_upper", "like_num",
)  # fmt: skip


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def test_words_bear_what_tokens_bear(doc: Doc) -> None:
    for word, token in zip(Tree(doc), doc, strict=True):
        for name in SAME:
            assert getattr(word, name) == getattr(token, name), (token, name)
        assert word.is_sent_start == bool(token.is_sent_start)
        assert {name: ",".join(values) for name, values in word.morph.items()} == token.morph.to_dict()
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)
        assert len(word) == len(token)


def test_names_and_sentences_are_the_same(doc: Doc) -> None:
    tree = Tree(doc)
    assert [(s.start_char, s.end_char, s.text) for s in tree.sents] == [
        (s.start_char, s.end_char, s.text) for s in doc.sents
    ]
    assert [(e.text, e.label_) for e in tree.ents] == [(e.text, e.label_) for e in doc.ents] != []


@given(st.binary(min_size=5, max_size=60), st.booleans())
@settings(deadline=None)
def test_heads_children_and_roots_are_the_same(data: bytes, leftward: bool) -> None:
    rows = [data[i : i + 5] for i in range(0, len(data) - 4, 5)]
    doc = any_doc(rows, leftward=leftward)
    assume(all(token.dep_ for token in doc))  # of arcs without a label spaCy keeps the child and loses the head
    tree = Tree(doc)
    for word, token in zip(tree, doc, strict=True):
        assert word.head.i == token.head.i
        assert [child.i for child in word.children] == [child.i for child in token.children]
        assert [above.i for above in word.ancestors] == [above.i for above in token.ancestors]
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            assert tree.stretch(start, end).text == doc[start:end].text
            assert tree.stretch(start, end).root.i == doc[start:end].root.i


@pytest.mark.parametrize(("part", "words"), [("Macron", "Macron"), ("acr", "Macron"), ("députés de", "députés de")])
def test_characters_are_covered_by_whole_words(doc: Doc, part: str, words: str) -> None:
    start = doc.text.index(part)
    found = Tree(doc).covering(start, start + len(part))
    assert found is not None
    assert found.text == words


def test_a_space_is_covered_by_no_word(doc: Doc) -> None:
    space = doc.text.index(" Emmanuel")
    assert Tree(doc).covering(space, space + 1) is None


def test_a_stretch_goes_no_further_than_the_text(doc: Doc) -> None:
    tree = Tree(doc)
    assert tree.stretch(len(tree) - 1, len(tree) + 5).text == "?"
    assert len(tree.stretch(3, 2)) == 0
    assert tree.stretch(3, 2).text == ""
