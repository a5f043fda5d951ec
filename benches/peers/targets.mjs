// What is measured side by side: five peers, and Unstuck in the ways that readers come to it.
import { readdirSync } from "node:fs";

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

/** The files that a marked article's widget loads, asked for in the page's head: as `cargo xtask dist` prints them. */
function hints(dist, path) {
  const name = (pattern) => readdirSync(dist).find((file) => pattern.test(file));
  const glue = name(/^unstuck-widget-[0-9a-f]+\.js$/);
  const code = name(/^unstuck-widget-[0-9a-f]+_bg\.wasm$/);
  const style = name(/^unstuck-widget-[0-9a-f]+\.css$/);
  return (
    `<link rel="modulepreload" href="${path}${glue}" crossorigin><link rel="preload" href="${path}${code}" as="fetch" type="application/wasm" crossorigin>` +
    `<link rel="preload" href="${path}${style}" as="fetch" type="text/css" crossorigin>`
  );
}

/** Targets and the pages that they take, for these builds of Unstuck (a label and a folder; the first has no label). */
export function targets(builds, article) {
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
  for (const [label, dist] of builds) {
    const name = (of) => (label ? `${of}@${label}` : of);
    const title = (of) => (label ? `${of} (${label})` : of);
    const path = `/${name("unstuck")}/`;
    folders[name("unstuck")] = dist;
    const add = (of, words, address) => all.push({ name: name(of), title: title(words), path: address, answer: unstuck, own: true });
    add("page", "Unstuck, own page", path);
    for (const [of, words, head, text] of [
      ["tag", "Unstuck by tag, marked article", "", article],
      ["tag-hints", "Unstuck by tag, with hints", hints(dist, path), article],
      ["tag-plain", "Unstuck by tag, plain article", "", plain],
    ]) {
      const address = `/${name(of)}.html`;
      pages[address] = host(head, tag(path) + text);
      add(of, words, address);
    }
    pages[`/${name("far")}.html`] = host("", `<div style="height:6000px"></div>${tag(path)}${article}`);
  }
  pages["/empty.html"] = host("", article);
  return { all, folders, pages };
}
