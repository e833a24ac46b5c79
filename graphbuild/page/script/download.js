// What is shown, as files. Nothing is sent anywhere: the browser saves what this page made.
const TIMES = 2;

function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function saveSvg() {
  const made = picture();
  if (made) save("graphbuild.svg", made.text, "image/svg+xml");
}

function savePng() {
  const made = picture();
  if (!made) return;
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = element("canvas", { width: made.width * TIMES, height: made.height * TIMES });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save("graphbuild.png", blob));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(made.text)}`;
}

// A text that begins like a formula is marked, for spreadsheets run those; numbers stay numbers.
function csvCell(value) {
  if (typeof value === "number") return String(value);
  const text = String(value ?? "").replace(/\r\n?/g, "\n");
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(heads, rows) {
  return `\ufeff${[heads, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function viewPairs() {
  if (state.view === "graph") return graphPairs(places());
  return state.view === "matrix" ? matrixPairs() : shown.pairs;
}

function savePairs() {
  const heads = ["actor", "actor_id", "other", "other_id", "kind", "friendly", "hostile", "contacts", "offices", "sentences", "articles", "outlets", "first", "last"];
  const rows = viewPairs().map((pair) => [actors[pair.a].name, actors[pair.a].id, actors[pair.b].name, actors[pair.b].id, pair.kind, pair.friendly, pair.hostile, pair.contact, pair.office, pair.events.length, pair.articles, pair.outlets, pair.first, pair.last]);
  save("graphbuild-pairs.csv", csv(heads, rows), "text/csv");
}

function saveEvents() {
  const heads = ["id", "source", "target", "type", "side", "sign", "trigger", "status", "attribution", "time", "confidence", "evidence", "outlet", "date", "title", "url"];
  const text = (event) => event.parts.map((part) => (Array.isArray(part) ? part[0] : part)).join("");
  const rows = shown.events.map((event) => [event.id, names(event.sources), names(event.targets), event.type, event.side, event.sign, event.trigger, event.status, event.attribution, event.time, event.confidence, text(event), event.article.outlet, event.article.date, event.article.title, event.article.url]);
  save("graphbuild-events.csv", csv(heads, rows), "text/csv");
}

// For eyes and for screen readers alike, for a moment.
function tell(text) {
  byId("said").textContent = text;
  byId("said").classList.remove("unseen");
  setTimeout(() => { byId("said").textContent = ""; byId("said").classList.add("unseen"); }, 2500);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(say("copied"));
  } catch {
    window.prompt(say("copy_yourself"), text);
  }
}

function listenToDownloads() {
  const acts = { link: () => copy(location.href.split("#")[0] + toHash()), svg: saveSvg, png: savePng, "csv-pairs": savePairs, "csv-events": saveEvents };
  for (const [id, act] of Object.entries(acts)) byId(id).addEventListener("click", () => { byId("share").open = false; byId("share").firstElementChild.focus(); act(); });
}
