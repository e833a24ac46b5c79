// Which events pass, the pairs they make, and how many each value of a facet would give.
const FACETS = {
  sign: { values: ["1", "-1", "0"], of: (event) => [String(event.sign)] },
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
  if (state.kind.length) made.push(["kind", (event) => event.pairs.some(ofKind) || (!event.pairs.length && kindsOf(event).some((kind) => state.kind.includes(kind)))]);
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

// Pairs with too little evidence go, and with them the events that stand for no other pair.
function attested(passing) {
  const found = new Map();
  const focus = actorById.get(state.actor);
  for (const event of passing) {
    for (const key of event.pairs) {
      if (!ofKind(key) || (focus && !ends(key).includes(focus.index))) continue;
      if (!found.has(key)) found.set(key, newPair(key));
      add(found.get(key), event);
    }
  }
  const pairs = [...found.values()].filter((pair) => pair.events.length >= state.least);
  for (const pair of pairs) finish(pair);
  pairs.sort((one, other) => other.events.length - one.events.length || one.key - other.key);
  const kept = new Set(pairs.map((pair) => pair.key));
  const left = state.least > 1 ? passing.filter((event) => event.pairs.some((key) => kept.has(key))) : passing;
  return { events: left, pairs };
}

function newPair(key) {
  const [a, b] = ends(key);
  return { key, a, b, friendly: 0, hostile: 0, neutral: 0, facts: 0, events: [], first: "", last: "" };
}

function add(pair, event) {
  pair[event.sign > 0 ? "friendly" : event.sign < 0 ? "hostile" : "neutral"] += 1;
  pair.facts += event.status === "asserted";
  if (event.day && (!pair.first || event.day < pair.first)) pair.first = event.day;
  if (event.day > pair.last) pair.last = event.day;
  pair.events.push(event);
}

function finish(pair) {
  const { friendly, hostile } = pair;
  pair.articles = new Set(pair.events.map((event) => event.article.id)).size;
  pair.outlets = new Set(pair.events.map((event) => event.article.outlet)).size;
  if (!friendly && !hostile) pair.kind = "neutral";
  else if (Math.min(friendly, hostile) >= data.limits.mixed * (friendly + hostile)) pair.kind = "mixed";
  else pair.kind = friendly > hostile ? "friendly" : "hostile";
}

const pairNames = (pair) => `${actors[pair.a].name} – ${actors[pair.b].name}`;
