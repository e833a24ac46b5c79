"""What the place of an article tells of a name: whose parliament is meant, and whether a surname is a man's."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.mentions.mention import Mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import slug

NATIONAL = frozenset(("parliament", "court", "ministry", "army"))
NEAR = 3


def localised(scene: Scene, mention: Mention) -> Mention:
    """Return the mention with the body of the article's own state: every country has its "Assemblée nationale"."""
    actor = mention.actors[0]
    if scene.lexicon.directory.kinds.get(actor.id) not in NATIONAL or not actor.state or not scene.main_states:
        return mention
    if actor.state in scene.main_states[:NEAR]:
        return mention
    state = scene.main_states[0]
    own = Actor(slug(f"{actor.name} {state}"), actor.name, actor.kind, state, gender=actor.gender, number=actor.number)
    return replace(mention, actors=(own,))


def note_civility(scene: Scene, mention: Mention) -> None:
    """Remember the gender that "M." or "Mme" before a name tells."""
    before = mention.first - 1
    if mention.actors[0].kind == "person" and before >= 0:
        doc = scene.paragraphs[mention.paragraph].doc
        gender = scene.lexicon.civilities.get(doc[before].text) or (
            scene.lexicon.civilities.get(doc[before - 1].text) if before else None
        )
        if gender:
            scene.genders[mention.actors[0].id] = gender
