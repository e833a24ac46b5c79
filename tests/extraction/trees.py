"""Small parsed sentences made by hand, so that what reads a tree needs no parser."""

from __future__ import annotations

from collections.abc import Mapping

import spacy
from spacy.tokens import Doc

from graphbuild.tree import Tree

# its lexemes know their lower case
VOCAB = spacy.blank("fr").vocab


def tree(rows: str, morphs: Mapping[int, str] | None = None) -> Tree:
    """Return a sentence from lines of "word lemma POS label head", the head by its number from 0."""
    words, lemmas, tags, labels, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    morph = [(morphs or {}).get(index, "") for index in range(len(words))]
    doc = Doc(
        VOCAB,
        words=list(words),
        lemmas=list(lemmas),
        pos=list(tags),
        deps=list(labels),
        heads=[int(head) for head in heads],
        morphs=morph,
        spaces=[not word.endswith("'") for word in words],
    )
    return Tree(doc)
