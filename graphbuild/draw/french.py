"""What a picture says in French."""

from __future__ import annotations

from graphbuild.draw.words import NB, Words

FRENCH = Words(
    decimal=",",
    first_of_month="1er",
    months=tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    short_months=tuple("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()),
    titles={
        "alliances": "Alliances et conflits",
        "matrix": "Alliances et conflits, paire par paire",
        "timeline": "Actions amicales et hostiles",
        "ego": f"{{actors}}{NB}: amis et adversaires",
    },
    of_actors=f"{{title}}{NB}: {{actors}}",
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
    coreless=f"Groupe sans noyau ({{count}}){NB}: {{names}}",
    wavering="à demi plein : hésite, selon les articles que l’on tire",
    no_bloc="hors bloc (trop peu attesté, ou sans ami)",
    intensity=f"Intensité moyenne{NB}: hostile < 0 < amicale",
    cells="Cases",
    number="nombre d’actions de la paire, contacts compris",
    unknown=f"rien de connu (ce qui n’est pas{NB}0)",
    mixed_cell="paire mixte (un quart au moins de chaque)",
    contact_cell=f"contact seul{NB}: ni amical ni hostile",
    core_frame="noyau stable d’un bloc",
    bloc_frame="bloc avec ses hésitants",
    sides={
        "friendly": "Liens amicaux",
        "mixed": "Liens mixtes",
        "hostile": "Liens hostiles",
        "contact": "Contacts seuls",
    },
    counts="(+2 −1 ⇄3)",
    counts_read="2 actions amicales, 1 hostile, 3 contacts",
    of_which=f"dont {{pair}}{NB}: {{count}}",
    more_unshown=f"Plus d’actions manquent que n’en montrent les barres{NB}: voir la légende.",
    friendly="amicales",
    hostile="hostiles",
    actions={"week": "actions par semaine", "month": "actions par mois"},
    contacts="contacts",
    articles="articles",
    no_dated_article="aucun article ne porte de date",
    empty="Aucun lien entre des acteurs nommés.",
    no_ties=f"{{actors}}{NB}: aucun lien n’est connu.",
    nothing_dated="Aucune action datée d’assez près.",
    corpus=f"Corpus{NB}: {{told}}.",
    from_to="du {first} au {last}",
    on="le {first}",
    undated_articles="{count} sans date",
    rule="Actions affirmées, confiance d’au moins {least}.",
    left_events=f"Mentions laissées de côté{NB}: "
    "niées, prévues, possibles ou rapportées ({unreal}), moins sûres ({unsure}).",
    shown=f"Acteurs montrés{NB}: {{actors}} sur {{all_actors}}{NB}; liens{NB}: {{ties}} sur {{all_ties}}{NB}; "
    f"actions, chacune comptée une fois par paire{NB}: "
    "{friendly} amicales, {hostile} hostiles, {contacts} contacts{dates}.",
    undated_shown="{count} sans date",
    left_actors=f"Acteurs laissés de côté{NB}: {{parts}}.",
    groups="groupes sans nom propre ({count})",
    rare="dans une seule action ({count})",
    other="moins attestés ou sans lien montré ({count})",
    caution=f"Un bloc résume les liens montrés{NB}; il ne prouve pas une alliance.",
    counted=f"Actions montrées, chacune comptée une fois par paire{NB}: "
    "{friendly} amicales, {hostile} hostiles, {contacts} contacts, "
    "à leur jour ou sinon à celui de leur article ({by_article}).",
    unplaced=f"Non montrées{NB}: {{parts}}.",
    vague={"week": "datées à plus d’une semaine près ({count})", "month": "datées à plus d’un mois près ({count})"},
    undated="sans date ({count})",
    outside="hors de la période des articles ({count})",
)
