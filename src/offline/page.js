// The standalone page without a network: registers its worker, and tells the reader of a new version and of being offline.
// No page that only embeds the widget loads this.
//
// Belongs here: what is told, and when. Does not: what is kept (worker.js); anything inside the widget.
(() => {
  "use strict";
  const WORDS = {
    ready: "A new version is ready.",
    update: "Update",
    works: "You are offline. The guide still works.",
    reads: "You are offline. The article is here to read.",
    link: "needs the Internet",
  };
  // A tab that is looked at again asks for a new version at most this often (ms).
  const SELDOM = 3600000;

  const { src, dataset } = document.currentScript;
  const worker = new URL("sw.js", src);
  const guide = document.querySelector("unstuck-guide");

  // Live regions are there before they say anything.
  const notes = document.createElement("div");
  notes.className = "notes";
  const note = (name) => {
    const row = document.createElement("div");
    const line = document.createElement("p");
    row.dataset.note = name;
    line.setAttribute("role", "status");
    row.append(line);
    notes.append(row);
    return line;
  };
  const offline = note("offline");
  const update = note("update");
  document.body.append(notes);
  const say = (line, words) => {
    if (line.textContent !== words) line.textContent = words;
    const some = Boolean(notes.textContent);
    notes.classList.toggle("some", some);
    // What the notes lie over can be scrolled out from under them, and what gets focus is.
    const room = some ? `${notes.offsetHeight}px` : "";
    document.body.style.paddingBlockEnd = document.documentElement.style.scrollPaddingBlockEnd = room;
  };

  let container;
  try {
    // Where the page is a frame, whoever framed it decides what is kept.
    if (self === top) container = navigator.serviceWorker;
  } catch {
    // A sandbox without an origin throws.
  }

  // ---- Without a network ----

  let off = false;
  let look;
  const mark = () => {
    look ||= new CSSStyleSheet();
    look.replaceSync(
      `a[href^="http"]:not([href^="${location.origin}/"])::after{content:" (${WORDS.link})";font-size:.8125em;font-weight:400;opacity:.85}`,
    );
    for (const root of [document, guide?.shadowRoot]) {
      if (!root?.adoptedStyleSheets) continue;
      const others = [...root.adoptedStyleSheets].filter((sheet) => sheet !== look);
      root.adoptedStyleSheets = off ? [...others, look] : others;
    }
  };
  const tell = () => {
    const works = container?.controller || guide?.dataset.state === "ready";
    say(offline, !off ? "" : works ? WORDS.works : WORDS.reads);
    mark();
  };
  // Many a network leads nowhere, and the browser does not know. A page that its worker brought asks for the one file that
  // the worker never answers for.
  const ask = async () => {
    off = !navigator.onLine;
    if (!off && container?.controller) off = await fetch(worker, { method: "HEAD", cache: "no-store" }).then(() => false, () => true);
    tell();
  };

  // ---- A new version ----

  let agreed = false;
  const offer = (registration) => {
    if (!update.textContent) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = WORDS.update;
      button.addEventListener("click", () => {
        agreed = true;
        if (registration.waiting) registration.waiting.postMessage("unstuck:switch");
        else location.reload();
      });
      update.after(button);
    }
    say(update, WORDS.ready);
  };
  const watch = (registration) => {
    // A page that no worker brought is as new as the server has it. Firefox tells the worker's state before the
    // registration's.
    const look = (next) => next?.state === "installed" && container.controller && offer(registration);
    const follow = (next) => next?.addEventListener("statechange", () => look(next));
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    look(registration.waiting);
    // Switched by another tab: this one stays as it is until its reader agrees too.
    container.addEventListener("controllerchange", () => (agreed ? location.reload() : offer(registration)));
    let asked = performance.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || performance.now() - asked < SELDOM) return;
      asked = performance.now();
      registration.update().catch(() => {});
    });
    // The worker may have gone on while this page came: it says of which version it is.
    container.addEventListener("message", ({ data }) => {
      const [word, version] = String(data).split(" ");
      if (word === "unstuck:is" && version !== dataset.version) offer(registration);
    });
    registration.active?.postMessage("unstuck:hello");
  };

  // ---- Start: once the widget has what it needs ----

  const settled = new Promise((done) => {
    const look = () => /ready|reading|failed|refused/.test(guide?.dataset.state) && done();
    if (guide)
      new MutationObserver(() => {
        look();
        // The widget has put on its own sheets anew.
        if (off) tell();
      }).observe(guide, { attributes: true, attributeFilter: ["data-state", "data-view"] });
    look();
  });
  for (const name of ["online", "offline"]) addEventListener(name, ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  const start = async () => {
    container?.addEventListener("message", ({ data, ports }) => data === "unstuck:version" && ports[0]?.postMessage(dataset.version));
    container?.startMessages();
    ask();
    await settled;
    if (!container) return;
    // A failure leaves the page as it is: online only.
    await container.register(worker, { updateViaCache: "none" }).then(watch, (error) => console.warn("unstuck:", error));
  };
  start();
})();
