// The lists to tick. Nothing ticked in a list: everything passes.
const OPEN_AT_FIRST = ["side", "status"];

function valueTold(name, value) {
  if (name === "outlet") return value || say("no_outlet");
  return say(`${name}.${value}`);
}

function buildFacets() {
  byId("facets").replaceChildren(...Object.keys(FACETS).map(buildFacet));
}

function buildFacet(name) {
  const list = element("div", { className: "ticks", role: "group", "aria-label": say(`facet.${name}`) });
  for (const value of FACETS[name].values) list.append(buildTick(name, value));
  const chosen = element("span", { className: "chosen" });
  const title = element("summary", {}, say(`facet.${name}`), chosen);
  const made = element("details", { className: "facet", open: OPEN_AT_FIRST.includes(name) || state[name].length > 0 }, title, list);
  made.dataset.facet = name;
  return made;
}

function buildTick(name, value) {
  const box = element("input", { type: "checkbox", value });
  box.addEventListener("change", () => {
    const rest = state[name].filter((other) => other !== value);
    change({ [name]: box.checked ? [...rest, value] : rest });
  });
  return element("label", {}, box, element("span", {}, valueTold(name, value)), element("span", { className: "count" }));
}

function drawFacets() {
  for (const facet of byId("facets").children) {
    const name = facet.dataset.facet;
    facet.querySelector(".chosen").textContent = state[name].length ? number(state[name].length) : "";
    for (const label of facet.querySelectorAll("label")) {
      const box = label.firstChild, count = shown.counts[name].get(box.value) || 0;
      box.checked = state[name].includes(box.value);
      label.lastChild.textContent = number(count);
      label.classList.toggle("none", !count && !box.checked);
    }
  }
  byId("confidence").value = state.confidence;
  byId("confidence-told").textContent = number(state.confidence, 2);
  byId("least").value = state.least;
  const focus = actorById.get(state.actor);
  if (document.activeElement !== byId("actor")) byId("actor").value = focus ? focus.name : state.actor;
  byId("reset").disabled = FILTERS.every((name) => same(state[name], START[name]));
}

function listenToFilters() {
  byId("form").addEventListener("submit", (event) => event.preventDefault());
  byId("confidence").addEventListener("input", (event) => change({ confidence: Number(event.target.value) }));
  byId("least").addEventListener("input", (event) => change({ least: Math.max(1, Number(event.target.value) || 1) }));
  byId("reset").addEventListener("click", () => change(Object.fromEntries(FILTERS.map((name) => [name, START[name]]))));
}
