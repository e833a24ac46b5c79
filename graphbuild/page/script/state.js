// All that a link has to restore. An empty list restricts nothing.
const VIEWS = ["graph", "matrix", "pairs", "events"];
const START = Object.freeze({
  view: "graph", language: "fr", level: 0, actor: "", kind: [], type: [], side: ["friendly", "hostile", "contact"], outlet: [], status: ["asserted"],
  confidence: data.limits.sure, least: 1, from: "", until: "", undated: true, open: [],
});
const ALLOWED = { view: VIEWS, language: Object.keys(data.words) };
const FILTERS = ["actor", "kind", "type", "side", "outlet", "status", "confidence", "least", "from", "until", "undated"];
let state = { ...START };

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function toHash() {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (same(value, START[name])) continue;
    if (!Array.isArray(value)) told.append(name, value);
    else for (const item of value.length ? value : [""]) told.append(name, item);
  }
  return `#${told}`;
}

function fromHash(hash) {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const found = { ...START };
  for (const [name, usual] of Object.entries(START)) if (told.has(name)) found[name] = read(name, usual, told);
  return found;
}

function read(name, usual, told) {
  const text = told.get(name);
  if (Array.isArray(usual)) return told.getAll(name).filter(Boolean);
  if (typeof usual === "boolean") return text === "true";
  if (typeof usual === "number") return text.trim() !== "" && Number(text) >= 0 ? Number(text) : usual;
  return !ALLOWED[name] || ALLOWED[name].includes(text) ? text : usual;
}

// A frame without an address of its own, as in a notebook, refuses: the page works on, only the address stays.
function keep() {
  try {
    history.replaceState(null, "", toHash());
  } catch {
    return false;
  }
  return true;
}

function change(changes) {
  state = { ...state, ...changes };
  keep();
  render();
}
