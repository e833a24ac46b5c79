// Where actors stand: as Python has placed them, or around the one that was searched for.
const MOST_AROUND = 40;
let zoom = { scale: 1, x: 0, y: 0 };

const levels = data.levels.map((level) => {
  return { ...level, places: new Map(level.actors.map(([index, x, y, bloc, core]) => [index, { x, y, bloc, core }])) };
});
const level = () => levels[state.level ? 1 : 0];
const blocOf = (index) => level().places.get(index)?.bloc ?? -1;
const inCore = (index) => Boolean(level().places.get(index)?.core);

function placeInBloc(index) {
  const bloc = blocOf(index);
  return bloc < 0 ? say("no_bloc") : say(inCore(index) ? "bloc" : "wavering", { number: bloc + 1 });
}

function places() {
  const focus = actorById.get(state.actor);
  return focus ? aroundActor(focus) : level().places;
}

// Friends on the left, enemies on the right, by the balance of what they did.
function aroundActor(focus) {
  const near = shown.pairs.slice(0, MOST_AROUND);
  const balance = (pair) => (pair.friendly - pair.hostile) / (pair.friendly + pair.hostile || 1);
  const sorted = [...near].sort((one, other) => balance(other) - balance(one) || one.key - other.key);
  const found = new Map([[focus.index, { x: 0.5, y: 0.5 }]]);
  sorted.forEach((pair, place) => {
    const angle = Math.PI * (1 - (place + 0.5) / sorted.length), up = place % 2 ? 1 : -1;
    const reach = sorted.length > 14 && Math.floor(place / 2) % 2 ? 0.32 : 0.48;
    const spot = { x: 0.5 + reach * Math.cos(angle), y: 0.5 + up * reach * Math.sin(angle) };
    found.set(pair.a === focus.index ? pair.b : pair.a, spot);
  });
  return found;
}

function graphPairs(known) {
  return shown.pairs.filter((pair) => known.has(pair.a) && known.has(pair.b)).slice(0, data.limits.pairs[state.level ? 1 : 0]);
}

// What is drawn, in the pixels of the screen.
function sketch(width, height) {
  const known = places(), pairs = graphPairs(known);
  const counts = new Map();
  for (const pair of pairs) for (const index of [pair.a, pair.b]) counts.set(index, (counts.get(index) || 0) + pair.actions);
  const most = Math.max(1, ...counts.values()), widest = Math.max(1, ...pairs.map((pair) => pair.actions));
  const marginX = Math.min(state.actor ? 150 : 84, width * (state.actor ? 0.2 : 0.13)), marginY = 24, largest = counts.size > 60 ? 11 : 15;
  const spots = [...counts].map(([index, count]) => {
    const { x, y } = known.get(index);
    return {
      index, count, radius: 4 + (largest - 4) * Math.sqrt(count / most),
      x: (marginX + x * (width - 2 * marginX) - width / 2) * zoom.scale + width / 2 + zoom.x,
      y: (marginY + y * (height - 2 * marginY) - height / 2) * zoom.scale + height / 2 + zoom.y,
    };
  });
  const at = new Map(spots.map((spot) => [spot.index, spot]));
  for (const spot of spots) spot.lean = 0;
  for (const { a, b } of pairs) {
    at.get(a).lean += at.get(b).x - at.get(a).x;
    at.get(b).lean += at.get(a).x - at.get(b).x;
  }
  spots.sort((one, other) => other.count - one.count || one.index - other.index);
  const thick = (pair) => 1.2 + 4 * Math.sqrt((pair.actions - 1) / Math.max(widest - 1, 1));
  return { spots, pairs: pairs.map((pair) => ({ pair, width: thick(pair) })), at };
}
