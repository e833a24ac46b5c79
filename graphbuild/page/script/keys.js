// Keys that hold everywhere, the tabs, and the panel on method and limits.
function buildTabs() {
  byId("tabs").replaceChildren(...VIEWS.map((view) => {
    const tab = button(say(`view.${view}`), () => change({ view }), { role: "tab", id: `tab-${view}`, "aria-controls": "view" });
    tab.dataset.view = view;
    return tab;
  }));
}

function drawTabs() {
  for (const tab of byId("tabs").children) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  byId("view").setAttribute("aria-labelledby", `tab-${state.view}`);
}

function turnTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  change({ view: VIEWS[(VIEWS.indexOf(event.target.dataset.view) + step + VIEWS.length) % VIEWS.length] });
  byId(`tab-${state.view}`).focus();
}

function anyKey(event) {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("filters").open = true;
    byId("actor").focus();
    byId("actor").select();
  } else if (event.key === "Escape" && byId("share").open) {
    byId("share").open = false;
    byId("share").firstElementChild.focus();
  } else if (event.key === "Escape" && openIndices().length && !byId("method").open) close();
}

function drawMethod() {
  const parts = say("method_text", { count: number(data.limits.actors), pairs: number(data.limits.pairs[1]), few: number(data.limits.pairs[0]), sure: number(data.limits.sure, 1) }).split("¶").map((text) => text.trim());
  const made = parts.map((text) => (text.startsWith("#") ? element("h3", {}, text.slice(1).trim()) : element("p", {}, text)));
  const shut = button("×", () => byId("method").close(), { className: "shut", "aria-label": say("close") });
  byId("method").replaceChildren(shut, element("h2", { id: "method-title" }, say("method")), ...made, element("p", { className: "hint" }, `graphbuild ${data.version}`));
}

function listenToKeys() {
  document.addEventListener("keydown", anyKey);
  byId("tabs").addEventListener("keydown", turnTab);
  byId("method-open").addEventListener("click", () => byId("method").showModal());
  byId("language").addEventListener("change", (event) => change({ language: event.target.value }));
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#share")) byId("share").open = false; });
}
