// The parts of a release that the shell loads when they are needed: each once, each again after it failed.
//
// Belongs here: getting a file, held to its integrity value in the sealed copy, and starting its WebAssembly. Does not: which
// part an element needs (element.ts).
import { globalOf, make, run } from "./dom.ts";
import { importModule } from "./import.ts";
import { isTrap, problem, within } from "./problem.ts";

/** What takes longer is over (ms). Long enough for a phone on a poor network. */
export const LIMIT = 45_000;

// import() takes no integrity value. A tag does, and import() then gets the module that the tag has brought. Whatever goes
// wrong here rejects: nothing is imported unchecked.
let made: TrustedPolicy | null | undefined;
const policy = (): TrustedPolicy | null => {
  if (made !== undefined) return made;
  try {
    made = globalOf("trustedTypes")?.createPolicy("unstuck", { createScriptURL: String, createHTML: String });
  } catch {
    // The page forbids it, and each try is another violation. Where it does not ask for Trusted Types, strings go without.
  }
  made ??= null;
  return made;
};

const checked = (file: string, integrity: string): Promise<void> =>
  new Promise((done, failed) => {
    const tag = make("script", { type: "module", crossorigin: "", fetchpriority: "low", integrity, nonce: Part.nonce });
    tag.onload = () => {
      // WebKit forgets a tag that is taken out earlier.
      tag.remove();
      done();
    };
    tag.onerror = () => failed(new TypeError(`${file} is not there, or not as it was built`));
    try {
      tag.src = (policy()?.createScriptURL(file) ?? file) as string;
    } catch {
      throw problem("forbidden", "the page's Content-Security-Policy forbids our Trusted Types policy: add unstuck to its trusted-types");
    }
    run(tag);
  });

/** Whether the page lets markup of ours into it. To try would be a violation that it hears of. */
export const isTrusted = (): boolean => !globalOf("trustedTypes") || policy() !== null;

/** Markup: of a guide's file, for a document in which nothing runs; or our own. */
export const trust = (html: string): string => (policy()?.createHTML(html) ?? html) as string;

/** A part: what it takes to load it, and whether it is there. */
export class Part<T> {
  /** The directory that all files lie in. */
  static base: URL;
  /** The nonce of our own tag. */
  static nonce = "";

  #tries = 0;
  #loading: Promise<T> | undefined;

  /** `start` loads the part from its files, of which the first is its script. */
  constructor(
    private readonly files: readonly [ReleaseFile, ...ReleaseFile[]],
    private readonly start: (part: Part<T>) => Promise<T>,
  ) {}

  /** The part, from the same promise for all until it fails. */
  load(): Promise<T> {
    this.#loading ??= within(LIMIT, this.start(this)).catch((error) => {
      this.drop();
      throw error;
    });
    return this.#loading;
  }

  /** Whether it is there, or on its way. */
  get isAsked(): boolean {
    return this.#loading !== undefined;
  }

  /** Forgets what is loaded. A cache may keep what is broken, so another try takes names that none of them knows. */
  drop(): void {
    this.#loading = undefined;
    this.#tries++;
  }

  #address({ name }: ReleaseFile): string {
    return new URL(this.#tries ? `${name}?${this.#tries}` : name, Part.base).href;
  }

  /** The script, imported and not started. */
  async module(): Promise<T> {
    const [script] = this.files;
    const address = this.#address(script);
    if (UNSTUCK_SEALED) await checked(address, script.integrity);
    return importModule(address) as Promise<T>;
  }

  async fetch(file: ReleaseFile): Promise<Response> {
    const address = this.#address(file);
    // Low: the page's own files come first.
    const answer = await fetch(address, { integrity: UNSTUCK_SEALED ? file.integrity : "", priority: "low" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  }

  /** Whether a trap was in this part: its stack names the WebAssembly, or the glue through which every call goes. */
  owns(error: unknown): boolean {
    return isTrap(error) && this.files.some((file) => error.stack?.includes(`${this.#address(file)}:`));
  }
}
