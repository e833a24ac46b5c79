"""A spaCy pipeline made quick: the same annotations for a third less work (docs/decisions/0018-cheaper-parse.md).

Everything here is a faster way to the value that the stock code gives; nothing is estimated, left out or learnt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise
from typing import Any, NoReturn, cast

import numpy as np
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Layer = Model[Any, Any]
Rows = np.ndarray[Any, np.dtype[np.float32]]
_ROWS = 512
_LEAST_VARIANCE = np.float32(1e-8)
_WORD_BY_WORD = {
    "extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout",
    "ragged2list",
}  # fmt: skip


def tune(nlp: Language) -> None:
    """Put the faster ways in the place of the stock ones, where the pipeline has what they stand for."""
    _index_lemmas(nlp)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in list(model.walk()):
                embed = node.maybe_get_ref("embed")
                if embed is not None and {leaf.name for leaf in embed.walk() if not leaf.layers} <= _WORD_BY_WORD:
                    model.replace_node(embed, _distinct(embed))
            for node in list(model.walk()):
                if [layer.name for layer in node.layers] == ["maxout", "layernorm"]:
                    model.replace_node(node, _blocked(*node.layers))


def annotate(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """Run every pipe over all documents as one batch."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, DependencyParser | EntityRecognizer) and pipe.cfg["beam_width"] == 1:
            _take_steps(pipe, docs)
        elif hasattr(pipe, "pipe"):
            docs = list(pipe.pipe(docs, batch_size=len(docs)))
        else:
            docs = [pipe(doc) for doc in docs]
    return docs


def _take_steps(parser: Any, docs: list[Doc]) -> None:
    """Parse without a beam, or find entities: every document takes a step, then those not done take another.

    This is the loop of `Parser.greedy_parse`, which gives up the interpreter's lock; as spaCy 3.8.18 is compiled, the
    functions inside then take it back tens of times a word, and most of the loop's time goes there. `_scoring` does
    without what thinc sets up at every step for the case of training.
    """
    states = parser.moves.init_batch(docs)
    scores = _scoring(parser.model.predict(docs))
    going = [state for state in states if not state.is_final()]
    while going:
        going = parser.transition_states(going, scores(going))
    parser.set_annotations(docs, states)


def _scoring(steps: Any) -> Callable[[list[Any]], Rows]:
    """Return what scores the next step of each state, as `ParserStepModel.predict` does."""
    # class_is_unseen says the contrary of its name: 1 of a label that training saw
    if not steps.attrs["has_upper"] or not all(map(steps.class_is_unseen, range(steps.nO))):
        return cast("Callable[[list[Any]], Rows]", steps.predict)
    upper = steps.vec2scores
    weights, bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def scores(states: list[Any]) -> Rows:
        found: Rows = np.dot(steps.state2vec.predict(steps.get_token_ids(states)), weights)
        found += bias
        return found

    return scores


def _index_lemmas(nlp: Language) -> None:
    """Turn the lists in which the French lemmatizer looks for a form, which is linear, into dicts."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is not None and lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for pos in list(index):
            index[pos] = dict.fromkeys(index[pos])


@dataclass(frozen=True, slots=True)
class _Types:
    """The distinct words of some documents, which a layer takes for one document."""

    vocab: Vocab
    columns: list[str | int]
    rows: np.ndarray[Any, np.dtype[np.uint64]]

    def __len__(self) -> int:
        return len(self.rows)

    def to_array(self, wanted: int | list[str | int]) -> np.ndarray[Any, np.dtype[np.uint64]]:
        """Return the attributes of each word, as `Doc.to_array` does."""
        if isinstance(wanted, list):
            return self.rows[:, [self.columns.index(column) for column in wanted]]
        return np.ascontiguousarray(self.rows[:, self.columns.index(wanted)])


def _distinct(embed: Layer) -> Layer:
    """Return a layer that embeds each distinct word of a batch once: two of three words are there already."""
    (features,) = (node for node in embed.walk() if node.name == "extract_features")
    return Model("distinct", _embed_distinct, layers=[embed], attrs={"columns": features.attrs["columns"]})


def _embed_distinct(model: Layer, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
    vocab = docs[0].vocab
    columns = [*model.attrs["columns"], getattr(vocab.vectors, "attr", ORTH)]
    rows = np.concatenate([doc.to_array(columns) for doc in docs])
    places: dict[bytes, int] = {}
    where = np.array([places.setdefault(row, len(places)) for row in rows.view(f"V{rows[0].nbytes}").ravel().tolist()])
    types = _Types(vocab, columns, np.frombuffer(b"".join(places), rows.dtype).reshape(-1, len(columns)))
    (vectors,) = model.layers[0].predict([types])
    ends = accumulate((len(doc) for doc in docs), initial=0)
    return [vectors[where[start:end]] for start, end in pairwise(ends)], _untrained


def _blocked(maxout: Layer, norm: Layer) -> Layer:
    """Return these two layers as one that takes its rows in blocks, each of which stays in the processor's cache."""
    weights, bias = np.asarray(maxout.get_param("W")), np.asarray(maxout.get_param("b"))
    columns = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T
    attrs = {"weights": np.ascontiguousarray(columns), "bias": np.ascontiguousarray(bias.T)}
    return Model("blocked", _by_blocks, attrs=attrs | {"gain": norm.get_param("G"), "shift": norm.get_param("b")})


def _by_blocks(model: Layer, rows: Any, is_train: bool) -> tuple[Any, Any]:
    weights, bias, gain, shift = (model.attrs[name] for name in ("weights", "bias", "gain", "shift"))
    result = np.empty((len(rows), bias.shape[1]), dtype=weights.dtype)
    room = np.empty((_ROWS, weights.shape[1]), dtype=weights.dtype)
    for start in range(0, len(rows), _ROWS):
        block = rows[start : start + _ROWS]
        pieces = np.dot(block, weights, out=room[: len(block)]).reshape(-1, *bias.shape)
        pieces += bias
        best = reduce(np.maximum, (pieces[:, piece] for piece in range(len(bias))))
        result[start : start + _ROWS] = _normal(best) * gain + shift
    return result, _untrained


def _normal(rows: Rows) -> Rows:
    """Return each row with the mean 0 and the variance 1 (Ba, Kiros and Hinton 2016)."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows)[:, None] / rows.shape[1] + _LEAST_VARIANCE
    rows *= variance**-0.5
    return rows


def _untrained(_: Any) -> NoReturn:
    raise NotImplementedError("a tuned pipeline is not for training")
