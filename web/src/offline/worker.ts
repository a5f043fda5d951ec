// The service worker of the standalone page: keeps one whole version of it, so that it works without a network. The build
// puts the version and its files before this (sw.js).
//
// Belongs here: getting a version whole, and answering with its files alone. Does not: when to register, and what the reader
// is told (page.ts). docs/offline.md has the rules in words.

declare const VERSION: string;
/** Every file by its address, with the SHA-256 of what it holds. */
declare const FILES: Readonly<Record<string, string>>;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const HERE = worker.registration.scope;
// Caches belong to the whole origin, which may have other directories with their own workers.
const OURS = `unstuck ${HERE} `;
const CACHE = OURS + VERSION;
/** How long one file may take (ms). */
const PATIENCE = 20_000;
/** How long a page may take to say its version (ms). */
const REPLY = 2000;
// What a host says of a file can be wrong; a file that is as it was built is of the type that it was built as. The others need none.
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};
/** The addresses that name one version's file alone, whatever version that is. */
const HASHED = /-[0-9a-f]{16}(_bg)?\.(css|js|wasm)$/;

const address = (name: string): string => (name === "index.html" ? HERE : HERE + name);

// The file that an address asks for: with its query where that is part of the name, else whatever the query. Some hosts take
// the end off the pages.
const named = (url: string): string | undefined => {
  if (!url.startsWith(HERE)) return undefined;
  const full = url.slice(HERE.length).split("#")[0] ?? "";
  const path = full.split("?")[0] || "index.html";
  return [full, path, `${path}.html`].find((name) => Object.hasOwn(FILES, name));
};

// The answer, if what it holds is what was built. Rebuilt, so that redirect state and Content-Encoding are not carried over.
const checked = async (name: string, answer: Response | undefined): Promise<Response | undefined> => {
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)) !== FILES[name]) return undefined;
  const headers = new Headers(answer.headers);
  for (const header of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(header);
  const type = TYPES[name.split("?")[0]?.split(".").pop() ?? ""];
  if (type) headers.set("Content-Type", type);
  return new Response(bytes, { headers });
};

const keep = async (name: string, answer: Response): Promise<void> => (await caches.open(CACHE)).put(address(name), answer.clone());

/** The file as this version keeps it; nothing where that is gone or damaged. */
const kept = (name: string): Promise<Response | undefined> => {
  const found = caches.match(address(name), { cacheName: CACHE });
  return found.then((answer) => checked(name, answer)).catch(() => undefined);
};

// The file from the network: revalidated, then, where a cache on the way holds another, past all caches. A RangeError where
// the server answers with anything else.
const fetched = async (name: string): Promise<Response> => {
  for (const cache of ["no-cache", "reload"] as const) {
    // Chrome knows it since 103; before, the browser's own limit holds.
    const signal = AbortSignal.timeout?.(PATIENCE) ?? null;
    const answer = await checked(name, await fetch(address(name), { cache, credentials: "same-origin", signal }));
    if (answer) return answer;
  }
  throw new RangeError(`${name} is not there as version ${VERSION} has it`);
};

const file = async (name: string): Promise<Response> => {
  const there = await kept(name);
  if (there) return there;
  const answer = await fetched(name);
  await keep(name, answer).catch(() => {});
  return answer;
};

// All files or none. One after another, so that a page that is being read has the network first. What an older version holds
// alike is taken from there.
const install = async (): Promise<void> => {
  const fresh = !(await caches.has(CACHE));
  try {
    for (const name of Object.keys(FILES)) {
      if (await kept(name)) continue;
      const older = await caches.match(address(name)).catch(() => undefined);
      await keep(name, (await checked(name, older)) ?? (await fetched(name)));
      if (!(await kept(name))) throw new Error(`${name} was not kept`);
    }
  } catch (error) {
    if (fresh) await caches.delete(CACHE);
    throw error;
  }
};

// A page of this version, if all of it is there, looked at byte by byte: a moment, against a page of two versions. Else that
// of the server, if it has gone on to another one: that page asks for no file of this version that it does not share. Without
// a server, what is left, which is of one version too.
const page = async (name: string, request: Request): Promise<Response> => {
  try {
    await Promise.all(Object.keys(FILES).map(file));
  } catch (error) {
    const answer = error instanceof RangeError && (await fetch(request).catch(() => undefined));
    if (answer && (answer.ok || answer.type === "opaqueredirect")) return answer;
  }
  return file(name);
};

// A page of an older version, left open in another tab, may still ask for a part that only some readers need.
const older = async (request: Request): Promise<Response> => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);

// Whether a page is of another version. One that does not answer may be asleep, and of any.
const isOther = (client: Client): Promise<boolean> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data !== VERSION);
    client.postMessage("unstuck:version", [port2]);
    setTimeout(done, REPLY, true);
  });

/** Removes the older versions once no page of them is left. */
const tidy = async (): Promise<void> => {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  if (!others.length) return;
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const used = await Promise.all(pages.filter(({ url }) => named(url)).map(isOther));
  // The next version may be on its way into one of them.
  if (used.includes(true) || worker.registration.installing || worker.registration.waiting) return;
  for (const name of others) await caches.delete(name);
};

// It then waits until no page of the version before it is left, or until the reader agrees.
worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("message", (event) => {
  if (event.data === "unstuck:switch") worker.skipWaiting();
  if (event.data !== "unstuck:hello") return;
  event.source?.postMessage(`unstuck:is ${VERSION}`);
  event.waitUntil(tidy());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  const name = named(request.url);
  if (name) event.respondWith(request.mode === "navigate" ? page(name, request) : file(name));
  else if (HASHED.test(new URL(request.url).pathname)) event.respondWith(older(request));
});
