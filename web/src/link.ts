// The link with progress that the page was opened by (docs/link.md). It is taken out of the address as the shell runs: a script of
// the page that tells others the address then tells them no answers.
//
// Belongs here: the link until the reader has decided. Does not: what it says and what is asked about it; that is the widget's.

const MARK = "#unstuck=";
/** In sessionStorage: the page's address with the link, for a reload before the decision. */
const KEY = "unstuck::link";

let fragment = "";
/** One that we are not let to take out of the address. */
let left = "";
/** Whether an element of the page wants nothing stored. */
let unstored = false;

/** An address without the link in it: what follows the link is the page's own fragment. */
const cleaned = (url: string): string => {
  const [address = "", hash = ""] = url.split(/(?=#)/);
  if (!hash.startsWith(MARK)) return url;
  const [, ...own] = hash.split("&");
  return own.length ? `${address}#${own.join("&")}` : address;
};
const changed = (oldURL: string, newURL: string) => dispatchEvent(new HashChangeEvent("hashchange", { oldURL, newURL }));
const here = (): string => location.href.split("#")[0] as string;

const takeOut = (): boolean => {
  const { hash, href } = location;
  if (!hash.startsWith(MARK) || hash === left) return false;
  fragment = hash.split("&")[0] as string;
  try {
    history.replaceState(history.state, "", cleaned(href));
  } catch {
    left = hash;
  }
  return true;
};

/** Whether the page was opened by one, for who comes before it is taken out of the address. */
export const comes = (): boolean => {
  try {
    return location.hash.startsWith(MARK) || sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
};

/** Whether one is to be decided about. */
export const waits = (): boolean => fragment !== "";

/** Looks for what was kept of it before a reload. Whether there is any that was not known. */
export const recall = (): boolean => {
  if (fragment) return false;
  try {
    const kept = sessionStorage.getItem(KEY);
    if (kept?.startsWith(here() + MARK)) fragment = kept.slice(here().length);
  } catch {
    // Blocked storage has kept none.
  }
  return waits();
};

/** Takes the link out of the address, or what was kept of it. */
export const take = (): void => {
  if (takeOut()) {
    // A script that ran before may route by the fragment.
    if (location.hash && !left) changed(here(), location.href);
    return;
  }
  // The first look into a storage takes a browser long, and a page that is opened anew has kept none.
  const [visit] = performance.getEntriesByType?.("navigation") ?? [];
  if ((visit as PerformanceNavigationTiming | undefined)?.type !== "navigate") recall();
};

const remember = (link: string): void => {
  try {
    if (link) sessionStorage.setItem(KEY, link);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Blocked storage: a reload does not ask again.
  }
};

/** Keeps the link for a reload, unless an element of the page wants nothing stored. */
export const keep = (stored: boolean): void => {
  if (!fragment) return;
  unstored ||= !stored;
  remember(unstored ? "" : here() + fragment);
};

const decided = (): void => {
  fragment = "";
  remember("");
};

/** Hands the link to a widget; the widgets of a page agree whose it is. */
export const handTo = (widget: { receive(fragment: string, decided: () => void): void }): void => {
  if (fragment) widget.receive(fragment, decided);
};

/** Calls when a link comes into the open page. The page's own listeners, which come later, see the address without it. */
export const follow = (arrived: () => void): void => {
  addEventListener("popstate", takeOut, true);
  const listener = (event: HashChangeEvent) => {
    takeOut();
    const [before, after] = [cleaned(event.oldURL), cleaned(event.newURL)];
    if (after === event.newURL) return;
    event.stopImmediatePropagation();
    if (before !== after) changed(before, after);
    if (fragment) arrived();
  };
  addEventListener("hashchange", listener, true);
};
