const DRAWERS = { graph: drawGraph, matrix: drawMatrix, pairs: drawPairs, events: drawEvents };
let wordsOf = "";

function drawView() {
  const view = byId("view"), held = view.contains(document.activeElement) ? document.activeElement : null;
  sheet = null;
  view.className = state.view;
  byId("status").textContent = statusTold(); // before the graph, for it takes room
  DRAWERS[state.view](view);
  if (held) holdFocus(view, held);
}

// What had the focus has been drawn anew.
function holdFocus(view, { id, dataset: { pair, actor } }) {
  const again = id ? byId(id) : pair ? view.querySelector(`[data-pair="${pair}"]`) : actor ? view.querySelector(`[data-actor="${actor}"]`) : null;
  (again || view).focus();
}

const actorsOf = (pairs) => new Set(pairs.flatMap((pair) => [pair.a, pair.b])).size;

function statusTold() {
  const told = [many("event_shown", shown.events.length), many("pair_n", shown.pairs.length)];
  if (state.view === "graph" || state.view === "matrix") {
    const visible = viewPairs(), hidden = shown.pairs.length - visible.length;
    if (hidden) told.push(say("hidden", { pairs: many("pair_n", hidden), actors: many("actor_n", actorsOf(shown.pairs) - actorsOf(visible)) }));
  }
  return told.join(", ");
}

function render() {
  if (wordsOf !== state.language) {
    wordsOf = state.language;
    writeWords();
    byId("corpus").textContent = corpusTold();
    buildFacets();
    buildTabs();
    drawMethod();
  }
  shown = filtered();
  drawFacets();
  drawTabs();
  drawTimeline();
  drawView();
  drawPanel();
}

function start() {
  byId("app").hidden = false;
  byId("filters").open = matchMedia("(min-width: 70rem)").matches;
  state = fromHash(location.hash);
  listenToFilters();
  listenToSearch();
  listenToRange();
  listenToDownloads();
  listenToKeys();
  render();
  addEventListener("hashchange", () => { state = fromHash(location.hash); render(); });
  let width = innerWidth, height = innerHeight;
  addEventListener("resize", () => {
    if (width === innerWidth && Math.abs(height - innerHeight) < 120) return; // the bar of a phone comes and goes
    [width, height] = [innerWidth, innerHeight];
    drawTimeline();
    drawView();
  });
}

start();
