"""What the report on alliances says, in French and in English."""

from __future__ import annotations

from dataclasses import dataclass

NB = "\u00a0"


@dataclass(frozen=True, slots=True)
class Words:
    """Headings of tables and columns, values that are words, and notes; those with braces are filled in."""

    titles: dict[str, str]
    columns: dict[str, str]
    values: dict[str, str]
    notes: dict[str, str]
    decimal: str

    def number(self, value: float) -> str:
        """Return a number with two decimals."""
        return f"{value:.2f}".replace(".", self.decimal)


FRENCH = Words(
    titles={
        "blocs": "Blocs",
        "pairs": "Paires",
        "balance": "Équilibre",
        "triads": "Triades",
        "mediators": "Intermédiaires",
        "periods": "Périodes",
        "series": "Paires par période",
        "moves": f"Rapprochements et éloignements{NB}: {{before}} → {{after}}",
        "sources": "Les mêmes paires selon les sources",
    },
    columns={
        "bloc": "bloc", "standing": "place", "actor": "acteur", "support": "tirages",
        "friends": "amicales dans le bloc", "actions": "actions", "first": "acteurs", "kind": "lien",
        "friendly": "+", "hostile": "−", "contacts": "·", "share": f"part amicale (95{NB}%)", "sure": "net",
        "intensity": "intensité", "articles": "articles", "outlets": "sources", "measure": "mesure", "value": "valeur",
        "pattern": "figure", "balanced": "équilibrée", "friend_of": "ami de", "evidence": "actions",
        "period": "période", "telling": "articles qui en parlent", "corpus": "articles du corpus", "verdict": "sens",
        "before": "part avant", "after": "part après", "change": f"écart (95{NB}%)", "outlet": "source",
        "spread": "écart", "differ": "désaccord net", "friendly_before": "+ avant", "hostile_before": "− avant",
        "friendly_after": "+ après", "hostile_after": "− après",
    },
    values={
        "friendly": "amical", "hostile": "hostile", "mixed": "mixte", "contact": "contact", "core": "noyau stable",
        "wavering": "hésitant", "unassigned": "hors bloc", "closer": "rapprochés", "apart": "éloignés",
        "unclear": "incertain", "exact": "exact", "heuristic": "approché", "True": "oui", "False": "non",
        "triads: all friends": f"triades{NB}: trois amis (+ + +)",
        "triads: torn friend": f"triades{NB}: ami de deux ennemis (+ + −)",
        "triads: two against one": f"triades{NB}: deux contre un (+ − −)",
        "triads: all enemies": f"triades{NB}: trois ennemis (− − −)",
        "balanced share": "part de triades équilibrées",
        "signed ties": "liens amicaux ou hostiles", "frustration": "indice de frustration (liens à contresens)",
        "frustration at least": "au moins", "status": "calcul", "gap": "écart possible",
        "all friends": "trois amis", "torn friend": "ami de deux ennemis", "two against one": "deux contre un",
        "all enemies": "trois ennemis",
    },
    notes={
        "blocs": f"Noyau stable{NB}: ensemble dans neuf tirages d’articles sur dix, quatre actions amicales au moins. "
        f"Hors bloc, faute d’indices{NB}: {{unassigned}}. Un bloc résume ce que disent ces articles{NB}; il ne prouve "
        "pas une alliance.",
        "beyond": f"Seuls les {{split}} acteurs les mieux attestés sont répartis{NB}; {{beyond}} autres, connus par "
        "assez d’actions, ne le sont pas.",
        "no bloc": f"Aucun noyau stable{NB}: trop peu d’articles disent la même chose.",
        "pairs": f"Rencontres, appels et demandes sont des contacts{NB}: ils ne prennent pas parti. Mixte{NB}: un "
        f"quart au moins de chaque côté. Net{NB}: deux articles au moins, et la moitié hors de l’intervalle de la part "
        "amicale.",
        "balance": "Une description, non une preuve d’alliance.",
        "mediators": "En lien amical ou en contact avec les deux côtés d’une paire hostile.",
        "moves": "Part amicale avant et après, avec l’intervalle de l’écart (Newcombe).",
        "sources": f"Désaccord net{NB}: les intervalles des deux sources extrêmes ne se touchent pas.",
        "signs": f"+{NB}: actions amicales, −{NB}: hostiles, ·{NB}: contacts.",
        "empty": "Rien à montrer.",
        "more": f"Autres lignes, avec --limit{NB}: {{hidden}}.",
        "none": "sans date précise",
    },
    decimal=",",
)  # fmt: skip
ENGLISH = Words(
    titles={
        "blocs": "Blocs",
        "pairs": "Pairs",
        "balance": "Balance",
        "triads": "Triads",
        "mediators": "Go-betweens",
        "periods": "Periods",
        "series": "Pairs by period",
        "moves": "Closer and apart: {before} → {after}",
        "sources": "The same pairs by source",
    },
    columns={
        "support": "draws", "friends": "friendly in the bloc", "first": "actors", "kind": "tie", "friendly": "+",
        "hostile": "−", "contacts": "·", "share": f"friendly share (95{NB}%)", "sure": "clear", "outlets": "sources",
        "friend_of": "friend of", "evidence": "actions", "telling": "articles that tell",
        "corpus": "articles of the corpus", "verdict": "way", "before": "share before", "after": "share after",
        "change": f"change (95{NB}%)", "outlet": "source", "differ": "clearly differ", "friendly_before": "+ before",
        "hostile_before": "− before", "friendly_after": "+ after", "hostile_after": "− after", "pattern": "figure",
    },
    values={
        "True": "yes", "False": "no", "core": "stable core", "frustration": "frustration index (ties that do not fit)",
    },
    notes={
        "blocs": "Stable core: together in nine of ten draws of articles, four friendly actions at least. No bloc for "
        "want of evidence: {unassigned}. A bloc sums up what these articles say; it proves no alliance.",
        "beyond": "Only the {split} best-attested actors are put into blocs; {beyond} others of whom enough is known "
        "are not.",
        "no bloc": "No stable core: too few articles say the same.",
        "pairs": "Meetings, calls and requests are contacts: they take no side. Mixed: a quarter at least of each. "
        "Clear: two articles at least, and the interval of the friendly share leaves out one half.",
        "balance": "A description, no proof of an alliance.",
        "mediators": "Friends of both sides of a hostile pair, or in contact with them.",
        "moves": "Friendly share before and after, with the interval of the change (Newcombe).",
        "sources": "Clearly differ: the intervals of the two outermost sources do not touch.",
        "signs": "+: friendly actions, −: hostile, ·: contacts.",
        "empty": "Nothing to show.",
        "more": "More rows, with --limit: {hidden}.",
        "none": "no exact date",
    },
    decimal=".",
)  # fmt: skip


def words(language: str) -> Words:
    """Return the texts in French, or in English for every other language."""
    return FRENCH if language.lower().startswith("fr") else ENGLISH
