// What is shown when the widget cannot start, or stopped: the article, one sentence, one button. Loaded only then, and needs no
// WebAssembly.
//
// Belongs here: why it failed, and the guide as plain reading. Does not: any part of the walk; the line and the button that are
// there without this file (element.ts).
import { fallback as ENGLISH } from "../../locales/en.json";
import CSS from "../../styles/fallback.css";
import { ALLOWED, type Cause, DROPPED } from "./api.ts";
import { attribute, type Foreign, firstChildOf, globalOf, hiddenBuilder, make, nameOf, nextSiblingOf } from "./dom.ts";
import { addressOf, fetchGuide, type Release, type Source } from "./loader.ts";
import type { Locale } from "./locale.ts";
import { isTrap, within } from "./problem.ts";
import { PATIENCE, problemOf } from "./served.ts";
import { colouredSheetOf } from "./style.ts";

export interface Failure {
  host: HTMLElement;
  /** The control for another try; the line is before it. */
  retry: HTMLButtonElement;
  /** The article of the page, if that is the guide's. */
  article: Foreign | null;
  /** The guide, where it was on its way. */
  source: Promise<Source> | undefined;
  error: unknown;
  /** Whether the widget had started. */
  stopped: boolean;
  /** The widget's files, as they were asked for. */
  files: readonly URL[];
  release: Release;
  locale: Locale;
}

const SHEET = colouredSheetOf(CSS);

/** Whether the widget's program has ended itself. */
const isDead = ({ error, stopped }: Failure): boolean => stopped || isTrap(error);

/** Shows what there is of the guide, and gives the cause. */
export const show = async (failure: Failure): Promise<string> => {
  const { host, retry, article, error, locale } = failure;
  const words = locale.fallback ?? ENGLISH;
  const reason = diagnose(failure);
  const line = retry.previousElementSibling as HTMLElement;
  const help = make("div", { class: "help", "data-theme": attribute(host, "theme") ?? "" });
  const root = retry.getRootNode() as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => sheet !== SHEET), SHEET];
  line.before(help);
  // The same line, since it is one that screen readers listen to.
  help.append(line, retry);
  const { name } = error as Error;
  const first = isDead(failure) || name === "stopped" ? words.stopped : name === "timeout" ? words.timeout : words.failed;
  line.textContent = article ? `${first} ${words.below}` : first;
  if (!article) help.append(...(await textOf(failure).catch(() => [])));
  const [cause, why] = await reason;
  console.error(`unstuck: ${cause}: ${why}`);
  return cause;
};

/* ---- Why ---- */

// The cause (docs/element.md), and what helps where the error did not say.
type Reason = readonly [cause: string, words: string];

const WHAT_HELPS = {
  stopped: "the widget crashed, which is a bug in it: please report it",
  "no-webassembly": "this browser has no WebAssembly, or it is switched off; nothing on the page needs fixing",
  forbidden: "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src",
  "part-damaged": "a file is not as it was built: upload all files of the release again, as they are, and let nothing rewrite them",
  "part-mismatch":
    "files of two releases are mixed: upload all files of one, those with a hash first and embed.js last, and keep the old ones for a while",
} as const satisfies Partial<Record<Cause, string>>;

/** A cause is named in small letters, an error of the browser's is not. */
const isCause = (error: unknown): boolean => ((error as Error)?.name ?? "A") >= "a";

const helped = (cause: keyof typeof WHAT_HELPS): Reason => [cause, WHAT_HELPS[cause]];

const diagnose = async (failure: Failure): Promise<Reason> => {
  const { error, files } = failure;
  const { name, message } = error as Error;
  const hidden = hiddenBuilder();
  const renamed = `an element of the page is called ${hidden} and hides the browser's own function: give it another name`;
  const dead = isDead(failure);
  if (hidden && (dead || name === "stopped")) return ["stopped", renamed];
  if (dead) return helped("stopped");
  // The thrower knew the cause, and what helps.
  if (isCause(error)) return [name, message];
  if (!globalOf("WebAssembly")) return helped("no-webassembly");
  // Chromium and Firefox forbid the smallest module too; WebKit says it in words alone.
  const smallest = await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).catch(() => undefined);
  if (!smallest || /unsafe-eval/.test(message)) return helped("forbidden");
  for (const file of files) {
    const problem = await problemOf(file);
    if (problem) return [problem.name, problem.message];
  }
  if (hidden) return ["stopped", renamed];
  // What fetch() says, in each engine, of a file that is there and has another integrity value than it is held to.
  if (error instanceof WebAssembly.CompileError || /not as it was built|Failed to fetch|NetworkError|Load failed/.test(message))
    return helped("part-damaged");
  if (error instanceof WebAssembly.LinkError || name === "TypeError" || name === "SyntaxError") return helped("part-mismatch");
  return [name, message];
};

/* ---- The guide, as plain reading ---- */

// Nothing if the guide itself is the problem: its file, or an article that is not in the page.
const textOf = async ({ host, source, error, release }: Failure): Promise<HTMLElement[]> => {
  const { name } = error as Error;
  if (attribute(host, "article")) return [];
  const link = (href: string) => [make("div", { class: "text" }, make("a", { href, rel: "noopener" }, href))];
  // What is too much for us is not too much for the reader.
  if (name === "too-large") return link(addressOf(host, new URL("guides/", release.base)).href);
  if (isCause(error) && !["timeout", "stopped"].includes(name)) return [];
  // What was asked for once is not asked for again: it may be what took so long.
  const guide = await within(PATIENCE, source ?? fetchGuide(host, release));
  if ("article" in guide) {
    const text = make("div", { class: "text" });
    rebuild(guide.article, text);
    return [text];
  }
  return guide.format === "json" ? link(guide.base) : [make("div", { class: "text" }, make("pre", {}, guide.text))];
};

const LINKED: Readonly<Record<string, RegExp>> = { href: /^(https?|mailto|tel):/i, src: /^https?:/i };

/** What a picture gets: its server is told no page, and only when the reader comes near. */
const PICTURE = { loading: "lazy", referrerpolicy: "no-referrer" };

// Builds what may stand in a page anew, with the attributes that it may have: one pass. The article is of a document of its own,
// in which nothing runs and nothing is fetched. No parser nests deeper than a few hundred levels.
const rebuild = (from: Foreign, into: Element): void => {
  for (let child = firstChildOf(from); child; child = nextSiblingOf(child)) {
    if (child instanceof Text) into.append(child.data);
    if (!(child instanceof Element)) continue;
    const name = nameOf(child);
    const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
    if (DROPPED.includes(name) || attribute(child, "hidden") !== null) continue;
    if (!allowed) {
      rebuild(child, into);
      continue;
    }
    const kept: Record<string, string> = name === "img" ? { ...PICTURE } : {};
    for (const each of ["lang", "dir", ...allowed]) {
      const value = attribute(child, each);
      if (value !== null && LINKED[each]?.test(value) !== false) kept[each] = value;
    }
    if (name === "a") kept.rel = "noopener";
    if (name === "img" && !kept.src) continue;
    const made = make(name as "div", kept);
    rebuild(child, made);
    into.append(made);
  }
};
