"""The tuned pipeline says of every word what the stock one says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from graphbuild.model import Article
from graphbuild.parse import DEFAULT_MODEL, split
from graphbuild.read import read
from graphbuild.tokens import prepare
from graphbuild.tuning import annotate, tune

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = [str(path) for path in sorted(CORPUS.glob("*.md"))[::6]]
OWN = [
    "Le président russo-américain Jean-Pierre Trump-Poutine n'a pas répondu. « Assez ! » a-t-il dit.",
    "M. Dupont, à 14 h 30, accusa l'O.T.A.N. de s'être moquée d'eux :  3,5 % des voix…",
    "Que les ministres se soient vus à Genève, nul ne l'ignore ; qu'ils s'entendent, c'est autre chose.",
    "Oui.",
    "!? 🕊 …",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    ours = get_current_ops()
    set_current_ops(NumpyOps())
    try:
        return spacy.load(DEFAULT_MODEL)
    finally:
        set_current_ops(ours)


def said(docs: list[Doc]) -> list[tuple[object, ...]]:
    return [
        (t.text, t.head.i, t.dep_, t.pos_, str(t.morph), t.lemma_, t.ent_type_, t.ent_iob_, t.is_sent_start)
        for doc in docs
        for t in doc
    ]


def texts() -> list[str]:
    articles = (article for article in read(ARTICLES) if isinstance(article, Article))
    return OWN + [piece.text for article in articles for piece in split(article)]


def test_annotations_are_those_of_the_stock_pipeline(nlp: Language, stock: Language) -> None:
    tuned = said(annotate(nlp, [prepare(nlp, text) for text in texts()]))
    assert tuned == said(list(stock.pipe(prepare(stock, text) for text in texts())))
    assert len(tuned) > 3000


def test_the_tuned_layers_are_in_their_place(nlp: Language) -> None:
    for name in ("tok2vec", "ner"):
        names = [node.name for node in nlp.get_pipe(name).model.walk()]  # type: ignore[attr-defined]
        assert names.count("distinct") == 1
        assert names.count("blocked") == 5
        assert "maxout" not in names


def test_an_embedded_word_is_that_of_its_own_text(nlp: Language) -> None:
    (embed,) = (node for node in nlp.get_pipe("ner").model.walk() if node.name == "distinct")  # type: ignore[attr-defined]
    docs = [nlp.make_doc(text) for text in ("Paris et Rome et Paris", "Rome", "et  Oslo et")]
    for doc, vectors in zip(docs, embed.predict(docs), strict=True):
        (alone,) = embed.layers[0].predict([doc])
        assert np.allclose(vectors, alone, atol=1e-5)


def test_a_batch_may_hold_one_word_or_very_many(nlp: Language) -> None:
    (alone,) = annotate(nlp, [prepare(nlp, "Oui")])
    assert alone[0].head == alone[0]
    (much,) = annotate(nlp, [prepare(nlp, "Paris accuse Rome. " * 700)])
    assert {t.dep_ for t in much} >= {"nsubj", "ROOT"}


def test_a_pipe_that_is_a_function_runs_as_well(nlp: Language) -> None:
    from spacy.language import Language as Pipeline

    seen = []

    @Pipeline.component("count_words")
    def count_words(doc: Doc) -> Doc:
        seen.append(len(doc))
        return doc

    with nlp.select_pipes(enable=[]):
        nlp.add_pipe("count_words")
        try:
            annotate(nlp, [nlp.make_doc("Un deux"), nlp.make_doc("Trois")])
        finally:
            nlp.remove_pipe("count_words")
    assert seen == [2, 1]


HASHES = {"@architectures": "spacy.MultiHashEmbed.v2", "attrs": ["LOWER", "SHAPE"], "rows": [50, 50], "width": 32}
LETTERS = {"@architectures": "spacy.CharacterEmbed.v2", "rows": 50, "nM": 8, "nC": 4, "width": 32, "feature": "LOWER"}


@pytest.mark.parametrize("embed", [HASHES, LETTERS], ids=["hashes", "letters"])
def test_a_pipeline_without_vectors_says_the_same(embed: dict[str, object]) -> None:
    import spacy

    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 32,
        "depth": 1,
        "window_size": 1,
        "maxout_pieces": 2,
    }
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": embed | {"include_static_vectors": False},
        "encode": encode,
    }
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False}
    model |= {"hidden_width": 16, "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec}
    nlp = spacy.blank("fr")
    ner = nlp.add_pipe("ner", config={"model": model})
    for label in ("PER", "LOC"):
        ner.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    upper = ner.model.get_ref("upper")  # type: ignore[attr-defined]
    weights = np.random.default_rng(7).normal(size=upper.get_param("W").shape)
    upper.set_param("W", weights.astype(np.float32))  # it begins with zeros, which find nothing
    before = said(list(nlp.pipe(OWN)))
    tune(nlp)
    assert said(annotate(nlp, [nlp.make_doc(text) for text in OWN])) == before
    assert any(label for *_, label, _, _ in before)


def test_a_tuned_pipeline_is_not_trained(nlp: Language) -> None:
    (layer, *_) = (node for node in nlp.get_pipe("ner").model.walk() if node.name == "blocked")  # type: ignore[attr-defined]
    _, backprop = layer.begin_update(np.zeros((1, 384 + 96), dtype=np.float32))
    with pytest.raises(NotImplementedError):
        backprop(np.zeros((1, 96), dtype=np.float32))
