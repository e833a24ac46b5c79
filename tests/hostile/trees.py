"""Sentences that no parser would give: any words under any tree, for whatever reads parses."""

from __future__ import annotations

import json
from functools import cache

from spacy.tokens import Doc

from graphbuild.assemble import events_of
from graphbuild.lexicon import Lexicon, load_lexicon
from graphbuild.model import Article
from graphbuild.parse import Paragraph
from graphbuild.tree import Tree
from tests.extraction.trees import VOCAB

WORDS = """Trump Poutine Russie Moscou Kiev ONU Trump-Poutine russo-américain président ministre des Affaires étrangères
russe américaines attaque attaqué accuse sanctions imposer impose rencontre libération promet dit annonce a été est
n' ne pas plus si par de du à contre avec entre et ou mais selon d'après qui que dont où il elle ils lui leur son ses se
s' deux trois hommes Palestiniens pays celui-ci dernier premier Macron Emmanuel M. Mme la le les l' « » " ( ) , . : ; –
! ? … hier mardi 15 août 2024 jours ago ago. Paris-Match États-Unis É é
œ 🇫🇷 \u202e \u0301 0 % = </script> \\ a""".split()
WORDS.append("x" * 300)
TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "PUNCT", "NUM", "ADV", "X")
LABELS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:arg", "obl:mod", "nmod", "amod", "acl",
    "acl:relcl", "advcl", "appos",
    "conj", "cc", "case", "det", "mark", "cop", "aux:pass", "aux:tense", "xcomp", "ccomp", "parataxis", "fixed",
    "flat:name", "flat:foreign", "punct", "expl:subj", "expl:comp", "advmod", "nummod", "dep", "vocative", "",
)  # fmt: skip
MORPHS = ("", "Gender=Masc|Number=Plur", "Gender=Fem|Number=Sing", "Tense=Fut|VerbForm=Fin", "Mood=Cnd|VerbForm=Fin",
          "Tense=Past|VerbForm=Part|Voice=Pass", "VerbForm=Inf", "Person=3|PronType=Prs", "Poss=Yes|PronType=Prs",
          "Definite=Def|PronType=Art", "PronType=Dem")  # fmt: skip
MOST = 60


def extraction(data: bytes) -> None:
    """Extract from paragraphs of any words and trees; five bytes make a word, 0xff ends the paragraph."""
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    for chunk in data[1:].split(b"\xff")[:4]:
        rows = [chunk[i : i + 5] for i in range(0, len(chunk) - 4, 5)][:MOST]
        if rows:
            offset = sum(len(text) + 1 for text in texts)
            paragraph = Paragraph(
                Tree(any_doc(rows, leftward=bool(data[0] & 1))), offset, bool(data[0] & 2) and not texts
            )
            paragraphs.append(paragraph)
            texts.append(paragraph.doc.text)
    article = Article("a", "\n".join(texts), "a.txt", "", date="2024-03-03" if data[:1] > b"\x7f" else None)
    events, cast = events_of(article, paragraphs, _lexicon())
    assert len({event.id for event in events}) == len(events)
    for event in events:
        assert article.text[event.start : event.end] == event.trigger
        assert event.sentence_start <= event.start < event.end <= event.sentence_end <= len(article.text)
        assert article.text[event.sentence_start : event.sentence_end] == event.sentence
        assert 0 <= event.confidence <= 1 and event.source and event.target
        for argument in event.source + event.target:
            assert argument.id in cast
            assert argument.start is None or 0 <= argument.start < (argument.end or 0) <= len(article.text)
        json.dumps([event.time, event.rules, event.lemma])


def any_doc(rows: list[bytes], *, leftward: bool) -> Doc:
    """Return a paragraph with a word for each five bytes, whose heads all stand to its left, or all to its right."""
    words = [WORDS[row[0] % len(WORDS)] for row in rows]
    last = len(rows) - 1
    if leftward:
        heads = [row[3] % (here + 1) for here, row in enumerate(rows)]
    else:
        heads = [here + row[3] % (last - here + 1) for here, row in enumerate(rows)]
    return Doc(
        VOCAB,
        words=words,
        lemmas=[word.lower() for word in words],
        pos=[TAGS[row[1] % len(TAGS)] for row in rows],
        deps=["ROOT" if heads[here] == here else LABELS[row[2] % len(LABELS)] for here, row in enumerate(rows)],
        heads=heads,
        morphs=[MORPHS[row[4] % len(MORPHS)] for row in rows],
        spaces=[not word.endswith("'") for word in words],
    )


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()
