// The service worker of the standalone page: keeps one whole version of it, so that it works without a network. The build
// fills in the version and the files (xtask/src/offline.rs) and writes it as sw.js, as readable as it is here.
//
// Belongs here: getting a version whole, and answering with its files alone. Does not: when to register, and what the
// reader is told (page.js). docs/offline.md has the rules in words.
"use strict";

const VERSION = "__UNSTUCK_VERSION__";
// Every file by its address, with the SHA-256 of what it holds.
const FILES = __UNSTUCK_FILES__;

const HERE = registration.scope;
// Caches belong to the whole origin, which may hold other directories with workers of their own.
const OURS = `unstuck ${HERE} `;
const CACHE = OURS + VERSION;
// How long one file may take (ms).
const PATIENCE = 20000;
// How long a page may take to say its version (ms).
const REPLY = 2000;
// What a host says of a file can be wrong; a file that is as it was built is of the type that it was built as.
const TYPES = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};
// The addresses that name one version's file alone, whatever version that is.
const HASHED = /-[0-9a-f]{16}(_bg)?\.(css|js|wasm)$/;

const address = (name) => (name === "index.html" ? HERE : HERE + name);

// The file that an address asks for: with its query where that is part of the name, else whatever the query. Some hosts
// take the end off the pages.
const named = (url) => {
  if (!url.startsWith(HERE)) return undefined;
  const full = url.slice(HERE.length).split("#")[0];
  const path = full.split("?")[0] || "index.html";
  return [full, path, `${path}.html`].find((name) => Object.hasOwn(FILES, name));
};

// The answer, if what it holds is what was built; else nothing. Anew, so that no redirect or encoding clings to it.
const checked = async (name, answer) => {
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== FILES[name]) return undefined;
  const headers = new Headers(answer.headers);
  for (const header of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(header);
  const type = TYPES[name.split("?")[0].split(".").pop()];
  if (type) headers.set("Content-Type", type);
  return new Response(bytes, { headers });
};

const keep = async (name, answer) => (await caches.open(CACHE)).put(address(name), answer.clone());

// The file as this version keeps it; nothing where that is gone or damaged.
const kept = async (name) => {
  try {
    return await checked(name, await (await caches.open(CACHE)).match(address(name)));
  } catch {
    return undefined;
  }
};

// The file from the network: asked whether it is still the same, then, where a cache on the way holds another, past all
// caches. A RangeError where the server answers with anything else.
const fetched = async (name) => {
  for (const cache of ["no-cache", "reload"]) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await checked(name, await fetch(address(name), { cache, credentials: "same-origin", signal: stop.signal }));
      if (answer) return answer;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new RangeError(`${name} is not there as version ${VERSION} has it`);
};

const restored = async (name) => {
  const answer = await fetched(name);
  await keep(name, answer).catch(() => {});
  return answer;
};

// All files or none. One after another, so that a page that is being read has the network first. What an older version
// holds alike is taken from there.
const install = async () => {
  const fresh = !(await caches.has(CACHE));
  try {
    for (const name in FILES) {
      if (await kept(name)) continue;
      const older = await caches.match(address(name)).catch(() => {});
      await keep(name, (await checked(name, older)) || (await fetched(name)));
    }
    for (const name in FILES) if (!(await kept(name))) throw new Error(`${name} was not kept`);
  } catch (error) {
    if (fresh) await caches.delete(CACHE);
    throw error;
  }
};

// Fails unless all of this version is there, looked at byte by byte for each page that is opened: a moment, against a page
// of two versions.
const whole = () => Promise.all(Object.keys(FILES).map(file));

const file = async (name) => (await kept(name)) || restored(name);

// A page of this version, if all of it is there. Else that of the server, if it has gone on to another one: that page asks
// for no file of this version that it does not share. Without a server, what is left, which is of one version too.
const page = async (name, request) => {
  try {
    await whole();
  } catch (error) {
    const answer = error instanceof RangeError && (await fetch(request).catch(() => {}));
    if (answer && (answer.ok || answer.type === "opaqueredirect")) return answer;
  }
  return file(name);
};

const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

// A page of an older version, left open in another tab, may still ask for a part that only some readers need.
const older = async (request) => {
  for (const name of await versions()) {
    const answer = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (answer) return answer;
  }
  return fetch(request);
};

// Removes the older versions once no page of them is left. A page that does not answer may be asleep, and of any version.
const tidy = async () => {
  const others = (await versions()).filter((name) => name !== CACHE);
  if (!others.length) return;
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const used = await Promise.all(
    pages.filter((page) => named(page.url)).map(
      (page) =>
        new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => done(data !== VERSION);
          page.postMessage("unstuck:version", [port2]);
          setTimeout(done, REPLY, true);
        }),
    ),
  );
  // The next version may be on its way into one of them.
  if (used.includes(true) || registration.installing || registration.waiting) return;
  for (const name of others) await caches.delete(name);
};

// It then waits until no page of the version before it is left, or until the reader agrees.
addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("message", (event) => {
  if (event.data === "unstuck:switch") skipWaiting();
  if (event.data === "unstuck:hello") {
    event.source?.postMessage(`unstuck:is ${VERSION}`);
    event.waitUntil(tidy());
  }
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  const name = named(request.url);
  if (name) event.respondWith(request.mode === "navigate" ? page(name, request) : file(name));
  else if (HASHED.test(new URL(request.url).pathname)) event.respondWith(older(request));
});
