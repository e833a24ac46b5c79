// A bloc is a colour and a shape, as in the pictures; areas are alike, for the area carries the count.
const COLOURS = 5;
const SHAPES = ["circle", "square", "diamond", "up", "hexagon", "down"];

function shapeOf(bloc, x, y, radius) {
  const kind = bloc < 0 ? "circle" : SHAPES[bloc % SHAPES.length];
  const looks = { class: `shape ${bloc < 0 ? "alone" : `fill-${bloc % COLOURS}`}` };
  if (kind === "circle") return drawn("circle", { ...looks, cx: x, cy: y, r: radius });
  const points = corners(kind, radius).map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`);
  return drawn("polygon", { ...looks, points: points.join(" ") });
}

function corners(kind, radius) {
  const turn = (count, size, begin) => Array.from({ length: count }, (_, place) => {
    const angle = begin + (2 * Math.PI * place) / count;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
  if (kind === "square") return turn(4, radius * 1.25, Math.PI / 4);
  if (kind === "diamond") return turn(4, radius * 1.25, 0);
  if (kind === "hexagon") return turn(6, radius * 1.1, 0);
  return turn(3, radius * 1.55, kind === "up" ? -Math.PI / 2 : Math.PI / 2);
}

function lineSample(kind) {
  return drawn("svg", { width: 34, height: 10, "aria-hidden": "true" }, drawn("line", { class: `tie ${kind}`, x1: 1, x2: 33, y1: 5, y2: 5, "stroke-width": 3 }));
}

function blocSample(bloc) {
  return drawn("svg", { width: 18, height: 18, "aria-hidden": "true" }, shapeOf(bloc, 9, 9, 6));
}
