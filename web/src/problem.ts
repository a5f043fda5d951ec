// How things fail, and how long they may take.
import type { Cause } from "./api.ts";

/** An error whose name is the public cause (docs/element.md). Its message says what helps. */
export class Problem extends Error {
  constructor(cause: Cause, message: string) {
    super(message);
    this.name = cause;
  }
}

/** Whether WebAssembly ended itself. Its instance is dead then. */
export const isTrap = (error: unknown): error is Error => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

/** A promise with a time limit (ms). */
export const within = async <T>(limit: number, promise: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Problem("timeout", "it takes too long")), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
