// What the reader chose for all guides of this origin: between the steps and the text, and a language.

export type View = "steps" | "read";

// Records are under `unstuck:` plus the guide's id, which never begins with a colon.
const KEY = "unstuck::view";
// The former key; a guide with the id `view` has its record there.
const BEFORE = "unstuck:view";
const LANGUAGE = "unstuck::lang";

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

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it holds for this page.
  }
};

export const rememberView = (view: View): void => remember(KEY, view);

/** The language that the reader chose, of those that a guide was there in. */
export const chosenLanguage = (): string | undefined => {
  try {
    return localStorage.getItem(LANGUAGE) ?? undefined;
  } catch {
    return undefined;
  }
};

export const rememberLanguage = (lang: string): void => remember(LANGUAGE, lang);
