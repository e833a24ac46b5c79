"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const SHOWN = 200;

function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function names(side) {
  return side.map((actor) => actor.name).join(", ");
}

function chosen() {
  const actor = byId("actor").value.trim().toLowerCase();
  const least = Number(byId("confidence").value);
  const wanted = ["type", "factuality", "sign"].map((field) => [field, byId(field).value]).filter(([, value]) => value);
  return data.events.filter((event) =>
    event.confidence >= least
    && wanted.every(([field, value]) => String(event[field]) === value)
    && (!actor || `${names(event.source)} ${names(event.target)}`.toLowerCase().includes(actor)));
}

function showEvidence(event) {
  const place = byId("evidence");
  place.replaceChildren(element("h2", `${names(event.source)} → ${names(event.target)}`));
  const sentence = element("p", "");
  for (const [text, role] of event.parts) {
    const piece = role ? element("mark", text) : document.createTextNode(text);
    if (role) piece.title = data.words[role];
    sentence.append(piece);
  }
  const article = data.articles[event.doc] || {};
  place.append(sentence, element("p", [article.outlet, article.date, article.title].filter(Boolean).join(" · ")));
  if (article.url) {
    const link = element("a", article.url);
    link.href = article.url;
    link.rel = "noopener noreferrer";
    place.append(link);
  }
  place.append(element("p", `${data.words.rules} : ${event.rules.join(", ")} (${event.id})`));
  place.hidden = false;
  place.focus();
}

function row(event) {
  const line = document.createElement("tr");
  const opener = element("button", `${names(event.source)} → ${names(event.target)}`);
  opener.type = "button";
  opener.addEventListener("click", () => showEvidence(event));
  const cell = document.createElement("td");
  cell.append(opener);
  const kind = event.sign > 0 ? "friendly" : event.sign < 0 ? "hostile" : "";
  const sign = event.sign > 0 ? "+ " : event.sign < 0 ? "− " : "";
  line.append(cell, element("td", sign + event.type, kind), element("td", event.trigger), element("td", event.factuality),
    element("td", event.attribution ? event.attribution.name : ""), element("td", event.time || ""), element("td", event.confidence.toFixed(2)));
  return line;
}

function show() {
  const events = chosen();
  byId("rows").replaceChildren(...events.slice(0, SHOWN).map(row));
  const hidden = Math.max(0, events.length - SHOWN);
  byId("count").textContent = `${events.length} ${data.words.events}` + (hidden ? ` (${SHOWN} ${data.words.shown})` : "");
}

for (const field of ["type", "factuality"]) {
  const values = [...new Set(data.events.map((event) => event[field]))].sort();
  byId(field).append(...values.map((value) => element("option", value)));
}
byId("filters").addEventListener("input", show);
byId("filters").addEventListener("submit", (submitted) => submitted.preventDefault());
show();
