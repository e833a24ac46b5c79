"""Where a mention stands as seen from a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.choice.position import Position, Positions
from graphbuild.extraction import Context
from graphbuild.mentions import read_scene
from graphbuild.model import Article
from graphbuild.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from graphbuild.lexicon import Lexicon


@pytest.fixture(scope="module")
def seen(nlp: Language, lexicon: Lexicon) -> Callable[[str, str, str], Position]:
    """Return a function from a text, a trigger and an actor's word to the actor's position."""

    def position(text: str, trigger: str, actor: str) -> Position:
        ((article, paragraphs),) = parse([Article("text", text, "text", "")], nlp)
        context = Context(read_scene(article, paragraphs, lexicon), 0)
        words = [token.text for token in context.doc]
        mention = context.mention(words.index(actor))
        assert mention is not None
        return Positions(context).of(words.index(trigger), mention)

    return position


def test_path_slot_and_side(seen: Callable[[str, str, str], Position]) -> None:
    text = "La Russie a attaqué l'Ukraine avec la Biélorussie."
    subject, partner = seen(text, "attaqué", "Russie"), seen(text, "attaqué", "Biélorussie")
    assert (subject.path, subject.slot, subject.side) == ("/nsubj", "nsubj", "<")
    assert (partner.slot, partner.side, partner.mentions) == ("avec", ">", 1)


def test_the_distance_is_rounded_up(seen: Callable[[str, str, str], Position]) -> None:
    text = "La Russie a, hier, sans un mot, attaqué l'Ukraine."
    near, far = seen(text, "attaqué", "Ukraine"), seen(text, "attaqué", "Russie")
    assert near.distance == 2 and far.distance > near.distance
    assert far.pause and not near.pause


def test_who_only_speaks_is_told_from_who_acts(seen: Callable[[str, str, str], Position]) -> None:
    text = "Selon l'ONU, la Russie a attaqué l'Ukraine."
    assert seen(text, "attaqué", "ONU").speaks
    assert not seen(text, "attaqué", "Russie").speaks
    assert seen("La Pologne affirme que la Russie a attaqué l'Ukraine.", "attaqué", "Pologne").speaks


def test_the_verb_above_and_its_subject(seen: Callable[[str, str, str], Position]) -> None:
    text = "L'Allemagne a dénoncé l'attaque de l'Iran contre Israël."
    assert seen(text, "attaque", "Allemagne").governor == "ACCUSE"
    assert seen(text, "attaque", "Iran").governor == ""
