// The graph as a picture that stands alone: the looks of the page written into it, in light colours, with legend and caption.
const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "paint-order", "font-size", "font-family", "font-weight", "visibility"];
const FOOT = 18;

function picture() {
  const chart = byId("graph");
  if (!chart) return null;
  document.documentElement.classList.add("printed");
  const width = Number(chart.getAttribute("width")), height = Number(chart.getAttribute("height"));
  const lines = [...wrapped(captionTold(), Math.floor(width / 6.2))];
  const foot = drawn("g", {}, ...legendDrawn(width, height + 12), ...lines.map((text, place) => drawn("text", { class: "caption", x: 8, y: height + 34 + place * FOOT }, text)));
  chart.append(foot);
  const total = height + 34 + lines.length * FOOT;
  const copied = chart.cloneNode(true);
  writeLooks(chart, copied);
  foot.remove();
  document.documentElement.classList.remove("printed");
  for (const [name, value] of Object.entries({ xmlns: SVG, width, height: total, viewBox: `0 0 ${width} ${total}`, role: "img" })) copied.setAttribute(name, value);
  copied.removeAttribute("aria-roledescription");
  copied.prepend(drawn("title", {}, say("title")), drawn("desc", {}, captionTold()), drawn("rect", { width, height: total, fill: "#ffffff" }));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copied).replace(CONTROLS, "")}`, width, height: total };
}

// XML knows none of these, not even as references.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function writeLooks(from, to) {
  const looks = getComputedStyle(from);
  for (const name of LOOKS) if (looks.getPropertyValue(name)) to.setAttribute(name, looks.getPropertyValue(name));
  for (const name of ["class", "tabindex", "aria-label", "id"]) to.removeAttribute(name);
  if (to.getAttribute("role") === "button") to.removeAttribute("role");
  [...from.children].forEach((child, place) => writeLooks(child, to.children[place]));
}

function legendDrawn(width, y) {
  const made = [];
  let x = 8;
  for (const kind of data.ties) {
    const text = say(`tie.${kind}`);
    made.push(drawn("line", { class: `tie ${kind}`, x1: x, x2: x + 28, y1: y, y2: y, "stroke-width": 3 }), drawn("text", { class: "caption", x: x + 33, y: y + 4 }, text));
    x += 52 + text.length * 6.4;
  }
  return made;
}

function captionTold() {
  return [corpusTold(), `${say("filters")}${say("colon")}${filtersTold()}`, byId("status").textContent, say("caution")].join(". ");
}

function filtersTold() {
  const told = Object.keys(FACETS).filter((name) => state[name].length).map((name) => `${say(`facet.${name}`)} = ${state[name].map((value) => valueTold(name, value)).join(", ")}`);
  told.push(`${say("confidence")} ≥ ${number(state.confidence, 2)}`);
  if (state.actor) told.push(`${say("actor")} = ${actorById.get(state.actor)?.name ?? state.actor}`);
  if (state.least > 1) told.push(`${say("least")} = ${number(state.least)}`);
  if (state.from || state.until) told.push(byId("range-told").textContent);
  return told.join(" ; ");
}

function wrapped(text, columns) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines[lines.length - 1].length + word.length > columns) lines.push("");
    lines[lines.length - 1] += `${word} `;
  }
  return lines.map((line) => line.trim());
}
