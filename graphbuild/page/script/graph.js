// The signed graph. Ties and actors are focusable, one of them at a time stands in the order of the tab key.
const WIDE_HIT = 14;
let sheet = null;

function drawGraph(view) {
  const stage = element("div", { id: "stage" });
  view.replaceChildren(stage, zoomButtons(), legend());
  const width = Math.max(280, stage.clientWidth), height = Math.max(240, stage.clientHeight);
  sheet = sketch(width, height);
  if (!sheet.pairs.length) {
    stage.append(element("p", { className: "empty" }, say("empty")));
    return;
  }
  placeLabels(sheet.spots, width, height);
  const chart = drawn("svg", { id: "graph", width, height, viewBox: `0 0 ${width} ${height}`, role: "application", "aria-label": say("graph_told", { actors: many("actor_n", sheet.spots.length), pairs: many("pair_n", sheet.pairs.length) }), "aria-roledescription": say("view.graph") });
  chart.append(drawn("g", {}, ...sheet.pairs.map(tieDrawn).reverse()), drawn("g", {}, ...sheet.spots.map(actorDrawn)), drawn("g", { class: "labels", "aria-hidden": "true" }, ...sheet.spots.map(labelDrawn)));
  stage.append(chart);
  listenToGraph(chart);
  mark();
}

function tieDrawn({ pair, width }) {
  const line = bend(sheet.at.get(pair.a), sheet.at.get(pair.b), sheet.spots);
  return drawn("g", { class: pair.facts ? "link" : "link unsure", role: "button", tabindex: -1, "data-pair": pair.key, "aria-label": tieTold(pair) },
    drawn("title", {}, tieTold(pair)),
    drawn("path", { class: "hit", d: line, "stroke-width": WIDE_HIT }),
    drawn("path", { class: `tie ${pair.kind}`, d: line, "stroke-width": width.toFixed(1) }));
}

function tieTold(pair) {
  return `${pairNames(pair)}${say("colon")}${countsTold(pair)}${pair.facts ? "" : ` (${say("unsure")})`}`;
}

function actorDrawn({ index, x, y, radius }) {
  const told = actorTold(index);
  return drawn("g", { class: "actor", role: "button", tabindex: -1, "data-actor": index, "aria-label": told }, drawn("title", {}, told), shapeOf(blocOf(index), inCore(index), x, y, radius));
}

function actorTold(index) {
  const spot = sheet.at.get(index);
  const parts = [actors[index].name, say(`kind.${actors[index].kind}`), spot ? many("action", spot.count) : "", placeInBloc(index)];
  return parts.filter(Boolean).join(", ");
}

function labelDrawn({ index, label }) {
  return drawn("text", { class: label.shown ? "name" : "name hiding", x: label.x.toFixed(1), y: label.y.toFixed(1), "data-name": index }, label.text);
}

// Shows what is open, and which of the drawn can be reached by the tab key.
function mark() {
  const chart = byId("graph");
  if (!chart) return;
  const chosen = openIndices();
  for (const one of chart.querySelectorAll(".open")) one.classList.remove("open");
  const key = chosen.length === 2 ? `[data-pair="${pairKey(...chosen)}"]` : `[data-actor="${chosen[0]}"]`;
  const open = chosen.length ? chart.querySelector(key) : null;
  if (open) open.classList.add("open");
  for (const index of chosen) chart.querySelector(`[data-name="${index}"]`)?.classList.add("open");
  if (!chart.querySelector('[tabindex="0"]')) (open || chart.querySelector("[data-actor]")).setAttribute("tabindex", 0);
}

function zoomButtons() {
  const by = (factor) => () => { setZoom(factor); };
  const few = levels[0].places.size, more = levels[1].places.size;
  const choice = more > few ? [button(say(state.level ? "fewer" : "more", { count: number(state.level ? few : more) }), () => { zoom = { scale: 1, x: 0, y: 0 }; change({ level: state.level ? 0 : 1 }); }, { id: "more" })] : [];
  return element("div", { className: "zoom" }, ...(state.actor ? [] : choice),
    button("+", by(1.4), { id: "nearer", "aria-label": say("zoom_in") }), button("−", by(1 / 1.4), { id: "farther", "aria-label": say("zoom_out") }), button("⤢", () => { setZoom(0); }, { id: "whole", "aria-label": say("zoom_reset") }));
}

function setZoom(factor) {
  const scale = factor ? Math.min(8, Math.max(0.6, zoom.scale * factor)) : 1;
  const grown = scale / zoom.scale;
  zoom = factor ? { scale, x: zoom.x * grown, y: zoom.y * grown } : { scale: 1, x: 0, y: 0 };
  drawView();
}

function legend() {
  const pairs = graphPairs(places());
  const kinds = data.ties.filter((kind) => pairs.some((pair) => pair.kind === kind));
  if (pairs.some((pair) => !pair.facts)) kinds.push("unsure");
  const rows = kinds.map((kind) => element("li", {}, lineSample(kind), say(`tie.${kind}`)));
  return element("ul", { className: "legend", "aria-label": say("legend") }, ...rows, element("li", {}, say("width_told")));
}
