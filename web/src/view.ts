// The reader's choice between the steps and the text, for all guides of this origin.

export type View = "steps" | "read";

// Records are under `unstuck:` plus the guide's id, which never begins with a colon.
const KEY = "unstuck::view";
// The former key; a guide with the id `view` has its record there.
const BEFORE = "unstuck:view";

export const remembersReading = (): boolean => {
  try {
    const before = localStorage.getItem(BEFORE);
    if (before === "read" || before === "steps") {
      if (!localStorage.getItem(KEY)) localStorage.setItem(KEY, before);
      localStorage.removeItem(BEFORE);
    }
    return localStorage.getItem(KEY) === "read";
  } catch {
    // Blocked storage remembers nothing.
    return false;
  }
};

export const rememberView = (view: View): void => {
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // Then it holds for this page.
  }
};
