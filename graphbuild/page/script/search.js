// The search of an actor: a list to walk with the arrows, accents and capitals aside.
const MOST_FOUND = 12;
const haystack = actors.map((actor) => plain(actor.name));
const busy = new Array(actors.length).fill(0);
for (const event of events) for (const index of [...event.sources, ...event.targets]) busy[index] += 1;
let at = -1;

function matches(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return actors.filter((actor) => words.every((word) => haystack[actor.index].includes(word)))
    .sort((one, other) => busy[other.index] - busy[one.index] || one.index - other.index).slice(0, MOST_FOUND);
}

function offer() {
  const list = byId("found"), field = byId("actor");
  const found = matches(field.value);
  list.replaceChildren(...found.map((actor, place) => {
    const line = element("li", { role: "option", id: `found-${place}`, "aria-selected": "false" },
      element("span", {}, actor.name), element("span", { className: "count" }, `${say(`kind.${actor.kind}`)} · ${number(busy[actor.index])}`));
    line.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(actor); });
    return line;
  }));
  at = -1;
  list.hidden = !found.length;
  field.setAttribute("aria-expanded", String(found.length > 0));
  field.removeAttribute("aria-activedescendant");
  if (field.value.trim()) byId("said").textContent = many("found", found.length);
}

function walkFound(step) {
  const lines = [...byId("found").children];
  if (!lines.length) return;
  at = (at + step + lines.length) % lines.length;
  lines.forEach((line, place) => line.setAttribute("aria-selected", String(place === at)));
  lines[at].scrollIntoView({ block: "nearest" });
  byId("actor").setAttribute("aria-activedescendant", lines[at].id);
}

function pick(actor) {
  closeFound();
  byId("actor").value = actor.name;
  change({ actor: actor.id, open: [actor.id] });
}

function closeFound() {
  byId("found").hidden = true;
  byId("actor").setAttribute("aria-expanded", "false");
}

function listenToSearch() {
  const field = byId("actor");
  field.addEventListener("input", () => {
    offer();
    if (!field.value.trim() && state.actor) change({ actor: "", open: [] });
  });
  field.addEventListener("blur", () => { closeFound(); drawFacets(); });
  field.addEventListener("keydown", (event) => {
    const found = matches(field.value);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (byId("found").hidden) offer();
      walkFound(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && found.length) pick(found[Math.max(at, 0)]);
    else if (event.key === "Escape" && !byId("found").hidden) closeFound();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
