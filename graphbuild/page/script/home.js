// Beside a graph in which nothing is open: the clearest pairs, the blocs, and what all of it is worth.
const CLEAREST = 5;
const BLOCS_NAMED = 8;

function home() {
  const parts = [element("h2", { id: "panel-title", tabIndex: -1 }, say("home")), element("p", { className: "hint" }, say("home_hint"))];
  for (const kind of ["friendly", "hostile", "mixed"]) {
    const pairs = clearest(kind);
    if (pairs.length) parts.push(element("h3", {}, say(`clearest.${kind}`)), pairList(pairs, pairNames));
  }
  return [...parts, ...blocsTold(), element("p", { className: "hint" }, say("caution"))];
}

// As in the summary of a build: the lead of one side, then the number of articles.
function clearest(kind) {
  const lead = (pair) => (kind === "mixed" ? Math.min(pair.friendly, pair.hostile) : Math.abs(pair.friendly - pair.hostile));
  const named = (pair) => actors[pair.a].kind !== "group" && actors[pair.b].kind !== "group";
  return shown.pairs.filter((pair) => pair.kind === kind && named(pair))
    .sort((one, other) => lead(other) - lead(one) || other.articles - one.articles || pairNames(one).localeCompare(pairNames(other), "fr"))
    .slice(0, CLEAREST);
}

function blocsTold() {
  const { blocs } = level();
  if (!blocs.length) return [];
  const rows = blocs.slice(0, BLOCS_NAMED).map((members, place) => {
    const told = members.map((index) => actors[index].name).join(", ");
    return element("li", {}, blocSample(place), element("span", {}, element("strong", {}, `${say("bloc", { number: place + 1 })} `), told));
  });
  const more = blocs.length > BLOCS_NAMED ? [element("li", {}, say("more_blocs", { count: number(blocs.length - BLOCS_NAMED) }))] : [];
  rows.push(...more, element("li", {}, blocSample(-1), element("span", {}, say("no_bloc_told"))));
  return [element("h3", {}, say("blocs")), element("p", { className: "hint" }, say("blocs_hint")), element("ul", { className: "blocs" }, ...rows)];
}
