const arrow = (event) => (event.symmetric ? "–" : "→");
const eventNames = (event) => `${names(event.sources)} ${arrow(event)} ${names(event.targets)}`;
const typeTold = (event) => `${MARKS[event.side]} ${say(`type.${event.type}`)}`;

const EVENT_COLUMNS = [
  { key: "actors", value: eventNames, show: (event) => button(eventNames(event), (click) => open(eventIndices(event), click.currentTarget, event), { className: "plain" }) },
  { key: "type", value: typeTold, looks: (event) => event.side },
  { key: "trigger", value: (event) => event.trigger },
  { key: "status", value: (event) => [say(`status.${event.status}`), event.attribution ? say("according", { who: event.attribution }) : ""].filter(Boolean).join(", ") },
  { key: "date", looks: () => "day", value: (event) => event.day || "", show: (event) => day(event.time) || day(event.day) },
  { key: "outlet", value: (event) => event.article.outlet },
  { key: "confidence", numeric: true, value: (event) => event.confidence, show: (event) => number(event.confidence, 2) },
];

// The first pair of an event stands for it; one without a pair opens on its actor.
function eventIndices(event) {
  return event.pairs.length ? ends(event.pairs[0].key) : [...event.sources, ...event.targets].slice(0, 1);
}

function drawEvents(view) {
  view.replaceChildren(...sortedTable("events", EVENT_COLUMNS, shown.events, { column: "date", down: true }));
}
