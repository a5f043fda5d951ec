// The first screen of a marked article before the widget is there: who sees it, and what becomes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, FakeFirstScreen, FakeWidget, guidesOf, open, type Page, ready, shell, tagIn, until } from "./page.ts";

const code = await shell();
const ADDRESS = "https://cdn.example/unstuck/embed.js";
const PLAIN = '<article id="lamp"><h1>The lamp stays dark</h1><h2>Change the bulb</h2><ol><li>Unscrew it.</li></ol></article>';

const start = (page: Page, attributes: Record<string, string> = { "data-article": "#lamp" }): void =>
  page.run(code, tagIn(page, { src: ADDRESS, ...attributes }));
/** Holds the widget's module up until it is let go. */
const held = (page: Page): (() => void) => {
  let go = (): void => {};
  const gone = new Promise<void>((done) => {
    go = done;
  });
  page.modules.set("unstuck-widget.js", () => ({ default: () => gone, Widget: FakeWidget }));
  return go;
};
const stage = (page: Page) => page.guide()?.shadowRoot?.querySelector<HTMLElement>("[data-screen]");

test("a reader who has not begun sees it before the widget, which takes its place", async () => {
  const page = open(ARTICLE);
  const go = held(page);
  start(page);
  await until("a first screen", () => stage(page) && page.guide().dataset.first !== undefined);
  const loaded = () => page.imported.some((address) => address.includes("widget.js"));
  assert.ok(!loaded(), "the widget comes after it");
  await until("the widget is asked for", loaded);
  stage(page)?.querySelector("button")?.click();
  assert.equal(stage(page)?.querySelector("button")?.getAttribute("aria-pressed"), "true");
  assert.match(page.window.localStorage.getItem("unstuck::first:lamp") ?? "", /"answer":"yes /);
  go();
  await ready(page);
  assert.deepEqual([page.guide().dataset.first, stage(page)], [undefined, null]);
  assert.equal(FakeWidget.mounted.length, 1);
});

const NOBODY: [string, string, Record<string, string> | undefined, (page: Page) => void][] = [
  ["who has a record", ARTICLE, undefined, (page) => page.window.localStorage.setItem("unstuck:lamp", "{}")],
  ["of an article that is not marked", PLAIN, undefined, () => {}],
  ["of a guide's file", ARTICLE, { "data-src": "t.md" }, () => {}],
  ["who comes with a link", ARTICLE, undefined, (page) => page.window.history.replaceState(null, "", "#unstuck=abc")],
];
for (const [who, body, attributes, before] of NOBODY)
  test(`no reader ${who} sees one`, async () => {
    const page = open(body);
    before(page);
    start(page, attributes);
    await ready(page);
    assert.equal(FakeFirstScreen.rendered, 0);
  });

test("a module that fails leaves it to the widget, and says nothing", async () => {
  const page = open(ARTICLE);
  page.modules.set("unstuck-first-screen.js", () => new Error("not there"));
  start(page);
  await ready(page);
  assert.deepEqual([page.said, page.causes], [[], []]);
});

test("a second widget needs none", async () => {
  const page = open(ARTICLE);
  start(page);
  await ready(page);
  page.document.body.insertAdjacentHTML("beforeend", `${ARTICLE.replaceAll("lamp", "fan")}<unstuck-guide article="#fan"></unstuck-guide>`);
  await ready(page, 2);
  assert.deepEqual([FakeFirstScreen.rendered, guidesOf(page).length], [1, 2]);
});
