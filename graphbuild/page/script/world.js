// What Python wrote, as objects. A pair is two actors, whatever the direction; a deed is one action, however often it is told.
const data = JSON.parse(byId("data").textContent);

const actors = data.actors.map(([id, name, kind, state], index) => ({ index, id, name: name.trim() || id, kind, state }));
const articles = data.articles.map(([id, title, outlet, date, url]) => ({ id, title, outlet: outlet || "", date, url }));
const NOWHERE = { id: "", title: null, outlet: "", date: null, url: null };
const actorById = new Map(actors.map((actor) => [actor.id, actor]));
const SIDES = ["friendly", "hostile", "contact", "office"];

function pairKey(one, other) {
  return Math.min(one, other) * actors.length + Math.max(one, other);
}

function pairsOf(flat) {
  const pairs = [];
  for (let at = 0; at < flat.length; at += 3) pairs.push({ key: pairKey(flat[at], flat[at + 1]), deed: flat[at + 2] });
  return pairs;
}

function statusOf(factuality, attribution) {
  return factuality === "asserted" && attribution ? "reported" : factuality;
}

const events = data.events.map((row, index) => {
  const [id, article, type, factuality, attribution, time, day, confidence, sources, targets, symmetric, trigger, place, rules, pairs, parts] = row;
  const [side, sign] = data.types[type];
  return {
    index, id, article: articles[article] || NOWHERE, type, side, sign, attribution, time, day, confidence, sources,
    targets, symmetric: Boolean(symmetric), trigger, place, rules, parts, status: statusOf(factuality, attribution),
    pairs: pairsOf(pairs),
  };
});

const STATUSES = ["asserted", "reported", ...data.factualities.filter((factuality) => factuality !== "asserted")];
const ends = (key) => [Math.floor(key / actors.length), key % actors.length];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
