"""Two actors in one: "les deux hommes", "les deux pays", "X et Y … ils"."""

from __future__ import annotations

from graphbuild.lexicon import Group
from graphbuild.mentions.mention import Mention, gender_of_word, make_mention
from graphbuild.mentions.scene import Scene
from graphbuild.model import Actor
from graphbuild.text import name_words
from graphbuild.tree import Word

REACH = 4
TOPIC, RECENCY, REPEATED, FREQUENCY = 1.0, 0.5, 0.3, 0.25
OFTEN = 6


def find_pair(scene: Scene, paragraph: int, word: Word) -> Mention | None:
    """Resolve "les deux hommes", "les deux pays" to the last two actors of that kind."""
    noun = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if noun is None or noun.pos_ not in ("NOUN", "ADJ"):
        return None
    group = scene.lexicon.groups.get(noun.lower_)
    if group is None and name_words(noun.text.removesuffix("s")) not in scene.lexicon.titles:
        return None
    pair = _pair_for(scene, paragraph, noun, group)
    if len(pair) < 2:
        return None
    return make_mention(scene.paragraphs[paragraph], paragraph, word.i, noun.i, pair, "pronoun", "pair")


def _pair_for(scene: Scene, paragraph: int, noun: Word, group: Group | None) -> tuple[Actor, ...]:
    token = noun.i - 1
    if group is not None and group.kind == "people":
        return last_pair(scene, paragraph, token, ("people", "group"))
    if group is None or group.kind == "person":
        return last_pair(scene, paragraph, token, ("person",), _told_gender(noun, group))
    if not group.governs:
        bodies = last_pair(scene, paragraph, token, ("organisation",), of=group.organisations)
        return bodies or last_pair(scene, paragraph, token, ("organisation", "state"), of=group.organisations)
    states = last_pair(scene, paragraph, token, ("state",))
    if states:
        return states
    persons = [scene.state_of(actor) for actor in last_pair(scene, paragraph, token, ("person",))]
    first, second = persons if len(persons) == 2 else (None, None)
    return (first, second) if first and second and first.id != second.id else ()


def _told_gender(noun: Word, group: Group | None) -> str:
    """ "les deux hommes" are men, "les deux sénatrices" women, "les deux sénateurs" either."""
    if group is None or not group.one_gender:
        return group.gender if group is not None else ""
    return "m" if gender_of_word(noun) == "m" else ""


def last_pair(
    scene: Scene, paragraph: int, token: int, kinds: tuple[str, ...], gender: str = "", of: tuple[str, ...] = ()
) -> tuple[Actor, ...]:
    """Return the two actors of these kinds most present before a token, the earlier one first; () for fewer than two.

    `of` are the kinds of organisation wanted, any where it is empty.
    """
    found: dict[str, Actor] = {}
    scores: dict[str, float] = {}
    for distance, mention in scene.antecedents(paragraph, token, REACH):
        for actor in mention.actors:
            if actor.kind not in kinds or (gender and scene.gender_of(actor) not in ("", gender)):
                continue
            if of and scene.lexicon.directory.kinds.get(actor.id, of[0]) not in of:
                continue
            if actor.id not in found:
                known = min(scene.register.counts[actor.id], OFTEN)
                scores[actor.id] = (
                    TOPIC * (actor.id == scene.topic) + known * FREQUENCY - RECENCY * len(found) - distance
                )
                found[actor.id] = actor
            scores[actor.id] += REPEATED * (distance <= 1)
    best = sorted(found, key=lambda id_: -scores[id_])[:2]
    first, second = [found[id_] for id_ in found if id_ in best][::-1] if len(best) == 2 else (None, None)
    return (first, second) if first is not None and second is not None else ()


def several(scene: Scene, mention: Mention) -> tuple[Actor, ...]:
    """Return whom a mention gives to a plural pronoun: its own actors if they are many, else "X et Y" it ends."""
    own = mention.actors
    return own if len(own) > 1 or own[0].number == "p" else coordinated(scene, mention)


def coordinated(scene: Scene, mention: Mention) -> tuple[Actor, ...]:
    """Return the actors of "X et Y" when the mention is the later of them, else ()."""
    head = scene.paragraphs[mention.paragraph].doc[mention.head]
    actors: list[Actor] = [*mention.actors]
    while head.dep_ == "conj":
        head = head.head
        other = scene.mentions.at(mention.paragraph, head.i)
        if other is None or other.adjective or other is mention:
            break
        actors = [*(actor for actor in other.actors if actor not in actors), *actors]
    return tuple(actors) if len(actors) > 1 else ()
