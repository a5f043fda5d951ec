// The module that reads a guide's file of Markdown or JSON, with the glue of its WebAssembly.
import { fileText, readFile } from "unstuck-file-reader";
import { resolve } from "./addresses.ts";
import type { Source } from "./loader.ts";

export { default } from "unstuck-file-reader";

type File = Exclude<Source, { article: unknown }>;

const resolver = (file: File) => (name: string, value: string) => resolve(name, value, file, location.href);

/** The guide of a file, as JSON. */
export const guideOf = (file: File): string =>
  readFile(file.text, file.format, file.base, resolver(file), (why) =>
    console.warn(`unstuck: ${file.base} is walked because the page names it, in spite of a doubt: ${why}`),
  );

/** The text of a file for all to see, as a new element. */
export const textOf = (file: File): Element => fileText(file.text, file.format, file.base, resolver(file));
