// One event as it is told: what, how far it is true, the sentence with its actors and its action marked, the article, the rules.
const ROLES = [[4, "trigger"], [1, "source"], [2, "target"], [8, "mark"]];

function sentence(parts) {
  const line = element("p", { className: "sentence", lang: "fr" });
  for (const part of parts) {
    const [text, roles] = Array.isArray(part) ? part : [part, 0];
    if (!roles) {
      line.append(text);
      continue;
    }
    const held = ROLES.filter(([bit]) => roles & bit).map(([, name]) => name);
    line.append(element("mark", { className: held.join(" "), title: held.map((name) => say(name)).join(", ") }, text));
  }
  return line;
}

function articleLine(event) {
  const { url } = event.article;
  const told = article(event.article);
  const safe = url && /^https?:\/\//i.test(url);
  const line = element("p", { className: "article" });
  line.append(safe ? element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, told) : told);
  return line;
}

function eventCard(event) {
  const facts = [typeTold(event), say(`status.${event.status}`), event.attribution ? say("according", { who: event.attribution }) : "", day(event.time), event.place || ""];
  const card = element("li", { className: `event ${event.side}${event.status === "asserted" ? "" : " unsure"}` },
    element("p", { className: "who" }, eventNames(event)),
    element("p", { className: "facts" }, `${facts.filter(Boolean).join(" · ")} · `, confidence(event)));
  card.append(event.parts.length ? sentence(event.parts) : element("p", { className: "sentence" }, element("mark", { className: "trigger", title: say("trigger"), lang: "fr" }, event.trigger)));
  card.append(articleLine(event), reasons(event));
  return card;
}

function confidence(event) {
  return element("span", { className: "sure", title: say("confidence_told") }, say("confidence_short", { value: number(event.confidence, 2) }));
}

function reasons(event) {
  const rules = event.rules.map((place) => element("li", {}, ruleTold(data.rules[place]), element("code", {}, data.rules[place])));
  const id = button(say("copy_id"), () => copy(event.id), { className: "plain" });
  return element("details", {}, element("summary", {}, say("rules")), element("ul", {}, ...rules), element("p", { className: "id" }, element("code", {}, event.id), " ", id));
}
