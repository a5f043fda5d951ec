// The module that reads a guide's file of Markdown or JSON, with the glue of its WebAssembly.
import { fileText, readFile } from "unstuck-file-reader";
import type { Source } from "./loader.ts";

export { default } from "unstuck-file-reader";

type File = Exclude<Source, { article: Element }>;

// A refusal names the file.
const reading =
  <T>(read: (text: string, format: File["format"], base: string) => T) =>
  ({ text, format, base }: File): T => {
    try {
      return read(text, format, base);
    } catch (error) {
      if (error instanceof Error && error.name === "UnstuckRefusal") error.message = `${base}${error.message}`;
      throw error;
    }
  };

/** The guide of a file, as JSON. */
export const guideOf = reading(readFile);
/** The text of a file for all to see, as a new element. */
export const textOf = reading(fileText);
