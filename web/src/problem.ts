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

/** A widget that shows nothing for longer is taken for dead (ms). */
const EMPTY = 1000;

/** Waits until something is read in an element. A page can break what the widget is built with; without words it is no widget. */
export const shows = async (place: Element): Promise<void> => {
  for (const end = performance.now() + EMPTY; !place.textContent?.trim(); await new Promise((next) => setTimeout(next, 20)))
    if (performance.now() > end) throw problem("stopped", "the widget shows nothing; the article is there to read");
};
