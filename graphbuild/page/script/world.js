// What Python wrote, as objects. A pair is two actors, whatever the direction.
const data = JSON.parse(byId("data").textContent);

const actors = data.actors.map(([id, name, kind, state], index) => ({ index, id, name: name.trim() || id, kind, state }));
const articles = data.articles.map(([id, title, outlet, date, url]) => ({ id, title, outlet: outlet || "", date, url }));
const NOWHERE = { id: "", title: null, outlet: "", date: null, url: null };
const actorById = new Map(actors.map((actor) => [actor.id, actor]));

function pairKey(one, other) {
  return Math.min(one, other) * actors.length + Math.max(one, other);
}

function pairsOf(sources, targets) {
  const keys = new Set();
  for (const one of sources) for (const other of targets) if (one !== other) keys.add(pairKey(one, other));
  return [...keys];
}

function statusOf(factuality, attribution) {
  return factuality === "asserted" && attribution ? "reported" : factuality;
}

const events = data.events.map((row, index) => {
  const [id, article, type, factuality, attribution, time, day, confidence, sources, targets, symmetric, trigger, place, rules, parts] = row;
  return {
    index, id, article: articles[article] || NOWHERE, type, sign: data.types[type], attribution, time, day, confidence,
    sources, targets, symmetric: Boolean(symmetric), trigger, place, rules, parts,
    status: statusOf(factuality, attribution), pairs: pairsOf(sources, targets),
  };
});

const STATUSES = ["asserted", "reported", ...data.factualities.filter((factuality) => factuality !== "asserted")];
const ends = (key) => [Math.floor(key / actors.length), key % actors.length];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
