// The days that count: two sliders for the keyboard, and the bars themselves to draw the mouse across.
function chosenBins() {
  const from = state.from ? binOf(state.from) : 0;
  const until = state.until ? binOf(state.until) : bins.length - 1;
  return [Math.min(from, until), until];
}

function drawRange(from, until) {
  for (const [name, value] of [["from", from], ["until", until]]) {
    const slider = byId(name);
    slider.max = bins.length - 1;
    slider.value = value;
    slider.setAttribute("aria-valuetext", binTold(bins[value]));
  }
  const whole = !state.from && !state.until;
  byId("range-told").textContent = whole ? say("all_days") : say("range", { first: binTold(bins[from]), last: binTold(bins[until]) });
  byId("undated-label").hidden = !undated;
  const count = shown.days.reduce((sum, event) => sum + !event.day, 0);
  byId("undated").checked = state.undated;
  byId("undated-label").lastElementChild.textContent = say("undated", { count: number(count) });
}

function setRange(one, other) {
  const from = Math.min(one, other), until = Math.max(one, other), last = bins.length - 1;
  change({ from: from > 0 ? bins[from].from : "", until: until < last ? bins[until].until : "" });
}

function listenToRange() {
  byId("from").addEventListener("input", (event) => setRange(Math.min(Number(event.target.value), chosenBins()[1]), chosenBins()[1]));
  byId("until").addEventListener("input", (event) => setRange(chosenBins()[0], Math.max(Number(event.target.value), chosenBins()[0])));
  byId("undated").addEventListener("change", (event) => change({ undated: event.target.checked }));
  const bars = byId("bars");
  let begun = -1, pressed = -1;
  const under = (event) => {
    const box = bars.getBoundingClientRect();
    return Math.min(columns - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * columns)));
  };
  const last = bins.length - 1;
  bars.addEventListener("pointerdown", (event) => {
    pressed = under(event);
    if (pressed > last) return;
    begun = pressed;
    setRange(begun, begun);
    bars.setPointerCapture(event.pointerId);
  });
  bars.addEventListener("pointermove", (event) => { if (begun >= 0) setRange(begun, Math.min(under(event), last)); });
  bars.addEventListener("click", (event) => { if (pressed > last + 1 && under(event) === pressed) change({ undated: !state.undated }); });
  for (const name of ["pointerup", "pointercancel"]) bars.addEventListener(name, () => { begun = -1; });
  bars.addEventListener("dblclick", () => setRange(0, bins.length - 1));
}
