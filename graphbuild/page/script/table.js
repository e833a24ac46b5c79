// A table that sorts by any column and shows a page at a time.
const ROWS = 50;
const order = {};

function sortedTable(name, columns, items, usual) {
  order[name] ??= { ...usual, shown: ROWS };
  const { column, down } = order[name];
  const value = columns.find((one) => one.key === column).value;
  const rows = [...items].sort((one, other) => (down ? -1 : 1) * compare(value(one), value(other)));
  const head = element("tr", {}, ...columns.map((one) => heading(name, one)));
  const body = rows.slice(0, order[name].shown).map((item) => element("tr", {}, ...columns.map((one) => bodyCell(one, item))));
  const table = element("table", { className: "sorted", "aria-label": say(`view.${name}`) }, element("thead", {}, head), element("tbody", {}, ...body));
  const left = rows.length - body.length;
  const more = left > 0 ? [button(say("more_rows", { count: number(Math.min(ROWS, left)), left: number(left) }), () => { order[name].shown += ROWS; drawView(); }, { id: "rows", className: "more" })] : [];
  return [element("div", { className: "scroll", tabIndex: -1 }, table), ...more];
}

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), state.language);
}

function heading(name, { key, numeric, short }) {
  const { column, down } = order[name];
  const sort = button(short || say(`column.${key}`), () => {
    order[name] = { column: key, down: column === key ? !down : Boolean(numeric), shown: ROWS };
    drawView();
    byId("view").querySelector(`[data-column="${key}"] button`).focus();
  }, short ? { title: say(`column.${key}`), "aria-label": say(`column.${key}`) } : {});
  const made = element("th", { scope: "col", className: numeric ? "number" : "" }, sort);
  if (column === key) made.setAttribute("aria-sort", down ? "descending" : "ascending");
  made.dataset.column = key;
  return made;
}

function bodyCell({ numeric, show, value, looks }, item) {
  const made = element("td", { className: [numeric ? "number" : "", looks ? looks(item) : ""].join(" ").trim() });
  made.append(show ? show(item) : numeric ? number(value(item)) : value(item));
  return made;
}
