// Which events pass, and how many each value of a facet would give.
const FACETS = {
  side: { values: SIDES, of: (event) => [event.side] },
  status: { values: STATUSES, of: (event) => [event.status] },
  type: { values: Object.keys(data.types), of: (event) => [event.type] },
  kind: { values: data.kinds, of: (event) => kindsOf(event) },
  outlet: { values: [...new Set(articles.map((one) => one.outlet))].sort(), of: (event) => [event.article.outlet] },
};
let shown = { events: [], pairs: [], counts: {}, days: [] };

function kindsOf(event) {
  return [...new Set([...event.sources, ...event.targets].map((index) => actors[index].kind))];
}

function tests() {
  const focus = actorById.get(state.actor);
  const made = Object.entries(FACETS)
    .filter(([name]) => name !== "kind" && state[name].length)
    .map(([name, facet]) => [name, (event) => facet.of(event).some((value) => state[name].includes(value))]);
  if (state.kind.length) made.push(["kind", (event) => event.pairs.some(({ key }) => ofKind(key)) || (!event.pairs.length && kindsOf(event).some((kind) => state.kind.includes(kind)))]);
  if (state.actor) made.push(["actor", (event) => focus && (event.sources.includes(focus.index) || event.targets.includes(focus.index))]);
  made.push(["confidence", (event) => event.confidence >= state.confidence]);
  made.push(["day", inRange]);
  return made;
}

function ofKind(key) {
  return !state.kind.length || ends(key).every((index) => state.kind.includes(actors[index].kind));
}

function inRange(event) {
  if (!event.day) return state.undated;
  return (!state.from || event.day >= state.from) && (!state.until || event.day <= state.until);
}

function filtered() {
  const checks = tests();
  const counts = Object.fromEntries(Object.keys(FACETS).map((name) => [name, new Map()]));
  const passing = [], days = [];
  for (const event of events) {
    const failed = failedBy(event, checks);
    if (failed.length > 1) continue;
    if (!failed.length) passing.push(event);
    if (!failed.length || failed[0] === "day") days.push(event);
    for (const [name, facet] of Object.entries(FACETS)) {
      if (failed.length && failed[0] !== name) continue;
      for (const value of facet.of(event)) counts[name].set(value, (counts[name].get(value) || 0) + 1);
    }
  }
  return { ...attested(passing), counts, days };
}

function failedBy(event, checks) {
  const failed = [];
  for (const [name, test] of checks) {
    if (test(event)) continue;
    failed.push(name);
    if (failed.length > 1) break;
  }
  return failed;
}
