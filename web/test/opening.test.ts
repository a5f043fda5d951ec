// The first screen of an article before the widget is there: who sees it, and what becomes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, FakeFirstScreen, FakeWidget, FIRST_SCREENS, guidesOf, open, type Page, ready, shell, tagIn, until } from "./page.ts";

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
  const order = page.imported.map((address) => /-screen|widget/.exec(address)?.[0]).filter(Boolean);
  assert.deepEqual(order, ["-screen", "widget"], "the widget comes after its module");
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

test("the reader renders that of a plain article, which it reads once", async () => {
  const page = open(PLAIN);
  const go = held(page);
  start(page);
  await until("a first screen", () => stage(page) && page.guide().dataset.first !== undefined);
  const loaded = (module: string) => page.imported.filter((address) => address.includes(module)).length;
  await until("the widget is asked for", () => loaded("unstuck-widget.js"));
  assert.deepEqual([loaded("unstuck-reader.js"), loaded("unstuck-first-screen.js")], [1, 0]);
  page.modules.set("unstuck-reader.js", () => new Error("it's not asked again"));
  go();
  await ready(page);
  assert.equal(FakeWidget.mounted[0]?.guide, '{"title":"The lamp stays dark"}');
});

test("that of an article with some marks is the reader's, too", async () => {
  const page = open(ARTICLE);
  page.modules.set("unstuck-first-screen.js", () => ({ ...FIRST_SCREENS, firstScreenOf: () => undefined }));
  const go = held(page);
  start(page);
  await until("a first screen", () => stage(page) && page.guide().dataset.first !== undefined);
  const asked = page.imported.map((address) => /first-screen|reader/.exec(address)?.[0]).filter(Boolean);
  assert.deepEqual(asked, ["first-screen", "reader"]);
  go();
  await ready(page);
});

test("a screen that is never rendered costs the module, and not what was read", async () => {
  const page = open(PLAIN);
  const stuck = Object.assign(new FakeFirstScreen(), { html: () => new Promise<string>(() => {}) });
  const json = '{"title":"The lamp stays dark"}';
  page.modules.set("unstuck-reader.js", () => ({
    default: async () => {},
    firstScreenOf: () => ({ json, screen: stuck }),
    learn: () => {},
  }));
  // Its limit, sooner.
  const { setTimeout: wait } = page.window;
  page.window.setTimeout = ((act: () => void, ms: number) => wait(act, ms === 2000 ? 1 : ms)) as unknown as typeof setTimeout;
  start(page);
  await ready(page);
  assert.deepEqual([FakeWidget.mounted[0]?.guide, page.said], [json, []]);
});

test("what comes into the article beside the guide leaves the screen, and what was pressed, where they are", async () => {
  const page = open(PLAIN);
  const go = held(page);
  let compared = 0;
  const json = '{"title":"The lamp stays dark"}';
  page.modules.set("unstuck-reader.js", () => ({
    default: async () => {},
    firstScreenOf: () => ({ json, screen: new FakeFirstScreen() }),
    guideOf: () => {
      compared++;
      return json;
    },
    learn: () => {},
  }));
  start(page, { "data-article": "#lamp", "data-storage": "none" });
  await until("a first screen", () => stage(page) && page.guide().dataset.first !== undefined);
  const shown = stage(page);
  shown?.querySelector("button")?.click();
  page.document.querySelector("#lamp")?.insertAdjacentHTML("beforeend", "<aside>An advertisement</aside>");
  await until("the article is read again", () => compared);
  assert.equal(stage(page), shown);
  go();
  await ready(page);
  assert.equal(FakeWidget.mounted.length, 1);
});

test("an article that is no guide is refused without the widget", async () => {
  const page = open('<article id="lamp"><h1>About lamps</h1><p>They shine.</p></article>');
  start(page);
  await until("it is refused", () => page.causes.length);
  assert.deepEqual(page.causes, ["refused"]);
  assert.ok(!page.imported.some((address) => address.includes("widget")), page.imported.join());
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
