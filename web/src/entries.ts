// The widget's entries in the browser's history. Their state holds nothing that a host's router could take for its own, so that it
// would not know the page again when the reader comes back to one of them from another page: it is then given the state of its own
// entry, on which the walk began.
//
// Belongs here: giving back. Does not: which entries a walk adds, and moves within a walk, of which a router hears nothing; that is
// in the widget (src/hooks/entries.rs), which may not be there when the reader comes back.

const OURS = "unstuck:";
const HOST = "unstuck::host";

const giveBack = (event: PopStateEvent): void => {
  const { state } = event;
  if (typeof state !== "object" || !state || !Object.hasOwn(state, HOST)) return;
  const all = Object.entries(state);
  // What the host has written on an entry is its own, whatever it has copied.
  if (all.some(([name]) => !name.startsWith(OURS))) return;
  const host = state[HOST];
  const marks = all.filter(([name]) => name !== HOST);
  // Where there are marks of the widget, they stay beside an object's own names.
  const given = marks.length && (host === null || Object.prototype.toString.call(host) === "[object Object]");
  try {
    history.replaceState(given ? { ...host, ...Object.fromEntries(marks) } : host, "");
    Object.defineProperty(event, "state", { value: history.state });
  } catch {
    // A page that may not write its history has no router to help.
  }
};

/** Keeps moves within a walk from the host's router, and gives the host its state when the reader comes to an entry of ours from
 * elsewhere. Chromium calls the window's listeners in the order of their adding: this is to run before the router does. */
export const follow = (movedWithin: () => boolean): void =>
  addEventListener(
    "popstate",
    (event) => {
      if (movedWithin()) event.stopImmediatePropagation();
      else giveBack(event);
    },
    true,
  );
