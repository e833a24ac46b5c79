// Friendly events above the line, hostile ones below, by day, week, month or year, whichever gives a bar some width.
const DAY = 86_400_000;
const MOST_BARS = 72;
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const time = (text) => Date.parse(`${text}T00:00:00Z`);
const UNITS = {
  day: (start) => iso(time(start) + DAY),
  week: (start) => iso(time(start) + 7 * DAY),
  month: (start) => nextMonth(start, 1),
  year: (start) => nextMonth(start, 12),
};
const bins = makeBins();
const undated = events.some((event) => !event.day);
const columns = bins.length + (undated ? 2 : 0); // a gap, and a bar for what bears no day

function nextMonth(start, months) {
  const [year, month] = start.split("-").map(Number);
  return iso(Date.UTC(year, month - 1 + months, 1));
}

function beginning(unit, date) {
  if (unit === "week") return iso(time(date) - ((new Date(time(date)).getUTCDay() + 6) % 7) * DAY);
  if (unit === "day") return date;
  return `${date.slice(0, unit === "month" ? 7 : 4)}${unit === "month" ? "-01" : "-01-01"}`;
}

// The bars cover the days of the articles; what the articles tell of other times stands in a bar of its own at either end.
function makeBins() {
  const valid = (text) => /^[1-9]\d{3}-\d\d-\d\d$/.test(text || "") && !Number.isNaN(time(text));
  const told = events.map((event) => event.day).filter(valid).sort();
  const printed = articles.map((one) => one.date).filter(valid).sort();
  const days = printed.length ? printed : told;
  if (!days.length || !told.length) return [];
  const first = days[0], last = days[days.length - 1];
  const unit = Object.keys(UNITS).find((one) => count(one, first, last) <= MOST_BARS) || "year";
  const made = [];
  for (let start = beginning(unit, first); start <= last; start = UNITS[unit](start)) made.push({ from: start, until: iso(time(UNITS[unit](start)) - DAY), unit });
  if (told[0] < made[0].from) made.unshift({ from: told[0], until: iso(time(made[0].from) - DAY), unit: "before" });
  const end = made[made.length - 1].until;
  if (told[told.length - 1] > end) made.push({ from: iso(time(end) + DAY), until: told[told.length - 1], unit: "after" });
  return made;
}

function count(unit, first, last) {
  const length = { day: 1, week: 7, month: 30, year: 365 }[unit];
  return (time(last) - time(first)) / DAY / length;
}

function binOf(date) {
  let low = 0, high = bins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle].from <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}

function binTold(bin) {
  if (bin.unit === "before") return say("before", { day: day(iso(time(bin.until) + DAY)) });
  if (bin.unit === "after") return say("after", { day: day(iso(time(bin.from) - DAY)) });
  if (bin.unit === "day") return day(bin.from);
  if (bin.unit === "month") return day(bin.from.slice(0, 7));
  return bin.unit === "year" ? bin.from.slice(0, 4) : `${day(bin.from)} – ${day(bin.until)}`;
}

function tally() {
  const found = [...bins, null].map(() => ({ friendly: 0, hostile: 0, contact: 0 }));
  for (const event of shown.days) {
    if (event.side !== "office") found[event.day ? binOf(event.day) : bins.length][event.side] += 1;
  }
  return found;
}

function drawTimeline() {
  byId("timeline").hidden = !bins.length;
  if (!bins.length) return;
  const counts = tally();
  const most = Math.max(1, ...counts.map((one) => Math.max(one.friendly + one.contact, one.hostile)));
  const width = Math.max(200, byId("bars").clientWidth), height = 84, middle = height / 2, step = width / columns;
  const chart = drawn("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": timelineTold(counts) });
  const [from, until] = chosenBins();
  counts.slice(0, columns).forEach((one, place) => {
    const dated = place < bins.length, x = (dated ? place : place + 1) * step;
    const group = drawn("g", { class: (dated ? place >= from && place <= until : state.undated) ? "in" : "out" });
    group.append(drawn("title", {}, `${dated ? binTold(bins[place]) : say("no_day")}${say("colon")}${["friendly", "hostile", "contact"].map((side) => `${say(`side.${side}`)} ${number(one[side])}`).join(", ")}`));
    group.append(drawn("rect", { class: "slot", x, y: 0, width: step, height }));
    const unit = (middle - 3) / most;
    for (const [kind, top] of [["friendly", one.friendly], ["contact", one.friendly + one.contact], ["hostile", 0]]) {
      if (one[kind]) group.append(drawn("rect", { class: `bar ${kind}`, x: x + step * 0.1, width: step * 0.8, y: middle - top * unit, height: one[kind] * unit }));
    }
    chart.append(group);
  });
  chart.append(drawn("line", { class: "axis", x1: 0, x2: width, y1: middle, y2: middle }));
  chart.append(drawn("text", { class: "scale", x: 2, y: 11 }, `+ ${number(most)}`), drawn("text", { class: "scale", x: 2, y: height - 3 }, `− ${number(most)}`));
  byId("bars").replaceChildren(chart, ticks(step, width));
  drawRange(from, until);
}

function timelineTold(counts) {
  const sum = (kind) => number(counts.reduce((total, one) => total + one[kind], 0));
  return say("timeline_told", { first: binTold(bins[0]), last: binTold(bins[bins.length - 1]), friendly: sum("friendly"), hostile: sum("hostile"), contact: sum("contact") });
}

// As many dates as have room.
function ticks(step, width) {
  const line = drawn("svg", { width, height: 16, "aria-hidden": "true" });
  let free = 0;
  bins.forEach((bin, place) => {
    const text = bin.unit === "before" ? "←" : bin.unit === "after" ? "→" : bin.unit === "week" ? day(bin.from) : binTold(bin);
    const x = (place + 0.5) * step, half = text.length * 3.2;
    if (x - half < free || x + half > bins.length * step) return;
    line.append(drawn("text", { class: "scale middle", x, y: 12 }, text));
    free = x + half + 14;
  });
  if (undated) line.append(drawn("text", { class: "scale end", x: width, y: 12 }, say("no_day")));
  return line;
}
