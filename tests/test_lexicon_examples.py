"""Every example of the action tables gives the event that its row tells, but for the few that the parser misreads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.choice import OUTSIDE, Candidate, triggers
from graphbuild.mentions import read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    import pytest
    from spacy.language import Language

    from graphbuild.lexicon import Frame, Lexicon

LEAST_SHARE = 0.97


def test_the_examples_hold(nlp: Language, lexicon: Lexicon, capsys: pytest.CaptureFixture[str]) -> None:
    frames = [frame for entries in lexicon.frames.values() for frame in entries]
    articles = [Article(str(number), frame.example, "example", "") for number, frame in enumerate(frames)]
    failing = []
    for (article, paragraphs), frame in zip(parse(articles, nlp), frames, strict=True):
        found = [c for trigger in triggers(read_scene(article, paragraphs, lexicon)) for c in trigger.candidates]
        if not any(_is_expected(candidate, frame) for candidate in found):
            failing.append(f"{frame.where}: {frame.example} → {frame.type} {' > '.join(frame.expected)}")
    with capsys.disabled():
        print("", f"{len(failing)} of {len(frames)} examples fail", *sorted(failing), sep="\n")  # noqa: T201
    assert len(failing) <= (1 - LEAST_SHARE) * len(frames)


def _is_expected(candidate: Candidate, frame: Frame) -> bool:
    """Tell whether a rule read one side at least, and the other stands in the sentence."""
    reading = candidate.reading
    if (reading.source is None and reading.target is None) or OUTSIDE in (candidate.source.via, candidate.target.via):
        return False
    source, target = ({actor.name for actor in side.actors} for side in (candidate.source, candidate.target))
    one, other = frame.expected
    joins = (one in source and other in target) or (frame.symmetric and other in source and one in target)
    return joins and reading.frame.type == frame.type
