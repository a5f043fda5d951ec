// The guide that all peers show, made of the JSON that `unstuck build --to json` writes: its words as HTML, as one would write
// them into a page by hand.
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function inline(part) {
  if (typeof part === "string") return escaped(part);
  if (part.strong) return `<strong>${escaped(part.strong)}</strong>`;
  if (part.path) return `<b>${part.path.map(escaped).join(" › ")}</b>`;
  if (part.link) return `<a href="${escaped(part.link.href)}">${escaped(part.link.text)}</a>`;
  throw new Error(`the peers know no such words: ${JSON.stringify(part)}`);
}

const words = (rich) => (typeof rich === "string" ? [rich] : rich).map(inline).join("");

const html = (passages = []) =>
  passages.map((one) => (one.list ? `<ul>${one.list.map((item) => `<li>${words(item)}</li>`).join("")}</ul>` : `<p>${words(one)}</p>`)).join("");

function risk({ title, text, lost = [], first }) {
  const list = lost.length ? `<h4>What is lost</h4><ul>${lost.map((item) => `<li>${words(item)}</li>`).join("")}</ul>` : "";
  return { title, html: html(text) + list + (first ? `<h4>Before you start</h4>${html(first)}` : "") };
}

export function guideOf(json) {
  const { id, title, summary, verdict, questions, fixes, after, support } = json;
  if (questions.some((one) => one["one-of"] !== questions[0]["one-of"])) throw new Error("the peers know one choice alone");
  return {
    id,
    title,
    summary,
    verdict,
    choice: { ask: questions[0]["one-of"], options: questions.map((one) => ({ id: one.id, ask: one.ask, hint: one.hint.map(words).join("") })) },
    fixes: fixes.map((fix) => ({
      id: fix.id,
      title: fix.title,
      time: fix.time,
      onlyIf: fix["only-if"],
      reason: html(fix.reason),
      away: fix.away && html(fix.away),
      wait: html(fix.wait ?? json.wait),
      check: fix.check && { ask: fix.check.ask, hint: html(fix.check.hint), pass: fix.check["pass-on"] },
      risk: fix.risk && risk(fix.risk),
      steps: fix.steps.map((step) => ({ id: step.id, onlyIf: step["only-if"], risk: step.risk?.title, html: step.text.map(words).join(" ") })),
    })),
    after: html(after),
    support: { title: support.title, html: html(support.text) },
  };
}
