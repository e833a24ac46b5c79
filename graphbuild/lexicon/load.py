"""The whole lexicon, loaded once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphbuild.lexicon.actions import FrameIndex, SupportVerb, load_frames, load_support_verbs
from graphbuild.lexicon.actors import Directory, load_directory
from graphbuild.lexicon.words import (
    FUNCTIONS,
    Group,
    Pronoun,
    Title,
    function_words,
    load_cues,
    load_groups,
    load_offices,
    load_pairs,
    load_pronouns,
    load_titles,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rules know about words and actors. Treat it as read-only."""

    frames: FrameIndex
    support_verbs: dict[str, SupportVerb]
    directory: Directory
    groups: dict[str, Group]
    group_adjectives: dict[str, str]
    titles: dict[tuple[str, ...], Title]
    title_openers: frozenset[str]
    offices: dict[str, tuple[str, ...]]
    ministries: dict[str, str]
    institutions: dict[tuple[str, str], str]
    pronouns: dict[str, Pronoun]
    impersonal: frozenset[str]
    copulas: frozenset[str]
    civilities: dict[str, str]
    prepositions: dict[str, str]
    prefixes: dict[str, str]
    controllers: dict[str, str]
    speech: dict[tuple[str, str], str]
    speech_openings: frozenset[str]

    def takes_patient(self, noun: str) -> bool:
        """Tell whether "de" after a noun names who suffers it ("l'invasion de l'Ukraine"), not who does it."""
        frames = [frame for frame in self.frames.get(("NOUN", noun), ()) if not frame.words]
        does = any(frame.source_slots[0] == "de" for frame in frames)
        return not does and any(frame.target_slots[0] == "de" for frame in frames)


@cache
def load_lexicon() -> Lexicon:
    """Read all tables; raises LexiconError on the first bad row, named file:line."""
    for kind in FUNCTIONS:
        function_words(kind)
    titles, speech = load_titles(), load_cues("speech.csv")
    return Lexicon(
        frames=load_frames(),
        support_verbs=load_support_verbs(),
        directory=load_directory(),
        groups=load_groups(),
        group_adjectives=load_pairs("adjectives_of_groups.csv", "form", "name"),
        titles=titles,
        title_openers=frozenset(words[0] for words in titles),
        offices=load_offices(),
        ministries=load_pairs("ministries.csv", "title", "body"),
        institutions=load_cues("institutions.csv", "actor"),
        pronouns=load_pronouns(),
        copulas=frozenset(load_pairs("copulas.csv", "lemma", "lemma")),
        civilities=load_pairs("civility.csv", "form", "gender"),
        impersonal=frozenset(load_pairs("impersonal.csv", "lemma", "lemma")),
        prepositions=load_pairs("prepositions.csv", "form", "slot"),
        prefixes=load_pairs("prefixes.csv", "prefix", "actor"),
        controllers=load_pairs("control.csv", "lemma", "controller"),
        speech=speech,
        speech_openings=frozenset(cue[:end] for _, cue in speech for end in range(1, len(cue) + 1)),
    )
