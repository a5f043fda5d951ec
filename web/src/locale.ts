// Which language the shell and the widget speak. English is in the scripts; any other language is a file of the release.
//
// Belongs here: choosing a language by its tag. Does not: getting its file (release.ts), or whose tag counts (element.ts, loader.ts).
import { type fallback, shell } from "../../locales/en.json";
import { attribute, closestOf, type Foreign } from "./dom.ts";

/** The words of one language; in English the widget and the fallback have their own. */
export interface Locale {
  readonly lang: string;
  readonly shell: typeof shell;
  readonly fallback?: typeof fallback;
  readonly widget?: Readonly<Record<string, string>>;
}

export const ENGLISH: Locale = { lang: "en", shell };

/** The language of an element, by those around it. */
export const langOf = (element: Foreign): string => attribute(closestOf(element, "[lang]") ?? element, "lang") ?? "";

/** A language and its script: what makes two tags readable to the same people. None of what is no tag. */
const written = (tag: string): string | undefined => {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script && `${language}-${script}`;
  } catch {
    return undefined;
  }
};

/** The language that comes nearest to a tag: `de` for `de-AT`, `zh-Hans` for `zh-CN`. `unstuck-locales` does the same natively. */
export const nearest = (tag: string, languages: readonly string[]): string | undefined => {
  // A browser's first use of Intl takes 10 ms of a fast computer. English has one script, whatever the region.
  const plain = /^en-[A-Z]{2}$/.test(tag) && !languages.includes(tag) ? "en" : tag;
  if (languages.includes(plain)) return plain;
  const wanted = written(tag);
  return languages.find((each) => wanted && written(each) === wanted);
};
