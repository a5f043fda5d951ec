// The link with progress: out of the address as the shell runs, and with the widgets until the reader has decided.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, ARTICLE, FakeWidget, open, type Page, ready, shell, tagIn, until } from "./page.ts";

const code = await shell();
const HERE = "https://help.example/a/page?b=1";
const KEPT = "unstuck::link";

/** A page at this address whose scripts note what they see of it. */
const opened = (url: string, before: (page: Page) => void = () => {}, attributes = {}) => {
  const page = open(ARTICLE, url);
  const seen: string[] = [];
  page.window.addEventListener("hashchange", (event) => seen.push(event.oldURL, event.newURL, page.window.location.href));
  before(page);
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp", ...attributes }));
  return { page, seen };
};
const received = () => FakeWidget.mounted.map(({ links }) => links.map(([link]) => link));
const kept = (page: Page) => page.window.sessionStorage.getItem(KEPT);

const ADDRESSES: [string, string, string | undefined][] = [
  ["#unstuck=1Abc", "", "#unstuck=1Abc"],
  ["#unstuck=1Abc&/route?x=1&y=2", "#/route?x=1&y=2", "#unstuck=1Abc"],
  ["#unstuck=", "", "#unstuck="],
  ["", "", undefined],
  ["#/unstuck=1Abc", "#/unstuck=1Abc", undefined],
  ["#top&unstuck=1Abc", "#top&unstuck=1Abc", undefined],
];
for (const [fragment, left, link] of ADDRESSES)
  test(`opened with "${fragment}"`, async () => {
    const { page, seen } = opened(HERE + fragment);
    // At once: what the next script of the page sees.
    assert.equal(page.window.location.href, HERE + left);
    assert.equal(kept(page), link ? HERE + link : null);
    await ready(page);
    assert.deepEqual(received(), [link ? [link] : []]);
    // A page that routes by its fragment is told.
    assert.deepEqual(seen, link && left ? [HERE, HERE + left, HERE + left] : []);
    FakeWidget.mounted[0]?.links[0]?.[1]();
    assert.equal(kept(page), null);
  });

for (const state of [null, "text", 7, [1, { a: 2 }], { a: 1 }, new Map([[1, 2]])])
  test(`the entry's state stays: ${JSON.stringify(state)}`, async () => {
    const { page } = opened(`${HERE}#unstuck=1Abc`, ({ window }) => window.history.replaceState(state, ""));
    assert.deepEqual(structuredClone(page.window.history.state), state);
    await ready(page);
  });

test("a link that comes into the open page", async () => {
  const { page, seen } = opened(`${HERE}#/route`);
  await ready(page);
  for (const [link, after, told] of [
    ["#unstuck=1Abc&/route", "#/route", []],
    ["#unstuck=1Def&/other", "#/other", [`${HERE}#/route`, `${HERE}#/other`, `${HERE}#/other`]],
  ] as const) {
    seen.length = 0;
    const before = FakeWidget.mounted[0]?.links.length ?? 0;
    page.window.location.hash = link;
    await until("the widget to be asked", () => FakeWidget.mounted[0]?.links.length === before + 1);
    assert.equal(FakeWidget.mounted[0]?.links.at(-1)?.[0], link.split("&")[0]);
    assert.equal(page.window.location.href, HERE + after);
    assert.deepEqual(seen, told);
  }
  seen.length = 0;
  page.window.location.hash = "#/own";
  await until("the page's own change", () => seen.length === 3);
  assert.equal(FakeWidget.mounted[0]?.links.length, 2);
});

test("a reload before the decision asks again, at the same address alone", async () => {
  for (const [address, asks] of [
    [HERE, true],
    [`${HERE}#/route`, true],
    ["https://help.example/a/page", false],
    ["https://help.example/a/page?b=12", false],
  ] as const) {
    const { page } = opened(address, ({ window }) => window.sessionStorage.setItem(KEPT, `${HERE}#unstuck=1Abc`));
    await ready(page);
    assert.deepEqual(received(), [asks ? ["#unstuck=1Abc"] : []], address);
  }
});

// A first look into a storage holds the page up, and most pages are opened anew.
for (const [type, looks] of [
  ["navigate", false],
  ["reload", true],
  ["back_forward", true],
] as const)
  test(`whether storage is looked into at once: ${type}`, async () => {
    const looked: string[] = [];
    const { page } = opened(HERE, ({ window }) => {
      window.sessionStorage.setItem(KEPT, `${HERE}#unstuck=1Abc`);
      window.performance.getEntriesByType = () => [{ type }] as unknown as PerformanceEntryList;
      const { getItem } = window.Storage.prototype;
      window.Storage.prototype.getItem = function (key) {
        looked.push(key);
        return getItem.call(this, key);
      };
      // Nothing is near.
      window.IntersectionObserver = class {
        constructor(near: IntersectionObserverCallback) {
          come = (target) => near([{ isIntersecting: true, target } as IntersectionObserverEntry], this as never);
        }
        observe(): void {}
        unobserve(): void {}
      } as never;
    });
    assert.equal(looked.includes(KEPT), looks);
    if (!looks) come(page.guide());
    await ready(page);
    assert.deepEqual(received(), [["#unstuck=1Abc"]]);
  });
let come = (_: Element): void => {};

test("after the decision nobody is asked", async () => {
  const { page } = opened(`${HERE}#unstuck=1Abc`);
  await ready(page);
  FakeWidget.mounted[0]?.links[0]?.[1]();
  page.document.querySelector("body")?.insertAdjacentHTML("beforeend", '<unstuck-guide article="#lamp"></unstuck-guide>');
  await until("another widget", () => FakeWidget.mounted.length === 2);
  assert.deepEqual(received(), [["#unstuck=1Abc"], []]);
});

test("where nothing may be stored the link is in memory alone", async () => {
  const { page } = opened(`${HERE}#unstuck=1Abc`, undefined, { "data-storage": "none" });
  assert.equal(page.window.sessionStorage.length, 0);
  await ready(page);
  assert.deepEqual(received(), [["#unstuck=1Abc"]]);
  page.document.querySelector("body")?.insertAdjacentHTML("beforeend", '<unstuck-guide article="#lamp"></unstuck-guide>');
  await until("another widget", () => FakeWidget.mounted.length === 2);
  assert.equal(page.window.sessionStorage.length, 0, "another element of the page");
});

test("a page that is not let at its history, or at storage, is asked once all the same", async () => {
  const { page } = opened(`${HERE}#unstuck=1Abc`, ({ window }) => {
    window.history.replaceState = () => {
      throw new TypeError("no");
    };
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new TypeError("no");
      },
    });
  });
  await ready(page);
  assert.deepEqual(received(), [["#unstuck=1Abc"]]);
  FakeWidget.mounted[0]?.links[0]?.[1]();
  page.window.dispatchEvent(new page.window.HashChangeEvent("hashchange", { oldURL: HERE, newURL: page.window.location.href }));
  assert.deepEqual(received(), [["#unstuck=1Abc"]]);
});

test("a script that cannot load the widget leaves the address as it is", () => {
  const page = open(ARTICLE, `${HERE}#unstuck=1Abc`);
  page.run(code, undefined, "about:srcdoc");
  assert.equal(page.window.location.hash, "#unstuck=1Abc");
});
