// What is shown when the widget cannot start, or stopped: the article, one sentence, one button. Loaded only then, and needs no
// WebAssembly.
//
// Belongs here: why it failed, and the guide as plain reading. Does not: any part of the walk; the line and the button that are
// there without this file (element.ts).
import { fallback as WORDS } from "../../locales/en.json";
import LOOK from "../../styles/fallback.css";
import { ALLOWED, DROPPED } from "./api.ts";
import { attribute, childrenOf, make, nameOf } from "./dom.ts";
import { addressOf, fetchGuide, type Source } from "./loader.ts";
import { isTrap, within } from "./problem.ts";
import { wear } from "./style.ts";

export interface Failure {
  host: HTMLElement;
  /** The control for another try; the line is before it. */
  retry: HTMLButtonElement;
  /** The article of the page, if that is the guide's. */
  article: Element | null;
  /** The guide, where it was on its way. */
  source: Promise<Source> | undefined;
  error: unknown;
  /** Whether the widget had started. */
  stopped: boolean;
  /** The widget's files, as they were asked for. */
  files: readonly string[];
  /** The directory of the release. */
  base: URL;
}

/** A server that does not answer within this is not waited for (ms): the reader has the line and the control. */
const PATIENCE = 8000;
/** Deeper markup is no article's. */
const MAX_DEPTH = 200;

/** Shows what there is of the guide, and gives the cause. */
export const show = async (failure: Failure): Promise<string> => {
  const { host, retry, article, error, stopped } = failure;
  const reason = diagnose(failure);
  const line = retry.previousElementSibling as HTMLElement;
  const help = make("div", "help");
  help.dataset.theme = isDark(host) ? "dark" : "";
  const root = retry.getRootNode() as ShadowRoot;
  if (root.adoptedStyleSheets) {
    const look = new CSSStyleSheet();
    look.replaceSync(LOOK);
    wear(root, ...root.adoptedStyleSheets, look);
  }
  line.before(help);
  // The same line, since it is one that screen readers listen to.
  help.append(line, retry);
  const { name } = error as Error;
  const first = stopped || isTrap(error) || name === "stopped" ? WORDS.stopped : name === "timeout" ? WORDS.timeout : WORDS.failed;
  line.textContent = article ? `${first} ${WORDS.below}` : first;
  if (!article) {
    const text = await textOf(failure).catch(() => undefined);
    if (text && help.isConnected) help.append(text);
  }
  const [cause, words] = await reason;
  if (words) console.error(`unstuck: ${cause}: ${words}`);
  return cause;
};

// As in the widget: the attribute, else the colour scheme of the page, which may leave it to the system.
const isDark = (host: HTMLElement): boolean => {
  const theme = attribute(host, "theme");
  if (theme === "dark" || theme === "light") return theme === "dark";
  const schemes = getComputedStyle(host).colorScheme.split(" ");
  return schemes.includes("dark") && (!schemes.includes("light") || matchMedia("(prefers-color-scheme:dark)").matches);
};

/* ---- Why ---- */

// The cause (docs/element.md), and what helps where the error did not say.
type Reason = readonly [cause: string, words?: string];

/** What the widget is built with. */
const BUILDERS = ["createElement", "createElementNS", "createTextNode", "createComment"] as const;

/** A cause is named in small letters, an error of the browser's is not. */
const isCause = (error: unknown): boolean => ((error as Error)?.name ?? "A") >= "a";

const diagnose = async ({ error, stopped, files }: Failure): Promise<Reason> => {
  const { name, message } = error as Error;
  if (stopped || isTrap(error))
    return ["stopped", "the widget's program ended itself, which is a bug of it: please report it with the lines above"];
  // Told by who knew, with what helps.
  if (isCause(error)) return [name];
  if (typeof WebAssembly !== "object")
    return ["no-webassembly", "this browser has no WebAssembly, or it is switched off; there is nothing to correct on the page"];
  // Chromium and Firefox forbid the smallest module too; WebKit says it in words alone.
  const smallest = WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  if (
    /unsafe-eval/.test(message) ||
    (await smallest.then(
      () => false,
      () => true,
    ))
  )
    return ["forbidden", "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src"];
  for (const file of files) {
    const problem = await lookAt(new URL(file));
    if (problem) return problem;
  }
  const hidden = BUILDERS.find((name) => typeof document[name] !== "function");
  if (hidden) return ["stopped", `an element of the page is called ${hidden} and hides the browser's own function: give it another name`];
  // What fetch() says, in each engine, of a file that is there and has another integrity value than it is held to.
  if (error instanceof WebAssembly.CompileError || /not as it was built|Failed to fetch|NetworkError|Load failed/.test(message))
    return [
      "part-damaged",
      "a file is not as it was built: upload all files of the release again, as they are, and let nothing rewrite them",
    ];
  if (error instanceof WebAssembly.LinkError || name === "TypeError" || name === "SyntaxError")
    return [
      "part-mismatch",
      "files of two releases are mixed: upload all files of one, those with a hash first and embed.js last, and keep the old ones for a while",
    ];
  return [name];
};

const TYPES: readonly (readonly [end: string, served: RegExp, should: string])[] = [
  [".js", /javascript/, "text/javascript"],
  [".wasm", /^(?!.*html)/, "application/wasm"],
  [".css", /^(?!.*html)/, "text/css"],
];

// What is wrong with a file of ours, if anything can be seen from here.
const lookAt = async (url: URL): Promise<Reason | undefined> => {
  let directive: string | undefined;
  const onviolation = (event: SecurityPolicyViolationEvent) => {
    if (url.href.startsWith(event.blockedURI)) directive = event.effectiveDirective;
  };
  addEventListener("securitypolicyviolation", onviolation);
  try {
    const answer = await within(PATIENCE, fetch(url, { method: "HEAD", cache: "no-store" }));
    const type = answer.headers.get("Content-Type") ?? "";
    if (!answer.ok) return ["part-missing", `${url} is not there (${answer.status}): upload all files of the release`];
    const [, served, should] = TYPES.find(([end]) => url.pathname.endsWith(end)) ?? [];
    if (served && !served.test(type)) return ["part-wrong-type", `${url} is served as "${type}": it must be ${should}`];
  } catch {
    // The event comes as a task of its own.
    await new Promise((next) => setTimeout(next, 0));
    return directive
      ? ["forbidden", `the page's Content-Security-Policy forbids ${url}: add ${url.origin} to its ${directive}`]
      : [
          "part-unreachable",
          `${url} could not be had: the network is down, or its server does not let this page read it; it must send Access-Control-Allow-Origin`,
        ];
  } finally {
    removeEventListener("securitypolicyviolation", onviolation);
  }
  return undefined;
};

/* ---- The guide, as plain reading ---- */

// Nothing where the guide's own file is what is wrong.
const textOf = async ({ host, source, error, base }: Failure): Promise<HTMLElement | undefined> => {
  if (isCause(error) && (error as Error).name !== "timeout" && (error as Error).name !== "stopped") return undefined;
  if (!attribute(host, "src") && attribute(host, "article")) return undefined;
  const guides = new URL("guides/", base);
  // What is on its way is not asked for a second time.
  const guide = await within(PATIENCE, source ?? fetchGuide(host, guides)).catch((why) => {
    if (isCause(why)) throw why;
    return within(PATIENCE, fetchGuide(host, guides));
  });
  const text = make("div", "text");
  if ("article" in guide) text.append(...safe(guide.article, 0));
  else if (guide.format === "markdown") text.append(make("pre", "", guide.text));
  else {
    const link = make("a", "", addressOf(host, guides).href);
    link.href = guide.base;
    text.append(link);
  }
  return text;
};

// Element by element anew: what may stand in a page, with the attributes that it may have.
const safe = (node: Node, depth: number): Node[] => {
  if (depth > MAX_DEPTH) return [];
  return [...childrenOf(node)].flatMap((each): Node[] => {
    if (each instanceof Text) return [new Text(each.data)];
    if (!(each instanceof Element)) return [];
    const name = nameOf(each);
    if (DROPPED.includes(name) || attribute(each, "hidden") !== null) return [];
    const inside = safe(each, depth + 1);
    const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
    if (!allowed) return inside;
    const copy = make(name as "div");
    for (const key of ["lang", ...allowed]) {
      const value = attribute(each, key);
      if (value !== null && (key !== "href" || /^(https?|mailto|tel):/i.test(value)) && (key !== "src" || /^https?:/i.test(value)))
        copy.setAttribute(key, value);
    }
    if (name === "img" && !copy.hasAttribute("src")) return [];
    if (name === "a") copy.setAttribute("rel", "noopener");
    copy.append(...inside);
    return [copy];
  });
};
