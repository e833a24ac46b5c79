"""What comes of simpler ideas: two names in one sentence, and subject-verb-object."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from annotated import Part

from graphbuild.evaluate import Figures, Pair, actor_key, score
from graphbuild.mentions import Mention, Scene
from graphbuild.syntax import AGENT, OBJECT, PASSIVE_SUBJECT, SUBJECT, children

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Chooser = Callable[[Mention], bool]
Joined = tuple[int, Mention, Mention]
Joiner = Callable[[Scene, int, "Span", Chooser], Iterator[Joined]]


def named(mention: Mention) -> bool:
    """Tell whether a name stands there: of the actor tables, or one that the parser's entity recogniser knows."""
    return mention.how == "name"


def anyone(mention: Mention) -> bool:
    """Take every mention: roles, pronouns and groups too."""
    return not mention.adjective


def same_sentence(scene: Scene, paragraph: int, sentence: Span, chosen: Chooser) -> Iterator[Joined]:
    """Yield every two mentions of a sentence."""
    first = {m.first: m for i in range(sentence.start, sentence.end) if (m := scene.mentions.at(paragraph, i))}
    for one, other in combinations(filter(chosen, first.values()), 2):
        yield one.start, one, other


def subject_verb_object(scene: Scene, paragraph: int, sentence: Span, chosen: Chooser) -> Iterator[Joined]:
    """Yield the subject and the direct object of each verb, or the agent and the subject of a passive."""
    for verb in sentence:
        for subjects, objects in ((SUBJECT, OBJECT), (AGENT, PASSIVE_SUBJECT)):
            for one in _mentions(scene, paragraph, children(verb, subjects), chosen):
                for other in _mentions(scene, paragraph, children(verb, objects), chosen):
                    yield scene.paragraphs[paragraph].span(verb.i, verb.i)[0], one, other


def _mentions(scene: Scene, paragraph: int, tokens: list[Token], chosen: Chooser) -> Iterator[Mention]:
    for token in tokens:
        mention = scene.mentions.at(paragraph, token.i)
        if mention is not None and chosen(mention):
            yield mention


BASELINES: dict[str, tuple[Joiner, Chooser]] = {
    "every two names in one sentence": (same_sentence, named),
    "subject–verb–object of names": (subject_verb_object, named),
    "every two mentions in one sentence": (same_sentence, anyone),
    "subject–verb–object of mentions": (subject_verb_object, anyone),
}


def figures(part: Part, baseline: str) -> Figures:
    """Return precision and recall of pairs for one of BASELINES."""
    joiner, chosen = BASELINES[baseline]
    return score(part.gold, list(_pairs(part, joiner, chosen))).levels["pair"]


def _pairs(part: Part, joiner: Joiner, chosen: Chooser) -> Iterator[Pair]:
    for doc, scene in part.scenes.items():
        for number, paragraph in enumerate(scene.paragraphs):
            for sentence in paragraph.doc.sents:
                for start, one, other in joiner(scene, number, sentence, chosen):
                    yield from _pair(part, doc, start, one, other)


def _pair(part: Part, doc: str, start: int, one: Mention, other: Mention) -> Iterator[Pair]:
    for source in one.actors:
        for target in other.actors:
            if source.id != target.id:
                yield Pair(
                    doc=doc,
                    sentence=part.texts[doc].sentence(start),
                    start=start,
                    source=actor_key(source.name),
                    target=actor_key(target.name),
                    names=(source.name, target.name),
                    symmetric=True,
                    type="CONSULT",
                    types=("CONSULT",),
                    factuality="asserted",
                    factualities=("asserted",),
                    attribution=None,
                    time=None,
                    trigger="",
                    core=True,
                )
