// The element <unstuck-guide>: its attributes, properties, methods and events. docs/element.md says what they do.

/** Where the walk is. */
export type UnstuckScreen = "question" | "confirm" | "fix" | "wait" | "solved" | "exhausted" | "help";

/** What a reader says to a question or to a risk: `first` goes to what is to be done before, `done` comes back from there. */
export type UnstuckAnswer = "yes" | "no" | "unsure" | "tried" | "confirm" | "skip" | "first" | "done";

/** What a reader says of a fix. */
export type UnstuckVerdict = "solved" | "not-solved" | "still-running" | "cannot";

/** How a report goes out. */
export type UnstuckVia = "copy" | "share" | "mail" | "file" | "issue";

/** What was tried, as JSON; docs/report.schema.json says what each field holds. A later version may add to it. */
export interface UnstuckReport {
  readonly version: 1;
  readonly outcome: "solved" | "not-solved" | "waiting" | "unfinished";
  readonly guide: {
    readonly id: string;
    readonly title: string;
    readonly lang: string;
    readonly revision: string;
    readonly address?: string;
    readonly link?: string;
  };
  readonly started?: string;
  readonly updated?: string;
  readonly tried: number;
  readonly offered: number;
  readonly needs: readonly { readonly name: string; readonly text: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly asked: string;
    readonly answer: UnstuckAnswer;
    readonly option?: string;
    readonly at: string;
  }[];
  readonly fixes: readonly {
    readonly number: number | null;
    readonly id: string;
    readonly title: string;
    readonly outcome:
      | "open"
      | "not-offered"
      | "not-needed"
      | "already-tried"
      | "cannot"
      | "skipped"
      | "still-running"
      | "not-solved"
      | "solved";
    readonly by?: UnstuckKind;
    readonly begun?: string;
    readonly at?: string;
    readonly ran?: number;
    readonly check?: { readonly asked: string; readonly answer: UnstuckAnswer };
    readonly risk?: {
      readonly answer: UnstuckAnswer;
      readonly run: boolean;
      readonly reversible: boolean;
      readonly lost: readonly string[];
    };
    readonly steps: { readonly all: number; readonly done: readonly string[] };
  }[];
}

/** What an answer belongs to. */
export type UnstuckKind = "question" | "check" | "confirm" | "wait" | "verdict";

/** What the reader said so far, by ids. The same record is in localStorage; a later version may add to it. */
export interface UnstuckProgress {
  readonly v: number;
  /** The guide's id. */
  readonly guide: string;
  /** The guide's revision at the last answer. */
  readonly rev: number;
  /** Rises with each change. */
  readonly seq: number;
  readonly progress: {
    /** Kind, id, answer, when it was given, since when it holds (ms since 1970), and the revision of the words it was said to. */
    readonly answers: readonly (readonly [UnstuckKind, string, UnstuckAnswer | UnstuckVerdict, number, number, number])[];
    /** Ticked steps: the fix's id, the step's, and the revision of the step's words. */
    readonly ticks: readonly (readonly [string, string, number])[];
    /** An answer that is asked for once more. */
    readonly reopened: readonly [UnstuckKind, string] | null;
    /** What support asked for and the reader filled in: its name, and the text. Left out where there is nothing. */
    readonly needs?: readonly (readonly [string, string])[];
  };
  /** The checksum. */
  readonly sum: string;
}

/** Why it does not start, or stopped; docs/element.md says what mends it. */
export type UnstuckCause =
  // generated: causes (cargo xtask api)
  /** the article or file does not make a valid guide; the reader sees the element's own content and nothing else */
  | "refused"
  /** there is no such article, or none around the element, some seconds after the page has loaded; when it comes, the walk starts */
  | "no-article"
  /** no guide with the id in `guide` comes with Unstuck */
  | "no-such-guide"
  /** `src` is not an address */
  | "bad-address"
  /** the guide's file does not exist */
  | "not-found"
  /** the network is down, or the server of the guide's file does not let other origins read it */
  | "unreachable"
  /** the guide's file is neither HTML nor Markdown nor JSON */
  | "wrong-type"
  /** the guide or its file exceeds a limit; the console names it (see [Limits](commands.md#limits)) */
  | "too-large"
  /** the guide's file did not arrive within 30 seconds, or something else within 45 */
  | "timeout"
  /** the page's Content-Security-Policy forbids it; the console names the directive: `script-src 'wasm-unsafe-eval'`, `connect-src` and the host, or `trusted-types unstuck` */
  | "forbidden"
  /** the browser has no WebAssembly, or it is switched off (iOS Lockdown Mode) */
  | "no-webassembly"
  /** a file of the widget is missing, or its server fails */
  | "part-missing"
  /** it is served with the wrong type; a script must be `text/javascript`, and a web page is not WebAssembly */
  | "part-wrong-type"
  /** the network is down, or its server does not let other origins read it (`Access-Control-Allow-Origin`) */
  | "part-unreachable"
  /** it differs from what was built */
  | "part-damaged"
  /** files of two releases are mixed */
  | "part-mismatch"
  /** the widget crashed, or shows nothing */
  | "stopped"
  // generated: end
  // The name of a JavaScript error.
  | (string & {});

/** The events of the element. They bubble and cross shadow roots; all but `unstuck-handoff` hold ids only, never words of the
 * reader or the guide. */
export interface UnstuckGuideEventMap {
  // generated: events (cargo xtask api)
  /** The widget is ready; detail.id is the guide's. */
  "unstuck-ready": CustomEvent<{ id: string }>;
  /** Another screen is shown. */
  "unstuck-screen": CustomEvent<{ id: string; screen: UnstuckScreen }>;
  /** A question or a risk was answered. */
  "unstuck-answer": CustomEvent<{ id: string; answer: UnstuckAnswer }>;
  /** The reader gave the outcome of a fix. */
  "unstuck-verdict": CustomEvent<{ id: string; answer: UnstuckVerdict }>;
  /** The problem is solved; detail.id is that of the fix that helped. */
  "unstuck-solved": CustomEvent<{ id: string }>;
  /** No fix is left. */
  "unstuck-exhausted": CustomEvent<{ id: string }>;
  /** The reader sends, copies or shares the report; cancelable: `preventDefault()` leaves it to the page. */
  "unstuck-handoff": CustomEvent<{ id: string; via: UnstuckVia; text: string; markdown: string; report: UnstuckReport }>;
  /** It does not start, or stopped; docs/element.md lists the causes. */
  "unstuck-error": CustomEvent<{ cause: UnstuckCause }>;
  // generated: end
}

/** The attributes, for JSX and for templates. */
export interface UnstuckGuideAttributes {
  // generated: attributes (cargo xtask api)
  /** CSS selector of the article on this page */
  "article"?: string;
  /** address of a guide's file: HTML, Markdown or JSON */
  "src"?: string;
  /** id of a guide that comes with Unstuck; without any of these three, the article around the element */
  "guide"?: string;
  /** language of a built-in guide; else the nearest `lang`, else the browser's */
  "lang"?: string;
  /** `auto` (default: follows the page's `color-scheme`), `light`, `dark` */
  "theme"?: "auto" | "light" | "dark";
  /** level of the widget's first heading, 2 by default; read when the widget starts */
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6";
  /** `local` (default) or `none` */
  "storage"?: "local" | "none";
  /** `lazy` (default): starts when it comes near the visible area; `eager`: at once */
  "loading"?: "lazy" | "eager";
  /** of a guide by `src`: `own` (default) shows pictures from the file's origin and the page's, `any` from everywhere */
  "pictures"?: "own" | "any";
  // generated: end
}

export interface UnstuckGuideElement extends HTMLElement {
  // generated: members (cargo xtask api)
  /** The reader's answers so far; null until the widget is ready. */
  readonly progress: UnstuckProgress | null;
  /** Forgets all answers. */
  restart(): void;
  /** Undoes the last answer. */
  back(): void;
  /** What was tried: as text, Markdown or JSON (docs/report.schema.json); empty until the widget is ready. */
  report(format?: "text" | "markdown" | "json"): string;
  // generated: end
  addEventListener<K extends keyof UnstuckGuideEventMap>(
    type: K,
    listener: (this: UnstuckGuideElement, event: UnstuckGuideEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof UnstuckGuideEventMap>(
    type: K,
    listener: (this: UnstuckGuideElement, event: UnstuckGuideEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/**
 * Puts the tag into the page, once, and waits until the element is defined. `from` is where `embed.js` lies; without it, in
 * `files/` beside this module. With `pinned` it is this version's copy beside it, held to its integrity value.
 */
export declare function load(from?: string | URL, options?: { pinned?: boolean }): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "unstuck-guide": UnstuckGuideElement;
  }
}
