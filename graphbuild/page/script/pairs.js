const PAIR_COLUMNS = [
  { key: "pair", value: pairNames, show: (pair) => button(pairNames(pair), (event) => open([pair.a, pair.b], event.currentTarget), { className: "plain" }) },
  { key: "kind", value: (pair) => say(`tie.${pair.kind}`), looks: (pair) => pair.kind },
  { key: "actions", numeric: true, value: (pair) => pair.actions },
  { key: "friendly", short: MARKS.friendly, numeric: true, value: (pair) => pair.friendly },
  { key: "hostile", short: MARKS.hostile, numeric: true, value: (pair) => pair.hostile },
  { key: "contacts", short: MARKS.contact, numeric: true, value: (pair) => pair.contact },
  { key: "articles", numeric: true, value: (pair) => pair.articles },
  { key: "outlets", numeric: true, value: (pair) => pair.outlets },
  { key: "first", looks: () => "day", value: (pair) => pair.first, show: (pair) => day(pair.first) },
  { key: "last", looks: () => "day", value: (pair) => pair.last, show: (pair) => day(pair.last) },
];

function drawPairs(view) {
  view.replaceChildren(...sortedTable("pairs", PAIR_COLUMNS, shown.pairs, { column: "actions", down: true }));
}
