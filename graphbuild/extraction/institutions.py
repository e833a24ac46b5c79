"""Who acts where nobody is named: "il a été mis en examen" tells of a deed of the courts."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extraction.context import Context
from graphbuild.extraction.reading import Filler, Reading
from graphbuild.mentions import Mention
from graphbuild.model import Actor
from graphbuild.text import slug

BY_WORD = "word"
_WITHOUT_SUBJECT = ("verbal.passive", "verbal.participle")


def by_institution(context: Context, reading: Reading) -> Reading:
    """Return a reading with the institution whose deed its words name, where the text tells no other."""
    frame = reading.frame
    name = context.lexicon.institutions.get((frame.pos, frame.lemma))
    silent = frame.pos == "NOUN" or reading.rule in _WITHOUT_SUBJECT
    if name is None or not silent or reading.source is not None:
        return reading
    scene = context.scene
    actor = Actor(slug(f"{name} {scene.doc_id}"), name, "group", gender="f")
    mention = Mention(
        reading.paragraph, reading.token, reading.last, reading.token, -1, -1, (actor,), "implicit", "group_body"
    )
    return replace(reading, source=Filler((mention,), frame.source_slots[0], BY_WORD))
