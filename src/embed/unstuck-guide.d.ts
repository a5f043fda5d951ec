// The element <unstuck-guide>: its attributes, properties, methods and events. docs/element.md says what they do.

/** Where the walk is. */
export type UnstuckScreen = "question" | "confirm" | "fix" | "wait" | "solved" | "exhausted";

/** What a reader says to a question or to a risk that wants to be confirmed. */
export type UnstuckAnswer = "yes" | "no" | "unsure" | "confirm" | "skip";

/** What a reader says of a fix. */
export type UnstuckVerdict = "solved" | "not-solved" | "still-running" | "cannot";

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
  };
  /** The checksum. */
  readonly sum: string;
}

/** Why it does not start, or stopped; docs/element.md says what mends it. */
export type UnstuckCause =
  | "refused"
  | "no-article"
  | "no-such-guide"
  | "bad-address"
  | "not-found"
  | "unreachable"
  | "wrong-type"
  | "too-large"
  | "timeout"
  | "forbidden"
  | "no-webassembly"
  | "part-missing"
  | "part-wrong-type"
  | "part-unreachable"
  | "part-damaged"
  | "part-mismatch"
  | "stopped"
  // The name of a JavaScript error.
  | (string & {});

/** The events of the element. They bubble and cross shadow roots; ids only, never words of the reader or the guide. */
export interface UnstuckGuideEventMap {
  /** The widget is there; `id` is the guide's. */
  "unstuck-ready": CustomEvent<{ id: string }>;
  /** Another screen shows; `id` is the question's or the fix's. */
  "unstuck-screen": CustomEvent<{ id: string; screen: UnstuckScreen }>;
  "unstuck-answer": CustomEvent<{ id: string; answer: UnstuckAnswer }>;
  "unstuck-verdict": CustomEvent<{ id: string; answer: UnstuckVerdict }>;
  /** `id` is the fix's that helped. */
  "unstuck-solved": CustomEvent<{ id: string }>;
  /** No fix is left. */
  "unstuck-exhausted": CustomEvent<{ id: string }>;
  /** It does not start, or stopped. */
  "unstuck-error": CustomEvent<{ cause: UnstuckCause }>;
}

/** The attributes, for JSX and for templates. */
export interface UnstuckGuideAttributes {
  /** CSS selector of the article on this page. */
  article?: string;
  /** Address of a guide's file: HTML, Markdown or JSON. */
  src?: string;
  /** Id of a guide that comes with Unstuck. */
  guide?: string;
  /** Language of a built-in guide. */
  lang?: string;
  theme?: "auto" | "light" | "dark";
  /** Level of the widget's first heading. */
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6";
  storage?: "local" | "none";
  /** When it starts: near what is seen, or at once. */
  loading?: "lazy" | "eager";
}

export interface UnstuckGuideElement extends HTMLElement {
  /** What the reader said so far; null until the widget is there. */
  readonly progress: UnstuckProgress | null;
  /** Forgets everything that was said. */
  restart(): void;
  /** Takes the last answer back. */
  back(): void;
  /** What was tried, as text; empty until the widget is there. */
  report(): string;
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
 * `files/` beside this module.
 */
export declare function load(from?: string | URL): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "unstuck-guide": UnstuckGuideElement;
  }
}
