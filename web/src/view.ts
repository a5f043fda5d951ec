// The reader's choice between the steps and the text, for all guides of this origin.

export type View = "steps" | "read";

// A record lies under `unstuck:` and its guide's id, which never begins with a colon.
const KEY = "unstuck::view";
// Where the choice lay before; a guide called `view` has its record there.
const BEFORE = "unstuck:view";

const known = (value: string | null): View | undefined => (value === "steps" || value === "read" ? value : undefined);

export const rememberedView = (): View | undefined => {
  try {
    const before = known(localStorage.getItem(BEFORE));
    if (before) {
      if (!localStorage.getItem(KEY)) localStorage.setItem(KEY, before);
      localStorage.removeItem(BEFORE);
    }
    return known(localStorage.getItem(KEY));
  } catch {
    // Blocked storage remembers nothing.
    return undefined;
  }
};

export const rememberView = (view: View): void => {
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // Then it holds for this page.
  }
};
