// The module that reads a guide's file of Markdown or JSON, with the glue of its WebAssembly.
import { fileText, readFile } from "unstuck-file-reader";
import type { Source } from "./loader.ts";

export { default } from "unstuck-file-reader";

type File = Exclude<Source, { article: Element }>;

/** The guide of a file, as JSON. */
export const guideOf = ({ text, format, base }: File): string => readFile(text, format, base);

/** The text of a file for all to see, as a new element. */
export const textOf = ({ text, format, base }: File): Element => fileText(text, format, base);
