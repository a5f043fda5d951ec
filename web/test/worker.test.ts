// The service worker: a version is whole or is not there, and what it answers with is what was built.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import vm from "node:vm";

const { bundle } = await import(join(import.meta.dirname, "..", "build.mjs"));
const [workerCode, removeCode]: string[] = await Promise.all(
  ["worker", "remove"].map((name) => bundle(`offline/${name}.ts`, { format: "iife" })),
);

const SCOPE = "https://help.example/app/";
const sum = (text: string) => createHash("sha256").update(text).digest("base64");

/** Open ports keep the process alive. */
const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) for (const port of [port1, port2]) port.close();
});
class Channel extends MessageChannel {
  constructor() {
    super();
    channels.push(this);
  }
}

type Answers = Record<string, string | number>;

/** The browser's caches, in memory. */
class Caches {
  all = new Map<string, Map<string, Response>>();
  /** What becomes of what is kept. */
  put = async (cache: Map<string, Response>, address: string, answer: Response): Promise<void> => void cache.set(address, answer);
  async open(name: string) {
    const cache = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, cache);
    return {
      match: async (request: string | { url: string }, { ignoreSearch = false } = {}) => {
        const url = typeof request === "string" ? request : request.url;
        const found = [...cache].find(([address]) => address === url || (ignoreSearch && address.split("?")[0] === url.split("?")[0]));
        return found?.[1].clone();
      },
      put: (address: string, answer: Response) => this.put(cache, address, answer),
    };
  }
  async match(request: string | { url: string }, how: { ignoreSearch?: boolean; cacheName?: string } = {}) {
    for (const name of how.cacheName ? [how.cacheName] : this.all.keys()) {
      const found = await (await this.open(name)).match(request, how);
      if (found) return found;
    }
    return undefined;
  }
  has = async (name: string) => this.all.has(name);
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
}

/** A worker of these files, on a server that gives `served`: a text, or a status. */
const start = (files: Record<string, string>, served: Answers, caches = new Caches(), version = "1111", code = workerCode) => {
  const listeners = new Map<string, (event: object) => void>();
  const fetched: [string, string][] = [];
  const clients: { url: string; postMessage: (message: string, ports?: MessagePort[]) => void }[] = [];
  const done: string[] = [];
  const sums = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sum(text)]));
  const context = {
    VERSION: version,
    FILES: sums,
    LANGUAGES: Object.fromEntries(["de", "ja"].map((lang) => [lang, Object.keys(files).filter((name) => name.includes(`.${lang}.`))])),
    caches,
    crypto,
    Response,
    Headers,
    URL,
    AbortSignal,
    MessageChannel: Channel,
    setTimeout: (call: (...all: unknown[]) => void, limit: number, ...all: unknown[]) => setTimeout(call, limit / 100, ...all).unref(),
    clearTimeout,
    btoa,
    Uint8Array,
    RangeError,
    registration: {
      scope: SCOPE,
      installing: null as object | null,
      waiting: null as object | null,
      unregister: async () => done.push("unregister"),
    },
    clients: { matchAll: async () => clients },
    skipWaiting: () => done.push("skipWaiting"),
    addEventListener: (type: string, call: (event: object) => void) => listeners.set(type, call),
    fetch: async (request: string | { url: string }, { cache = "" } = {}) => {
      const url = typeof request === "string" ? request : request.url;
      fetched.push([url.slice(SCOPE.length), cache]);
      const found = served[`${cache} ${url.slice(SCOPE.length)}`] ?? served[url.slice(SCOPE.length)];
      if (found === undefined) throw new TypeError("Failed to fetch");
      if (typeof found === "number") return new Response("", { status: found });
      // "→ name": a host that takes the end off.
      const [, to] = /^→ (.*)/.exec(found) ?? [];
      const answer = new Response(to === undefined ? found : String(served[to]), { headers: { "Content-Encoding": "br", Link: "<x>" } });
      if (to !== undefined) Object.defineProperties(answer, { redirected: { value: true }, url: { value: SCOPE + to } });
      return answer;
    },
  };
  vm.runInNewContext(code as string, context);
  const fire = async (type: string, event: object = {}) => {
    let until: Promise<unknown> = Promise.resolve();
    let answer: Promise<Response> | undefined;
    listeners.get(type)?.({
      ...event,
      waitUntil: (promise: Promise<unknown>) => (until = promise),
      respondWith: (promise: Promise<Response>) => (answer = promise),
    });
    await until;
    return answer;
  };
  const ask = async (path: string, mode = "no-cors", method = "GET") => {
    const answer = await fire("fetch", { request: { url: path.startsWith("http") ? path : SCOPE + path, mode, method } });
    return (
      answer && {
        text: await answer.clone().text(),
        type: answer.headers.get("Content-Type"),
        encoding: answer.headers.get("Content-Encoding"),
        status: answer.status,
      }
    );
  };
  /** A page says that it is open. */
  const hello = (path: string) => fire("message", { data: "unstuck:hello", source: { url: SCOPE + path, postMessage: () => {} } });
  /** What a version keeps. */
  const kept = () => [...(caches.all.get(`unstuck ${SCOPE} ${version}`)?.keys() ?? [])].map((url) => url.slice(SCOPE.length));
  return { caches, fetched, clients, done, fire, ask, hello, kept, context };
};

const FILES = { "index.html": "page", "router.html": "router", "embed.js?12": "shell", "unstuck-widget-0123456789abcdef_bg.wasm": "code" };
const SERVED: Answers = { "": "page", "router.html": "router", "embed.js?12": "shell", "unstuck-widget-0123456789abcdef_bg.wasm": "code" };
const CACHE = `unstuck ${SCOPE} 1111`;

test("a version is installed whole and answers by itself", async () => {
  const served = { ...SERVED };
  const worker = start(FILES, served);
  await worker.fire("install");
  assert.equal(worker.caches.all.get(CACHE)?.size, 4);
  for (const name of Object.keys(served)) delete served[name as keyof typeof served];
  for (const [path, mode, text, type] of [
    ["", "navigate", "page", "text/html; charset=utf-8"],
    ["index.html?x=1#y", "navigate", "page", "text/html; charset=utf-8"],
    ["embed.js?12", "no-cors", "shell", "text/javascript"],
    ["unstuck-widget-0123456789abcdef_bg.wasm?1", "cors", "code", "application/wasm"],
  ] as const)
    assert.deepEqual(await worker.ask(path, mode), { text, type, encoding: null, status: 200 }, path);
});

test("what is not of this version goes to the network", async () => {
  const worker = start(FILES, SERVED);
  await worker.fire("install");
  for (const [path, method] of [
    ["other.png", "GET"],
    ["embed.js", "GET"],
    ["sw.js", "GET"],
    ["", "POST"],
    ["https://help.example/elsewhere", "GET"],
    ["constructor", "GET"],
  ] as const)
    assert.equal(await worker.ask(path, "no-cors", method), undefined, path);
});

const CUTS: [string, Answers][] = [
  ["a file that is gone", { ...SERVED, "router.html": 404 }],
  ["a file that is another one", { ...SERVED, "unstuck-widget-0123456789abcdef_bg.wasm": "old code" }],
  ["no network after the first file", { "": "page" }],
];
for (const [name, served] of CUTS)
  test(`nothing is installed with ${name}`, async () => {
    const worker = start(FILES, served);
    await assert.rejects(worker.fire("install"));
    assert.deepEqual(await worker.caches.keys(), []);
  });

test("a version that is there already is not removed by an install that fails", async () => {
  const worker = start(FILES, { "": "page" });
  await worker.caches.open(CACHE);
  await assert.rejects(worker.fire("install"));
  assert.deepEqual(await worker.caches.keys(), [CACHE]);
});

test("a disk that forgets or keeps half installs nothing", async () => {
  for (const put of [
    async () => {},
    async (cache: Map<string, Response>, address: string, answer: Response) =>
      void cache.set(address, new Response((await answer.text()).slice(1))),
    async () => Promise.reject(new Error("full")),
  ]) {
    const caches = new Caches();
    caches.put = put;
    const worker = start(FILES, SERVED, caches);
    await assert.rejects(worker.fire("install"));
    assert.deepEqual(await caches.keys(), []);
  }
});

test("a cache on the way that holds another file is passed", async () => {
  const worker = start({ "index.html": "page" }, { "no-cache ": "old page", "reload ": "page" });
  await worker.fire("install");
  assert.deepEqual(worker.fetched, [
    ["", "no-cache"],
    ["", "reload"],
  ]);
});

test("what an older version holds alike is not fetched", async () => {
  const caches = new Caches();
  await start(FILES, SERVED, caches).fire("install");
  const next = start({ ...FILES, "router.html": "new" }, { ...SERVED, "router.html": "new" }, caches, "2222");
  await next.fire("install");
  assert.deepEqual(next.fetched, [["router.html", "no-cache"]]);
});

test("a damaged file is fetched again, and kept", async () => {
  const worker = start(FILES, SERVED);
  await worker.fire("install");
  const cache = worker.caches.all.get(CACHE);
  cache?.set(`${SCOPE}router.html`, new Response("half"));
  worker.fetched.length = 0;
  assert.equal((await worker.ask("router.html"))?.text, "router");
  assert.equal(worker.fetched.length, 1);
  assert.equal(await cache?.get(`${SCOPE}router.html`)?.clone().text(), "router");
});

test("a page whose version is not whole comes from the server that has moved on", async () => {
  const served: Answers = { ...SERVED };
  const worker = start(FILES, served);
  await worker.fire("install");
  worker.caches.all.get(CACHE)?.delete(`${SCOPE}router.html`);
  Object.assign(served, { "": "next page", "router.html": "next router" });
  assert.equal((await worker.ask("", "navigate"))?.text, "next page");
  // Without a server, what is left.
  delete served[""];
  delete served["router.html"];
  assert.equal((await worker.ask("", "navigate"))?.text, "page");
});

/** A module whose name is the hash of what it holds, as the build makes it. */
const module = (stem: string, parts: Record<string, string>) => {
  const sums = ["_bg.wasm", ".js", ".css"].map((end) =>
    createHash("sha256")
      .update(parts[end] ?? "")
      .digest(),
  );
  const hash = createHash("sha256").update(Buffer.concat(sums)).digest("hex").slice(0, 16);
  return Object.fromEntries(Object.entries(parts).map(([end, text]) => [`${stem}-${hash}${end}`, text]));
};
const WIDGET = module("unstuck-widget", { "_bg.wasm": "code", ".js": "glue", ".css": "style" });
const FALLBACK = module("unstuck-fallback", { ".js": "fallback" });

test("a part of an older version is still there for its page", async () => {
  const caches = new Caches();
  const files = { "index.html": "page", ...WIDGET, ...FALLBACK };
  await start(files, { ...files, "": "page" }, caches).fire("install");
  const next = start({ "index.html": "next" }, { "": "next" }, caches, "2222");
  await next.fire("install");
  for (const [name, text] of Object.entries({ ...WIDGET, ...FALLBACK })) {
    const answer = await next.ask(`${name}?1`);
    assert.equal(answer?.text, text);
    assert.match(answer?.type ?? "", /javascript|css|wasm/);
  }
  // One that no version has goes to the network.
  await assert.rejects(next.ask("unstuck-widget-ffffffffffffffff.js"));
});

const [CODE = "", GLUE = "", STYLE = ""] = Object.keys(WIDGET);
const FORGED: [string, string, Record<string, string>, string][] = [
  ["another script", `${CACHE} zzz`, { ...WIDGET, [GLUE]: "evil" }, GLUE],
  ["a script alone", `${CACHE} zzz`, { [GLUE]: "evil" }, GLUE],
  ["code beside a right script", CACHE, { ...WIDGET, [CODE]: "evil" }, CODE],
  ["a style sheet", CACHE, { ...WIDGET, [STYLE]: "evil" }, STYLE],
  ["bytes moved from one file to the next", CACHE, { ...WIDGET, [CODE]: "codeglue", [GLUE]: "" }, GLUE],
  ["a right module in a cache of others", "evil", WIDGET, GLUE],
  ["a name of nobody's", CACHE, { "evil-0123456789abcdef.js": "evil" }, "evil-0123456789abcdef.js"],
  ["a name in a folder", CACHE, { [`x/${GLUE}`]: "glue" }, `x/${GLUE}`],
];
for (const [what, name, files, asked] of FORGED)
  test(`what others wrote into the caches is not served: ${what}`, async () => {
    const caches = new Caches();
    const cache = await caches.open(name);
    for (const [file, text] of Object.entries(files)) await cache.put(SCOPE + file, new Response(text));
    const worker = start({ "index.html": "next" }, { "": "next", [asked]: "the server's" }, caches, "2222");
    await worker.fire("install");
    const answer = await worker.ask(asked);
    assert.ok(answer === undefined || answer.text === "the server's", answer?.text);
  });

test("a right file in the caches keeps its policies, and no other header that may be anybody's", async () => {
  const worker = start(FILES, SERVED);
  await worker.fire("install");
  const headers = {
    "Content-Security-Policy": "script-src 'self'",
    "Content-Type": "text/plain",
    Refresh: "0;url=//evil",
    Link: "<//evil>",
  };
  worker.caches.all.get(CACHE)?.set(`${SCOPE}router.html`, new Response("router", { headers }));
  const answer = await worker.fire("fetch", { request: { url: `${SCOPE}router.html`, mode: "navigate", method: "GET" } });
  assert.deepEqual(
    [...(answer as Response).headers].map(([name]) => name),
    ["content-security-policy", "content-type"],
  );
  assert.equal(answer?.headers.get("Content-Type"), "text/html; charset=utf-8");
});

/* ---- Languages ---- */

const WORLD = {
  "index.html": "page",
  "code.js": "code",
  "a.de.html": "eins",
  "b.de.html": "zwei",
  "words.de.json": "ja",
  "a.ja.html": "一",
};
const WORLD_SERVED: Answers = { ...WORLD, "": "page" };
const ENGLISH = ["", "code.js"];
const GERMAN = ["a.de.html", "b.de.html", "words.de.json"];

test("a language is kept whole once one of its pages is open", async () => {
  for (const [path, names] of [
    ["", ENGLISH],
    ["a.de.html?x#y", [...ENGLISH, ...GERMAN]],
    ["a.de", [...ENGLISH, ...GERMAN]],
  ] as const) {
    const worker = start(WORLD, WORLD_SERVED);
    worker.clients.push({ url: SCOPE + path, postMessage: () => {} });
    await worker.fire("install");
    assert.deepEqual(worker.kept(), names, path);
  }
});

test("a page in another language comes with its words, and its language is kept when it says that it is open", async () => {
  const served = { ...WORLD_SERVED };
  const worker = start(WORLD, served);
  await worker.fire("install");
  assert.equal((await worker.ask("a.de.html", "navigate"))?.text, "eins");
  assert.deepEqual(worker.kept().sort(), ["", "a.de.html", "code.js", "words.de.json"]);
  await worker.hello("a.de.html");
  for (const name of Object.keys(served)) delete served[name];
  for (const name of ["a.de.html", "b.de.html"])
    assert.equal((await worker.ask(name, "navigate"))?.text, WORLD[name as keyof typeof WORLD]);
  await assert.rejects(worker.ask("a.ja.html", "navigate"));
});

test("a page in another language of which the server has another version is the server's", async () => {
  const served = { ...WORLD_SERVED };
  const worker = start(WORLD, served);
  await worker.fire("install");
  Object.assign(served, { "a.de.html": "next", "words.de.json": 404 });
  assert.equal((await worker.ask("a.de.html", "navigate"))?.text, "next");
  await worker.hello("a.de.html");
  assert.deepEqual(worker.kept(), ENGLISH);
});

test("the next version has the languages that the one before it kept", async () => {
  const caches = new Caches();
  const worker = start(WORLD, WORLD_SERVED, caches);
  await worker.fire("install");
  await worker.hello("b.de.html");
  const files = { ...WORLD, "a.de.html": "neu" };
  const next = start(files, { ...WORLD_SERVED, ...files }, caches, "2222");
  await next.fire("install");
  assert.deepEqual(next.kept(), [...ENGLISH, ...GERMAN]);
  assert.deepEqual(next.fetched, [["a.de.html", "no-cache"]]);
});

test("a version without all of a language that is read is not installed", async () => {
  const caches = new Caches();
  const worker = start(WORLD, { ...WORLD_SERVED, "words.de.json": 404 }, caches);
  worker.clients.push({ url: `${SCOPE}a.de.html`, postMessage: () => {} });
  await assert.rejects(worker.fire("install"));
  assert.deepEqual(await caches.keys(), []);
});

/* ---- Addresses without their end ---- */

test("an address without its end is the host's own", async () => {
  const served: Answers = { ...SERVED, router: "the host's" };
  const worker = start(FILES, served);
  await worker.fire("install");
  assert.equal((await worker.ask("router", "navigate"))?.text, "the host's");
  assert.equal(await worker.ask("router", "no-cors"), undefined);
  delete served.router;
  await assert.rejects(worker.ask("router", "navigate"));
});

const HOSTS: [string, Answers, boolean, boolean][] = [
  ["redirects to it", { ...SERVED, "router.html": "→ router", router: "router" }, false, false],
  ["has the page there, and the reader is on it", { ...SERVED, router: "router" }, true, false],
  ["has the page there, and the reader comes to it", { ...SERVED, router: "router" }, false, true],
];
for (const [name, answers, at, comes] of HOSTS)
  test(`an address without its end is the page's where the host ${name}`, async () => {
    const served = { ...answers };
    const worker = start(FILES, served);
    if (at) worker.clients.push({ url: `${SCOPE}router?x#y`, postMessage: () => {} });
    await worker.fire("install");
    if (comes) assert.equal((await worker.ask("router", "navigate"))?.text, "router");
    for (const name of Object.keys(served)) delete served[name];
    assert.equal((await worker.ask("router?x=1", "navigate"))?.text, "router");
  });

test("a host that has nothing at a reader's address is no reason to install nothing", async () => {
  const worker = start(FILES, SERVED);
  worker.clients.push({ url: `${SCOPE}router`, postMessage: () => {} });
  await worker.fire("install");
  assert.equal(worker.caches.all.get(CACHE)?.size, 4);
});

test("a page that others put at such an address is not shown", async () => {
  const worker = start(FILES, { ...SERVED, router: "the host's" });
  await worker.fire("install");
  worker.caches.all.get(CACHE)?.set(`${SCOPE}router`, new Response("evil"));
  assert.equal((await worker.ask("router", "navigate"))?.text, "the host's");
});

const PAGES: [string, string[], boolean][] = [
  ["no page is left", [], true],
  ["all pages are of this version", ["2222", "2222"], true],
  ["a page of the older one is left", ["2222", "1111"], false],
  ["a page does not answer", ["2222", ""], false],
];
for (const [name, answers, removed] of PAGES)
  test(`older versions, where ${name}`, async () => {
    const caches = new Caches();
    await caches.open(CACHE);
    await caches.open("unstuck https://help.example/other/ 1");
    await caches.open("not ours");
    const worker = start({ "index.html": "next" }, { "": "next" }, caches, "2222");
    await worker.fire("install");
    for (const answer of answers)
      worker.clients.push({ url: SCOPE, postMessage: (_, ports) => void (answer && ports?.[0]?.postMessage(answer)) });
    const told: string[] = [];
    await worker.fire("message", { data: "unstuck:hello", source: { url: SCOPE, postMessage: (words: string) => told.push(words) } });
    assert.deepEqual(told, ["unstuck:is 2222"]);
    assert.equal(await caches.has(CACHE), !removed);
    assert.ok((await caches.has("not ours")) && (await caches.has("unstuck https://help.example/other/ 1")));
  });

test("older versions stay while the next one is on its way", async () => {
  const caches = new Caches();
  await caches.open(CACHE);
  const worker = start({}, {}, caches, "2222");
  worker.context.registration.waiting = {};
  await worker.hello("");
  assert.ok(await caches.has(CACHE));
});

test("the worker waits until the reader agrees", async () => {
  const worker = start(FILES, SERVED);
  await worker.fire("install");
  assert.deepEqual(worker.done, []);
  await worker.fire("message", { data: "unstuck:switch" });
  assert.deepEqual(worker.done, ["skipWaiting"]);
});

test("the remover takes all of this page's versions, and itself", async () => {
  const caches = new Caches();
  for (const name of [CACHE, `unstuck ${SCOPE} 2`, "unstuck https://help.example/other/ 1", "not ours"]) await caches.open(name);
  const worker = start({}, {}, caches, "", removeCode);
  await worker.fire("install");
  await worker.fire("activate");
  assert.deepEqual(worker.done, ["skipWaiting", "unregister"]);
  assert.deepEqual(await caches.keys(), ["unstuck https://help.example/other/ 1", "not ours"]);
});
