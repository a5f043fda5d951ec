// What is measured side by side: five peers, and Unstuck in the ways that readers come to it.

/** What a reader says whom nothing helps, by the screen; "not-solved" to every other fix. */
const SAID = {
  "check storage": "yes",
  "check power-wifi": "no",
  "check restart": "no",
  "check update": "yes",
  "check fresh-backup": "no",
  "confirm reset-network": "confirm",
  "check finder-backup": "no",
  "check system-status": "yes",
};

const peer = (screen) => `[data-action="${screen === "choice" ? "icloud" : (SAID[screen] ?? "not-solved")}"]`;
const surveyjs = (screen) => `.sd-selectbase__label:has([value="${screen === "choice" ? "icloud" : (SAID[screen] ?? "not-solved")}"])`;
/** A check has the name of a question, and the id of its fix. */
const unstuck = (screen) => {
  if (screen.startsWith("choice") || screen === "question icloud") return '[data-action="yes"][data-id="icloud"], [data-action="yes"]';
  const [kind, id] = screen.split(" ");
  const usual = { question: "no", confirm: "confirm" }[kind] ?? "not-solved";
  return `[data-action="${SAID[`${kind === "question" ? "check" : kind} ${id}`] ?? usual}"]`;
};

const host = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Help</title><link rel="icon" href="data:,">${head}` +
  `<style>body{margin:0 auto;max-width:44em;padding:16px;font:17px/1.5 system-ui,sans-serif;background:#f5f5f7}</style></head><body><nav>Help center</nav>${body}<footer>About us</footer></body></html>`;

/** The tag that goes with the hints: of the shell that they name, beside an element whose place they keep. */
function hinted(head) {
  const [, file, integrity] = head.match(/href="([^"]+)" integrity="([^"]+)"/);
  return `<script src="${file}" integrity="${integrity}" crossorigin="anonymous" async></script><unstuck-guide article="#iphone-backup"></unstuck-guide>`;
}

/** Targets and the pages that they take, for these builds of Unstuck (a label and a folder; the first has no label), with the lines that
 * `cargo xtask dist` gives for a page's head. */
export function targets(builds, hints, article) {
  const folders = {};
  const pages = {};
  const all = [
    ["by-hand", "Hand-written JavaScript", peer],
    ["preact", "Preact", peer],
    ["svelte", "Svelte", peer],
    ["formity", "Formity on React", peer],
    ["surveyjs", "SurveyJS, no delay", surveyjs],
  ].map(([name, title, answer]) => ({ name, title, path: `/${name}/`, answer }));
  // The same words with nothing that marks them.
  const plain = article.replace(/\s+data-unstuck-[a-z-]+(="[^"]*")?/g, "").replace(/<article[^>]*>/, '<article id="iphone-backup" lang="en">');
  const tag = (path) => `<script src="${path}embed.js" async data-article="#iphone-backup"></script>`;
  const element = (path) => `<script src="${path}embed.js" async></script><unstuck-guide article="#iphone-backup"></unstuck-guide>`;
  for (const [label, dist] of builds) {
    const name = (of) => (label ? `${of}@${label}` : of);
    const title = (of) => (label ? `${of} (${label})` : of);
    const path = `/${name("unstuck")}/`;
    folders[name("unstuck")] = dist;
    const add = (of, words, address) => all.push({ name: name(of), title: title(words), path: address, answer: unstuck, own: true });
    add("page", "Unstuck, own page", path);
    const head = hints[label].replaceAll("HOST/", path);
    // As docs/authors.md has it, where nothing is to move. The tag alone is there to show what moves without.
    const [place] = head.match(/<style>.*<\/style>/);
    for (const [of, words, html] of [
      ["tag", "Unstuck by tag, marked article", host(place, element(path) + article)],
      ["tag-alone", "Unstuck by tag, without a place", host("", tag(path) + article)],
      ["tag-hints", "Unstuck by tag, with hints", host(head, hinted(head) + article)],
      ["tag-plain", "Unstuck by tag, plain article", host(place, element(path) + plain)],
    ]) {
      const address = `/${name(of)}.html`;
      pages[address] = html;
      add(of, words, address);
    }
    pages[`/${name("far")}.html`] = host("", `<div style="height:6000px"></div>${tag(path)}${article}`);
  }
  pages["/empty.html"] = host("", article);
  return { all, folders, pages };
}
