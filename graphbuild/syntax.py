"""Universal Dependencies for French, by role: what several modules ask of a parse.

The labels are those of UD French Sequoia, on which spaCy's French pipelines are trained
(https://universaldependencies.org/fr/).
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.tree import Tree, Word

SUBJECT = frozenset({"nsubj"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass"})
OBJECT = frozenset({"obj"})
AGENT = frozenset({"obl:agent"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod", "iobj", "obl:agent"})
NOUN_DEPENDENT = frozenset({"nmod", "obl", "obl:arg", "obl:mod", "obl:agent"})
APPOSITION = frozenset({"appos"})
UNDONE = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à"}
CONTRACTED = frozenset(("du", "des", "au", "aux"))
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
AUXILIARY = frozenset({"aux", "aux:tense", "aux:pass", "aux:caus", "cop"})
RELATIVE = frozenset({"acl:relcl"})
PARTICIPIAL = frozenset({"acl", "amod"})
CONTROLLED = frozenset({"xcomp"})
ADVERBIAL = frozenset({"advcl"})
COORDINATED = frozenset({"conj"})
PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées", "u", "us", "ue", "ues", "is", "ise", "it", "ite")
FINITE_ENDINGS = ("que", "ques", "gue", "gues")
LONGEST_PREPOSITION = 5
ADVERBIAL_PRONOUN = "en"


def children(token: Word, labels: frozenset[str]) -> list[Word]:
    """Return the dependents of a token that carry one of the labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def is_passive(verb: Word) -> bool:
    """Tell whether a verb form is a passive: by auxiliary, by its subject's label, or as a predicate ("est isolé")."""
    labels = {child.dep_ for child in verb.children}
    if is_reflexive(verb):
        return False  # "ils se sont rencontrés" often gets the labels of a passive
    if "aux:pass" in labels:
        return True
    if any(child.lemma_ == "avoir" and child.dep_ in AUXILIARY for child in verb.children):
        return False  # "ils n'ont pas répondu" often gets a passive subject
    return "nsubj:pass" in labels or ("cop" in labels and (verb.pos_ == "ADJ" or not AGENT.isdisjoint(labels)))


def is_participle(verb: Word) -> bool:
    """Tell whether a form is a past participle without an auxiliary: "l'accord signé par Minsk"."""
    form = verb.morph.get("VerbForm", ())
    past = "Part" in form and "Pres" not in verb.morph.get("Tense", ())
    return (past or (verb.pos_ == "ADJ" and looks_participial(verb))) and not any(
        child.dep_ in AUXILIARY for child in verb.children
    )


def looks_participial(word: Word) -> bool:
    """Tell whether a form ends like a past participle; "attaque" and "finance" taken for adjectives do not."""
    return word.lower_.endswith(PARTICIPLE_ENDINGS) and not word.lower_.endswith(FINITE_ENDINGS)


def is_reflexive(verb: Word) -> bool:
    """Tell whether a verb carries "se"."""
    return any(child.lower_ in ("se", "s'") for child in verb.children)


def is_causative(verb: Word) -> bool:
    """Tell whether a verb is the "faire" of "faire savoir"."""
    return verb.lemma_ == "faire"


def is_gerund(verb: Word) -> bool:
    """Tell whether a participle is introduced by "en"."""
    return any(child.lower_ == "en" and child.dep_ in ("mark", "case") for child in verb.children)


def is_complement(infinitive: Word) -> bool:
    """Tell whether an infinitive is introduced by "à" or "de" alone: a complement, whatever its label."""
    marks = [child for child in infinitive.children if child.dep_ in ("mark", "case") and child.i < infinitive.i]
    return bool(marks) and all(mark.lemma_ in ("à", "de") for mark in marks)


def has_adverbial_pronoun(verb: Word, reach: int) -> bool:
    """Tell whether "en" stands within so many words before a verb: "s'en prendre à"."""
    return any(before.lower_ == ADVERBIAL_PRONOUN for before in verb.doc[max(verb.i - reach, 0) : verb.i])


def conjuncts(token: Word) -> Iterator[Word]:
    """Yield a token and all that is coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ in COORDINATED and child.i > token.i and not opens_clause(token, child):
            yield from conjuncts(child)


def leads_sentence(noun: Word) -> bool:
    """Tell whether a noun opens a sentence that has a verb, though the parser makes it the root.

    "La France, dont une frégate est là, n'a pas pris part": the subject, cut off by what stands between commas.
    """
    if (
        noun.dep_ != "ROOT"
        or noun.pos_ not in NOMINAL
        or any(t.pos_ != "DET" for t in noun.doc[noun.sent.start : noun.i])
    ):
        return False
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    return len(behind) > 0 and behind[0].text == "," and any("Fin" in word.morph.get("VerbForm", ()) for word in behind)


def opens_clause(first: Word, noun: Word) -> bool:
    """Tell whether a noun behind a comma is a new subject, which the parser takes for one more object like `first`.

    "a gelé les avoirs de VTB, et les Européens se réunissent", "après l'entrée de Chypre, Paris et Rome ont réagi".
    """
    before = noun.i - 1
    while before > first.i and noun.doc[before].pos_ in ("DET", "ADJ"):
        before -= 1
    bare = noun.doc[before].text == ","
    joins = bare or (noun.doc[before].pos_ == "CCONJ" and noun.doc[before - 1].text == ",")
    if not joins or first.dep_ in SUBJECT | PASSIVE_SUBJECT:
        return False
    for word in noun.doc[noun.i + 1 : noun.sent.end]:
        joint = word.pos_ == "SCONJ" or (word.pos_ == "CCONJ" and not bare)
        if word.is_punct or "Rel" in word.morph.get("PronType", ()) or joint:
            return False
        if "Fin" in word.morph.get("VerbForm", ()):
            return not bare or not _has_subject_before(word, noun)
    return False


def _has_subject_before(finite: Word, noun: Word) -> bool:
    verb = finite.head if finite.dep_.startswith("aux") or finite.dep_ == "cop" else finite
    if verb.dep_ in COORDINATED and verb.head.i < noun.i:
        return True
    return any(subject.i < noun.i for subject in children(verb, SUBJECT | PASSIVE_SUBJECT))


def case_words(token: Word) -> list[Word]:
    """Return the prepositions that introduce a noun, with the words fixed to them."""
    words = []
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            words.append(child)
            words += [grandchild for grandchild in child.children if grandchild.dep_ == "fixed"]
    return sorted(words, key=lambda word: word.i)


def preposition(token: Word, prepositions: dict[str, str]) -> str:
    """Return the slot name of the preposition before a noun ("" for none): "aux côtés de" gives "avec".

    The text before the noun decides, since the parser often splits a locution. "dont" stands for "de".
    """
    if token.lower_ == "dont":
        return "de"
    words = case_words(token)
    if not words:
        return ""
    return preposition_ending(token.doc, words[-1].i, prepositions) or words[-1].lemma_


def preposition_ending(doc: Tree, last: int, prepositions: dict[str, str], shortest: int = 1) -> str:
    """Return the slot name of the longest preposition of `shortest` words or more that ends at a token, or ""."""
    if last < 0:
        return ""
    end = doc[last]
    alone = UNDONE.get(end.lower_, end.lower_)
    for length in range(min(LONGEST_PREPOSITION, last + 1), shortest - 1, -1):
        before = doc.text[doc[last - length + 1].idx : end.idx].lower()
        form = before + (alone if before.endswith(" ") or not before else end.lower_)
        if form in prepositions:
            return prepositions[form]
    return ""


def normal_form(text: str) -> str:
    """Return a preposition in lower case with its final article undone: "à l'encontre des" → "à l'encontre de"."""
    form = text.lower()
    head, _, last = form.rpartition(" ")
    undone = UNDONE.get(last, last)
    return f"{head} {undone}" if head else undone


def has_article(token: Word) -> bool:
    """Tell whether an article stands right before a word, which then is a noun whatever its tag: "l'offre de Paris"."""
    if token.i == 0:
        return False
    before = token.doc[token.i - 1]
    return before.head.i == token.i and before.dep_ == "det" and before.morph.get("PronType", ()) == ("Art",)


def is_definite(noun: Word) -> bool:
    """Tell whether a noun has a definite article (also contracted), a demonstrative or a possessive before it."""
    if noun.i == 0:
        return False
    before = noun.doc[noun.i - 1]
    morph = before.morph
    return bool(
        morph.get("Definite", ()) == ("Def",)
        or "Dem" in morph.get("PronType", ())
        or morph.get("Poss", ())
        or before.lower_ in CONTRACTED
    )
