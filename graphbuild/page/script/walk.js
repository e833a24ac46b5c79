// Keys and the mouse in the graph. An arrow leads from an actor onto the tie that goes that way, and on to its other end.
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function listenToGraph(chart) {
  chart.addEventListener("keydown", (event) => {
    const place = event.target.closest("[data-actor], [data-pair]");
    if (!place) return;
    if (event.key === "Enter" || event.key === " ") openPlace(place);
    else if (ARROWS[event.key]) focusOn(chart, step(place, ARROWS[event.key]));
    else if (["PageDown", "PageUp", "Home", "End"].includes(event.key)) focusOn(chart, turn(place, event.key));
    else return;
    event.preventDefault();
  });
  chart.addEventListener("click", (event) => {
    const place = event.target.closest("[data-actor], [data-pair]");
    if (place && !dragged) openPlace(place);
  });
  for (const name of ["pointerover", "focusin"]) chart.addEventListener(name, (event) => light(chart, event.target.closest("[data-actor], [data-pair]")));
  for (const name of ["pointerleave", "focusout"]) chart.addEventListener(name, () => light(chart, null));
  chart.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // else the page would no longer scroll
    event.preventDefault();
    setZoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
  listenToDrag(chart);
}

function openPlace(place) {
  const indices = place.dataset.pair ? ends(Number(place.dataset.pair)) : [Number(place.dataset.actor)];
  open(indices, place);
}

function focusOn(chart, selector) {
  const next = selector && chart.querySelector(selector);
  if (!next) return;
  for (const one of chart.querySelectorAll('[tabindex="0"]')) one.setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  next.focus();
}

// The selector of the best next stop in a direction: straight ahead counts more than near.
function step(place, [dx, dy]) {
  const here = place.dataset.pair ? middleOf(Number(place.dataset.pair)) : sheet.at.get(Number(place.dataset.actor));
  const ahead = candidates(place).map((one) => {
    const x = one.x - here.x, y = one.y - here.y, size = Math.hypot(x, y) || 1;
    return { ...one, value: (x * dx + y * dy) / size };
  });
  ahead.sort((one, other) => other.value - one.value);
  return ahead.length && ahead[0].value > 0.05 ? ahead[0].selector : null;
}

function candidates(place) {
  if (place.dataset.pair) {
    return ends(Number(place.dataset.pair)).map((index) => ({ ...sheet.at.get(index), selector: `[data-actor="${index}"]` }));
  }
  const index = Number(place.dataset.actor);
  return sheet.pairs.filter(({ pair }) => pair.a === index || pair.b === index)
    .map(({ pair }) => ({ ...middleOf(pair.key), selector: `[data-pair="${pair.key}"]` }));
}

function middleOf(key) {
  const [one, other] = ends(key).map((index) => sheet.at.get(index));
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

// From actor to actor by the number of their events, so that no corner of the graph is out of reach.
function turn(place, key) {
  const index = place.dataset.pair ? ends(Number(place.dataset.pair))[0] : Number(place.dataset.actor);
  const last = sheet.spots.length - 1, now = sheet.spots.findIndex((spot) => spot.index === index);
  const next = { PageDown: Math.min(now + 1, last), PageUp: Math.max(now - 1, 0), Home: 0, End: last }[key];
  return `[data-actor="${sheet.spots[next].index}"]`;
}

function light(chart, place) {
  chart.classList.toggle("lit", Boolean(place));
  for (const one of chart.querySelectorAll(".near")) one.classList.remove("near");
  if (!place) return;
  const chosen = place.dataset.pair ? ends(Number(place.dataset.pair)) : [Number(place.dataset.actor)];
  const near = new Set(chosen);
  for (const { pair } of sheet.pairs) {
    const touched = place.dataset.pair ? pair.key === Number(place.dataset.pair) : pair.a === chosen[0] || pair.b === chosen[0];
    if (!touched) continue;
    chart.querySelector(`[data-pair="${pair.key}"]`).classList.add("near");
    near.add(pair.a).add(pair.b);
  }
  for (const index of near) for (const name of ["actor", "name"]) chart.querySelector(`[data-${name}="${index}"]`).classList.add("near");
}

let dragged = false;

function listenToDrag(chart) {
  let begun = null;
  chart.addEventListener("pointerdown", (event) => { begun = { x: event.clientX, y: event.clientY, from: { ...zoom } }; dragged = false; });
  chart.addEventListener("pointermove", (event) => {
    if (!begun || !event.buttons) return;
    const dx = event.clientX - begun.x, dy = event.clientY - begun.y;
    if (Math.hypot(dx, dy) > 4) dragged = true;
    if (dragged) chart.setAttribute("viewBox", `${-dx} ${-dy} ${chart.getAttribute("width")} ${chart.getAttribute("height")}`);
  });
  const end = (event) => {
    if (!begun || !dragged) { begun = null; return; }
    zoom = { ...begun.from, x: begun.from.x + event.clientX - begun.x, y: begun.from.y + event.clientY - begun.y };
    begun = null;
    setTimeout(() => { dragged = false; drawView(); });
  };
  for (const name of ["pointerup", "pointerleave"]) chart.addEventListener(name, end);
}
