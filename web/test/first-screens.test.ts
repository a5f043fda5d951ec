// First screens in pages as a site is built: the package's own scripts, with a stand-in for the command `unstuck`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const NPM = join(import.meta.dirname, "..", "npm");
type Built = { html: string; messages: string[] };
const { withFirstScreen }: { withFirstScreen: (html: string, options?: object) => Promise<Built> } = await import(join(NPM, "first.js"));

const folder = mkdtempSync(join(tmpdir(), "unstuck-first-"));
after(() => rmSync(folder, { recursive: true }));
// It answers by what the page says, and tells what it was asked.
const command = join(folder, "unstuck");
writeFileSync(
  command,
  `#!/usr/bin/env node
const page = require("node:fs").readFileSync(process.argv[3], "utf8");
if (page.includes("no guide")) { console.error("error[no-fix]: no fix"); process.exit(1); }
if (page.includes("broken")) process.exit(2);
if (page.includes("picture")) console.error("warning[left-out]: a picture");
const [, , ...asked] = process.argv;
console.log('<article data-unstuck-guide="lamp">\\n<header>H</header>\\n  <unstuck-guide><template shadowrootmode="open"><p>' + asked.slice(2).join(" ")
  + '</p></template></unstuck-guide>\\n  <script src="/u/first-1.js" data-shell="embed.js" async></script>\\n</article>');
`,
);
chmodSync(command, 0o755);
const made = (html: string, options = {}) => withFirstScreen(html, { command, script: "/u/embed.js", ...options });
const ELEMENT =
  '<unstuck-guide><template shadowrootmode="open"><p>--to html --script /u/embed.js</p></template></unstuck-guide>\n  <script src="/u/first-1.js" data-shell="embed.js" async></script>';

const PLACES: [string, string, string][] = [
  ["after the header", "<header><h1>T</h1></header>", "<p>x</p>"],
  ["after the heading", "<h1>T</h1>", "<h2>F</h2>"],
  ["at the beginning", "", "<h2>F</h2><p>x</p>"],
];
for (const [where, before, rest] of PLACES)
  test(`the first screen stands ${where}, and the article stays as it is`, async () => {
    const page = (element: string) => `<body><article>short</article><article class="prose">${before}${element}${rest}</article></body>`;
    assert.deepEqual(await made(page("")), { html: page(ELEMENT), messages: [] });
  });

const LEFT: [string, string, number][] = [
  ["without an article", "<body><h1>T</h1></body>", 0],
  ["whose article makes no guide", "<article><h1>no guide</h1></article>", 1],
  ["that has the element", "<article><h1>T</h1><unstuck-guide></unstuck-guide></article>", 0],
  ["with articles in its article", "<article><h1>T</h1><article>a</article></article>", 0],
];
for (const [what, html, count] of LEFT)
  test(`a page ${what} stays as it is`, async () => {
    const { html: after, messages } = await made(html);
    assert.deepEqual([after, messages.length], [html, count]);
  });

test("an adopted article takes the place of one that it holds all of, and of no other", async () => {
  const plain = await made('<main><article class="prose" hidden><h1>T</h1></article></main>', { adopt: true });
  assert.match(plain.html, /^<main><article class="prose" data-unstuck-guide="lamp">.*<\/article><\/main>$/s);
  const lossy = await made('<article class="prose"><h1>T</h1>picture</article>', { adopt: true });
  assert.ok(lossy.html.startsWith(`<article class="prose"><h1>T</h1>${ELEMENT}picture`), lossy.html);
  assert.match(lossy.messages.join(), /left-out/);
});

test("the plugin for rehype adopts an article that it can, unless the site says otherwise", async () => {
  const { fromHtml } = await import("hast-util-from-html");
  const { toHtml } = await import("hast-util-to-html");
  const { default: plugin } = await import(join(NPM, "rehype.js"));
  for (const [options, wanted] of [
    [{}, /^<article data-unstuck-guide="lamp">/],
    [{ adopt: false }, /^<article><h1>T<\/h1><unstuck-guide>/],
  ] as const) {
    const tree = fromHtml("<article><h1>T</h1></article>", { fragment: true });
    await plugin({ command, script: "/u/embed.js", ...options })(tree, { message: assert.fail });
    assert.match(toHtml(tree), wanted);
  }
});

test("a command that is not there, or fails, is told with what helps", async () => {
  await assert.rejects(made("<article>T</article>", { command: join(folder, "none") }), /could not be run.*cargo install/);
  await assert.rejects(made("<article>broken</article>"), /could not be run/);
});

test("the plugin for rehype puts it into a tree, and tells what was said", async () => {
  const { fromHtml } = await import("hast-util-from-html");
  const { toHtml } = await import("hast-util-to-html");
  const { default: plugin } = await import(join(NPM, "rehype.js"));
  for (const [html, fragment] of [
    ["<article><h1>T</h1><p>picture</p></article>", true],
    ["<!doctype html><html><head></head><body><article><h1>T</h1><p>picture</p></article></body></html>", false],
  ] as const) {
    const tree = fromHtml(html, { fragment });
    const said: string[] = [];
    await plugin({ command, script: "/u/embed.js" })(tree, { message: (words: string) => said.push(words) });
    assert.equal(toHtml(tree), html.replace("</h1>", `</h1>${ELEMENT}`));
    assert.match(said.join(), /left-out/);
  }
});

test("a folder of pages", () => {
  const site = mkdtempSync(join(folder, "site-"));
  writeFileSync(join(site, "a.html"), "<article><h1>T</h1></article>");
  writeFileSync(join(site, "b.html"), "<p>none</p>");
  const ran = spawnSync(process.execPath, [join(NPM, "pages.js"), site, "--script", "/u/embed.js", "--command", command], {
    encoding: "utf8",
  });
  assert.match(ran.stdout, /1 of 2 pages/);
  assert.equal(readFileSync(join(site, "a.html"), "utf8"), `<article><h1>T</h1>${ELEMENT}</article>`);
  assert.equal(spawnSync(process.execPath, [join(NPM, "pages.js")]).status, 2);
});
