// A page for tests: jsdom, in which the built shell runs as a tag's script. What it imports and fetches is noted, and answered
// from a table.
import { join } from "node:path";
import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";
import { Sheet } from "./globals.ts";

interface Build {
  bundle(entry: string, options: object): Promise<string>;
}
// By its address, so that the test's own bundle does not take it in.
const { bundle }: Build = await import(join(import.meta.dirname, "..", "build.mjs"));

const KEYS = [
  "first-screen.js",
  "first-screen.wasm",
  "widget.js",
  "widget.wasm",
  "widget.css",
  "reader.js",
  "reader.wasm",
  "file-reader.js",
  "file-reader.wasm",
  "fallback.js",
];
const files = Object.fromEntries(KEYS.map((key) => [key, { name: `unstuck-${key}`, integrity: `sha384-${key}` }]));

/** The text of the shell, in which import() is the page's own `__import`. */
export const shell = (sealed = false): Promise<string> =>
  bundle("embed.ts", {
    format: "iife",
    define: {
      UNSTUCK_FILES: JSON.stringify(files),
      UNSTUCK_SEALED: String(sealed),
      UNSTUCK_LOCALES: JSON.stringify({ de: { name: "unstuck-locale-de.json", integrity: "sha384-locale-de" } }),
      UNSTUCK_LANGUAGES: JSON.stringify({ en: "English", de: "Deutsch" }),
    },
    plugins: [
      {
        name: "import",
        setup: (build: { onLoad: (how: object, load: () => object) => void }) =>
          build.onLoad({ filter: /import\.ts$/ }, () => ({
            contents: "export const importModule = (address) => __import(address);",
            loader: "ts",
          })),
      },
    ],
  });

export const ARTICLE =
  '<article id="lamp" data-unstuck-guide="lamp"><h1>The lamp stays dark</h1><h2 data-unstuck-id="bulb">Change the bulb</h2><ol><li>Unscrew it.</li></ol></article>';

/** Some of a language's words. */
const GERMAN = {
  shell: { view: "Ansicht", steps: "Schritt für Schritt", read: "Ganzer Artikel", language: "Sprache" },
  widget: { yes: "Ja" },
};

/** Runs until something holds, at most a second. */
export const until = async (what: string, holds: () => unknown): Promise<void> => {
  for (let i = 0; i < 200; i++) {
    if (holds()) return;
    await new Promise((next) => setTimeout(next, 5));
  }
  throw new Error(`not within a second: ${what}`);
};

/** The widget's module, as far as the shell knows it. */
export class FakeWidget {
  static mounted: FakeWidget[] = [];
  /** What the next mount shows. */
  static words = "Change the bulb";
  static restored: (string | undefined)[] = [];
  place: Element;
  /** What it is called where its author has not named it. */
  at: string;
  guide: string | undefined;
  /** What its record says it is called. */
  static id = "lamp";
  themes: string[] = [];
  constructor(place: Element, at: string, guide?: string) {
    this.place = place;
    this.at = at;
    this.guide = guide;
    place.textContent = FakeWidget.words;
    FakeWidget.mounted.push(this);
  }
  /** What the widget was taught: for which tag, in which language, which words. */
  static learnt: unknown[][] = [];
  static learn(...words: unknown[]): void {
    FakeWidget.learnt.push(words);
  }
  static fromArticle(place: Element, _host: Element, article: Element, at: string, restore?: string): FakeWidget | undefined {
    FakeWidget.restored.push(restore);
    return article.querySelector("[data-unstuck-id]") ? new FakeWidget(place, at) : undefined;
  }
  static fromGuide(place: Element, _host: Element, guide: string, at: string, restore?: string): FakeWidget {
    FakeWidget.restored.push(restore);
    return new FakeWidget(place, at, guide);
  }
  back(): void {}
  restart(): void {}
  report(): string {
    return "1. Change the bulb";
  }
  progress(): string {
    return JSON.stringify({ v: 2, guide: FakeWidget.id });
  }
  setTheme(theme: string): void {
    this.themes.push(theme);
  }
  /** Whether the page has moved within the walk. */
  static moved = false;
  followHistory(): boolean {
    return FakeWidget.moved;
  }
  links: [string, () => void][] = [];
  receive(fragment: string, decided: () => void): void {
    this.links.push([fragment, decided]);
  }
  unmount(): string {
    this.place.textContent = "";
    return "record";
  }
}

/** A first screen, as far as the shell knows it. */
export class FakeFirstScreen {
  /** How often one was rendered. */
  static rendered = 0;
  guide = "lamp";
  rev = 1;
  lang = "en";
  free(): void {}
  async html(): Promise<string> {
    FakeFirstScreen.rendered++;
    return '<div data-screen="question" data-id="dark"><button data-action="yes" part="answer">Yes</button></div>';
  }
}

/** The module of first screens: of marked articles alone. */
export const FIRST_SCREENS = {
  default: async () => {},
  firstScreenOf: (article: Element) => article.querySelector("[data-unstuck-id]") && { screen: new FakeFirstScreen() },
  learn: () => {},
};

export const refusal = (words: string): Error => Object.assign(new Error(words), { name: "UnstuckRefusal" });

/** What the reader makes of an article. */
const guideOf = (article: Element): string => {
  if (!article.querySelector("ol")) throw refusal("\nthe article: no fix");
  return JSON.stringify({ title: article.querySelector("h1")?.textContent });
};

export interface Page {
  window: DOMWindow;
  document: Document;
  /** The addresses that were imported, in turn. */
  imported: string[];
  /** What was fetched, with the value that it was held to. */
  fetched: [string, string][];
  /** What the console was told. */
  said: string[];
  causes: string[];
  /** The modules that import() gives, by a part of their address; an Error is thrown. */
  modules: Map<string, () => unknown>;
  guide: () => HTMLElement;
  /** Runs the shell, as the tag `tag` or, without one, as a module of this address. */
  run: (text: string, tag?: Element, address?: string) => void;
}

/** Where the shell lies. */
export const ADDRESS = "https://cdn.example/unstuck/embed.js";

export const open = (body: string, url = "https://help.example/a/page"): Page => {
  const virtualConsole = new VirtualConsole();
  const said: string[] = [];
  for (const how of ["error", "warn", "info"] as const) virtualConsole.on(how, (...words) => said.push(words.map(String).join(" ")));
  const html = `<!doctype html><html lang="en"><head><title>Help</title></head><body>${body}</body></html>`;
  const dom = new JSDOM(html, { url, runScripts: "outside-only", virtualConsole, pretendToBeVisual: true });
  const { window } = dom;
  const { document } = window;
  FakeWidget.mounted = [];
  FakeWidget.restored = [];
  FakeWidget.learnt = [];
  FakeWidget.id = "lamp";
  FakeWidget.words = "Change the bulb";
  FakeFirstScreen.rendered = 0;
  const page: Page = {
    window,
    document,
    imported: [],
    fetched: [],
    said,
    causes: [],
    modules: new Map<string, () => unknown>([
      ["unstuck-widget.js", () => ({ default: async () => {}, Widget: FakeWidget })],
      ["unstuck-first-screen.js", () => FIRST_SCREENS],
      [
        "unstuck-reader.js",
        () => ({
          default: async () => {},
          guideOf,
          firstScreenOf: (article: Element) => ({ json: guideOf(article), screen: new FakeFirstScreen() }),
          learn: () => {},
          languagesOf: () => ["en", "de"],
          fetchGuide: async () => ({ text: "# T", format: "markdown", base: "https://help.example/t.md", place: "/t.md" }),
        }),
      ],
      [
        "unstuck-file-reader.js",
        () => ({ default: async () => {}, guideOf: ({ text }: { text: string }) => JSON.stringify({ title: text }) }),
      ],
      ["unstuck-fallback.js", () => ({ show: async ({ error }: { error: Error }) => error.name })],
    ]),
    guide: () => window.Document.prototype.querySelector.call(document, "unstuck-guide") as HTMLElement,
    run: (text, tag, address = ADDRESS) => {
      const current = Object.getOwnPropertyDescriptor(window.Document.prototype, "currentScript");
      Object.defineProperty(window.Document.prototype, "currentScript", { get: () => tag ?? null, configurable: true });
      try {
        window.eval(`${text}\n//# sourceURL=${address}`);
      } finally {
        if (current) Object.defineProperty(window.Document.prototype, "currentScript", current);
      }
    },
  };
  Object.assign(window, {
    CSSStyleSheet: Sheet,
    CSS: { supports: () => true },
    WebAssembly,
    __import: async (address: string) => {
      page.imported.push(address);
      for (const [part, module] of page.modules)
        if (address.includes(`/${part}`)) {
          const made = module();
          if (made instanceof Error) throw made;
          return made;
        }
      throw new TypeError(`no module ${address}`);
    },
    fetch: async (address: string | URL, { integrity = "" } = {}) => {
      page.fetched.push([String(address), integrity]);
      if (String(address).endsWith("-de.json")) return new Response(JSON.stringify(GERMAN));
      return new Response("", { headers: { "Content-Type": "application/wasm" } });
    },
  });
  document.addEventListener("unstuck-error", (event) => page.causes.push((event as CustomEvent).detail.cause));
  return page;
};

/** The elements of the page, whatever others are named. */
export const guidesOf = (page: Page): HTMLElement[] => [
  ...(page.window.Document.prototype.querySelectorAll.call(page.document, "unstuck-guide") as NodeListOf<HTMLElement>),
];

/** Waits until the page has so many widgets, and each is there to be used. */
export const ready = (page: Page, count = 1): Promise<void> =>
  until(`${count} widgets`, () => guidesOf(page).length === count && guidesOf(page).every(({ dataset }) => dataset.state === "ready"));

/** Puts a classic tag at the end of a part of the page. */
export const tagIn = (page: Page, attributes: Record<string, string>, where = "body"): HTMLScriptElement => {
  const { document } = page;
  const tag = page.window.Document.prototype.createElement.call(document, "script") as HTMLScriptElement;
  // Not run by jsdom: the tests run the shell themselves.
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  (page.window.Document.prototype.querySelector.call(document, where) as Element).append(tag);
  return tag;
};

/** Gives a name of `document` to an element, as `<img name=…>` does in a browser (jsdom has no such names). */
export const clobber = (page: Page, name: string, markup = `<img name="${name}" src="https://evil.example/x">`): Element => {
  const template = page.window.Document.prototype.createElement.call(page.document, "template") as HTMLTemplateElement;
  template.innerHTML = markup;
  const element = template.content.firstElementChild as Element;
  (page.window.Document.prototype.querySelector.call(page.document, "body") as Element).append(element);
  Object.defineProperty(page.document, name, { value: element, configurable: true });
  return element;
};
