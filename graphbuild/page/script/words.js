function say(key, values = {}) {
  const text = data.words[state.language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// "événement|événements": the form that goes with the number.
function many(key, count) {
  const [one, more] = say(key).split("|");
  const form = new Intl.PluralRules(state.language).select(count) === "one" ? one : more;
  return `${number(count)}\u00a0${form}`;
}

function number(value, digits = 0) {
  return value.toLocaleString(state.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function day(iso) {
  if (!iso) return "";
  const [begin, end] = iso.split("/");
  if (end !== undefined) return `${day(begin)} – ${day(end)}`;
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(begin);
  if (!found) return iso;
  const [, year, month, date] = found;
  const when = new Date(Date.UTC(Number(year), month ? month - 1 : 0, date ? Number(date) : 1));
  const form = { year: "numeric", month: month && "short", day: date && "numeric", timeZone: "UTC" };
  return when.toLocaleDateString(state.language === "en" ? "en-GB" : "fr", form);
}

function article(one) {
  return [one.outlet, day(one.date), one.title].filter(Boolean).join(" · ") || one.id;
}

function names(side) {
  return side.map((index) => actors[index].name).join(", ") || say("nobody");
}

function writeWords() {
  document.documentElement.lang = state.language;
  document.title = `${say("title")} – graphbuild`;
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  byId("actor").placeholder = say("search_hint");
  byId("language").value = state.language;
}

function corpusTold() {
  const days = articles.map((one) => one.date).filter(Boolean).sort();
  const outlets = new Set(articles.map((one) => one.outlet).filter(Boolean)).size;
  const period = days.length ? say("period", { first: day(days[0]), last: day(days[days.length - 1]) }) : "";
  const left = data.left_out ? say("left_out", { count: number(data.left_out) }) : "";
  const counts = [many("article", articles.length), outlets ? many("outlet", outlets) : "", period];
  return [...counts, many("event", events.length), many("actor_n", actors.length), left].filter(Boolean).join(" · ");
}
