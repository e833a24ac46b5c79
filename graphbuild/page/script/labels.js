// Names beside their actors, the best-attested first; one that finds no room is told on focus and under the mouse alone.
const LONGEST_NAME = 26;
const SHORT_NAME = 14;
const LINE = 14;
const measure = document.createElement("canvas").getContext("2d");

function shortName(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
}

function placeLabels(spots, width, height) {
  measure.font = "12px system-ui, sans-serif";
  const taken = spots.map((spot) => [spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius]);
  for (const spot of spots) {
    const tries = [shortName(actors[spot.index].name), shorterName(actors[spot.index])].map((text) => {
      const boxes = around(spot, measure.measureText(text).width + 4).filter((box) => inside(box, width, height));
      return { text, boxes, free: boxes.find((box) => !taken.some((other) => overlap(box, other))) };
    });
    const { text, boxes, free } = tries.find((one) => one.free) || tries[1];
    const [x, , , y] = free || boxes[0] || [spot.x, spot.y, spot.x, spot.y];
    spot.label = { text, x: x + 2, y: y - 3.5, shown: Boolean(free) };
    if (free) taken.push(free);
  }
}

// Where there is little room, a person goes by the surname.
function shorterName({ name, kind }) {
  const surname = name.trim().split(/\s+/).slice(1).join(" ");
  const line = kind === "person" && surname ? surname : name.replace(/\s+/g, " ");
  return line.length > SHORT_NAME ? `${line.slice(0, SHORT_NAME - 1).trimEnd()}…` : line;
}

// The side away from the ties first.
function around({ x, y, radius, lean }, wide) {
  const gap = radius + 2, low = y - LINE / 2, near = radius * 0.7 + 1;
  const at = (left, top) => [left, top, left + wide, top + LINE];
  const right = at(x + gap, low), left = at(x - gap - wide, low);
  return [
    ...(lean > 0 ? [left, right] : [right, left]), at(x - wide / 2, y - gap - LINE), at(x - wide / 2, y + gap),
    at(x + near, y - near - LINE), at(x - near - wide, y - near - LINE), at(x + near, y + near), at(x - near - wide, y + near),
  ];
}

const inside = (box, width, height) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
