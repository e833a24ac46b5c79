"""Nouns: their complements, nationalities, possessives, compounds, support verbs and the verb above them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose, holds

COMPLEMENT = [
    ("L'invasion de l'Ukraine par la Russie dure.", "ASSAULT Russie > Ukraine"),
    (
        "La rencontre entre Donald Trump et Vladimir Poutine a duré trois heures.",
        "CONSULT Donald Trump = Vladimir Poutine",
    ),
    ("L'alliance de la Russie avec la Chine inquiète.", "ALLY Russie = Chine"),
    ("L'offensive de la Turquie contre la Syrie a repris.", "ASSAULT Turquie > Syrie"),
    ("La visite de Xi Jinping chez Vladimir Poutine a surpris.", "CONSULT Xi Jinping > Vladimir Poutine"),
    ("La libération de prisonniers par la Biélorussie a été saluée.", "CONCEDE Biélorussie > prisonniers"),
    ("Le soutien de l'Iran au Hezbollah est ancien.", "SUPPORT Iran > Hezbollah"),
    ("La récolte vient grâce à l'aide de la France au Tchad.", "AID France > Tchad"),
    ("L'offre de Donald Trump à l'Iran est rejetée.", "REQUEST Donald Trump > Iran"),
]
NATIONALITY = [
    ("Les sanctions américaines contre l'Iran pèsent.", "SANCTION États-Unis > Iran"),
    ("L'aide européenne à l'Ukraine arrive.", "AID Union européenne > Ukraine"),
    ("Les menaces russes contre la Finlande se répètent.", "THREATEN Russie > Finlande"),
]
POSSESSIVE = [
    (
        "Donald Trump et Vladimir Poutine sont arrivés. Leur rencontre a commencé.",
        "CONSULT Donald Trump = Vladimir Poutine",
    ),
    ("L'Inde se dit prête. Sa guerre contre le Pakistan est finie.", "ASSAULT Inde > Pakistan"),
]
COMPOUND = [
    ("L'appel Trump-Poutine a duré une heure.", "CONSULT Donald Trump = Vladimir Poutine"),
    ("L'accord russo-américain a été publié.", "AGREE Russie = États-Unis"),
    ("Le traité franco-allemand a soixante ans.", "AGREE France = Allemagne"),
]
SUPPORT = [
    ("Washington a imposé des sanctions à Téhéran.", "SANCTION États-Unis > Iran"),
    ("L'Ukraine a subi une attaque de la Russie.", "ASSAULT Russie > Ukraine"),
    ("Le Liban a reçu une aide de la France.", "AID France > Liban"),
    ("Les sanctions imposées à l'Iran par Washington demeurent.", "SANCTION États-Unis > Iran"),
    ("La Turquie a donné son accord à la Suède.", "AGREE Turquie > Suède"),
]
GOVERNOR = [
    ("Emmanuel Macron prépare une rencontre avec Vladimir Poutine.", "CONSULT Emmanuel Macron = Vladimir Poutine"),
    ("La Serbie souhaite un dialogue avec le Kosovo.", "CONSULT Serbie = Kosovo"),
]
RELATIONAL = [
    ("Alexandre Loukachenko est un allié de Vladimir Poutine.", "ALLY Alexandre Loukachenko > Vladimir Poutine"),
    ("La Serbie, alliée de la Russie, hésite.", "ALLY Serbie > Russie"),
    ("La Hongrie est membre de l'OTAN.", "MEMBER Hongrie > OTAN"),
]
ADJECTIVE = [
    ("La Serbie, proche de la Russie, hésite.", "ALLY Serbie > Russie"),
    ("La Pologne est hostile à la Russie.", "ADVERSARY Pologne > Russie"),
    ("Donald Trump semble indifférent à l'Ukraine.", "REJECT Donald Trump > Ukraine"),
]
OFFICE = [
    ("Le président russe Vladimir Poutine a parlé.", "LEADS Vladimir Poutine > Russie"),
    ("Emmanuel Macron, président de la République française, arrive.", "LEADS Emmanuel Macron > France"),
    ("Kirill, patriarche de l'Église orthodoxe russe, se tait.", "LEADS Kirill > Église orthodoxe russe"),
]
RULES = [
    ("L'invasion de l'Ukraine par la Russie dure.", "nominal.complement"),
    ("Washington a imposé des sanctions à Téhéran.", "nominal.support:imposer"),
    ("La Serbie souhaite un dialogue avec le Kosovo.", "nominal.governor"),
    ("La Serbie, proche de la Russie, hésite.", "adjectival.relation"),
    ("Le président russe Vladimir Poutine a parlé.", "relation.office"),
]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [*COMPLEMENT, *NATIONALITY, *POSSESSIVE, *COMPOUND, *SUPPORT, *GOVERNOR, *RELATIONAL, *ADJECTIVE, *OFFICE],
)
def test_a_noun_joins_its_actors(propose: Propose, sentence: str, event: str) -> None:
    found = propose(sentence)
    assert holds(found, event), found


@pytest.mark.parametrize(("sentence", "rule"), RULES)
def test_the_rule_names_the_way(propose: Propose, sentence: str, rule: str) -> None:
    assert rule in {proposal.rule for proposal in propose(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("L'Ukraine a subi une attaque de la Russie.", "ASSAULT Ukraine > Russie"),
        ("L'invasion de l'Ukraine par la Russie dure.", "ASSAULT Ukraine > Russie"),
        ("Paris condamne l'attaque contre l'Ukraine.", "ASSAULT France > Ukraine"),
        ("L'agence Reuters a annoncé l'arrestation de deux pêcheurs.", "COERCE Reuters > pêcheurs"),
        ("Le soldat a tiré à l'aide d'un fusil sur la foule.", "AID soldat > foule"),
    ],
)
def test_the_victim_and_the_judge_did_not_do_it(propose: Propose, sentence: str, event: str) -> None:
    assert not holds(propose(sentence), event)
