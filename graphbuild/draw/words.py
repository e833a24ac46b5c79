"""What a picture says, in French and in English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NB = "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a picture; those with braces are filled in."""

    title: str
    ties: str
    kinds: dict[str, str]
    width: str
    size: str
    blocs: str
    bloc: str
    more_blocs: str
    no_bloc: str
    empty: str
    shown: str
    dated: str
    on: str
    hidden: str
    caution: str
    corpus: str
    rule: str
    months: tuple[str, ...]

    def number(self, value: float) -> str:
        """Return a number with the decimal sign of the language."""
        return f"{value:g}".replace(".", "," if self is FRENCH else ".")

    def day(self, iso: str) -> str:
        """Return a date as one writes it; a text that is no date comes back as it is."""
        try:
            when = date.fromisoformat(iso)
        except ValueError:
            return iso
        first = "1er" if when.day == 1 and self is FRENCH else str(when.day)
        return f"{first}{NB}{self.months[when.month - 1]}{NB}{when.year}"


FRENCH = Words(
    title="Alliances et conflits",
    ties="Liens",
    kinds={
        "friendly": "amical",
        "hostile": "hostile",
        "mixed": "mixte (un quart au moins de chaque)",
        "contact": "contact seul (rencontre, appel, demande)",
    },
    width=f"Épaisseur{NB}: nombre d’actions",
    size=f"Taille{NB}: nombre d’actions",
    blocs="Blocs",
    bloc=f"Bloc{NB}{{number}} ({{count}}){NB}: {{names}}",
    more_blocs=f"Autres blocs{NB}: {{count}}",
    no_bloc="hors bloc (trop peu attesté, partagé ou changeant)",
    empty="Aucun lien, ni amical ni hostile, entre des acteurs nommés.",
    shown=f"Acteurs montrés{NB}: {{actors}} sur {{all_actors}}{NB}; liens{NB}: {{ties}} sur {{all_ties}}{NB}; "
    f"actions, comptées par paire{NB}: {{friendly}} amicales, {{hostile}} hostiles.",
    dated="Du {first} au {last}.",
    on="Le {first}.",
    hidden=f"Laissés de côté ({{count}}){NB}: groupes sans nom propre et acteurs moins attestés.",
    caution=f"Un bloc résume les liens montrés{NB}; il ne prouve pas une alliance.",
    corpus=f"Corpus{NB}: {{told}}.",
    rule="Actions affirmées, confiance d’au moins {least}.",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
)
ENGLISH = Words(
    title="Alliances and conflicts",
    ties="Ties",
    kinds={
        "friendly": "friendly",
        "hostile": "hostile",
        "mixed": "mixed (a quarter at least of each)",
        "contact": "contact alone (meeting, call, request)",
    },
    width="Width: number of actions",
    size="Size: number of actions",
    blocs="Blocs",
    bloc=f"Bloc{NB}{{number}} ({{count}}): {{names}}",
    more_blocs="More blocs: {count}",
    no_bloc="no bloc (too little told, torn or wavering)",
    empty="No tie, friendly or hostile, between named actors.",
    shown="Actors shown: {actors} of {all_actors}; ties: {ties} of {all_ties}; "
    "actions, counted by pair: {friendly} friendly, {hostile} hostile.",
    dated="From {first} to {last}.",
    on="On {first}.",
    hidden="Left out ({count}): groups without a proper name and actors less well attested.",
    caution="A bloc sums up the ties shown; it proves no alliance.",
    corpus="Corpus: {told}.",
    rule="Asserted, confidence {least}+.",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)


def words(language: str) -> Words:
    """Return the texts in French, or in English for every other language."""
    return FRENCH if language.lower().startswith("fr") else ENGLISH
