// The dialogs around what is taken along. Stands at the end of the module's glue, where the build puts it: `carry`, `code`
// and `__wbg_init` are the glue's own. Loaded when a reader asks for it, or comes by a link.
//
// Belongs here: what is said and pressed, and what only the page can do (share, copy, download, notify). Does not: what a
// link holds; that is in WASM.

const LOOK = __UNSTUCK_CARRY_LOOK__;
const MARK = "#unstuck=";
const HOUR = 3600000;

const WORDS = {
  close: "Close",
  carry: "Continue on another device",
  carries: "This link carries your answers. Nothing is sent to a server: only those who have the link can see them.",
  share: "Share the link",
  copy: "Copy the link",
  copied: "Copied",
  byHand: "Could not copy. Copy the link below by hand.",
  point: "Or point the other device’s camera here.",
  picture: "The link as a QR code",
  link: "The link",
  tooLong: "There are too many answers for one link. The report has them all.",
  home: "If you put this page on your home screen: the app starts empty. Copy the link first, and paste it in the app.",
  have: "I have a link from elsewhere",
  where: "Where your answers are, press “Continue on another device” and copy the link.",
  paste: "Paste the link here",
  use: "Use this link",
  noLink: "No answers are in this. Copy the whole link again, where your answers are.",
  clear: "Clear my answers from this device",
  clearAsk: "Clear your answers?",
  clearText: "All that you said on this guide is removed from this device, and the guide starts again.",
  clearYes: "Clear my answers",
  clearNo: "Keep them",
  remind: "When shall we remind you?",
  reminds: "This makes a file for your calendar, here on your device. It holds the fix, the question and the address of this page.",
  reminded: "Now open the file: your calendar adds it.",
  notify: "Or a message here, as long as this app stays open:",
  notified: "We will ask you then.",
  refused: "This device does not let the app send messages. The calendar works.",
  times: ["In 1 hour", "In 3 hours", "Tomorrow at 9"],
  offer: "Go on where you were?",
  brings: "This link brings the answers from another device.",
  last: (age) => `Last answer: ${age} ago.`,
  at: (fix, of, title) => `You would be at fix ${fix} of ${of}: ${title}`,
  replaces: "This device has other answers on this guide. They would be replaced.",
  same: "This device has the same answers already.",
  unknown: "This page has changed since. What no longer fits is left out.",
  take: "Go on from there",
  leave: "Not now",
  keep: "Keep what is here",
  replace: "Replace them",
  bad: "This link cannot be used",
  damaged: "A part of it is missing or changed. Copy it again on the other device, as a whole.",
  newer: "It was made by a newer version of this guide. Reload the page and open it again.",
  otherGuide: "It belongs to another guide. Open it on the page that it was made on.",
  fine: "Go on here",
};

const REFUSED = { newer: WORDS.newer, "other-guide": WORDS.otherGuide };

const el = (tag, set, ...inside) => {
  const made = document.createElement(tag);
  for (const name in set) made.setAttribute(name, set[name]);
  made.append(...inside);
  return made;
};
const button = (action, look, words, pressed) => {
  const made = el("button", { type: "button", class: look, "data-action": action }, words);
  made.addEventListener("click", pressed);
  return made;
};
const svg = (tag, set, ...inside) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in set) made.setAttribute(name, set[name]);
  made.append(...inside);
  return made;
};

let sheet;
const guides = new WeakMap();

// The guide of an article, read once.
const of = async (source) => {
  await __wbg_init({ module_or_path: new URL("__UNSTUCK_OWN_WASM__" + (import.meta.url.split(/(?=\?)/)[1] || ""), import.meta.url), integrity: "__SHA384_unstuck-carry_bg.wasm__" });
  if (!guides.has(source)) guides.set(source, carry(source));
  return guides.get(source);
};

// A sheet over the widget, in an element of its own beside it: what the widget builds is the widget's. `left` is called
// when it is closed in whatever way.
const open = (element, title, inside, left) => {
  const shadow = element.shadowRoot;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
  }
  if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  shadow.querySelector("dialog.carry")?.close();
  const before = shadow.activeElement;
  const dialog = el("dialog", { class: "sheet carry", "aria-labelledby": "carry-title" });
  const box = el("div", { class: "unstuck", "data-theme": element.getAttribute("theme") || "", lang: "en" }, dialog);
  const cross = button("carry-close", "link icon-only", "", () => dialog.close());
  cross.setAttribute("aria-label", WORDS.close);
  cross.append(svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: "M6 6l12 12M18 6L6 18" })));
  const show = (title, ...inside) => {
    const head = el("div", { class: "sheet-head" }, el("h2", { class: "sheet-title", id: "carry-title", tabindex: "-1" }, title), cross);
    dialog.replaceChildren(el("div", { class: "sheet-inner" }, head, ...inside));
    (dialog.querySelector("[autofocus]") || head.firstChild).focus();
  };
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    box.remove();
    // Not in every engine does the dialog give it back here.
    if (!shadow.activeElement) before?.focus({ preventScroll: true });
    left?.();
  });
  shadow.append(box);
  show(title, ...inside);
  try {
    dialog.showModal();
  } catch {
    // Not to be shown over the page: then in its flow.
    dialog.open = true;
  }
  return { show, close: () => dialog.close() };
};

const status = () => el("p", { class: "said-so", role: "status" });
const line = (words, look = "") => el("p", { class: look }, words);
const controls = (...all) => el("div", { class: "controls", role: "group", "aria-labelledby": "carry-title" }, ...all);
const seq = (app) => (JSON.parse(app.progress()).seq || 0) + 1;

// Where a link can be pasted: an app on the home screen has no address to open one by, and a storage of its own.
const pasted = (close) => {
  const said = status();
  const field = el("input", { class: "address", autocomplete: "off", spellcheck: "false", "aria-label": WORDS.paste, placeholder: WORDS.paste, "data-action": "carry-paste" });
  const use = () => {
    // As it comes, with words around it.
    const [link] = /#unstuck=[\w-]+(&\S*)?/.exec(field.value) || [];
    if (!link) return (said.textContent = WORDS.noLink);
    close();
    location.hash = link;
  };
  return [field, button("carry-use", "button", WORDS.use, use), said];
};

// Takes up a record, and shows where it leads.
const take = (app, element, record) => {
  app.take(record);
  // Who was reading goes on step by step.
  if (element.dataset.view === "read") element.shadowRoot.querySelector("[data-action=steps]").click();
  element.scrollIntoView({ block: "nearest" });
};

const asks = {
  carry(app, element, guide) {
    const inside = [line(WORDS.carries)];
    // Only Safari on iOS and iPadOS has this property; the page is one that can be an app.
    if (navigator.standalone === false && document.querySelector("link[rel=manifest]")) inside.push(line(WORDS.home));
    let link;
    try {
      link = page() + "#" + guide.link(app.progress()) + (own() && "&" + own());
    } catch {
      inside.push(line(WORDS.tooLong));
    }
    if (link) {
      const said = status();
      const field = el("input", { class: "address", readonly: "", value: link, "aria-label": WORDS.link, "data-action": "carry-link" });
      field.addEventListener("focus", () => field.select());
      const copy = async () => {
        try {
          await navigator.clipboard.writeText(link);
          said.textContent = WORDS.copied;
        } catch {
          said.textContent = WORDS.byHand;
          field.focus();
        }
      };
      const both = controls();
      // Where it is refused or put away there is nothing to say: copying is beside it.
      const share = () => navigator.share({ title: guide.title(), url: link }).catch(() => {});
      if (navigator.share) both.append(button("carry-share", "button first", WORDS.share, share));
      both.append(button("carry-copy", navigator.share ? "button" : "button first", WORDS.copy, copy));
      inside.push(both, said);
      const [size, path] = code(link) || [];
      if (path) {
        const picture = svg("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": WORDS.picture, "shape-rendering": "crispEdges" }, svg("path", { d: path }));
        inside.push(line(WORDS.point, "center"), picture);
      }
      inside.push(field);
    }
    inside.push(el("details", { class: "again" }, el("summary", { "data-action": "carry-have" }, WORDS.have), ...pasted(() => box.close())));
    const clear = () => {
      const yes = () => {
        box.close();
        forget(guide.id());
        take(app, element, guide.nothing(seq(app)));
      };
      const stay = button("clear-no", "button first", WORDS.clearNo, () => box.close());
      stay.setAttribute("autofocus", "");
      box.show(WORDS.clearAsk, line(WORDS.clearText), controls(stay, button("clear-yes", "button danger", WORDS.clearYes, yes)));
    };
    inside.push(button("clear", "button quiet", WORDS.clear, clear));
    const box = open(element, WORDS.carry, inside);
  },

  // Before there are answers; the widget offers it in an installed app alone.
  have(app, element) {
    const box = open(element, WORDS.have, [line(WORDS.where), ...pasted(() => box.close())]);
  },

  remind(app, element, guide) {
    const here = page() + (own() && "#" + own());
    const morning = new Date();
    morning.setDate(morning.getDate() + 1);
    morning.setHours(9, 0, 0, 0);
    const now = Date.now();
    const times = [now + HOUR, now + 3 * HOUR, +morning];
    const said = status();
    const files = times.map((at, place) => {
      const text = guide.reminder(app.progress(), now, at, here);
      const href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
      const link = el("a", { class: "button", href, download: "reminder.ics", "data-action": "remind-file" }, WORDS.times[place]);
      link.addEventListener("click", () => (said.textContent = WORDS.reminded));
      return link;
    });
    const inside = [line(WORDS.reminds), controls(...files), said];
    // A message can come only from an app that is installed, and is still there when it is due.
    if (window.Notification && Notification.permission !== "denied" && matchMedia("(display-mode: standalone)").matches) {
      const ask = guide.ask(app.progress());
      const later = (at) => async () => {
        if ((await Notification.requestPermission()) !== "granted") {
          said.textContent = WORDS.refused;
          return;
        }
        said.textContent = WORDS.notified;
        setTimeout(() => notify(ask, here), at - Date.now());
      };
      inside.push(line(WORDS.notify), controls(...times.slice(0, 2).map((at, place) => button("remind-here", "button", WORDS.times[place], later(at)))));
    }
    open(element, WORDS.remind, inside, () => files.forEach((file) => URL.revokeObjectURL(file.href)));
  },

  arrived(app, element, guide) {
    const fragment = location.hash;
    if (!fragment.startsWith(MARK)) return;
    let offer;
    try {
      offer = guide.read(fragment.split("&")[0]);
    } catch (refused) {
      reject(element, fragment, refused);
      return;
    }
    if (asked === fragment) return;
    asked = fragment;
    const beside = offer.beside(app.progress());
    const inside = [line(WORDS.brings), line(guide.title(), "carried")];
    const age = offer.age();
    if (age) inside.push(line(WORDS.last(age)));
    const tried = offer.tried();
    if (tried.length) {
      const lines = tried.map(([what, said, when]) => el("li", { class: "line" }, el("span", { class: "line-what" }, what), el("span", { class: "line-said" }, when ? `${said} · ${when}` : said)));
      inside.push(el("ol", { class: "report-lines plain" }, ...lines));
    }
    const [fix, fixes, title] = offer.place();
    if (title) inside.push(line(WORDS.at(fix, fixes, title)));
    if (offer.unknown()) inside.push(line(WORDS.unknown));
    if (beside !== "empty") inside.push(line(WORDS[beside === "same" ? "same" : "replaces"], beside === "same" ? "" : "warn"));
    const yes = () => {
      box.close();
      if (beside !== "same") take(app, element, offer.record(seq(app)));
    };
    const other = beside === "other";
    const taken = button("carry-take", other ? "button danger" : "button first", other ? WORDS.replace : WORDS.take, yes);
    const left = button("carry-leave", other ? "button first" : "button", other ? WORDS.keep : WORDS.leave, () => box.close());
    const all = other ? [left, taken] : [taken, left];
    all[0].setAttribute("autofocus", "");
    inside.push(controls(...all));
    const box = open(element, WORDS.offer, inside, decided);
  },
};

// The link that was asked about last, and the widgets that cannot use it.
let asked;
let refusing = ["", new Set()];

// A link that no widget of the page can use is told once, when all have looked.
const reject = (element, fragment, refused) => {
  if (refusing[0] !== fragment) refusing = [fragment, new Set()];
  refusing[1].add(element);
  const missing = [...document.querySelectorAll(element.localName)].some((other) => !refusing[1].has(other));
  if (asked === fragment || (refused === "other-guide" && missing)) return;
  asked = fragment;
  const words = REFUSED[refused] || WORDS.damaged;
  const fine = button("carry-leave", "button first", WORDS.fine, () => box.close());
  fine.setAttribute("autofocus", "");
  const box = open(element, WORDS.bad, [line(words), controls(fine)], decided);
};

// The page's address, and the fragment that is its own: a page may route by it. Beside a link's it stands after "&".
const page = () => location.href.split("#")[0];
const own = () => {
  const { hash } = location;
  return hash.startsWith(MARK) ? hash.split("&").slice(1).join("&") : hash.slice(1);
};

// Once it is decided the address is the page's own again: a reload asks nothing, and nobody passes the answers on unknowing.
const decided = () => {
  // The page may have gone elsewhere meanwhile.
  if (!location.hash.startsWith(MARK)) return;
  const oldURL = location.href;
  const route = own();
  try {
    history.replaceState(history.state, "", page() + (route && "#" + route));
  } catch {
    // A page may not be let at its history; then it is asked again at the next load.
    return;
  }
  asked = undefined;
  if (route) dispatchEvent(new HashChangeEvent("hashchange", { oldURL, newURL: location.href }));
};

// What was set aside, unreadable. The record itself gives way to an empty one: other tabs take that up as newer.
const forget = (id) => {
  const aside = `unstuck:${id}:unreadable`;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(aside)) localStorage.removeItem(name);
  } catch {
    // Blocked storage holds nothing.
  }
  try {
    const asked = indexedDB.open("unstuck");
    // None is made for this.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = (event) => event.preventDefault();
    asked.onsuccess = () => {
      const base = asked.result;
      base.transaction("records", "readwrite").objectStore("records").delete(IDBKeyRange.bound(aside, aside + "\uffff"));
      base.close();
    };
  } catch {
    // Nor does a database that is not there.
  }
};

const notify = async (title, here) => {
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(title, { tag: here });
    else new Notification(title, { tag: here });
  } catch {
    // Taken back meanwhile.
  }
};

// What the widget asks for, or what has arrived in the address.
export const ask = async (what, app, element, source) => {
  const guide = await of(source);
  if (guide && element.isConnected) asks[what](app, element, guide);
};
