"""Group nouns: governments, bodies named before, people without a name, and words that are no actors."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import WhoIs


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Le [gouvernement] français a protesté.", "France"),
        ("La Pologne hésite. Le [gouvernement] a demandé un délai.", "Pologne"),
        ("L'[administration] Obama a libéré deux prisonniers.", "États-Unis"),
        ("Vladimir Poutine a défendu son [pays].", "Russie"),
        ("Le Parti socialiste a perdu. Le [parti] accuse la presse.", "Parti socialiste"),
        ("L'armée syrienne a attaqué. L'[armée] a repris la ville.", "armée syrienne"),
        ("La police a libéré seize [prisonniers].", "prisonniers"),
        ("Un jeune [manifestant] a été blessé.", "manifestant"),
        ("Une attaque [djihadiste] a fait deux morts.", "djihadistes"),
        ("Les [gouvernements] français et allemand ont protesté.", "France + Allemagne"),
        ("Syrie : un [homme] attaque trois passants.", "homme"),
        ("Minsk a libéré un [prisonnier] ainsi que deux otages.", "prisonnier"),
        ("L'[organisation] non gouvernementale Amnesty International proteste.", "Amnesty International"),
        ("Les [polices] française et belge cherchent un suspect.", "police française + police belge"),
        ("Boko Haram a attaqué. Le [groupe] djihadiste a enlevé dix femmes.", "Boko Haram"),
        ("Ryanair a annulé des vols. La [compagnie] irlandaise accuse les pilotes.", "Ryanair"),
        ("Google a perdu. Le [géant] américain fait appel.", "Google"),
        ("Airbus a perdu. L'[avionneur] fait appel.", "Airbus"),
        ("Ryanair a annulé des vols. La [compagnie] polonaise en profite.", "compagnie polonaise"),
        ("Boko Haram a attaqué. La [coalition] arabe a bombardé le village.", "coalition arabe"),
        ("Boko Haram a attaqué. Un [groupe] djihadiste a enlevé dix femmes.", "groupe djihadiste"),
        ("Le Sénat hésite. L'[assemblée] générale a voté.", "assemblée générale"),
    ],
)
def test_groups(who_is: WhoIs, marked: str, actor: str) -> None:
    assert who_is(marked) == actor


@pytest.mark.parametrize(
    "marked",
    [
        "Le suspect est en [garde] à vue.",
        "Ils défendent les droits de l'[homme].",
        "La Pologne attend. Il a quitté le [pouvoir].",
        "Elle a fait carrière à l'[étranger].",
        "Une conférence de [presse] a suivi.",
    ],
)
def test_words_that_are_no_actors(who_is: WhoIs, marked: str) -> None:
    assert who_is(marked) == ""
