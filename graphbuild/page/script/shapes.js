// A bloc is a colour and a shape, as in the pictures; areas are alike, for the area carries the count.
const COLOURS = 5;
const SHAPES = ["circle", "square", "diamond", "up", "hexagon", "down"];

// Who wavers is half filled.
function shapeOf(bloc, core, x, y, radius) {
  const kind = bloc < 0 ? "circle" : SHAPES[bloc % SHAPES.length];
  const fill = bloc < 0 ? "alone" : `fill-${bloc % COLOURS}`;
  const outline = kind === "circle" ? turned(24, radius, 0) : corners(kind, radius);
  const polygon = (points, looks) => drawn("polygon", { class: looks, points: points.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ") });
  if (core || bloc < 0) return polygon(outline, `shape ${fill}`);
  return drawn("g", {}, polygon(outline, "shape alone"), polygon(leftHalf(outline), `half ${fill}`));
}

// The part of a convex outline on the left of its middle.
function leftHalf(outline) {
  return outline.flatMap(([x, y], place) => {
    const [nextX, nextY] = outline[(place + 1) % outline.length];
    const crossing = x < 0 !== nextX < 0 ? [[0, y + ((nextY - y) * -x) / (nextX - x)]] : [];
    return x <= 0 ? [[x, y], ...crossing] : crossing;
  });
}

function turned(count, size, begin) {
  return Array.from({ length: count }, (_, place) => {
    const angle = begin + (2 * Math.PI * place) / count;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
}

function corners(kind, radius) {
  if (kind === "square") return turned(4, radius * 1.25, Math.PI / 4);
  if (kind === "diamond") return turned(4, radius * 1.25, 0);
  if (kind === "hexagon") return turned(6, radius * 1.1, 0);
  return turned(3, radius * 1.55, kind === "up" ? -Math.PI / 2 : Math.PI / 2);
}

function lineSample(kind) {
  return drawn("svg", { width: 34, height: 10, "aria-hidden": "true" }, drawn("line", { class: `tie ${kind}`, x1: 1, x2: 33, y1: 5, y2: 5, "stroke-width": 3 }));
}

function blocSample(bloc, core) {
  return drawn("svg", { width: 18, height: 18, "aria-hidden": "true" }, shapeOf(bloc, core, 9, 9, 6));
}
