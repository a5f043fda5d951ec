// The module that reads a guide's file of Markdown or JSON, with the glue of its WebAssembly.
import { fileText, readFile } from "unstuck-file-reader";
import type { Source } from "./loader.ts";

export { default } from "unstuck-file-reader";

type File = Exclude<Source, { article: Element }>;

/** The guide of a file, as JSON. A refusal names the file. */
export const guideOf = ({ text, format, base }: File): string => named(base, () => readFile(text, format, base));

/** The text of a file for all to see, as a new element. */
export const textOf = ({ text, format, base }: File): Element => named(base, () => fileText(text, format, base));

const named = <T>(base: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name === "UnstuckRefusal") (error as Error).message = `${base}${(error as Error).message}`;
    throw error;
  }
};
