// Ties pass by whom they do not join: a straight line through a third actor would read as two ties.
const PULLS = [0, 0.07, -0.07, 0.13, -0.13, 0.2, -0.2, 0.28, -0.28];
const CLEAR = 5;
const STEPS = 12;

function bend(one, other, spots) {
  let best = null;
  for (const pull of PULLS) {
    const curve = { pull, points: along(one, other, pull) };
    const room = roomAround(curve.points, one, other, spots);
    if (!best || room > best.room) best = { ...curve, room };
    if (room >= 0) break;
  }
  return path(one, other, best.pull);
}

function control(one, other, pull) {
  const x = (one.x + other.x) / 2 - 2 * pull * (other.y - one.y);
  return { x, y: (one.y + other.y) / 2 + 2 * pull * (other.x - one.x) };
}

function along(one, other, pull) {
  const middle = control(one, other, pull), points = [];
  for (let step = 1; step < STEPS; step += 1) {
    const t = step / STEPS, u = 1 - t;
    points.push([u * u * one.x + 2 * u * t * middle.x + t * t * other.x, u * u * one.y + 2 * u * t * middle.y + t * t * other.y]);
  }
  return points;
}

function roomAround(points, one, other, spots) {
  let least = Infinity;
  for (const spot of spots) {
    if (spot === one || spot === other) continue;
    for (const [x, y] of points) least = Math.min(least, Math.hypot(x - spot.x, y - spot.y) - spot.radius - CLEAR);
  }
  return least;
}

function path(one, other, pull) {
  const short = (value) => Math.round(value * 10) / 10;
  if (!pull) return `M${short(one.x)} ${short(one.y)}L${short(other.x)} ${short(other.y)}`;
  const middle = control(one, other, pull);
  return `M${short(one.x)} ${short(one.y)}Q${short(middle.x)} ${short(middle.y)} ${short(other.x)} ${short(other.y)}`;
}
