// What is open beside the view. It is drawn anew whenever the filters change, so it never tells what they leave out.
const CARDS = 20;
let opener = null;
let cards = CARDS;
let firstEvent = null;

function openIndices() {
  const found = state.open.map((id) => actorById.get(id)).filter(Boolean).map((actor) => actor.index);
  return found.length === state.open.length && found.length <= 2 ? found : [];
}

function open(indices, from, event = null) {
  opener = from ? reopener(from) : null;
  cards = CARDS;
  firstEvent = event;
  state = { ...state, open: indices.map((index) => actors[index].id) };
  keep();
  mark();
  drawPanel();
  focusPanel();
}

function focusPanel() {
  const title = byId("panel-title");
  if (title) title.focus({ preventScroll: false });
}

// The opener may have been drawn anew meanwhile: it is found again by what it stands for.
function reopener(from) {
  const { pair, actor } = from.dataset;
  const selector = pair ? `#view [data-pair="${pair}"]` : actor ? `#view [data-actor="${actor}"]` : "";
  return () => (from.isConnected ? from : (selector && document.querySelector(selector)) || byId("view"));
}

function close() {
  const back = opener;
  opener = null;
  state = { ...state, open: [] };
  keep();
  mark();
  drawPanel();
  (back ? back() : byId("view")).focus();
}

function drawPanel() {
  const chosen = openIndices(), panel = byId("panel");
  panel.classList.toggle("opened", chosen.length > 0);
  if (chosen.length === 2) panel.replaceChildren(...pairPanel(...chosen));
  else if (chosen.length === 1) panel.replaceChildren(...actorPanel(chosen[0]));
  else panel.replaceChildren(...home());
}

function panelHead(text) {
  return element("div", { className: "head" }, element("h2", { id: "panel-title", tabIndex: -1 }, text), button("×", close, { id: "close", "aria-label": say("close") }));
}

function pairPanel(one, other) {
  const pair = shown.pairs.find(({ key }) => key === pairKey(one, other));
  const head = panelHead(`${actors[one].name} – ${actors[other].name}`);
  if (!pair) return [head, element("p", { className: "empty" }, say("nothing_passes"))];
  const counts = element("p", { className: `counts ${pair.kind}` }, element("strong", {}, say(`tie.${pair.kind}`)), `${say("colon")}${countsTold(pair)} · ${many("sentence", pair.events.length)}, ${many("article", new Set(pair.events.map((event) => event.article.id)).size)}`);
  return [head, counts, evidenceNote(), ...cardList(pair.events)];
}

function actorPanel(index) {
  const actor = actors[index];
  const own = shown.pairs.filter((pair) => pair.a === index || pair.b === index);
  const country = actorById.get(actor.state);
  const facts = [say(`kind.${actor.kind}`), country && country !== actor ? say("acts_for", { state: country.name }) : "", placeInBloc(index)];
  const only = actor.id === state.actor ? button(say("show_all"), () => { change({ actor: "" }); focusPanel(); }) : button(say("show_only"), () => { change({ actor: actor.id }); focusPanel(); });
  const list = own.length ? pairList(own, (pair) => actors[pair.a === index ? pair.b : pair.a].name) : element("p", { className: "empty" }, say("nothing_passes"));
  return [panelHead(actor.name), element("p", { className: "facts" }, facts.filter(Boolean).join(" · ")), only, list];
}

function pairList(pairs, name) {
  const rows = pairs.map((pair) => {
    const opens = button(name(pair), (event) => open([pair.a, pair.b], event.currentTarget), { className: "plain" });
    return element("li", {}, lineSample(pair.facts ? pair.kind : `${pair.kind} unsure`), opens, element("span", { className: "count", title: tieTold(pair) }, countsShort(pair)));
  });
  return element("ul", { className: "ties" }, ...rows);
}

function cardList(list) {
  const first = firstEvent && list.includes(firstEvent) ? [firstEvent] : [];
  const sorted = [...first, ...list.filter((event) => !first.includes(event)).sort((one, other) => other.confidence - one.confidence || one.index - other.index)];
  const made = [element("ol", { className: "cards" }, ...sorted.slice(0, cards).map(eventCard))];
  if (sorted.length > cards) made.push(button(say("more_rows", { count: number(Math.min(CARDS, sorted.length - cards)), left: number(sorted.length - cards) }), () => { showMore(); }, { className: "more" }));
  return made;
}

function showMore() {
  const before = cards;
  cards += CARDS;
  drawPanel();
  byId("panel").querySelectorAll(".cards summary")[before].focus();
}

function evidenceNote() {
  const line = data.evidence === "full" ? "" : say(`evidence.${data.evidence}`);
  return element("p", { className: "hint" }, line);
}
