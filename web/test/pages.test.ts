// Pages that are kept, morphed and written again: one tag, one widget, of the article that is there now.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, ARTICLE, FakeWidget, guidesOf, open, type Page, ready, shell, tagIn, until } from "./page.ts";

const code = await shell();
const NAME = "unstuck-guide";
const TAG = `<script src="${ADDRESS}" async data-article="#lamp"></script>`;
const KEPT = `<${NAME} article="#lamp" data-view="steps" data-state="ready" data-screen="fix"></${NAME}>`;
const PLACED = KEPT.replace(" ", " data-placed ");
const DOOR = ARTICLE.replaceAll("bulb", "battery").replaceAll("lamp", "door");

const tags = (page: Page) => [...page.document.querySelectorAll("script")];
/** What was said, but for the hint that a guide has no name. */
const said = (page: Page) => page.said.filter((each) => !each.includes("is not named"));
/** What is put off to the next frame is done. */
const frames = (page: Page) =>
  new Promise<void>((done) => page.window.requestAnimationFrame(() => page.window.requestAnimationFrame(() => done())));
/** Runs each tag of the page, as a browser does. */
const runAll = (page: Page) => {
  for (const tag of tags(page)) page.run(code, tag);
};

// What a page is kept as, and how many widgets are wanted.
const REPLAYED: [string, string, number][] = [
  ["the element after its tag", TAG + KEPT, 1],
  ["with the mark", TAG + PLACED, 1],
  ["twice after its tag", TAG + KEPT + KEPT, 1],
  ["apart from its tag", `${PLACED}<p>Text.</p>${TAG}`, 1],
  ["two tags of one guide", `${TAG}${PLACED}<p>Text.</p>${TAG}${PLACED}`, 2],
  ["two tags, with one of the elements", `${TAG}${PLACED}<p>Text.</p>${TAG}`, 2],
  ["one that the page has placed by hand elsewhere", `${TAG}<p>Text.</p>${KEPT}`, 2],
];
for (const [name, html, count] of REPLAYED)
  test(`a page that was kept: ${name}`, async () => {
    const page = open(ARTICLE + html);
    runAll(page);
    await ready(page, count);
    runAll(page);
    await frames(page);
    assert.equal(guidesOf(page).length, count);
  });

test("what is kept comes after the script has run", async () => {
  const page = open(ARTICLE + TAG);
  Object.defineProperty(page.window.Document.prototype, "readyState", { get: () => "loading", configurable: true });
  runAll(page);
  page.document.body.insertAdjacentHTML("beforeend", PLACED);
  Object.defineProperty(page.window.Document.prototype, "readyState", { get: () => "complete", configurable: true });
  page.document.dispatchEvent(new page.window.Event("DOMContentLoaded"));
  await ready(page);
  assert.equal(FakeWidget.mounted.length, 1);
});

// What a host does to a page with a widget, and how many there are then.
const HOSTS: [string, (page: Page) => void, number][] = [
  ["takes the element away", (page) => page.guide().remove(), 1],
  ["takes the tag away, too", (page) => [...guidesOf(page), ...tags(page)].forEach((each) => void each.remove()), 0],
  [
    "takes off what the element says",
    (page) => ["data-state", "data-view", "data-placed"].forEach((name) => void page.guide().removeAttribute(name)),
    1,
  ],
  ["says something else there", (page) => page.guide().setAttribute("data-state", "loading"), 1],
  ["writes the page again", (page) => (page.document.body.innerHTML = ARTICLE + TAG), 1],
  ["writes it again as it is", (page) => (page.document.body.innerHTML += ""), 1],
  ["writes the tag again", (page) => tags(page)[0]?.replaceWith(page.document.createRange().createContextualFragment(TAG)), 1],
  ["puts the tag elsewhere", (page) => page.document.body.prepend(tags(page)[0] as Node), 1],
  ["adds a copy of all", (page) => tags(page).length > 1 || page.document.body.insertAdjacentHTML("beforeend", TAG + PLACED), 2],
];
for (const [name, change, count] of HOSTS)
  test(`a host ${name}`, async () => {
    const page = open(`${ARTICLE}<main>${TAG}</main>`);
    runAll(page);
    await ready(page);
    for (let i = 0; i < 2; i++) {
      change(page);
      await frames(page);
      await ready(page, count);
    }
    if (count) assert.equal(guidesOf(page)[0]?.dataset.view, "steps");
  });

test("an element that a morph removes goes on where it was", async () => {
  const page = open(ARTICLE + TAG);
  runAll(page);
  await ready(page);
  const guide = page.guide();
  for (let i = 0; i < 10; i++) {
    page.guide().remove();
    await Promise.resolve();
  }
  await frames(page);
  assert.equal(page.guide(), guide);
  assert.equal(FakeWidget.mounted.length, 1);
});

test("as many as a page has are put back at once", async () => {
  const page = open(ARTICLE + TAG.repeat(40));
  runAll(page);
  await ready(page, 40);
  for (const each of guidesOf(page)) each.remove();
  await frames(page);
  assert.equal(guidesOf(page).length, 40);
});

test("a page that does not want it gets its way", async () => {
  const page = open(ARTICLE + TAG);
  runAll(page);
  await ready(page);
  new page.window.MutationObserver(() => page.guide()?.remove()).observe(page.document.body, { childList: true });
  page.guide().remove();
  await frames(page);
  assert.equal(guidesOf(page).length, 0);
});

// Where no tag is running, or it stands where nothing can be shown: the page, how it runs, how many widgets, and what is said.
const NOWHERE: [string, string, (page: Page) => void, number, RegExp | ""][] = [
  [
    "nothing named, nothing around",
    `<main>${ARTICLE}</main>`,
    (page) => page.run(code, tagIn(page, { src: ADDRESS })),
    0,
    /^unstuck: the tag names no article[^\n]*$/,
  ],
  [
    "an article around",
    "",
    (page) => {
      page.document.body.innerHTML = ARTICLE;
      page.run(code, tagIn(page, { src: ADDRESS }, "article"));
    },
    1,
    "",
  ],
  [
    "in the head",
    ARTICLE,
    (page) => page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }, "head")),
    0,
    /^unstuck: a tag in the head shows nothing/,
  ],
  [
    "in the head, and an element",
    `${ARTICLE}<${NAME} article="#lamp"></${NAME}>`,
    (page) => page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }, "head")),
    1,
    "",
  ],
  ["in the head, naming nothing", ARTICLE, (page) => page.run(code, tagIn(page, { src: ADDRESS }, "head")), 0, ""],
  [
    "run by something else",
    ARTICLE,
    (page) => {
      if (!tags(page).length) tagIn(page, { src: ADDRESS, "data-article": "#lamp", type: "text/optimised" });
      page.run(code);
    },
    1,
    "",
  ],
];
for (const [name, html, run, count, words] of NOWHERE)
  test(`a tag with ${name}`, async () => {
    const page = open(html);
    run(page);
    run(page);
    await (count ? ready(page, count) : new Promise((next) => page.window.addEventListener("load", next)));
    await frames(page);
    assert.equal(guidesOf(page).length, count);
    const lines = said(page);
    if (words) assert.ok(lines.length === 1 && words.test(lines[0] as string), lines.join("|"));
    else assert.deepEqual(lines, []);
  });

const titles = () => FakeWidget.mounted.map(({ place }) => place.textContent);
const html = (page: Page, text: string) => {
  (page.document.querySelector("main") as Element).innerHTML = text;
};

// An element, what the page then does, and how many walks begin on the way, the first included.
const FATES: [string, string, string, (page: Page) => void, number][] = [
  ["the article comes later", `<${NAME} article="#lamp"></${NAME}><main></main>`, "waiting", (page) => html(page, ARTICLE), 1],
  ["it comes around", `<main></main>`, "", (page) => html(page, ARTICLE.replace("</h1>", `</h1><${NAME}></${NAME}>`)), 1],
  ["another one of that name", `<${NAME} article="article"></${NAME}><main>${ARTICLE}</main>`, "ready", (page) => html(page, DOOR), 2],
  ["the same once more", `<${NAME} article="article"></${NAME}><main>${ARTICLE}</main>`, "ready", (page) => html(page, ARTICLE), 2],
  [
    "its contents replaced",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => ((page.document.querySelector("article") as Element).innerHTML = DOOR),
    2,
  ],
  [
    "its contents written again",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => ((page.document.querySelector("article") as Element).innerHTML += ""),
    1,
  ],
  [
    "its words changed by a visit",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => {
      page.window.history.pushState(null, "", "/b");
      (page.document.querySelector("h2") as Element).textContent = "Change the battery";
    },
    2,
  ],
  [
    "a clock in it",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => ((page.document.querySelector("h1") as Element).textContent += "12:01"),
    1,
  ],
  [
    "a translator",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => {
      for (const each of page.document.querySelectorAll("h1, h2, li")) each.innerHTML = "<font><font>Wort</font></font>";
      (page.document.querySelector("article") as Element).append(page.document.createElement("p"));
    },
    1,
  ],
  [
    "attributes that are animated",
    `<${NAME} article="article"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => page.document.querySelector("article")?.setAttribute("style", "left: 1px"),
    1,
  ],
  [
    "its name lost",
    `<${NAME} article="#lamp"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => page.document.querySelector("article")?.removeAttribute("id"),
    1,
  ],
  [
    "another one named",
    `<${NAME} article="#lamp"></${NAME}>${ARTICLE}${DOOR}`,
    "ready",
    (page) => page.document.querySelector(NAME)?.setAttribute("article", "#door"),
    2,
  ],
  [
    "named in place of a file",
    `<${NAME} src="t.md"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => page.document.querySelector(NAME)?.setAttribute("article", "#lamp"),
    2,
  ],
  [
    "around, once no guide of ours is named",
    ARTICLE.replace("</h1>", `</h1><${NAME} guide="router"></${NAME}>`),
    "ready",
    (page) => page.document.querySelector(NAME)?.removeAttribute("guide"),
    2,
  ],
  [
    "not meant, but a file that is named once more",
    `<${NAME} src="t.md"></${NAME}>${ARTICLE}`,
    "ready",
    (page) => page.document.querySelector(NAME)?.setAttribute("src", "t.md"),
    1,
  ],
];
for (const [name, body, state, change, count] of FATES)
  test(`an article's fate: ${name}`, async () => {
    const page = open(body);
    page.run(code, tagIn(page, { src: ADDRESS }, "head"));
    if (state) await until(state, () => page.guide().dataset.state === state);
    change(page);
    await frames(page);
    await until("the walks", () => titles().length >= count);
    await ready(page);
    await frames(page);
    assert.equal(titles().length, count);
    assert.deepEqual(said(page), []);
    assert.deepEqual(page.causes, []);
  });

test("an article that goes takes its walk with it, and comes back with it", async () => {
  const page = open(`<${NAME} article="#lamp"></${NAME}>${ARTICLE}`);
  page.run(code, tagIn(page, { src: ADDRESS }, "head"));
  await ready(page);
  const article = page.document.querySelector("article") as Element;
  article.remove();
  await until("nothing to be seen", () => page.guide().dataset.state === "waiting");
  assert.deepEqual(
    [...(page.guide().shadowRoot?.children ?? [])].map(({ localName }) => localName),
    ["slot"],
  );
  page.document.body.append(article);
  await ready(page);
});

test("an article that changes without end is left", async () => {
  const page = open(`<${NAME} article="article"></${NAME}>${ARTICLE}`);
  page.run(code, tagIn(page, { src: ADDRESS }, "head"));
  await ready(page);
  for (let i = 0; i < 12; i++) {
    page.document.querySelector("ol")?.insertAdjacentHTML("beforeend", `<li>${i}</li>`);
    await frames(page);
    await ready(page);
  }
  assert.equal(titles().length, 6);
});

// Where the article is that an element of a shadow root means.
const SHADOWS: [string, string, string][] = [
  ["beside it", "", `${ARTICLE}<${NAME} article="#lamp"></${NAME}>`],
  ["around it", "", ARTICLE.replace("</h1>", `</h1><${NAME}></${NAME}>`)],
  ["in the page", ARTICLE, `<${NAME} article="#lamp"></${NAME}>`],
  ["around the root's host", ARTICLE.replace("</h1>", "</h1><help-page></help-page>"), `<${NAME}></${NAME}>`],
];
for (const [name, body, inside] of SHADOWS)
  test(`an article in a shadow root: ${name}`, async () => {
    const page = open(body.includes("help-page") ? body : `${body}<help-page></help-page>`);
    page.run(code, tagIn(page, { src: ADDRESS }, "head"));
    const root = (page.document.querySelector("help-page") as Element).attachShadow({ mode: "open" });
    root.innerHTML = inside;
    await until("the widget", () => root.querySelector<HTMLElement>(NAME)?.dataset.state === "ready");
  });

test("an article in a shadow root that is replaced as the element is moved", async () => {
  const page = open("<help-page></help-page>");
  page.run(code, tagIn(page, { src: ADDRESS }, "head"));
  const root = (page.document.querySelector("help-page") as Element).attachShadow({ mode: "open" });
  root.innerHTML = `${ARTICLE}<${NAME} article="article"></${NAME}>`;
  const guide = root.querySelector(NAME) as HTMLElement;
  await until("the widget", () => guide.dataset.state === "ready");
  root.innerHTML = DOOR;
  root.append(guide);
  await until("the other walk", () => titles().length === 2);
});

const LACKS: [string, string, RegExp, string][] = [
  ['article="#none"', "failed", /^unstuck: no-article: no element matches article="#none"$/, "no-article"],
  ['article="#2024-none"', "failed", /^unstuck: no-article: article="#2024-none" is no valid selector/, "no-article"],
  ['article="[["', "failed", /^unstuck: no-article: article="\[\[" is no valid selector/, "no-article"],
  ["", "waiting", /^unstuck: <unstuck-guide> names no guide and stands in no article/, "no-article"],
];
for (const [attributes, state, words, cause] of LACKS)
  test(`an element without an article: ${attributes || "nothing named"}`, async () => {
    const page = open(`<${NAME} ${attributes}></${NAME}><main></main>`);
    page.run(code, tagIn(page, { src: ADDRESS }, "head"));
    for (let i = 0; i < 4 && !page.causes.length; i++) await until("the cause", () => page.causes.length).catch(() => {});
    assert.deepEqual(page.causes, [cause]);
    assert.equal(page.guide().dataset.state, state);
    assert.ok(page.said.length === 1 && words.test(page.said[0] as string), page.said.join("|"));
    // It may still come.
    if (attributes.includes("none")) {
      html(page, ARTICLE.replace('id="lamp"', `id="${attributes.slice(10, -1)}"`));
      await ready(page);
    }
  });

// The state of an entry that the reader comes to, whether it is a move of the walk, what a router hears, and what the entry then has.
const OWN = { turbo: 1 };
const ASIDE = { "unstuck:lamp": [1], "unstuck::host": OWN };
const GIVEN: [what: string, state: unknown, moved: boolean, heard: unknown, left: unknown][] = [
  ["an entry of ours, in the walk", { ...ASIDE, unstuck: "lamp" }, true, undefined, { ...ASIDE, unstuck: "lamp" }],
  ["its own entry, in the walk", ASIDE, true, undefined, { ...OWN, "unstuck:lamp": [1] }],
  ["its own entry, from elsewhere", ASIDE, false, { ...OWN, "unstuck:lamp": [1] }, { ...OWN, "unstuck:lamp": [1] }],
  ["one that it has written on", { ...ASIDE, x: 1 }, false, { ...OWN, "unstuck:lamp": [1], x: 1 }, { ...OWN, "unstuck:lamp": [1], x: 1 }],
  ["one with nothing of ours", OWN, false, OWN, OWN],
  ["none", null, false, null, null],
  ["a list", [1], false, [1], [1]],
];
for (const [what, state, moved, heard, left] of GIVEN)
  for (const first of [true, false])
    test(`a router that is called ${first ? "first" : "last"} comes back to ${what}`, async () => {
      const page = open(ARTICLE + TAG);
      const { window } = page;
      let last: unknown;
      const listen = () =>
        window.addEventListener("popstate", ({ state }) => {
          last = state;
          // As Turbo takes every entry without its mark for its own.
          if (first && state && "unstuck::host" in state) window.history.replaceState({ turbo: 2 }, "");
        });
      // jsdom calls first those that capture, unlike Chromium.
      if (first) {
        const { addEventListener } = window;
        window.addEventListener = ((...all: Parameters<typeof addEventListener>) =>
          addEventListener.call(window, all[0], all[1])) as typeof addEventListener;
        listen();
      }
      runAll(page);
      await ready(page);
      if (!first) listen();
      FakeWidget.moved = moved;
      window.history.pushState(state, "");
      window.dispatchEvent(new window.PopStateEvent("popstate", { state: window.history.state }));
      FakeWidget.moved = false;
      const plain = (state: unknown) => state && JSON.parse(JSON.stringify(state));
      if (!(first && moved)) assert.deepEqual(plain(last), heard);
      assert.deepEqual(plain(window.history.state), left);
    });

test("an id that is no selector is an id", async () => {
  const page = open(`${ARTICLE.replace('id="lamp"', 'id="2024-lamp"')}<${NAME} article="#2024-lamp"></${NAME}>`);
  page.run(code, tagIn(page, { src: ADDRESS }, "head"));
  await ready(page);
});
