// The standalone page without a network: registers its worker, and notifies the reader of a new version and of being offline.
// No page that only embeds the widget loads this.
//
// Belongs here: the notes, and when they show. Does not: what is stored (worker.ts); anything inside the widget.
import { offline as ENGLISH } from "../../../locales/en.json";
import {
  attribute,
  find,
  findAll,
  globalOf,
  isVisible,
  make,
  onPage,
  pageParts,
  putSheet,
  removeAttributeOf,
  setAttributeOf,
} from "../dom.ts";
import { sheetOf } from "../style.ts";

/** A tab that becomes visible again asks for a new version at most this often (ms). */
const SELDOM = 3_600_000;

const tag = find("script[data-offline]");
const version = tag && attribute(tag, "data-version");
const words = tag && attribute(tag, "data-words");
/** In the page's language: the build puts them into the tag that names this file, unless it is English. */
const WORDS: typeof ENGLISH = words ? JSON.parse(words) : ENGLISH;
const worker = new URL("sw.js", location.href);
const found = find("unstuck-guide");
const guide = found instanceof HTMLElement ? found : null;
const { root, body } = pageParts();

// Live regions are there before they say anything.
const notes = make("div", { class: "notes" });
const note = (name: string): HTMLElement => {
  const line = make("p", { role: "status" });
  notes.append(make("div", { "data-note": name }, line));
  return line;
};
const offline = note("offline");
const update = note("update");
body.append(notes);
const say = (line: HTMLElement, words: string): void => {
  if (line.textContent !== words) line.textContent = words;
  const some = Boolean(notes.textContent);
  notes.classList.toggle("some", some);
  // What the notes lie over can be scrolled out from under them, and what gets focus is.
  body.style.paddingBlockEnd = root.style.scrollPaddingBlockEnd = some ? `${notes.offsetHeight}px` : "";
};

// In a frame, the embedding page decides what is stored.
const container: ServiceWorkerContainer | undefined = self === top ? navigator.serviceWorker : undefined;

/* ---- Without a network ---- */

let off = false;
const links = sheetOf(
  `a[href^="http"]:not([href^="${location.origin}/"])::after,a[data-online]::after{content:" (${WORDS.link})";font-size:.8125em;font-weight:400;opacity:.85}`,
);
// Only the languages that the reader has opened are kept.
const markLanguages = async (): Promise<void> => {
  for (const link of findAll("a[hreflang]")) {
    const page = new URL(attribute(link, "href") ?? "", location.href).href.replace(/\/index\.html$/, "/");
    const kept = globalOf("caches")?.match(page);
    if (await kept?.catch(() => undefined)) removeAttributeOf(link, "data-online");
    else setAttributeOf(link, "data-online", "");
  }
};
const tell = (): void => {
  if (off) markLanguages();
  const works = container?.controller || guide?.dataset.state === "ready";
  say(offline, !off ? "" : works ? WORDS.works : WORDS.reads);
  links.disabled = !off;
  // The widget puts on its own sheets anew.
  putSheet(links);
  const inner = guide?.shadowRoot;
  if (inner && !inner.adoptedStyleSheets.includes(links)) inner.adoptedStyleSheets = [...inner.adoptedStyleSheets, links];
};
// Many a network leads nowhere, and the browser does not know. A page that its worker brought asks for the one file that the
// worker never answers for.
const ask = async (): Promise<void> => {
  const answer =
    navigator.onLine && container?.controller ? await fetch(worker, { method: "HEAD", cache: "no-store" }).catch(() => undefined) : true;
  // The browser may have noticed by itself while the answer was under way.
  off = !navigator.onLine || !answer;
  tell();
};

/* ---- A new version ---- */

let agreed = false;
const offer = (registration: ServiceWorkerRegistration): void => {
  if (!update.textContent) {
    const button = make("button", { type: "button" }, WORDS.update);
    button.addEventListener("click", () => {
      agreed = true;
      if (registration.waiting) registration.waiting.postMessage("unstuck:switch");
      else location.reload();
    });
    update.after(button);
    // It may have been on its way when this page was opened, and keeps this page's language too.
    registration.waiting?.postMessage("unstuck:hello");
  }
  say(update, WORDS.ready);
};
const watch = (container: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void => {
  // A page that no worker brought is as new as the server has it. Firefox tells the worker's state before the registration's.
  const check = (next: ServiceWorker | null) => {
    if (next?.state === "installed" && container.controller) offer(registration);
    // The worker takes only what is as it was built; a host that writes into pages leaves none.
    if (next?.state === "redundant" && !registration.active)
      console.warn(
        "unstuck: works online only: a file did not come as it was built; serve all of them unchanged, with nothing added to pages",
      );
  };
  const follow = (next: ServiceWorker | null) => next?.addEventListener("statechange", () => check(next));
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  check(registration.waiting);
  // Switched by another tab: this one stays as it is until its reader agrees too.
  container.addEventListener("controllerchange", () => (agreed ? location.reload() : offer(registration)));
  let asked = performance.now();
  onPage("visibilitychange", () => {
    if (!isVisible() || performance.now() - asked < SELDOM) return;
    asked = performance.now();
    registration.update().catch(() => {});
  });
  // The worker may have gone on while this page came: it says of which version it is.
  container.addEventListener("message", ({ data }) => {
    if (String(data).startsWith("unstuck:is ") && data !== `unstuck:is ${version}`) offer(registration);
  });
  // By now the reader may be on another page than the one that the worker was registered on: it keeps this page's language.
  container.ready.then(({ active }) => active?.postMessage("unstuck:hello"));
};

/* ---- Start: once the widget has what it needs ---- */

const settled = new Promise<void>((done) => {
  const check = () => {
    if (/ready|reading|failed|refused/.test(guide?.dataset.state ?? "")) done();
    if (off) tell();
  };
  if (guide) new MutationObserver(check).observe(guide, { attributes: true, attributeFilter: ["data-state", "data-view"] });
  check();
});
for (const name of ["online", "offline"]) addEventListener(name, ask);
onPage("visibilitychange", () => isVisible() && ask());
container?.addEventListener("message", ({ data, ports }) => {
  if (data === "unstuck:version") ports[0]?.postMessage(version);
});
container?.startMessages();
ask();
// A failure leaves the page as it is: online only.
settled
  .then(async () => container && watch(container, await container.register(worker, { updateViaCache: "none" })))
  .catch(({ message }) => console.warn(`unstuck: works online only: ${message}`));
