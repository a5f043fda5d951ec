// What the WebAssembly modules export (wasm-bindgen's glue) and what the build puts in.

/** A file of the release: its name beside the shell, and the value of `integrity` that it is held to. */
interface ReleaseFile {
  readonly name: string;
  readonly integrity: string;
}

type FileKey =
  | "first-screen.js"
  | "first-screen.wasm"
  | "widget.js"
  | "widget.wasm"
  | "widget.css"
  | "reader.js"
  | "reader.wasm"
  | "file-reader.js"
  | "file-reader.wasm"
  | "fallback.js";

/** The files that the shell loads. */
declare const UNSTUCK_FILES: Readonly<Record<FileKey, ReleaseFile>>;
/** Whether this is the copy of one version, which holds all that it loads to its integrity value. */
declare const UNSTUCK_SEALED: boolean;
/** The guides that come with the release, `router.en` …: the copy of each that never changes. */
declare const UNSTUCK_GUIDES: Readonly<Record<string, ReleaseFile>>;
/** The languages beside English: each one's words. */
declare const UNSTUCK_LOCALES: Readonly<Record<string, ReleaseFile>>;
/** What each language is called in itself. */
declare const UNSTUCK_LANGUAGES: Readonly<Record<string, string>>;
/** The copy of the shell for one version, in the package. */
declare const UNSTUCK_PINNED: ReleaseFile;

/** Trusted Types, which TypeScript's own list of the DOM does not have yet. */
interface TrustedPolicy {
  createScriptURL(address: string): unknown;
  createHTML(text: string): unknown;
}
interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: Record<"createScriptURL" | "createHTML", (text: string) => string>): TrustedPolicy;
  };
}

interface InitOptions {
  module_or_path: Response | ArrayBuffer;
}

/** A module of wasm-bindgen's, not started. */
interface Startable {
  default(options: InitOptions): Promise<unknown>;
}

declare module "unstuck-widget" {
  export default function init(options: InitOptions): Promise<unknown>;
  export class Widget {
    /** Teaches all widgets the words for guides in the language `tag`; they are in `lang`. */
    static learn(tag: string, lang: string, words: Readonly<Record<string, string>>): void;
    static fromArticle(
      place: Element,
      host: HTMLElement,
      article: import("./dom.ts").Foreign,
      at: string,
      restore?: string,
    ): Widget | undefined;
    static fromGuide(place: Element, host: HTMLElement, guide: string, at: string, restore?: string): Widget;
    back(): void;
    restart(): void;
    report(format?: string): string;
    progress(): string;
    setTheme(theme: string): void;
    silence(): void;
    /** Whether the page has come to another entry of this walk's. The walk then follows. */
    followHistory(): boolean;
    /** A link has arrived: its fragment, and whom to tell once the reader has decided. */
    receive(fragment: string, decided: () => void): void;
    unmount(): string;
  }
}

declare module "unstuck-first-screen" {
  export default function init(options: InitOptions): Promise<unknown>;
  /** As `Widget.learn`. */
  export function learn(tag: string, lang: string, words: Readonly<Record<string, string>>): void;
  export interface FirstScreen {
    readonly guide: string;
    readonly rev: number;
    readonly lang: string;
    /** As HTML. It is not there any more afterwards. */
    html(): Promise<string>;
    free(): void;
  }
  /** That of a marked article, in an element with these attributes. */
  export function firstScreen(article: import("./dom.ts").Foreign, host: HTMLElement, at: string): FirstScreen | undefined;
}

declare module "unstuck-reader" {
  export default function init(options: InitOptions): Promise<unknown>;
  export { learn } from "unstuck-first-screen";

  /** Called with the reason where what is read may not be meant to be walked. Without it, that is refused. */
  type Doubted = (why: string) => void;
  export interface Adopted {
    /** For `Widget.fromGuide`. */
    json(): string;
    /** In an element with these attributes. The guide is not there any more afterwards. */
    firstScreen(host: HTMLElement, at: string): import("unstuck-first-screen").FirstScreen;
    free(): void;
  }
  /** The guide of any article. Throws an `UnstuckRefusal`. */
  export function adopt(article: import("./dom.ts").Foreign, lang: string, title: string, doubted?: Doubted): Adopted;
  /** The article, with allowed elements only. */
  export function text(article: import("./dom.ts").Foreign, lang: string, title: string, doubted?: Doubted): Element;
}

declare module "unstuck-file-reader" {
  export default function init(options: InitOptions): Promise<unknown>;
  /** What a link (`href`) or a picture (`src`) of the file leads to; none where it is left out. */
  type Resolve = (name: string, value: string) => string | undefined;
  /** The guide of a file, as JSON. Throws an `UnstuckRefusal`. */
  export function readFile(
    text: string,
    format: "markdown" | "json",
    base: string,
    resolve: Resolve,
    doubted: (why: string) => void,
  ): string;
  /** The text of a file, as a new element. */
  export function fileText(text: string, format: "markdown" | "json", base: string, resolve: Resolve): Element;
}

/** A style sheet as text, minified. */
declare module "*.css" {
  const css: string;
  export default css;
}
