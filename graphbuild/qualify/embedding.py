"""Which words govern an event: the way from the trigger up the tree, as far as each word lets it pass."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.lemmas import verb_lemmas
from graphbuild.qualify.modality import Cue, cue_of
from graphbuild.qualify.moods import clause_steps, is_perfect, mood_steps
from graphbuild.qualify.reading import Step
from graphbuild.qualify.surroundings import introducing_steps, qualifying_steps
from graphbuild.syntax import (
    COORDINATED,
    NOUN_DEPENDENT,
    OBJECT,
    PASSIVE_SUBJECT,
    SUBJECT,
    case_words,
    is_complement,
    is_definite,
    is_gerund,
    normal_form,
)
from graphbuild.tree import Word

CLIMB = 6
VERBAL = ("VERB", "AUX")
COMPLEMENT_CASES = (["à"], ["de"], ["pour"])
Link = tuple[list[Step], "Word | None"]
END: Link = ([], None)


def governing_steps(context: Context, trigger: Word) -> Iterator[Step]:
    """Yield what the words above a trigger make of it, the nearest first."""
    token: Word | None = trigger
    for _ in range(CLIMB):
        if token is None or token.head.i == token.i:
            return
        steps, token = _link(context, token)
        yield from steps


def _link(context: Context, token: Word) -> Link:
    """Return what the word above a token says of it, and the word from which to climb on."""
    label = token.dep_
    if label in COORDINATED:
        return _coordinated(token)
    if label in SUBJECT | PASSIVE_SUBJECT:
        return _of_subject(context, token)
    if token.pos_ in VERBAL and label in ("xcomp", "ccomp", "acl", "advcl", "nmod", "obl:arg", "obl:mod", "csubj"):
        return _of_clause(token)
    if label in OBJECT | NOUN_DEPENDENT or label == "xcomp":
        return _of_noun(context, token)
    return END


def _coordinated(token: Word) -> Link:
    """Coordinated nouns and infinitives share what governs them, participles also their auxiliary."""
    forms, head = token.morph.get("VerbForm", ()), token.head
    if "Fin" in forms or any(child.dep_ in SUBJECT | PASSIVE_SUBJECT for child in token.children):
        return END
    if "Inf" in forms:
        return list(introducing_steps(head)), head
    if "Part" in forms and token.pos_ in VERBAL:
        bare = not any(child.dep_.startswith("aux") for child in token.children)
        return (list(clause_steps(head)), head) if bare else END
    return [], head


def _of_clause(token: Word) -> Link:
    head, infinitive = token.head, "Inf" in token.morph.get("VerbForm", ())
    if token.dep_ in ("xcomp", "ccomp") or (infinitive and is_complement(token)):
        for governor in (head, head.head):
            # "demander aux alliés de partir": the parser hangs the infinitive on the allies
            found = cue_of(governor, "clause")
            if found is not None:
                return _governed(governor, found), governor
            if head.pos_ != "NOUN" or not infinitive:
                break
        return ([*mood_steps(head), *introducing_steps(head)], head) if infinitive and token.dep_ == "xcomp" else END
    return list(mood_steps(head)) if infinitive or is_gerund(token) else [], None


def _governed(head: Word, found: Cue) -> list[Step]:
    """Return the steps of a governing word: itself, its denial and mood, and what introduces it."""
    effect = found.done if is_perfect(head) else found.effect
    outer = list(qualifying_steps(head)) + list(clause_steps(head, governs=True))
    if effect == "planned":
        # "devrait", "souhaiterait": the conditional of a plan is politeness
        outer = [step for step in outer if step.effect != "possible" or step.tokens[0].pos_ not in VERBAL]
    return [Step((head,), effect, found.denied), *outer, *introducing_steps(head)]


def _of_subject(context: Context, token: Word) -> Link:
    """ "la rencontre n'aura pas lieu", "une rencontre est prévue", "des sanctions seraient imposées"."""
    head, passive = token.head, token.dep_ in PASSIVE_SUBJECT
    found = cue_of(head, "subject") or (cue_of(head, "noun") if passive else None)
    if found is not None:
        return _governed(head, found), head
    return ([*clause_steps(head), *introducing_steps(head)], head) if passive and _supports(context, head) else END


def _of_noun(context: Context, token: Word) -> Link:
    head, direct = token.head, token.dep_ in OBJECT or token.dep_ == "xcomp"
    case = [normal_form(word.lower_) for word in case_words(token)]
    found = cue_of(head, "noun")
    if not direct and case not in COMPLEMENT_CASES and not (found and head.pos_ == "NOUN" and not case):
        return END
    if found is not None and not (found.effect == "negated" and _is_saying(context, token)):
        return _governed(head, found), head
    if head.pos_ in VERBAL and (not is_definite(token) or (direct and _supports(context, head))):
        return [*clause_steps(head), *introducing_steps(head)], head
    return ([], head) if head.pos_ == "NOUN" and case == ["de"] and not is_definite(token) else END


def _is_saying(context: Context, noun: Word) -> bool:
    """A charge exists even where what it says is denied: "il nie ces accusations"."""
    return ("NOUN", noun.lemma_) in context.lexicon.speech


def _supports(context: Context, verb: Word) -> bool:
    return any(lemma in context.lexicon.support_verbs for lemma in verb_lemmas(verb))
