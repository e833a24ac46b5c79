"""What the text tells of a person's gender: "Mme" before the name, "élue" said of it, "sénatrice" beside it."""

from __future__ import annotations

from collections import Counter, defaultdict

from graphbuild.mentions.mention import Mention, gender_of_word
from graphbuild.mentions.scene import Scene
from graphbuild.syntax import APPOSITION, PASSIVE_SUBJECT, SUBJECT, is_reflexive
from graphbuild.tree import Tree, Word

CERTAIN = 5


def learn_genders(scene: Scene, names: list[Mention]) -> None:
    """Note the gender of each person whose tables do not tell it, by civility and by agreement."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in names:
        actor = mention.actors[0]
        if actor.kind != "person" or actor.gender:
            continue
        doc = scene.paragraphs[mention.paragraph].doc
        civility = _civility(scene, doc, mention.first)
        if civility:
            votes[actor.id][civility] += CERTAIN
        for word in _agreeing(scene, doc[mention.head]):
            gender = gender_of_word(word)
            if gender:
                votes[actor.id][gender] += 1
    for actor_id, counts in votes.items():
        gender, most = max(counts.items(), key=lambda item: (item[1], item[0]))
        if 2 * most > counts.total():
            scene.genders[actor_id] = gender


def _civility(scene: Scene, doc: Tree, first: int) -> str:
    """ "Mme X", and "M. X", whose full stop may be a word of its own."""
    for before in (first, first - 1, first - 2):
        if before >= 0 and doc[before].text in scene.lexicon.civilities:
            return scene.lexicon.civilities[doc[before].text]
    return ""


def _agreeing(scene: Scene, name: Word) -> list[Word]:
    """Return the words that agree with a name: its predicate, the participle after "être", the noun beside it."""
    words = [child for child in name.children if child.dep_ in ("acl", "amod")]
    if name.dep_ in APPOSITION and name.head.pos_ == "NOUN":
        words.append(name.head)
    if name.dep_ in SUBJECT | PASSIVE_SUBJECT:
        predicate = name.head
        if any(_carries(scene, child) for child in predicate.children) and not is_reflexive(predicate):
            words.append(predicate)
    return words


def _carries(scene: Scene, word: Word) -> bool:
    """Tell whether a word is the "être" that makes a predicate agree with its subject."""
    return word.dep_ == "cop" or (word.dep_.startswith("aux") and word.lemma_ in scene.lexicon.copulas)
