// The shell as a page's tag: placing, starting, failing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, ARTICLE, FakeWidget, open, ready, refusal, shell, tagIn, until } from "./page.ts";

const code = await shell();

test("a tag's attributes become the element's, once", async () => {
  const page = open(ARTICLE);
  const tag = tagIn(page, { src: ADDRESS, "data-article": "#lamp", "data-theme": "dark", "data-cfasync": "false" });
  page.run(code, tag);
  const guide = page.guide();
  assert.equal(guide.previousElementSibling, tag);
  const own = [...guide.attributes].filter(({ name }) => !name.startsWith("data-")).map(({ name, value }) => [name, value]);
  assert.deepEqual(own, [
    ["article", "#lamp"],
    ["theme", "dark"],
  ]);
  await until("the widget", () => guide.dataset.state === "ready");
  // Replayed from a router's cache: the same tag, and its element after it.
  page.run(code, tag);
  assert.equal(page.document.querySelectorAll("unstuck-guide").length, 1);
});

test("a tag that says nothing only defines the element where the page has one", async () => {
  const page = open(`${ARTICLE}<unstuck-guide article="#lamp"></unstuck-guide>`);
  page.run(code, tagIn(page, { src: ADDRESS }));
  await ready(page);
  assert.equal(page.document.querySelectorAll("unstuck-guide").length, 1);
});

test("a tag in the head places nothing", async () => {
  const page = open(ARTICLE);
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }, "head"));
  assert.ok(page.window.customElements.get("unstuck-guide"));
  assert.equal(page.guide(), null);
});

test("all tags of a module get their element, and no tag of another one", async () => {
  const page = open(ARTICLE);
  tagIn(page, { type: "module", src: "https://other.example/embed.js", "data-src": "https://other.example/g.html" });
  const own = tagIn(page, { type: "module", src: ADDRESS, "data-article": "#lamp" });
  page.run(code, undefined, ADDRESS);
  assert.equal(page.guide().previousElementSibling, own);
  assert.equal(page.document.querySelectorAll("unstuck-guide").length, 1);
  await ready(page);
  assert.ok(page.imported.every((address) => address.startsWith("https://cdn.example/unstuck/")));
});

test("a script without an address says so and defines nothing", () => {
  const page = open(ARTICLE);
  page.run(code, undefined, "about:srcdoc");
  assert.match(page.said.join(), /cannot tell where it was loaded from/);
  assert.equal(page.window.customElements.get("unstuck-guide"), undefined);
});

test("an article that is not wholly marked is read by the reader", async () => {
  const page = open('<article id="lamp"><h1>The lamp</h1><ol><li>x</li></ol></article>');
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  await ready(page);
  assert.equal(FakeWidget.mounted[0]?.guide, '{"title":"The lamp"}');
});

test("the reader knows whether the page names the article", async () => {
  for (const [inside, around] of [
    [{ "data-article": "#lamp" }, false],
    [{ "data-src": "lamp.html" }, false],
    [{}, true],
  ] as const) {
    const article = '<article id="lamp"><h1>The lamp</h1><ol><li>x</li></ol></article>';
    const page = open(article);
    const heard: unknown[] = [];
    page.modules.set("unstuck-reader.js", () => ({
      default: async () => {},
      fetchGuide: async () => ({ article: page.document.querySelector("article"), place: "/lamp.html" }),
      guideOf: (_: Element, named: boolean) => heard.push(named) && JSON.stringify({ title: "The lamp" }),
    }));
    const tag = tagIn(page, { src: ADDRESS, ...inside });
    if (around) page.document.querySelector("article")?.append(tag);
    page.run(code, tag);
    await ready(page);
    assert.deepEqual(heard, [!around]);
  }
});

test("a file's text is read by the file reader", async () => {
  const page = open("");
  page.run(code, tagIn(page, { src: ADDRESS, "data-src": "t.md" }));
  await ready(page);
  assert.deepEqual([FakeWidget.mounted[0]?.guide, FakeWidget.mounted[0]?.at], ['{"title":"# T"}', "/t.md"]);
});

test("an element that is put back on another route is another guide, and on the same the same", async () => {
  const page = open(`${ARTICLE}<unstuck-guide article="#lamp"></unstuck-guide>`);
  page.run(code, tagIn(page, { src: ADDRESS }));
  const guide = page.guide();
  for (const route of ["/b/", "/b?x#s"]) {
    await until("the widget", () => guide.dataset.state === "ready");
    guide.remove();
    await until("its end", () => !guide.dataset.state);
    page.window.history.pushState(null, "", route);
    page.document.body.append(guide);
  }
  await until("the widget", () => guide.dataset.state === "ready");
  assert.deepEqual(
    FakeWidget.mounted.map(({ at }) => at),
    ["/a/page#lamp", "/b#lamp", "/b#lamp"],
  );
});

const HINTS: [id: string, attributes: string, hints: number][] = [
  ["lamp", "", 0],
  ["/a/page#lamp", "", 1],
  ["", "", 1],
  ["/a/page#lamp", 'storage="none"', 0],
];
for (const [id, attributes, hints] of HINTS)
  test(`the author is told ${hints} times of a guide called "${id}" ${attributes}`, async () => {
    const element = `<unstuck-guide article="#lamp" ${attributes}></unstuck-guide>`;
    const page = open(`${ARTICLE}${element}${element}`);
    FakeWidget.id = id;
    page.run(code, tagIn(page, { src: ADDRESS }));
    const guides = [...page.document.querySelectorAll<HTMLElement>("unstuck-guide")];
    await until("both", () => guides.every(({ dataset }) => dataset.state === "ready"));
    assert.equal(page.said.filter((line) => /not named.*data-unstuck-guide/.test(line)).length, hints);
    assert.equal(page.said.length, hints);
  });

test("a refused article is left to be read, and takes nothing from the engine", async () => {
  const page = open(
    `<article id="faq"><h1>About lamps</h1></article>${ARTICLE}<unstuck-guide article="#faq"></unstuck-guide><unstuck-guide article="#lamp"></unstuck-guide>`,
  );
  page.run(code, tagIn(page, { src: ADDRESS }));
  const [faq, lamp] = page.document.querySelectorAll<HTMLElement>("unstuck-guide");
  await until("both", () => faq?.dataset.state === "refused" && lamp?.dataset.state === "ready");
  assert.deepEqual(page.causes, ["refused"]);
  assert.match(page.said.join(), /refused: the article: no fix/);
  assert.deepEqual(
    [...(faq?.shadowRoot?.children ?? [])].map((each) => each.localName),
    ["slot"],
  );
  // One that comes later takes the same engine.
  const late = page.document.createElement("unstuck-guide");
  late.setAttribute("article", "#lamp");
  page.document.body.append(late);
  await until("the late one", () => late.dataset.state === "ready");
  assert.deepEqual(
    page.imported.filter((address) => address.includes("widget")),
    ["https://cdn.example/unstuck/unstuck-widget.js"],
  );
});

test("an engine that cannot be loaded is asked for under another name", async () => {
  const page = open(ARTICLE);
  const there = page.modules.get("unstuck-widget.js");
  page.modules.set("unstuck-widget.js", () => new TypeError("gone"));
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  await until("the cause", () => page.causes.length);
  assert.deepEqual(page.causes, ["TypeError"]);
  if (there) page.modules.set("unstuck-widget.js", there);
  page.guide().shadowRoot?.querySelector<HTMLElement>("[data-action=retry]")?.click();
  await ready(page);
  assert.ok(page.imported.includes("https://cdn.example/unstuck/unstuck-widget.js?1"));
});

test("a trap ends every widget of its instance, and none of another's", async () => {
  const page = open(`${ARTICLE}<unstuck-guide article="#lamp"></unstuck-guide><unstuck-guide article="#lamp"></unstuck-guide>`);
  page.run(code, tagIn(page, { src: ADDRESS }));
  const all = [...page.document.querySelectorAll<HTMLElement>("unstuck-guide")];
  await until("both", () => all.every(({ dataset }) => dataset.state === "ready"));
  const trap = (file: string) => {
    const error = new WebAssembly.RuntimeError("unreachable");
    error.stack = `RuntimeError: unreachable\n    at https://cdn.example/unstuck/${file}:1:2`;
    page.window.dispatchEvent(new page.window.ErrorEvent("error", { error }));
  };
  trap("unstuck-widget.js?1");
  trap("unstuck-other.js");
  // What the browser hides of another origin's script.
  page.window.dispatchEvent(new page.window.ErrorEvent("error", { message: "Script error." }));
  assert.ok(all.every(({ dataset }) => dataset.state === "ready"));
  trap("unstuck-widget.js");
  assert.ok(all.every(({ dataset }) => dataset.state === "failed"));
  all[0]?.shadowRoot?.querySelector<HTMLElement>("[data-action=retry]")?.click();
  await until("the widget", () => all[0]?.dataset.state === "ready");
  assert.ok(page.imported.includes("https://cdn.example/unstuck/unstuck-widget.js?1"));
});

test("a widget that shows nothing has stopped", async () => {
  const page = open(ARTICLE);
  FakeWidget.words = "";
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  for (let i = 0; i < 10 && !page.causes.length; i++) await until("the cause", () => page.causes.length).catch(() => {});
  assert.deepEqual(page.causes, ["stopped"]);
  assert.equal(page.guide().dataset.state, "failed");
});

test("an element that was away goes on from its own record", async () => {
  const page = open(`${ARTICLE}<unstuck-guide article="#lamp" storage="none"></unstuck-guide>`);
  page.run(code, tagIn(page, { src: ADDRESS }));
  const guide = page.guide();
  await until("the widget", () => guide.dataset.state === "ready");
  guide.remove();
  await until("the end", () => guide.dataset.state === undefined);
  page.document.body.append(guide);
  await until("the widget", () => guide.dataset.state === "ready");
  assert.deepEqual(FakeWidget.restored, [undefined, "record"]);
  assert.equal(guide.shadowRoot?.querySelectorAll(".view").length, 1);
});

test("the methods and the theme reach the widget", async () => {
  const page = open(ARTICLE);
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  const guide = page.guide() as HTMLElement & { report(): string; progress: unknown; back(): void };
  assert.deepEqual([guide.report(), guide.progress], ["", null]);
  await until("the widget", () => guide.dataset.state === "ready");
  guide.setAttribute("theme", "dark");
  assert.deepEqual(FakeWidget.mounted[0]?.themes, ["dark"]);
  assert.equal(guide.report(), "1. Change the bulb");
  assert.equal(JSON.stringify(guide.progress), '{"v":2,"guide":"lamp"}');
  guide.dispatchEvent(new page.window.CustomEvent("unstuck-screen", { detail: { screen: "fix", id: "bulb" } }));
  assert.equal(guide.dataset.screen, "fix");
});

const SWITCHES: [string, Record<string, string>, string | null, string | null, string][] = [
  // Stored before; what is chosen; the new key and the old one after.
  ["nothing", {}, "steps", null, "steps"],
  ["the choice", { "unstuck::view": "read" }, "read", null, "read"],
  ["the choice of an older version", { "unstuck:view": "read" }, "read", null, "read"],
  ["both", { "unstuck:view": "read", "unstuck::view": "steps" }, "steps", null, "steps"],
  ["the record of a guide called view", { "unstuck:view": '{"v":2}' }, null, '{"v":2}', "steps"],
];
for (const [name, stored, key, old, view] of SWITCHES)
  test(`the view that is remembered: ${name}`, async () => {
    const page = open(ARTICLE);
    for (const [key, value] of Object.entries(stored)) page.window.localStorage.setItem(key, value);
    page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
    assert.equal(page.guide().dataset.view, view);
    if (view === "read") {
      assert.equal(page.guide().dataset.state, "reading");
      assert.deepEqual(page.imported, []);
    }
    const { localStorage } = page.window;
    assert.equal(localStorage.getItem("unstuck:view"), old);
    if (Object.keys(stored).length) assert.equal(localStorage.getItem("unstuck::view"), key);
  });

test("the view is not remembered where nothing may be stored", () => {
  const page = open(ARTICLE);
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp", "data-storage": "none" }));
  page.window.Element.prototype.scrollIntoView = () => {};
  page.guide().shadowRoot?.querySelector<HTMLElement>("[data-action=read]")?.click();
  assert.equal(page.guide().dataset.view, "read");
  assert.equal(page.window.localStorage.length, 0);
});

test("a refusal of a file is no failure either", async () => {
  const page = open("");
  page.modules.set("unstuck-file-reader.js", () => ({
    default: async () => {},
    guideOf: () => {
      throw refusal("https://help.example/t.md\nline 12: fix");
    },
  }));
  page.run(code, tagIn(page, { src: ADDRESS, "data-src": "t.md" }));
  await until("the refusal", () => page.guide().dataset.state === "refused");
  assert.match(page.said.join(), /t\.md; line 12/);
});
