"use strict";
const byId = (id) => document.getElementById(id);
const LABELS = { actor: "Acteur", other: "Autre acteur", since: "Depuis le", until: "Jusqu’au", type: "Type", states: "Par État" };
const DATE = "http://www.w3.org/2001/XMLSchema#date";
const CAST = "SELECT DISTINCT ?actor ?name ?id WHERE { ?actor a sem:Actor ; rdfs:label ?name ; dct:identifier ?id } ORDER BY ?name ?id";
const START = "SELECT ?what ?day WHERE {\n  ?event a sem:Event ; rdfs:label ?what .\n  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?day }\n}\nORDER BY DESC(?day) ?what\nLIMIT 100\n";
const cast = new Map();
let known = { queries: [], types: {} };

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.assign(made, attributes);
  return made;
}

async function ask(query, accept) {
  const response = await fetch("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: query,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim() || String(response.status));
  return { text, media: response.headers.get("Content-Type") || "", cut: response.headers.has("X-Truncated") };
}

// What is put into a query is an address or a day that this page knows, never typed text.
function term(name, field) {
  if (name === "states") return field.checked ? "true" : null;
  const value = field.value.trim();
  if (!value) return null;
  if (name === "type") return `<${known.types[value]}>`;
  if (name === "since" || name === "until") return /^\d{4}-\d\d-\d\d$/.test(value) ? `"${value}"^^<${DATE}>` : null;
  const iri = cast.get(value);
  if (!iri) throw new Error(`Acteur inconnu : ${value}`);
  return `<${iri}>`;
}

function filled() {
  let text = byId("query").value;
  for (const field of byId("parameters").querySelectorAll("[name]")) {
    const value = term(field.name, field);
    if (value) text = text.replaceAll(`VALUES ?${field.name} { UNDEF }`, `VALUES ?${field.name} { ${value} }`);
    else if (field.required) throw new Error(`${LABELS[field.name]} : à préciser`);
  }
  return text;
}

function fieldOf(name, required) {
  let field = element("input", "", { type: "text" });
  if (name === "type") {
    field = document.createElement("select");
    field.append(element("option", "", { value: "" }), ...Object.keys(known.types).map((type) => element("option", type)));
  } else if (name === "since" || name === "until") field.type = "date";
  else if (name === "states") field.type = "checkbox";
  else field.setAttribute("list", "actors");
  field.name = name;
  field.required = required;
  const label = element("label", LABELS[name] || name);
  label.append(field);
  return label;
}

function choose() {
  const query = known.queries.find((one) => one.name === byId("name").value);
  byId("help").textContent = query ? query.help : "";
  byId("query").value = query ? query.text : START;
  byId("parameters").replaceChildren(...(query ? query.parameters.map((name) => fieldOf(name, query.required.includes(name))) : []));
}

function showRows(found) {
  const names = found.head.vars;
  const [head, body] = [byId("table").tHead, byId("table").tBodies[0]];
  const line = document.createElement("tr");
  line.append(...names.map((name) => element("th", name.replace(/_$/, ""))));
  head.replaceChildren(line);
  body.replaceChildren(...found.results.bindings.map((row) => {
    const made = document.createElement("tr");
    made.append(...names.map((name) => element("td", row[name] ? cellText(row[name]) : "")));
    return made;
  }));
  byId("table").hidden = false;
}

function cellText(value) {
  return typeof value.value === "object" ? JSON.stringify(value.value) : value.value;
}

function tell(text, bad = false) {
  byId("status").textContent = text;
  byId("status").className = bad ? "error" : "";
}

async function run() {
  byId("table").hidden = byId("statements").hidden = true;
  byId("csv").disabled = byId("json").disabled = true;
  const begun = performance.now();
  tell("…");
  try {
    const answer = await ask(filled(), "application/sparql-results+json, text/turtle;q=0.9");
    const took = `${Math.round(performance.now() - begun)} ms`;
    const more = answer.cut ? " — il y en a davantage, la réponse est coupée" : "";
    if (answer.media.includes("json")) {
      const found = JSON.parse(answer.text);
      if ("boolean" in found) return tell(`${found.boolean ? "oui" : "non"} · ${took}`);
      showRows(found);
      byId("csv").disabled = byId("json").disabled = false;
      return tell(`${found.results.bindings.length} lignes · ${took}${more}`);
    }
    byId("statements").textContent = answer.text;
    byId("statements").hidden = false;
    return tell(took + more);
  } catch (error) {
    return tell(error.message, true);
  }
}

async function save(name, accept) {
  try {
    const answer = await ask(filled(), accept);
    const link = element("a", "", { href: URL.createObjectURL(new Blob([answer.text], { type: accept })), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    tell(error.message, true);
  }
}

async function start() {
  known = await (await fetch("queries.json")).json();
  byId("name").append(...known.queries.map((query) => element("option", query.name)));
  const actors = JSON.parse((await ask(CAST, "application/sparql-results+json")).text).results.bindings;
  for (const { actor, name, id } of actors) {
    const shown = cast.has(name.value) ? `${name.value} (${id.value})` : name.value;
    cast.set(shown, actor.value);
    byId("actors").append(element("option", "", { value: shown }));
  }
  const wanted = new URLSearchParams(location.hash.slice(1)).get("name");
  byId("name").value = known.queries.some((query) => query.name === wanted) ? wanted : "";
  choose();
  if (wanted) run();
}

byId("name").addEventListener("change", choose);
byId("form").addEventListener("submit", (submitted) => { submitted.preventDefault(); run(); });
byId("query").addEventListener("keydown", (pressed) => { if (pressed.key === "Enter" && pressed.ctrlKey) { pressed.preventDefault(); run(); } });
byId("csv").addEventListener("click", () => save("reponse.csv", "text/csv"));
byId("json").addEventListener("click", () => save("reponse.json", "application/sparql-results+json"));
start().catch((error) => tell(error.message, true));
