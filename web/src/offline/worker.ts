// The service worker of the standalone page: keeps one whole version of it in the languages that the reader opens, so that it works
// without a network. The build puts the version and its files before this (sw.js).
//
// Belongs here: getting a version whole, and answering with its files alone. Does not: when to register, and what the reader
// is told (page.ts). docs/offline.md has the rules in words.
//
// Cache Storage belongs to the whole origin: other directories of it can write into any cache, under any name. So what comes from
// there is held to the sums in this script, or to the hash in its name, which is of all that the module holds.

declare const VERSION: string;
/** Every file by its address, with the SHA-256 of what it holds. */
declare const FILES: Readonly<Record<string, string>>;
/** The files of each language but the start page's: its pages and its words. */
declare const LANGUAGES: Readonly<Record<string, readonly string[]>>;

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
/** A file of a module, whatever version that is. */
const PART = /^(unstuck-[a-z-]+-([0-9a-f]{16}))(_bg\.wasm|\.js|\.css)$/;
/** What makes up a module, in the order in which the build takes its hash. */
const ENDS = ["_bg.wasm", ".js", ".css"];
/** The headers that a file keeps: its page's policies. Others could be anybody's, and do more. */
const HEADERS = [
  "Content-Language",
  "Content-Security-Policy",
  "Content-Type",
  "Cross-Origin-Embedder-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "Origin-Agent-Cluster",
  "Permissions-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
  "X-Frame-Options",
];

/** The other files: the program, and the pages in the language of the one that an installed app starts with. */
const ALWAYS = Object.keys(FILES).filter((name) => !Object.values(LANGUAGES).flat().includes(name));

/** The files of a page's language, where they are not kept for all readers. */
const languageOf = (name: string | undefined): readonly string[] =>
  Object.values(LANGUAGES).find((names) => name !== undefined && names.includes(name)) ?? [];

const address = (name: string): string => (name === "index.html" ? HERE : HERE + name);

const pathOf = (url: string): string => url.slice(HERE.length).split(/[?#]/)[0] ?? "";

// The file that an address asks for: with its query where that is part of the name, else whatever the query.
const named = (url: string): string | undefined => {
  if (!url.startsWith(HERE)) return undefined;
  const full = url.slice(HERE.length).split("#")[0] ?? "";
  return [full, pathOf(url) || "index.html"].find((name) => Object.hasOwn(FILES, name));
};

// The page that an address without its extension may ask for: some hosts take that off.
const extensionless = (url: string): string | undefined => {
  const name = `${pathOf(url)}.html`;
  return url.startsWith(HERE) && Object.hasOwn(FILES, name) ? name : undefined;
};

const pageOf = (url: string): string | undefined => named(url) ?? extensionless(url);

const digest = async (bytes: BufferSource) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))];
const typeOf = (name: string): string | undefined => TYPES[name.split("?")[0]?.split(".").pop() ?? ""];

// The answer, if what it holds is what was built. Rebuilt, so that nothing else of it is carried over.
const checked = async (name: string, answer: Response | undefined): Promise<Response | undefined> => {
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  if (btoa(String.fromCharCode(...(await digest(bytes)))) !== FILES[name]) return undefined;
  const headers = new Headers();
  for (const header of HEADERS) {
    const value = answer.headers.get(header);
    if (value !== null) headers.set(header, value);
  }
  const type = typeOf(name);
  if (type) headers.set("Content-Type", type);
  return new Response(bytes, { headers });
};

const keep = async (name: string, answer: Response, at = address(name)): Promise<void> =>
  (await caches.open(CACHE)).put(at, answer.clone());

/** The file as this version keeps it; nothing where that is gone or damaged. */
const kept = (name: string, at = address(name)): Promise<Response | undefined> => {
  const found = caches.match(at, { cacheName: CACHE });
  return found.then((answer) => checked(name, answer)).catch(() => undefined);
};

/** Keeps a page under the address without its extension too, where that is what the server has there. */
const learn = async (name: string, at: string, answer: Response): Promise<void> => {
  const page = await checked(name, answer);
  if (page) await keep(name, page, at);
};

// The file from the network: revalidated, then, where a cache on the way holds another, past all caches. A RangeError where
// the server answers with anything else.
const fetched = async (name: string): Promise<Response> => {
  for (const cache of ["no-cache", "reload"] as const) {
    // Chrome knows it since 103; before, the browser's own limit holds.
    const signal = AbortSignal.timeout?.(PATIENCE) ?? null;
    const came = await fetch(address(name), { cache, credentials: "same-origin", signal });
    const { redirected, url } = came;
    const answer = await checked(name, came);
    if (!answer) continue;
    if (redirected && extensionless(url) === name) await keep(name, answer, HERE + pathOf(url)).catch(() => {});
    return answer;
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

// One after another, so that a page that is being read has the network first. What an older version holds alike is taken from there.
const keepAll = async (names: readonly string[]): Promise<void> => {
  for (const name of names) {
    if (await kept(name)) continue;
    const older = await caches.match(address(name)).catch(() => undefined);
    await keep(name, (await checked(name, older)) ?? (await fetched(name)));
    if (!(await kept(name))) throw new Error(`${name} was not kept`);
  }
};

const openPages = async (): Promise<readonly Client[]> =>
  (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => pageOf(url));

/** Whether the reader has a page of a language open, or an older version kept one. */
const isRead = async (language: readonly string[]): Promise<boolean> => {
  if ((await openPages()).some(({ url }) => languageOf(pageOf(url)) === language)) return true;
  const older = await Promise.all(language.map((name) => caches.match(address(name)).catch(() => undefined)));
  return older.some(Boolean);
};

// All files or none.
const install = async (): Promise<void> => {
  const fresh = !(await caches.has(CACHE));
  try {
    await keepAll(ALWAYS);
    for (const language of Object.values(LANGUAGES)) if (await isRead(language)) await keepAll(language);
    for (const { url } of await openPages()) {
      const name = extensionless(url);
      const at = HERE + pathOf(url);
      // A version is whole without what a host has at this address, or has not.
      if (!name) continue;
      const learned = fetch(at).then((answer) => learn(name, at, answer));
      await learned.catch(() => {});
    }
  } catch (error) {
    if (fresh) await caches.delete(CACHE);
    throw error;
  }
};

// A page of this version, if all that it needs is there, looked at byte by byte: a moment, against a page of two versions. Else
// that of the server, if it has gone on to another one: that page asks for no file of this version that it does not share. Without
// a server, what is left, which is of one version too.
const page = async (name: string, request: Request): Promise<Response> => {
  const words = languageOf(name).filter((other) => typeOf(other) !== TYPES.html);
  try {
    await Promise.all([...ALWAYS, ...words, name].map(file));
  } catch (error) {
    const answer = error instanceof RangeError && (await fetch(request).catch(() => undefined));
    if (answer && (answer.ok || answer.type === "opaqueredirect")) return answer;
  }
  return file(name);
};

// A page at an address without its extension: this version's where the server has it there, else whatever the server has.
const extensionlessPage = async (name: string, request: Request): Promise<Response> => {
  const at = HERE + pathOf(request.url);
  if (await kept(name, at)) return page(name, request);
  const answer = await fetch(request);
  await learn(name, at, answer.clone()).catch(() => {});
  return answer;
};

// A page of an older version, left open in another tab, may still ask for a part that only some readers need. The sums of that
// version are not known here; the name of the part has a hash of its whole module.
const older = async (request: Request, stem: string, hash: string, end: string): Promise<Response> => {
  for (const cacheName of await caches.keys())
    try {
      if (!cacheName.startsWith(OURS)) continue;
      const found = await Promise.all(ENDS.map((each) => caches.match(HERE + stem + each, { cacheName })));
      const parts = await Promise.all(found.map((answer) => (answer ?? new Response()).arrayBuffer()));
      const digests = await Promise.all(parts.map(digest));
      const name = (await digest(Uint8Array.from(digests.flat()))).map((byte) => byte.toString(16).padStart(2, "0")).join("");
      const part = parts[ENDS.indexOf(end)];
      if (name.startsWith(hash) && part?.byteLength) return new Response(part, { headers: { "Content-Type": typeOf(end) ?? "" } });
    } catch {
      // A cache that cannot be read holds nothing.
    }
  return fetch(request);
};

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
  const used = await Promise.all((await openPages()).map(isOther));
  // The next version may be on its way into one of them.
  if (used.includes(true) || worker.registration.installing || worker.registration.waiting) return;
  for (const name of others) await caches.delete(name);
};

// It then waits until no page of the version before it is left, or until the reader agrees.
worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("message", (event) => {
  if (event.data === "unstuck:switch") worker.skipWaiting();
  const { source } = event;
  if (event.data !== "unstuck:hello" || !(source && "url" in source)) return;
  source.postMessage(`unstuck:is ${VERSION}`);
  // What cannot be had now is asked for with the next page of the language.
  const keeping = keepAll(languageOf(pageOf(source.url))).catch(() => {});
  event.waitUntil(Promise.all([keeping, tidy()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  const name = named(request.url);
  if (name) return event.respondWith(request.mode === "navigate" ? page(name, request) : file(name));
  const bare = extensionless(request.url);
  if (bare && request.mode === "navigate") return event.respondWith(extensionlessPage(bare, request));
  const [, stem, hash, end] = PART.exec(pathOf(request.url)) ?? [];
  if (stem && hash && end) event.respondWith(older(request, stem, hash, end));
});
