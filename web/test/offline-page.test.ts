// The standalone page's script: when it registers the worker, and what it tells the reader.
import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { JSDOM, VirtualConsole } from "jsdom";
import { offline } from "../../locales/en.json";
import { Sheet } from "./globals.ts";

const { bundle } = await import(join(import.meta.dirname, "..", "build.mjs"));
const code: string = await bundle("offline/page.ts", { format: "iife" });

const pages: JSDOM[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.window.close();
});

class Worker extends EventTarget {
  state = "installed";
  told: unknown[] = [];
  postMessage = (data: unknown) => void this.told.push(data);
}
class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = new Worker();
  update = async () => {};
}
class Container extends EventTarget {
  controller: object | null;
  registered: unknown[] = [];
  registration = new Registration();
  fails = false;
  constructor(controlled: boolean) {
    super();
    this.controller = controlled ? {} : null;
  }
  get ready() {
    return Promise.resolve(this.registration);
  }
  startMessages() {}
  async register(...all: unknown[]) {
    this.registered.push(all);
    if (this.fails) throw new Error("no worker");
    return this.registration;
  }
}
const task = () => new Promise((next) => setTimeout(next, 5));

/** Runs the script on a page in this state. */
const open = async ({ controlled = true, state = "ready", online = true, server = true, worker = true, fails = false } = {}) => {
  const said: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("warn", (...words) => said.push(words.join(" ")));
  const page = new JSDOM(
    `<body><unstuck-guide data-state="${state}"></unstuck-guide><script data-offline="offline-1.js" data-version="1111" data-words='${JSON.stringify(offline)}'></script></body>`,
    {
      url: "https://help.example/app/",
      runScripts: "outside-only",
      virtualConsole,
    },
  );
  pages.push(page);
  const { window } = page;
  const container = new Container(controlled);
  container.fails = fails;
  const asked: string[] = [];
  let reloads = 0;
  if (worker) Object.defineProperty(window.navigator, "serviceWorker", { value: container });
  Object.defineProperty(window.navigator, "onLine", { configurable: true, get: () => online });
  window.fetch = async (address, how) => {
    asked.push(`${how?.method} ${address}`);
    if (!server) throw new TypeError("Failed to fetch");
    return new Response();
  };
  // The one thing of jsdom's that cannot be replaced.
  const text = code.replaceAll("location.reload()", "__reload()");
  Object.assign(window, { __reload: () => reloads++, CSSStyleSheet: Sheet });
  Object.defineProperty(window.Document.prototype, "adoptedStyleSheets", {
    get: () => window.__sheets,
    set: (sheets) => Object.assign(window, { __sheets: sheets }),
  });
  Object.assign(window, { __sheets: [] });
  window.eval(text);
  await task();
  const note = (name: string) => window.document.querySelector(`[data-note=${name}] [role=status]`)?.textContent;
  const button = () => window.document.querySelector<HTMLElement>("[data-note=update] button");
  return { window, container, asked, said, note, button, reloads: () => reloads };
};

test("the worker is registered once the widget has what it needs", async () => {
  const page = await open({ state: "loading" });
  assert.deepEqual(page.container.registered, []);
  page.window.document.querySelector("unstuck-guide")?.setAttribute("data-state", "ready");
  await task();
  assert.deepEqual(String(page.container.registered), "https://help.example/app/sw.js,[object Object]");
  assert.deepEqual(page.container.registration.active?.told, ["unstuck:hello"]);
  assert.deepEqual([page.note("offline"), page.note("update")], ["", ""]);
});

test("a page without workers, and one whose worker fails, stay as they are", async () => {
  assert.equal((await open({ worker: false, controlled: false })).note("offline"), "");
  assert.deepEqual((await open({ fails: true })).said, ["unstuck: works online only: no worker"]);
});

test("a worker that cannot be installed is said, and one that an update replaces is not", async () => {
  for (const [active, lines] of [
    [null, 1],
    [new Worker(), 0],
  ] as const) {
    const page = await open();
    const { registration } = page.container;
    const next = new Worker();
    Object.assign(registration, { active, installing: next });
    registration.dispatchEvent(new Event("updatefound"));
    next.state = "redundant";
    next.dispatchEvent(new Event("statechange"));
    assert.equal(page.said.filter((each) => each.includes("serve all of them unchanged")).length, lines);
  }
});

const OFFLINE: [string, Parameters<typeof open>[0], string][] = [
  ["the browser says so", { online: false }, "You’re offline. The guide still works."],
  ["only the server can tell", { server: false }, "You’re offline. The guide still works."],
  ["no worker brought the page, and the widget is there", { online: false, controlled: false }, "You’re offline. The guide still works."],
  [
    "no worker brought the page, and no widget is there",
    { online: false, controlled: false, state: "failed" },
    "You’re offline. You can still read the article.",
  ],
  ["no worker brought the page, so nobody asks", { server: false, controlled: false }, ""],
  ["it is not", {}, ""],
];
for (const [name, how, words] of OFFLINE)
  test(`offline, where ${name}`, async () => {
    const page = await open(how);
    assert.equal(page.note("offline"), words);
    assert.equal(page.window.document.querySelector(".notes")?.classList.contains("some"), words !== "");
  });

test("links to languages that are not kept say so", async () => {
  const page = await open();
  page.window.document.body.insertAdjacentHTML(
    "beforeend",
    '<a hreflang="en" href="index.html"></a><a hreflang="de" href="a.de.html"></a><a hreflang="ja" href="a.ja.html"></a><a href="b.html"></a>',
  );
  const kept = ["https://help.example/app/", "https://help.example/app/a.de.html"];
  Object.assign(page.window, { caches: { match: async (url: string) => kept.includes(url) || undefined } });
  Object.defineProperty(page.window.navigator, "onLine", { value: false });
  page.window.dispatchEvent(new page.window.Event("offline"));
  await task();
  const marked = () => [...page.window.document.querySelectorAll("a[data-online]")].map((link) => link.getAttribute("href"));
  assert.deepEqual(marked(), ["a.ja.html"]);
  kept.push("https://help.example/app/a.ja.html");
  page.window.dispatchEvent(new page.window.Event("offline"));
  await task();
  assert.deepEqual(marked(), []);
});

test("a new version is offered once, and switched when the reader agrees", async () => {
  const page = await open();
  const next = new Worker();
  next.state = "installing";
  page.container.registration.installing = next;
  page.container.registration.dispatchEvent(new Event("updatefound"));
  assert.equal(page.note("update"), "");
  next.state = "installed";
  page.container.registration.waiting = next;
  next.dispatchEvent(new Event("statechange"));
  next.dispatchEvent(new Event("statechange"));
  assert.equal(page.note("update"), "A new version is ready.");
  assert.equal(page.window.document.querySelectorAll("[data-note=update] button").length, 1);
  page.button()?.click();
  assert.deepEqual(next.told, ["unstuck:hello", "unstuck:switch"]);
  assert.equal(page.reloads(), 0);
  page.container.dispatchEvent(new Event("controllerchange"));
  assert.equal(page.reloads(), 1);
});

test("a version that another tab switched to is offered, not forced", async () => {
  const page = await open();
  page.container.dispatchEvent(new Event("controllerchange"));
  assert.deepEqual([page.note("update"), page.reloads()], ["A new version is ready.", 0]);
  page.button()?.click();
  assert.equal(page.reloads(), 1);
});

test("a worker of another version than the page's is a new version", async () => {
  const page = await open();
  const told = (data: string, ports: MessagePort[] = []) =>
    page.container.dispatchEvent(Object.assign(new Event("message"), { data, ports }));
  told("unstuck:is 1111");
  told("something else");
  assert.equal(page.note("update"), "");
  told("unstuck:is 2222");
  assert.equal(page.note("update"), "A new version is ready.");
  // The worker asks for the page's.
  const answers: unknown[] = [];
  told("unstuck:version", [{ postMessage: (version: unknown) => answers.push(version) } as unknown as MessagePort]);
  assert.deepEqual(answers, ["1111"]);
});

test("the first version is no new one", async () => {
  const page = await open({ controlled: false });
  const first = new Worker();
  page.container.registration.installing = first;
  page.container.registration.dispatchEvent(new Event("updatefound"));
  first.dispatchEvent(new Event("statechange"));
  assert.equal(page.note("update"), "");
});
