// What is shown when the widget cannot start: why, one sentence, the article.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { enter } from "./globals.ts";

const { window } = new JSDOM("<body></body>", { url: "https://help.example/page" });
enter(window, { UNSTUCK_GUIDES: { "router.en": { name: "unstuck-guide-router.en-0.html", integrity: "sha384-r" } } });
const { show } = await import("../src/fallback.ts");
const { ENGLISH } = await import("../src/locale.ts");
type Failure = Parameters<typeof show>[0];

const FILES = [
  "https://cdn.example/u/unstuck-widget-1.js",
  "https://cdn.example/u/unstuck-widget-1_bg.wasm",
  "https://cdn.example/u/unstuck-widget-1.css",
];
const GOOD: Record<string, [number, string]> = { js: [200, "text/javascript"], wasm: [200, "application/wasm"], css: [200, "text/css"] };

/** Shows a failure; gives the cause, the words and what stands in the element. */
const shown = async (
  failure: Partial<Failure>,
  served: Record<string, [number, string]> = GOOD,
  attributes: Record<string, string> = {},
) => {
  const host = window.document.createElement("div");
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  window.document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [];
  const line = window.document.createElement("p");
  const retry = window.document.createElement("button");
  root.append(line, retry);
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    const [status, type] = served[String(address).split(".").pop() ?? ""] ?? [0, ""];
    if (!status) throw new TypeError("Failed to fetch");
    return new Response(null, { status, headers: { "Content-Type": type } });
  };
  const logged: string[] = [];
  const { error } = console;
  console.error = (...words) => logged.push(words.join(" "));
  const cause = await show({
    host,
    retry,
    article: null,
    source: undefined,
    error: new Error("?"),
    stopped: false,
    files: FILES.map((file) => new URL(file)),
    locale: ENGLISH,
    release: { base: new URL("https://cdn.example/u/"), trust: (html) => html },
    ...failure,
  });
  console.error = error;
  return {
    cause,
    logged: logged.join(),
    said: line.textContent,
    help: root.querySelector(".help") as HTMLElement,
    text: root.querySelector(".text"),
    asked,
  };
};
const named = (name: string, message = "") => Object.assign(new Error(message), { name });

const ROWS: [string, unknown, Record<string, [number, string]>, string, RegExp][] = [
  ["a file that is gone", new Error("404"), { ...GOOD, wasm: [404, ""] }, "part-missing", /\(404\): upload all files/],
  ["a page for everything", new Error("?"), { ...GOOD, wasm: [200, "text/html"] }, "part-wrong-type", /must be application\/wasm/],
  ["a script of another type", new TypeError("?"), { ...GOOD, js: [200, "text/plain"] }, "part-wrong-type", /must be text\/javascript/],
  ["a style sheet that is a page", new Error("?"), { ...GOOD, css: [200, "text/html"] }, "part-wrong-type", /must be text\/css/],
  ["no network", new TypeError("Failed to fetch"), {}, "part-unreachable", /Access-Control-Allow-Origin/],
  ["a damaged file", new TypeError("x is not there, or not as it was built"), GOOD, "part-damaged", /let nothing rewrite them/],
  ["damaged code", new WebAssembly.CompileError("?"), GOOD, "part-damaged", /upload all files/],
  ["half a deploy", new WebAssembly.LinkError("?"), GOOD, "part-mismatch", /two releases are mixed/],
  ["a trap", new WebAssembly.RuntimeError("unreachable"), GOOD, "stopped", /report it/],
  ["WebAssembly that is forbidden", new Error("violates 'unsafe-eval'"), GOOD, "forbidden", /add 'wasm-unsafe-eval' to its script-src/],
  ["a cause that is known", named("not-found", "the words"), GOOD, "not-found", /^unstuck: not-found: the words$/],
  ["anything else", new RangeError("?"), GOOD, "RangeError", /^unstuck: RangeError: \?$/],
];
for (const [name, error, served, cause, words] of ROWS)
  test(name, async () => {
    const found = await shown({ error }, served, { article: "#x" });
    assert.equal(found.cause, cause);
    assert.match(found.logged, words);
    assert.ok((found.said?.length ?? 0) > 20);
    assert.equal(found.help.querySelectorAll("button").length, 1);
  });

test("a page whose markup hides what the widget is built with is told so", async () => {
  Object.defineProperty(window.document, "createTextNode", { value: {}, configurable: true });
  for (const error of [new TypeError("no function"), named("stopped", "the widget shows nothing")]) {
    const found = await shown({ error }, GOOD, { article: "#x" });
    assert.equal(found.cause, "stopped");
    assert.match(found.logged, /createTextNode/);
  }
  Reflect.deleteProperty(window.document, "createTextNode");
});

test("the sentence says what happened and where the article is", async () => {
  const article = window.document.createElement("article");
  const said = async (failure: Partial<Failure>) => (await shown(failure)).said;
  assert.match((await said({ article, error: new Error() })) ?? "", /couldn’t start\. The full article is below/);
  assert.match((await said({ article, error: named("timeout") })) ?? "", /took too long/);
  assert.match((await said({ article, stopped: true })) ?? "", /stopped\. Try again/);
  const alone = await shown({ error: named("not-found") }, GOOD, { src: "x.html" });
  assert.doesNotMatch(alone.said ?? "", /below/);
  assert.equal(alone.text, null);
  assert.deepEqual(alone.asked, []);
});

test("the article of a file is built anew from what may stand in a page", async () => {
  const page = new window.DOMParser().parseFromString(
    `<article><h1>T</h1><p onclick="x" style="y" lang="de">a <a href="https://a.example/" onclick="x">b</a><a href="javascript:x">c</a></p>
     <script>x</script><style>x</style><iframe src="x"></iframe><svg onload="x"><text>svg</text></svg><form><p>in a form</p><input name="childNodes"></form>
     <img src="https://a.example/p.png" alt="P" onerror="x"><img src="data:image/png,x"><center>old</center><p hidden>hidden</p><ol start="3"><li>x</li></ol></article>`,
    "text/html",
  );
  const found = await shown({ source: Promise.resolve({ article: page.querySelector("article") as Element }) }, GOOD, { src: "x.html" });
  const html = found.text?.innerHTML.replace(/\s+/g, " ");
  assert.equal(
    html,
    '<h1>T</h1><p lang="de">a <a href="https://a.example/" rel="noopener">b</a><a rel="noopener">c</a></p> <p>in a form</p> <img loading="lazy" referrerpolicy="no-referrer" src="https://a.example/p.png" alt="P">old<ol start="3"><li>x</li></ol>',
  );
});

test("Markdown is shown as it is written, and JSON is a link", async () => {
  const base = "https://help.example/t.md";
  const file = { base, place: "", anyPictures: false };
  const markdown = await shown({ source: Promise.resolve({ text: "# <b>T", format: "markdown", ...file }) }, GOOD, { src: "t.md" });
  assert.equal(markdown.text?.innerHTML, "<pre># &lt;b&gt;T</pre>");
  const json = await shown(
    { source: Promise.resolve({ text: "{}", format: "json", ...file, base: "https://help.example/t.json" }) },
    GOOD,
    {
      src: "t.json",
    },
  );
  assert.equal(json.text?.innerHTML, '<a href="https://help.example/t.json" rel="noopener">https://help.example/t.json</a>');
});

// A form's own properties are its inputs' names; a walk by them could go in a ring.
const CLOBBERED = ["childNodes", "firstChild", "nextSibling", "attributes", "localName", "getAttribute", "nodeType", "ownerDocument"];
for (const name of CLOBBERED)
  test(`an article that is a form with an input called ${name} is shown`, async () => {
    const page = new window.DOMParser().parseFromString(
      `<article><form><p>a</p><input name="${name}"><p>b</p></form></article>`,
      "text/html",
    );
    const article = page.querySelector("form") as Element;
    const found = await shown({ source: Promise.resolve({ article }) }, GOOD, { src: "x.html" });
    assert.equal(found.text?.innerHTML, "<p>a</p><p>b</p>");
  });

test("a wide article in many unlisted elements is built in one pass", async () => {
  const page = window.document.implementation.createHTMLDocument();
  let at: Element = page.body;
  for (let i = 0; i < 60; i++) at = at.appendChild(page.createElement("x-x"));
  for (let i = 0; i < 20_000; i++) at.appendChild(page.createElement("br"));
  // The processor's own time: a busy machine takes longer.
  const start = process.cpuUsage();
  const found = await shown({ source: Promise.resolve({ article: page.body }) }, GOOD, { src: "x.html" });
  assert.equal(found.text?.children.length, 20_000);
  assert.ok(process.cpuUsage(start).user < 5_000_000);
});

test("what was asked for once is not asked for again, and what is too large is a link", async () => {
  const failed = Promise.reject(named("timeout"));
  failed.catch(() => {});
  const late = await shown({ source: failed, error: named("timeout") }, GOOD, { src: "x.html" });
  assert.equal(late.text, null);
  const large = await shown({ error: named("too-large") }, GOOD, { src: "x.html" });
  assert.match(large.text?.innerHTML ?? "", /^<a href="https:\/\/help.example\/x.html" rel="noopener">/);
});

// The parser of every browser ends at this depth.
test("markup that is nested as deep as can be is shown", async () => {
  const page = window.document.implementation.createHTMLDocument();
  let at: Element = page.body;
  for (let i = 0; i < 512; i++) at = at.appendChild(page.createElement("div"));
  const found = await shown({ source: Promise.resolve({ article: page.body }) }, GOOD, { src: "x.html" });
  assert.ok(found.text);
});
