// What the events that pass make of each pair. An action counts once, in how many sentences it may be told.
function attested(passing) {
  const found = new Map();
  const focus = actorById.get(state.actor);
  for (const event of passing) {
    for (const { key, deed } of event.pairs) {
      if (!ofKind(key) || (focus && !ends(key).includes(focus.index))) continue;
      if (!found.has(key)) found.set(key, newPair(key));
      add(found.get(key), event, deed);
    }
  }
  // with too little evidence a pair goes, and with it the events that stand for no other pair
  const pairs = [...found.values()].filter((pair) => pair.deeds.size >= state.least);
  for (const pair of pairs) finish(pair);
  pairs.sort((one, other) => other.actions - one.actions || other.events.length - one.events.length || one.key - other.key);
  const kept = new Set(pairs.map((pair) => pair.key));
  const left = state.least > 1 ? passing.filter((event) => event.pairs.some(({ key }) => kept.has(key))) : passing;
  return { events: left, pairs };
}

function newPair(key) {
  const [a, b] = ends(key);
  return { key, a, b, friendly: 0, hostile: 0, contact: 0, office: 0, facts: 0, deeds: new Set(), events: [], first: "", last: "" };
}

function add(pair, event, deed) {
  if (!pair.deeds.has(deed)) pair[event.side] += 1;
  pair.deeds.add(deed);
  pair.facts += event.status === "asserted";
  if (event.day && (!pair.first || event.day < pair.first)) pair.first = event.day;
  if (event.day > pair.last) pair.last = event.day;
  if (pair.events[pair.events.length - 1] !== event) pair.events.push(event);
}

// Articles and outlets are those that bear out the sides, or the contacts where there is nothing else.
function finish(pair) {
  const { friendly, hostile, contact } = pair;
  pair.actions = pair.deeds.size;
  pair.kind = kindOf(friendly, hostile, contact);
  const sided = pair.events.filter(({ side }) => side === "friendly" || side === "hostile");
  const contacts = pair.events.filter(({ side }) => side === "contact");
  const telling = sided.length ? sided : contacts.length ? contacts : pair.events;
  pair.articles = new Set(telling.map((event) => event.article.id)).size;
  pair.outlets = new Set(telling.map((event) => event.article.outlet).filter(Boolean)).size;
}

function kindOf(friendly, hostile, contact) {
  if (!friendly && !hostile) return contact ? "contact" : "office";
  if (Math.min(friendly, hostile) >= data.limits.mixed * (friendly + hostile)) return "mixed";
  return friendly > hostile ? "friendly" : "hostile";
}

const pairNames = (pair) => `${actors[pair.a].name} – ${actors[pair.b].name}`;
const countsTold = (pair) => SIDES.filter((side) => pair[side]).map((side) => many(`${side}_n`, pair[side])).join(", ");
const MARKS = { friendly: "+", hostile: "−", contact: "·", office: "°" };
const countsShort = (pair) => SIDES.filter((side) => pair[side]).map((side) => `${MARKS[side]}${pair[side]}`).join(" ");
