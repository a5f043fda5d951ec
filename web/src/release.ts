// The release's files that the shell loads: which scripts, WebAssembly and style sheets there are, and what each takes.
//
// Belongs here: one part for each of them. Does not: when an element needs which (element.ts), how a file is got (parts.ts).
import { ENGLISH, type Locale, nearest } from "./locale.ts";
import { Part, trust } from "./parts.ts";
import { within } from "./problem.ts";
import { colouredSheetOf } from "./style.ts";

export const FILES = UNSTUCK_FILES;

/** A script and its WebAssembly, which come at the same time. `script`: the part that loads it, where there is one. */
const program = <M extends Startable>(name: "widget" | "first-screen" | "reader" | "file-reader", script?: Part<M>): Part<M> => {
  const code = FILES[`${name}.wasm`];
  return new Part<M>([FILES[`${name}.js`], code], async (part) => {
    // The larger one first.
    const [answer, module] = await Promise.all([part.fetch(code), script?.load() ?? part.module()]);
    // What is served as of another type cannot be compiled while it comes.
    const streams = answer.headers.get("Content-Type") === "application/wasm";
    await module.default({ module_or_path: streams ? answer : await answer.arrayBuffer() });
    return module;
  });
};

export const widget = program<typeof import("./widget.ts")>("widget");
export const firstScreen = program<typeof import("./first-screen.ts")>("first-screen");
export const widgetSheet = new Part<CSSStyleSheet>([FILES["widget.css"]], async (part) => {
  const answer = await part.fetch(FILES["widget.css"]);
  return colouredSheetOf(await answer.text());
});
// The reader's script alone finds a guide's file; its WebAssembly is for articles that are not wholly marked. Both take it from
// the same address: an engine may remember one that failed.
export const loader = new Part<typeof import("./reader.ts")>([FILES["reader.js"]], (part) => part.module());
export const reader = program<typeof import("./reader.ts")>("reader", loader);
export const fileReader = program<typeof import("./file-reader.ts")>("file-reader");
export const fallback = new Part<typeof import("./fallback.ts")>([FILES["fallback.js"]], (part) => part.module());

/** How long a language is waited for (ms). Without it the words are English, which is better than none. */
const PATIENCE = 10_000;
const locales: Readonly<Record<string, Part<Locale>>> = Object.fromEntries(
  Object.entries(UNSTUCK_LOCALES).map(([lang, file]) => {
    const read = async (part: Part<Locale>) => ({ ...(await (await part.fetch(file)).json()), lang });
    return [lang, new Part<Locale>([file], read)];
  }),
);
/** The words for a tag: of the nearest language that there is, else English. */
export const locale = async (tag: string): Promise<Locale> => {
  const lang = nearest(tag, [ENGLISH.lang, ...Object.keys(locales)]);
  const part = lang === undefined ? undefined : locales[lang];
  return part ? within(PATIENCE, part.load()).catch(() => ENGLISH) : ENGLISH;
};

/** What a part needs to know to find more by itself. */
export const release = () => ({ base: Part.base, sealed: UNSTUCK_SEALED, trust });
