// Who with whom as a table: the best-attested actors, those of a bloc side by side. An empty cell is no peace: nothing is known.
const MOST_ROWS = 40;

function matrixActors() {
  const counts = new Map();
  for (const pair of shown.pairs) for (const index of [pair.a, pair.b]) counts.set(index, (counts.get(index) || 0) + pair.actions);
  const busiest = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, MOST_ROWS).map(([index]) => index);
  const bloc = (index) => (blocOf(index) < 0 ? Infinity : blocOf(index));
  return busiest.sort((one, other) => (bloc(one) === bloc(other) ? counts.get(other) - counts.get(one) || one - other : bloc(one) - bloc(other)));
}

function matrixPairs() {
  const chosen = new Set(matrixActors());
  return shown.pairs.filter((pair) => chosen.has(pair.a) && chosen.has(pair.b));
}

function drawMatrix(view) {
  const order = matrixActors(), byKey = new Map(shown.pairs.map((pair) => [pair.key, pair]));
  if (!order.length) {
    view.replaceChildren(element("p", { className: "empty" }, say("empty")));
    return;
  }
  const head = element("tr", {}, element("td"), ...order.map((index) => element("th", { scope: "col" }, element("span", { title: actors[index].name }, shorterName(actors[index])))));
  const rows = order.map((index) => element("tr", {}, rowHead(index), ...order.map((other) => cell(index, other, byKey))));
  const table = element("table", { id: "matrix", role: "grid", "aria-label": say("matrix_told", { count: number(order.length) }) }, element("thead", {}, head), element("tbody", {}, ...rows));
  const first = table.querySelector("[data-pair]");
  if (first) first.tabIndex = 0;
  table.addEventListener("keydown", walkMatrix);
  table.addEventListener("click", (event) => openCell(event.target.closest("[data-pair]")));
  view.replaceChildren(element("p", { className: "hint" }, say("matrix_hint")), element("div", { className: "scroll", tabIndex: -1 }, table));
}

function rowHead(index) {
  return element("th", { scope: "row", title: actors[index].name }, blocSample(blocOf(index), inCore(index)), shortName(actors[index].name));
}

function cell(index, other, byKey) {
  if (index === other) return element("td", { className: "self", "aria-label": "–" });
  const pair = byKey.get(pairKey(index, other));
  if (!pair) return element("td", { className: "unknown", tabIndex: -1, "aria-label": say("nothing_known") });
  const made = element("td", { className: `known ${pair.kind}${pair.facts ? "" : " unsure"}`, tabIndex: -1, title: tieTold(pair), "aria-label": tieTold(pair) }, countsShort(pair));
  made.dataset.pair = pair.key;
  return made;
}

function walkMatrix(event) {
  const here = event.target.closest("td");
  if (!here) return;
  if (event.key === "Enter" || event.key === " ") openCell(here.closest("[data-pair]"));
  else if (ARROWS[event.key]) {
    const [dx, dy] = ARROWS[event.key];
    const row = here.parentElement.parentElement.rows[here.parentElement.rowIndex - 1 + dy];
    const next = row && row.cells[here.cellIndex + dx];
    if (next && next.tagName === "TD") {
      here.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  } else return;
  event.preventDefault();
}

function openCell(place) {
  if (place) open(ends(Number(place.dataset.pair)), place);
}
