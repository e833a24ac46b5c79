// Beside a graph in which nothing is open: the clearest pairs, the blocs, and what all of it is worth.
const CLEAREST = 5;
const BLOCS_NAMED = 8;
const MEMBERS_NAMED = 12;

function home() {
  const parts = [element("h2", { id: "panel-title", tabIndex: -1 }, say("home")), element("p", { className: "hint" }, say("home_hint"))];
  for (const kind of ["friendly", "hostile", "mixed", "contact"]) {
    const pairs = clearest(kind);
    if (pairs.length) parts.push(element("h3", {}, say(`clearest.${kind}`)), pairList(pairs, pairNames));
  }
  return [...parts, ...blocsTold(), element("p", { className: "hint" }, say("caution"))];
}

// As in the summary of a build: the lead of one side, then the number of articles.
function clearest(kind) {
  const lead = (pair) => ({ mixed: Math.min(pair.friendly, pair.hostile), contact: pair.contact })[kind] ?? Math.abs(pair.friendly - pair.hostile);
  const named = (pair) => actors[pair.a].kind !== "group" && actors[pair.b].kind !== "group";
  return shown.pairs.filter((pair) => pair.kind === kind && named(pair))
    .sort((one, other) => lead(other) - lead(one) || other.articles - one.articles || pairNames(one).localeCompare(pairNames(other), "fr"))
    .slice(0, CLEAREST);
}

const listed = (named) => named.slice(0, MEMBERS_NAMED).join(", ") + (named.length > MEMBERS_NAMED ? `… (${number(named.length)})` : "");

function blocsTold() {
  const { places: placed, blocs } = level();
  const members = (bloc, core) => [...placed].filter(([, spot]) => spot.bloc === bloc && spot.core === core).map(([index]) => actors[index].name);
  const rows = [];
  for (let bloc = 0; bloc < Math.min(blocs, BLOCS_NAMED); bloc += 1) {
    const core = members(bloc, 1), wavering = members(bloc, 0);
    const told = [listed(core), wavering.length ? say("wavering_told", { names: listed(wavering) }) : ""].filter(Boolean).join(" ; ");
    rows.push(element("li", {}, blocSample(bloc, core.length > 0), element("span", {}, element("strong", {}, `${say("bloc", { number: bloc + 1 })} `), told)));
  }
  if (blocs > BLOCS_NAMED) rows.push(element("li", {}, say("more_blocs", { count: number(blocs - BLOCS_NAMED) })));
  rows.push(element("li", {}, blocSample(-1, true), element("span", {}, say("no_bloc_told"))));
  const hint = level().cores ? say("blocs_hint") : say("no_core");
  return [element("h3", {}, say("blocs")), element("p", { className: "hint" }, hint), element("ul", { className: "blocs" }, ...rows)];
}
