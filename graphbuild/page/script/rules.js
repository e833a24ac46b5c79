// A rule id in words, as `graphbuild explain` tells it.
function ruleTold(rule) {
  const [family, ...rest] = rule.split(".");
  if (family === "frame") return say("rule.frame", { word: rest.slice(1).join(".") || rest.join(".") });
  if (family === "source" || family === "target") return `${say(family)}${say("colon")}${sideTold(rest)}`;
  const [name, detail] = rule.split(":");
  const told = known(`rule.${name}`) ? say(`rule.${name}`) : rule;
  return detail ? `${told} (${detail})` : told;
}

function sideTold(rest) {
  const way = rest.length > 1 ? rest[rest.length - 1] : "";
  const slot = rest.slice(0, way ? -1 : undefined).join(".");
  const slotTold = known(`slot.${slot}`) ? say(`slot.${slot}`) : say("slot.other", { slot });
  return known(`via.${way}`) ? say(`via.${way}`, { slot: slotTold }) : slotTold;
}

function known(key) {
  return Object.hasOwn(data.words[state.language], key);
}
