// The parts of a release that the shell loads when they are needed: each once, each again after it failed.
//
// Belongs here: getting a file, held to its integrity value in the sealed copy, and starting its WebAssembly. Does not: which
// part an element needs (element.ts).
import { appendTo, head, make } from "./dom.ts";
import { importModule } from "./import.ts";
import { isTrap, Problem, within } from "./problem.ts";

/** What takes longer is over (ms). Long enough for a phone on a poor network. */
export const LIMIT = 45_000;

const fetched = async (file: string, integrity: string): Promise<Response> => {
  // Low: the page's own files come first.
  const answer = await fetch(file, { integrity, priority: "low" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
};

let policy: ReturnType<NonNullable<Window["trustedTypes"]>["createPolicy"]> | undefined;

// import() takes no integrity value. A tag does, and import() then gets the module that the tag has brought. Whatever goes
// wrong here rejects: nothing is imported unchecked.
const checked = (file: string, integrity: string): Promise<void> =>
  new Promise((done, failed) => {
    const tag = make("script");
    tag.onload = () => {
      // WebKit forgets a tag that is taken out earlier.
      tag.remove();
      done();
    };
    tag.onerror = () => failed(new TypeError(`${file} is not there, or not as it was built`));
    const nonce = Part.nonce;
    Object.assign(tag, { type: "module", crossOrigin: "", fetchPriority: "low", integrity, nonce });
    try {
      policy ??= window.trustedTypes?.createPolicy("unstuck", { createScriptURL: String });
    } catch {
      // The page forbids it. Where it does not ask for Trusted Types, the address goes without.
    }
    try {
      tag.src = (policy?.createScriptURL(file) ?? file) as string;
    } catch {
      const help = "add unstuck to its trusted-types";
      return failed(new Problem("forbidden", `the page's Content-Security-Policy forbids our Trusted Types policy: ${help}`));
    }
    appendTo(head(), tag);
  });

/** A part: what it takes to load it, and whether it is there. */
export class Part<T> {
  /** The directory that all files lie in. */
  static base: URL;
  /** The nonce of our own tag. */
  static nonce = "";

  #tries = 0;
  #loading: Promise<T> | undefined;
  readonly #script: ReleaseFile;
  readonly #start: (part: Part<T>) => Promise<T>;

  constructor(script: ReleaseFile, start: (part: Part<T>) => Promise<T>) {
    this.#script = script;
    this.#start = start;
  }

  /** The part, from the same promise for all until it fails. */
  load(): Promise<T> {
    this.#loading ??= within(LIMIT, this.#start(this)).catch((error) => {
      this.drop();
      throw error;
    });
    return this.#loading;
  }

  /** Forgets what is loaded. A cache may keep what is broken, so another try takes names that none of them knows. */
  drop(): void {
    this.#loading = undefined;
    this.#tries++;
  }

  address(file: ReleaseFile): string {
    return new URL(file.name + (this.#tries ? `?${this.#tries}` : ""), Part.base).href;
  }

  /** The module, not started. */
  async module(): Promise<T> {
    const file = this.address(this.#script);
    if (UNSTUCK_SEALED) await checked(file, this.#script.integrity);
    return importModule(file) as Promise<T>;
  }

  /** A file's answer; of another type than WebAssembly's its bytes, which cannot be streamed from. */
  async code(file: ReleaseFile): Promise<Response | ArrayBuffer> {
    const answer = await this.file(file);
    return answer.headers.get("Content-Type") === "application/wasm" ? answer : answer.arrayBuffer();
  }

  file(file: ReleaseFile): Promise<Response> {
    return fetched(this.address(file), UNSTUCK_SEALED ? file.integrity : "");
  }

  /** Whether a trap was in this part: its stack names the glue, through which every call goes. */
  owns(error: unknown): boolean {
    return isTrap(error) && Boolean(error.stack?.includes(`${this.address(this.#script)}:`));
  }
}
