// The shell's other half: what only a living widget needs of the page. Stands at the end of the widget's glue, where the
// build puts it, so that it is paid for with the widget: `mount` is the glue's own, `style` the widget's style sheet.
//
// Belongs here: listening to the page, and what the widget asks of it. Does not: what goes on without a widget (embed.js),
// and what the guide says (WASM). More than a few lines that only some readers need belong into a file that is imported
// when it is asked for.
//
// The shell takes `look`, and calls `start` and, of what that gives, the methods of `Mounted` (see mod.rs).

// One sheet for all widgets.
export const look = new CSSStyleSheet();
look.replaceSync(style);

// The widgets of this instance that live, and whom to tell when it is dead.
const living = new Map();

// The records of elements that were taken off the page: where nothing may be stored, they are all there is.
const kept = new WeakMap();

// What a widget asks of the page, by the first word that it calls `emit` with; it says the two others. What is not in here
// is an event. A new thing to ask for (to store, to share) is one more line.
const asks = {
  // Without a clipboard, and where it is forbidden, the words are shown to copy by hand.
  async copy(app, words) {
    let well;
    try {
      await navigator.clipboard.writeText(words);
      well = true;
    } catch {}
    if (living.has(app)) app.told(0, words, well);
  },
  // The second copy, in IndexedDB: the browser says when it is on the disk. What is there is met and written over in one
  // transaction, so that two tabs cannot write over each other's news. No database is made before there is something to
  // write. Whatever version of it is there will do: each record has its own.
  async keep(app, name) {
    let own = app.progress();
    const some = () => !own.includes('"seq":0,');
    const ended = (well) => {
      clearTimeout(late);
      // Where more was said since, more is under way.
      if (living.has(app) && (!well || own === app.progress())) app.told(1, "", well);
    };
    // A database that hangs keeps nothing (ms).
    const late = setTimeout(ended, 3000);
    try {
      const base = await new Promise((done, failed) => {
        const asked = indexedDB.open("unstuck");
        asked.onupgradeneeded = () => (some() ? asked.result.createObjectStore("records") : asked.transaction.abort());
        asked.onsuccess = () => done(asked.result);
        asked.onerror = (event) => {
          event.preventDefault();
          failed(asked.error);
        };
      });
      const change = base.transaction("records", "readwrite", { durability: "strict" });
      // Once that is over: another page may want to delete it.
      base.close();
      const records = change.objectStore("records");
      records.get(name).onsuccess = ({ target: { result = "" } }) => {
        if (!living.has(app)) return;
        // Not every object has a text.
        if (!app.told(2, typeof result === "string" ? result : "?") && result) records.put(result, `${name}:unreadable:${Date.now()}`);
        own = app.progress();
        if (own !== result && (result || some()) && !app.outdated()) records.put(own, name);
      };
      change.oncomplete = () => ended(true);
      change.onabort = () => ended();
    } catch ({ name }) {
      ended(name === "AbortError" && living.has(app) && !app.told(2, ""));
    }
  },
  // A page may forbid it (a sandboxed frame); then there is nothing to print with.
  print: () => print(),
  // Two widgets of one guide are like two tabs.
  kept: (app) => living.forEach((_, other) => other === app || other.hear()),
  // The link for another device, a reminder.
  carry: (app, what) => app.carry(what),
};

// A failed import may be remembered: another try takes another name.
let again = "";

// Puts a widget into `root`, with the guide of the article `source`. Nothing where the reader is to mark the article first.
// `died` is called with the error once the instance is dead. `get` is how the shell gets a module of ours.
export const start = (root, source, element, died, get) => {
  // What it says while it mounts comes when the methods work, and whoever listens may call them: never into a call that is
  // not over.
  const tell = (type, id, value) =>
    queueMicrotask(() => {
      if (!living.has(app)) return;
      if (asks[type]) return asks[type](app, id, value);
      const detail = { id };
      if (type === "unstuck-screen") element.dataset.screen = detail.screen = value;
      else if (value) {
        detail.answer = value;
        // What stood in the widget's place may have been higher: until now nothing was to move.
        root.parentNode.style.minHeight = "";
      }
      element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    });
  const app = mount(root, source, element, tell, kept.get(element) || "");
  if (app) {
    living.set(app, died);
    // A module of its own, for `asks` and for what a link has brought.
    app.carry = async (what) => {
      const told = root.nextSibling;
      try {
        const { ask } = await get("__UNSTUCK_CARRY__" + again, "__SHA384_unstuck-carry.js__");
        if (living.has(app)) await ask(what, app, element, source);
        root.nextSibling?.remove();
      } catch (error) {
        console.error("unstuck:", error);
        again += "?";
        root.nextSibling?.remove();
        const line = document.createElement("p");
        line.className = "unstuck kept";
        line.lang = "en";
        line.setAttribute("role", "alert");
        const button = document.createElement("button");
        button.className = "link";
        button.dataset.action = "carry-again";
        button.textContent = "Try again";
        button.onclick = () => app.carry(what);
        line.append("This part could not be loaded. ", button);
        root.after(line);
        line.scrollIntoView({ block: "nearest" });
        // Who pressed it goes on from there.
        if (told) button.focus();
      }
    };
    app.arrive = () => location.hash.startsWith("#unstuck=") && app.carry("arrived");
    app.arrive();
    const { unmount } = app;
    app.unmount = () => {
      living.delete(app);
      kept.set(element, app.progress());
      unmount.call(app);
    };
  }
  return app;
};

// Newer answers may be there, or the history is at another place. And a trap anywhere in the instance leaves every widget
// of it dead. Another module's trap is none of ours: the stack names the glue, through which every call goes.
for (const type of ["popstate", "storage", "pageshow", "visibilitychange", "error", "unhandledrejection"])
  addEventListener(type, ({ error, reason = error }) => {
    const trap = reason instanceof WebAssembly.RuntimeError && reason.stack.includes(import.meta.url);
    for (const [app, died] of living)
      if (trap) died(reason);
      else if (!reason) {
        app.hear(type === "popstate");
        // A new fragment is such a place too.
        app.arrive();
      }
  });
