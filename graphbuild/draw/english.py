"""What a picture says in English."""

from __future__ import annotations

from graphbuild.draw.words import Words

ENGLISH = Words(
    decimal=".",
    first_of_month="1",
    months=tuple(
        "January February March April May June July August September October November December".split()
    ),
    short_months=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    titles={
        "alliances": "Alliances and conflicts",
        "matrix": "Who does what to whom, bloc by bloc",
        "timeline": "Friendly and hostile actions",
        "ego": "Around {actors}",
    },
    of_actors="{title}: {actors}",
    ties="Ties",
    kinds={"friendly": "friendly", "hostile": "hostile", "mixed": "mixed (a quarter at least of each)"},
    width="Width: number of actions",
    size="Size: number of actions",
    blocs="Blocs",
    bloc="Bloc\u00a0{number} ({count}): {names}",
    more_blocs="More blocs: {count}",
    no_bloc="no bloc (fewer than 3 actions, or no clear side)",
    intensity="Mean intensity: hostile < 0 < friendly",
    cell="Figure in a cell",
    number="number of actions of the pair",
    unknown="nothing known, which is not 0",
    mixed_cell="mixed pair (a quarter at least of each)",
    bloc_frame="bloc",
    sides={"friendly": "Friendly ties", "mixed": "Mixed ties", "hostile": "Hostile ties"},
    counts="(+2 −1)",
    counts_read="2 friendly actions, 1 hostile",
    friendly="friendly",
    hostile="hostile",
    actions={"week": "actions a week", "month": "actions a month"},
    articles={"week": "articles a week", "month": "articles a month"},
    empty="No tie, friendly or hostile, between named actors.",
    no_ties="No tie, friendly or hostile, is known of {actors}.",
    nothing_dated="No action is dated closely enough.",
    corpus="Corpus: {told}.",
    from_to="from {first} to {last}",
    on="on {first}",
    undated_articles="{count} without date",
    rule="Asserted actions, confidence {least}+.",
    left_events="Actions left out: denied, planned, possible or reported ({unreal}), less sure ({unsure}).",
    undated_events="Without any date: {count}.",
    shown="Actors shown: {actors} of {all_actors}; ties: {ties} of {all_ties}; "
    "actions, counted by pair: {friendly} friendly, {hostile} hostile{dates}.",
    left_actors="Actors left out: {parts}.",
    groups="groups without a proper name ({count})",
    rare="in one action only ({count})",
    other="less well attested or without a tie shown ({count})",
    caution="A bloc sums up the ties shown; it proves no alliance.",
    counted="Actions shown: {friendly} friendly, {hostile} hostile, each on its day or else on that of its article "
    "({by_article}).",
    unplaced="Not shown: {parts}.",
    vague={"week": "dated to more than a week ({count})", "month": "dated to more than a month ({count})"},
    undated="without date ({count})",
    outside="outside the days of the articles ({count})",
)
