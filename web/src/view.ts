// The reader's choice between the steps and the text, for all guides of this origin.

export type View = "steps" | "read";

// Records are under `unstuck:` plus the guide's id, which never begins with a colon.
const KEY = "unstuck::view";
// The former key; a guide with the id `view` has its record there.
const BEFORE = "unstuck:view";

const isView = (value: string | null): value is View => value === "steps" || value === "read";

export const rememberedView = (): View | undefined => {
  try {
    const before = localStorage.getItem(BEFORE);
    if (isView(before)) {
      if (!localStorage.getItem(KEY)) localStorage.setItem(KEY, before);
      localStorage.removeItem(BEFORE);
    }
    const view = localStorage.getItem(KEY);
    return isView(view) ? view : undefined;
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
