"""Offices: "le président russe Vladimir Poutine" says that Vladimir Poutine leads Russia."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extraction.context import Context
from graphbuild.extraction.reading import Filler, Reading
from graphbuild.lexicon import Frame
from graphbuild.mentions.mention import Mention, Office

OFFICE = "relation.office"


def offices(context: Context) -> Iterator[Reading]:
    """Yield LEADS or MEMBER for each title, body and person that stand in one phrase.

    Rule id: relation.office. "Kirill, patriarche de l'Église orthodoxe russe" → LEADS
    """
    for office in context.scene.mentions.offices.get(context.paragraph, ()):
        source = Filler((office.mention,), "head", "tree")
        target = Filler((_body_mention(context, office),), "de", "tree")
        yield Reading(context.paragraph, office.first, office.first, _frame(office), source, target, OFFICE)


def _frame(office: Office) -> Frame:
    return Frame(
        lemma=office.lemma,
        pos="NOUN",
        type=office.relation,
        source_slots=("head",),
        target_slots=("de",),
        symmetric=False,
        words=(),
        reflexive=False,
        example="",
        expected=("", ""),
        where="titles.csv",
    )


def _body_mention(context: Context, office: Office) -> Mention:
    start, end = context.scene.paragraphs[context.paragraph].span(office.first, office.last)
    return Mention(
        context.paragraph, office.first, office.last, office.first, start, end, (office.body,), "name", "office"
    )
