// How things fail, and how long they may take.
import type { Cause } from "./api.ts";
import { globalOf } from "./dom.ts";

/** An error whose name is the public cause (docs/element.md). Its message says what helps. */
export const problem = (cause: Cause | "UnstuckRefusal", message: string): Error => Object.assign(new Error(message), { name: cause });

/** Whether WebAssembly ended itself. Its instance is dead then. */
export const isTrap = (error: unknown): error is Error => {
  const wasm = globalOf("WebAssembly");
  return Boolean(wasm) && error instanceof WebAssembly.RuntimeError;
};

/** A promise with a time limit (ms). */
export const within = <T>(limit: number, promise: Promise<T>): Promise<T> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => failed(problem("timeout", "it took too long")), limit);
    promise.then(done, failed).finally(() => clearTimeout(timer));
  });

/** A widget that shows nothing after so many looks, this far apart (ms), is taken for dead. They are counted: on a busy page it gets its turn
 * as late as they do. */
const LOOKS = 50;
const APART = 20;

/** Waits until something is read in an element. A page can break what the widget is built with; without words it is no widget. */
export const shows = async (place: Element): Promise<void> => {
  for (let looks = 1; !place.textContent?.trim(); looks++) {
    if (looks > LOOKS) throw problem("stopped", "the widget shows nothing; the article is there to read");
    await new Promise((next) => setTimeout(next, APART));
  }
};
