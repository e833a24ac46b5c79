"""Verbs: voices, slots, shared subjects. Each row is a sentence and the events that a reader finds in it."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Propose, holds

ACTIVE = [
    ("Syrie : l'Iran finance le Hamas", "AID Iran > Hamas"),
    ("La Russie a attaqué l'Ukraine.", "ASSAULT Russie > Ukraine"),
    ("Le Japon soutient la Corée du Sud.", "SUPPORT Japon > Corée du Sud"),
    ("Emmanuel Macron félicitera Donald Trump.", "SUPPORT Emmanuel Macron > Donald Trump"),
    ("Washington condamne la Corée du Nord.", "ACCUSE États-Unis > Corée du Nord"),
    ("L'Inde n'a pas attaqué le Pakistan.", "ASSAULT Inde > Pakistan"),
]
PASSIVE = [
    ("L'Ukraine a été attaquée par la Russie.", "ASSAULT Russie > Ukraine"),
    ("Angela Merkel fut reçue par Barack Obama.", "CONSULT Barack Obama > Angela Merkel"),
    ("Le Qatar est accusé par l'Arabie saoudite.", "ACCUSE Arabie saoudite > Qatar"),
    ("Vladimir Poutine est glorifié par la Corée du Nord.", "SUPPORT Corée du Nord > Vladimir Poutine"),
]
INSTITUTION = [
    ("Nicolas Sarkozy a été mis en examen mardi.", "ACCUSE justice > Nicolas Sarkozy"),
    ("La mise en examen de Nicolas Sarkozy est attendue.", "ACCUSE justice > Nicolas Sarkozy"),
    ("Nicolas Sarkozy a été mis en examen par la France.", "ACCUSE France > Nicolas Sarkozy"),
]
THROUGH = [
    ("Le Chili condamne l'invasion de l'Ukraine par la Russie.", "ACCUSE Chili > Russie"),
    ("Le Chili dénonce la politique de l'Ukraine.", "ACCUSE Chili > Ukraine"),
]
OBLIQUE = [
    ("Emmanuel Macron a téléphoné à Vladimir Poutine dimanche soir.", "CONSULT Emmanuel Macron > Vladimir Poutine"),
    ("La Suède négocie avec la Turquie depuis mai.", "CONSULT Suède = Turquie"),
    ("Les agriculteurs protestent contre l'Union européenne.", "PROTEST agriculteurs > Union européenne"),
    ("L'Iran a tiré sur Israël.", "ASSAULT Iran > Israël"),
    ("La Pologne compte sur l'OTAN.", "SUPPORT Pologne > OTAN"),
    ("Cuba s'est réconciliée avec les États-Unis.", "AGREE Cuba = États-Unis"),
    ("L'ONU a envoyé du blé au Mali.", "AID ONU > Mali"),
    ("Israël s'est renseigné auprès des États-Unis.", "CONSULT Israël > États-Unis"),
]
CLITIC = [
    ("Joe Biden a vu Xi Jinping lundi. Il l'a menacé.", "THREATEN Joe Biden > Xi Jinping"),
    ("La Russie et la Chine se sont rencontrées.", "CONSULT Russie = Chine"),
    ("La Hongrie s'oppose à l'Ukraine.", "ADVERSARY Hongrie > Ukraine"),
    ("Donald Trump s'en est pris à Emmanuel Macron.", "ACCUSE Donald Trump > Emmanuel Macron"),
    ("La Chine et le Japon se sont insultés.", "ACCUSE Chine = Japon"),
]
CONTROL = [
    ("La France a demandé à l'Iran de libérer des prisonniers.", "REQUEST France > Iran"),
    ("La France a demandé à l'Iran de libérer des prisonniers.", "CONCEDE Iran > prisonniers"),
    ("L'Ukraine accuse la Russie d'avoir attaqué la Pologne.", "ACCUSE Ukraine > Russie"),
    ("L'Ukraine accuse la Russie d'avoir attaqué la Pologne.", "ASSAULT Russie > Pologne"),
    ("La Turquie veut rencontrer la Grèce.", "CONSULT Turquie > Grèce"),
    ("Le Mali a promis de soutenir le Niger.", "SUPPORT Mali > Niger"),
    ("Pour convaincre la Turquie, la Suède a expulsé des militants.", "COERCE Suède > militants"),
]
PARTICIPLE = [
    ("Saluant la Pologne, Joe Biden a quitté Varsovie.", "SUPPORT Joe Biden > Pologne"),
    ("Soutenue par la Russie, la Syrie a tenu.", "SUPPORT Russie > Syrie"),
    ("Le Hamas, bombardé par Israël, a répondu.", "ASSAULT Israël > Hamas"),
]
RELATIVE = [
    ("La Russie, qui a envahi l'Ukraine, dément.", "ASSAULT Russie > Ukraine"),
]
COORDINATED = [
    ("La France a gelé les avoirs de l'Iran, et les États-Unis ont sanctionné la Syrie.", "SANCTION France > Iran"),
    ("Berlin a reçu la Turquie, et la Suède se moque de l'Iran.", "ACCUSE Suède > Iran"),
    ("L'Italie, l'Allemagne ainsi que la France ont condamné l'Iran.", "ACCUSE Italie > Iran"),
    ("La Chine et la Russie ont condamné Israël.", "ACCUSE Chine > Israël"),
    ("La Chine et la Russie ont condamné Israël.", "ACCUSE Russie > Israël"),
    ("La Turquie a menacé puis attaqué la Syrie.", "ASSAULT Turquie > Syrie"),
    ("Le Canada avait au contraire sanctionné la Serbie et livré au Kosovo des chars.", "AID Canada > Kosovo"),
    ("La France soutient l'Ukraine et condamne la Russie.", "SUPPORT France > Ukraine"),
    ("La France soutient l'Ukraine et condamne la Russie.", "ACCUSE France > Russie"),
    ("Le Canada a condamné la Russie, la Biélorussie ainsi que l'Iran.", "ACCUSE Canada > Biélorussie"),
    ("Le Canada a condamné la Russie, la Biélorussie ainsi que l'Iran.", "ACCUSE Canada > Iran"),
]
EXPRESSION = [
    ("La France a retiré ses troupes du Niger.", "RETREAT France > Niger"),
    ("L'Allemagne a mis la Grèce en garde.", "THREATEN Allemagne > Grèce"),
    ("La Pologne a convoqué l'ambassadeur de Russie.", "REQUEST Pologne > Russie"),
    ("Israël veut en finir avec le Hamas.", "ASSAULT Israël > Hamas"),
    ("La Croix-Rouge appelle les habitants de toute la région à donner du sang.", "REQUEST Croix-Rouge > habitants"),
]
TURNED = [
    ("Les États-Unis ont assoupli l'embargo contre Cuba.", "CONCEDE États-Unis > Cuba"),
    ("Israël a suspendu ses bombardements contre le Hamas.", "RETREAT Israël > Hamas"),
]
RULES = [
    ("La Russie a attaqué l'Ukraine.", "verbal.active"),
    ("L'Ukraine a été attaquée par la Russie.", "verbal.passive"),
    ("Soutenue par la Russie, la Syrie a tenu.", "verbal.participle"),
    ("La Turquie veut rencontrer la Grèce.", "verbal.infinitive"),
    ("La Hongrie s'oppose à l'Ukraine.", "verbal.reflexive"),
]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        *ACTIVE,
        *PASSIVE,
        *INSTITUTION,
        *THROUGH,
        *OBLIQUE,
        *CLITIC,
        *CONTROL,
        *PARTICIPLE,
        *RELATIVE,
        *COORDINATED,
        *EXPRESSION,
        *TURNED,
    ],
)
def test_a_verb_joins_its_actors(propose: Propose, sentence: str, event: str) -> None:
    found = propose(sentence)
    assert holds(found, event), found


@pytest.mark.parametrize(("sentence", "rule"), RULES)
def test_the_rule_names_the_voice(propose: Propose, sentence: str, rule: str) -> None:
    assert rule in {proposal.rule for proposal in propose(sentence)}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("L'Ukraine accuse la Russie d'avoir attaqué la Pologne.", "ASSAULT Ukraine > Pologne"),
        ("La France a demandé à l'Iran de libérer des prisonniers.", "CONCEDE France > prisonniers"),
        ("L'Ukraine a été attaquée par la Russie.", "ASSAULT Ukraine > Russie"),
        ("Le Hamas, que l'Iran soutient, refuse.", "SUPPORT Hamas > Iran"),
        ("Italie : le syndicat veut attaquer la Hongrie.", "ASSAULT Italie > Hongrie"),
        ("Berlin approuve, Paris s'étrangle.", "SUPPORT Allemagne > France"),
        ("Un Norvégien a été enlevé au Tchad.", "COERCE Norvégien > Tchad"),
        ("Après l'entrée de la Suède dans l'OTAN, la Hongrie et la Turquie se sont tues.", "MEMBER Turquie > OTAN"),
        ("Le Chili a critiqué la visite au Pérou.", "CONSULT Chili > Pérou"),
    ],
)
def test_the_sides_are_not_turned_round(propose: Propose, sentence: str, event: str) -> None:
    assert not holds(propose(sentence), event)
