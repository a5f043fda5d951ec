// The HTML of a guide's file as a document, in which nothing runs and nothing is fetched.
//
// Belongs here: parsing in pieces, since a few kilobytes of unclosed tags can become millions of elements. Does not: which part of
// the document is the guide (loader.ts).
import { MAX_DEPTH, MAX_ELEMENTS } from "./api.ts";
import { blankDocument, closeDocument, countElements, depthOf, openDocument, writeDocument } from "./dom.ts";

/** What makes markup of a string where the page requires Trusted Types. */
export type Trust = (html: string) => string;

/** How much is parsed at once (characters), after how many pieces the elements are counted, and how long before the page's turn (ms). */
const PIECE = 1024;
const COUNTED = 4;
const TURN = 50;
/** A piece that takes longer was made for that: the next may take minutes (ms). */
const STUCK = 500;

/**
 * The document; none where it has too many elements, or is nested so deep that a parser gets slow. A page may nest an article as deep
 * as the article itself may be. Rejects where the page does not let us parse.
 */
export const parse = async (html: string, trust: Trust): Promise<Document | undefined> => {
  const page = blankDocument();
  openDocument(page);
  let turn = performance.now();
  for (let at = 0, pieces = 1; at < html.length; at += PIECE, pieces++) {
    const start = performance.now();
    writeDocument(page, trust(html.slice(at, at + PIECE)));
    const now = performance.now();
    if (now - start > STUCK || depthOf(page) > 2 * MAX_DEPTH) return undefined;
    if (pieces % COUNTED === 0 && countElements(page) > MAX_ELEMENTS) return undefined;
    if (now - turn < TURN) continue;
    await new Promise((next) => setTimeout(next));
    turn = performance.now();
  }
  closeDocument(page);
  return page;
};

/** How text in these encodings may begin, read byte by byte. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  "\u00ef\u00bb\u00bf": "utf-8",
  "\u00ff\u00fe": "utf-16le",
  "\u00fe\u00ff": "utf-16be",
};

const decoderOf = (label = "utf-8"): TextDecoder => {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
};

/** The text of an HTML file, as browsers read it: in the encoding that it begins with, that its server names or that it names itself,
 * else in UTF-8. */
export const decode = (bytes: ArrayBuffer, type: string): string => {
  const charset = /charset\s*=\s*["']?([\w-]+)/i;
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 1024));
  const [, begun] = Object.entries(BEGINNINGS).find(([mark]) => head.startsWith(mark)) ?? [];
  const told = begun ?? charset.exec(type)?.[1];
  const own = decoderOf(charset.exec(head)?.[1]);
  // What could be read byte by byte is not in UTF-16, whatever it says.
  const decoder = told || own.encoding.startsWith("utf-16") ? decoderOf(told) : own;
  return decoder.decode(bytes);
};
