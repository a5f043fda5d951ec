// The script of a page that has a guide's first screen in its HTML (crates/first). Shows it to a reader who has not begun, takes
// what is pressed, and loads the shell, and what the page needs besides, once that screen has been seen.
//
// Belongs here: who sees a first screen, before anything else is there. Does not: what becomes of it when the widget comes
// (handover.ts). It waits for nothing and fails in silence: without it the page is as it is without scripts.
import { whereFrom } from "./address.ts";
import { attribute, closestOf, type Foreign, find, findAll, isParsing, pageRoot, parsed, removeAttributeOf, runningTag } from "./dom.ts";
import { importModule } from "./import.ts";
import * as link from "./link.ts";
import { forget, take } from "./pressed.ts";
import { hasSecondCopy, mayHave } from "./second-copy.ts";
import { hasRecord, keeps } from "./storage.ts";
import { supportsLightDark } from "./style.ts";
import { remembersReading } from "./view.ts";
import { painted } from "./watch.ts";

/** A shell that takes longer (ms) is said not to have started: by the element's own content. */
const LATE = 8000;

/** Asked at once: the answer comes while the page is parsed. */
const asked = mayHave();

/** Whether this device may know the reader, so that another screen is theirs: by the first copy of their record. */
const hasBegun = (guide: string): boolean => {
  // One without a name is known by its place, which only the shell can tell.
  if (guide) return hasRecord(guide);
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("unstuck:/"));
  } catch {
    // Blocked storage knows nobody.
    return false;
  }
};

/** Shows the element's first screen, where it has one and it is this reader's. The shell, which would take its place, waits until that is
 * known. */
const show = async (host: HTMLElement): Promise<boolean> => {
  const root = host.shadowRoot;
  const all = root?.querySelector<HTMLElement>("[data-first][hidden]");
  const place = all?.querySelector<HTMLElement>(".place");
  // The colours are in pairs (widget.css), and a link is asked about on the reader's own screen.
  if (!root || !all || !place || !supportsLightDark() || link.comes()) return false;
  const { first: guide = "" } = all.dataset;
  // Whoever has begun, here or on another page, has answered there since; of a guide without a name nobody can tell.
  const begun = () => {
    if (guide) forget(guide);
    return false;
  };
  const mayKeep = keeps(host);
  // Who reads the article gets the switch alone, before anything else is seen.
  const reads = mayKeep && remembersReading();
  if (!reads && mayKeep && hasBegun(guide)) return begun();
  const known = !reads && mayKeep ? hasSecondCopy(guide, asked) : Promise.resolve(false);

  const choose = (view = "") => {
    for (const each of all.querySelectorAll<HTMLElement>(".view button"))
      each.setAttribute("aria-pressed", String(each.dataset.action === view));
  };
  root.addEventListener("click", ({ target }) => {
    const control = (target as Element).closest<HTMLElement>("button[data-action]");
    // From then on the switch is the shell's.
    if (!control || place.contains(control) || host.matches(":defined")) return;
    all.dataset.chosen = control.dataset.action;
    choose(control.dataset.action);
  });
  take(host, all, place);

  const reveal = () => {
    // The shell may have come first, and put the widget there.
    if (!place.isConnected || host.matches(":defined")) return;
    all.hidden = false;
    if (reads) {
      place.hidden = true;
      host.dataset.view = "read";
      choose("read");
    } else host.dataset.first = "";
    const own = root.querySelector("slot");
    if (!own) return;
    own.hidden = true;
    setTimeout(() => {
      own.hidden = host.matches(":defined");
    }, LATE);
  };
  if (await known) return begun();
  // Not for one frame without its looks. A sheet that did not come is one, too: what it says of this box (shell.css) is what tells.
  const isStyled = () => getComputedStyle(all).position === "relative";
  if (isStyled()) reveal();
  else root.addEventListener("load", () => isStyled() && reveal(), true);
  return true;
};

/** Says on the elements that it is asked whose screen they show. Our own page lays out what follows only then (styles/page.css): that is most of
 * the page, and the question would wait for it. Not where the reader wants a certain place of it. */
const hold = (hosts: readonly HTMLElement[], shown: Promise<unknown>): void => {
  if (location.hash) return;
  for (const host of hosts) host.dataset.asks = "";
  const end = () => {
    for (const host of hosts) delete host.dataset.asks;
  };
  shown.then(end, end);
};

const elements = (): HTMLElement[] => findAll("unstuck-guide").filter((each) => each instanceof HTMLElement);

/** The page's elements before this script; for a script in the head, those that are there once the parser has closed the first. */
const hostsOf = (tag: Foreign | null): Promise<HTMLElement[]> =>
  new Promise((done) => {
    const isHere = () => !isParsing() || !(tag && closestOf(tag, "head")) || elements().some((each) => each.nextSibling);
    if (isHere()) return done(elements());
    const observer = new MutationObserver(() => {
      if (!isHere()) return;
      observer.disconnect();
      done(elements());
    });
    observer.observe(pageRoot(), { childList: true, subtree: true });
  });

const running = runningTag();
const { base } = whereFrom(running);
// Where a policy keeps it from running in the page's text, it comes as a file without a tag (forbidden.ts).
const tag = running ?? find("script[data-file][data-shell]");
if (tag) removeAttributeOf(tag, "data-file");
const shown = hostsOf(tag).then(async (hosts) => {
  const all = Promise.all(hosts.map(show)).then((each) => (each.length && each.every(Boolean) ? painted() : undefined));
  hold(hosts, all);
  await all;
});
/** Loads what an attribute of the tag names, a file beside this one. */
const load = (name: string): Promise<unknown> | undefined => {
  const file = tag && attribute(tag, name);
  return base && file ? importModule(new URL(`./${file}`, base).href) : undefined;
};
// What the element holds, and the article after it, must be there before it is defined.
Promise.all([parsed(), shown])
  .then(() => Promise.all([load("data-shell"), load("data-offline")]))
  .catch(() => {
    // The browser has said it; and the reader is told by the element's own content.
  });
