// The widget's entries in the browser's history, and the host's router. What the host has in its own entry is set aside in those that
// answers add, and in its own while the reader is in the walk (src/hooks/history.rs): its router finds no mark there.
//
// Belongs here: which moves the router hears of, and giving it its state back. Does not: which entries there are, and what was said at
// them. docs/decisions/0009-history.md.
import { globalOf } from "./dom.ts";

const ADDED = "unstuck";
const HOST = "unstuck::host";

const own = (state: unknown, name: string): boolean => typeof state === "object" && state !== null && Object.hasOwn(state, name);

const write = (state: unknown): void => {
  try {
    history.replaceState(state, "");
  } catch {
    // A page that may not write its history has no router to help.
  }
};

/** Gives the host its state in the entry that the page is at. Whether there was any. */
export const giveBack = (): boolean => {
  const { state } = history;
  if (!own(state, HOST)) return false;
  const { [HOST]: host, ...rest } = state;
  write({ ...host, ...rest });
  return true;
};

/** The page of the address: a fragment is a place in it, unless it is a route. */
const page = (): string => location.href.replace(/#(?!!?\/).*/, "");
let left = page();

/** The reader is on this page of the host's. */
export const note = (): void => {
  left = page();
};

/** Hears of moves in the history before the host's router does; `follow` has the walks follow one of theirs, if it is. */
export const watch = (follow: () => boolean): void => {
  let moving = false;
  // Only some browsers tell when a host changes its address. During a move it is about the entry that the page comes to.
  globalOf("navigation")?.addEventListener("currententrychange", ({ navigationType }) => {
    if (navigationType === "traverse") moving = true;
    else if (!moving) note();
  });
  const listener = (event: PopStateEvent): void => {
    // Chromium calls the window's listeners in the order of their adding. A router that was called has written on our entry.
    if (own(event.state, HOST) && history.state !== event.state) write(event.state);
    moving = false;
    const stays = left === page();
    note();
    if (stays && follow()) {
      // The page is there, with the widget on it: there is nothing to visit.
      event.stopImmediatePropagation();
      if (!own(history.state, ADDED)) giveBack();
    } else if (giveBack()) {
      event.stopImmediatePropagation();
      dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    }
  };
  addEventListener("popstate", listener, true);
};
