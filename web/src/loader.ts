// From the attributes `src` and `guide` to a guide's file.
//
// Belongs here: which file is fetched, and what may come of it. Does not: what the file says; that is in WebAssembly.
import { type Origin, resolve } from "./addresses.ts";
import { type Cause, MAX_BYTES, MAX_NODES } from "./api.ts";
import {
  attribute,
  baseOf,
  type Foreign,
  findAll,
  holds,
  holdsMore,
  nameOf,
  removeAttributeOf,
  replace,
  setAttributeOf,
  textOf,
} from "./dom.ts";
import { langOf, nearest } from "./locale.ts";
import { decode, parse, type Trust } from "./markup.ts";
import { placeOfFile } from "./place.ts";
import { problem, within } from "./problem.ts";
import { forbidden, problemOf } from "./served.ts";
import { keeps } from "./storage.ts";
import { chosenLanguage } from "./view.ts";

/**
 * A guide, not yet read: an article, or the text of a file with where it came from. `place`: what a file's guide is called where
 * its author has not named it (place.ts); an article of the page has that when it is shown.
 */
export type Source = { article: Foreign; place?: string } | ({ text: string; format: "markdown" | "json"; place: string } & Origin);

/** A server that does not answer within this is not waited for (ms). */
const PATIENCE = 30_000;

/** What helps where a guide is too large. */
const SPLIT = "split it into separate guides";

/** The release that the shell is of. */
export interface Release {
  /** The directory of its files. */
  base: URL;
  /** Whether its guides are held to their integrity values. */
  sealed?: boolean;
  trust: Trust;
}

type Format = "html" | "markdown" | "json";
interface Answer {
  response: unknown;
  type: string;
  format: Format;
  base: string;
}
const FORMATS: readonly { format: Format; path: RegExp; types: RegExp }[] = [
  { format: "html", path: /\.x?html?$/i, types: /^(text\/html|application\/xhtml\+xml)\b/i },
  { format: "markdown", path: /\.(mdx?|markdown)$/i, types: /^text\/(x-)?(markdown|mdx)\b/i },
  { format: "json", path: /\.json$/i, types: /^(application|text)\/([\w.-]+\+)?json\b/i },
];

/** The longest article of a page; else its main part, else all of it. */
export const longestArticleOf = (page: Document): Foreign | undefined => {
  const found = ["article", "main", "[role=main]", "body"].map((selector) => findAll(selector, page)).find((all) => all.length);
  let around: Foreign | undefined;
  let longest: { element: Foreign; length: number } | undefined;
  for (const element of found ?? []) {
    // What lies in another is no longer than that, and measuring it again would take as often as they are nested.
    if (around && holds(around, element)) continue;
    around = element;
    const { length } = textOf(element);
    if (!longest || length > longest.length) longest = { element, length };
  }
  return longest?.element;
};

/** The address of the file that an element names; `guides` is the directory of those that come with the release. */
export const addressOf = (element: Element, guides: URL): URL => {
  const src = attribute(element, "src");
  if (src === null) return new URL(`${builtIn(element).name}.html`, guides);
  try {
    return new URL(src, baseOf(element));
  } catch {
    throw problem("bad-address", `src="${src}" isn't an address; write one like guides/router.html`);
  }
};

/** The languages of a guide that comes with the release; English first. */
export const languagesOf = (id: string): string[] => {
  const names = Object.keys(UNSTUCK_GUIDES).filter((name) => name.startsWith(`${id}.`));
  const languages = names.map((name) => name.slice(id.length + 1));
  return languages.sort((one, other) => Number(other === "en") - Number(one === "en"));
};

// In the language that the reader chose, in that of the element or its surroundings, or of the browser; else any that it has.
const builtIn = (element: Element): { name: string; file: ReleaseFile } => {
  const id = attribute(element, "guide") ?? "";
  const languages = languagesOf(id);
  const named = langOf(element);
  const chosen = keeps(element) ? chosenLanguage() : undefined;
  const wanted = [...(chosen ? [chosen] : []), ...(named ? [named] : navigator.languages)];
  const lang = wanted.flatMap((tag) => nearest(tag, languages) ?? []).concat(languages)[0];
  const name = `${id}.${lang}`;
  const file = UNSTUCK_GUIDES[name];
  if (file) return { name, file };
  const all = Object.keys(UNSTUCK_GUIDES).join(", ");
  throw problem("no-such-guide", `guide="${id}" is none of ${all}; name one of these without its language, or a file by src`);
};

/** The guide that an element names by `src` or `guide`. */
export const fetchGuide = async (element: Element, release: Release): Promise<Source> => {
  const ofRelease = attribute(element, "src") === null;
  const held = ofRelease && release.sealed;
  const address = addressOf(element, new URL("guides/", release.base));
  const { response, type, format, base } = await (held ? checked(builtIn(element).file, release.base) : read(address));
  const origin = { base, anyPictures: attribute(element, "pictures") === "any" };
  const place = ofRelease ? "" : placeOfFile(address);
  if (format !== "html") return { text: response as string, format, place, ...origin };
  const page = await parse(decode(response as ArrayBuffer, type), release.trust).catch(async (error) => {
    if (held) throw error;
    // The page's Trusted Types forbid it. Of a request the browser makes a document itself, however many elements that has.
    const again = await read(address, true);
    return again.response as Document;
  });
  const article = page && longestArticleOf(page);
  if (page && !article) throw problem("UnstuckRefusal", `${base}: the file is empty; put an article into it`);
  if (!article || holdsMore(MAX_NODES, article))
    throw problem("too-large", `${base} has more than ${MAX_NODES} elements and texts, or nests too deep; ${SPLIT}`);
  for (const name of ["href", "src"])
    for (const each of findAll(`[${name}]`, article)) {
      const address = resolve(name, attribute(each, name) ?? "", origin, location.href);
      if (address !== undefined) setAttributeOf(each, name, address);
      else if (nameOf(each) === "img") replace(each, attribute(each, "alt") ?? "");
      else removeAttributeOf(each, name);
    }
  return { article, place };
};

// A guide of the release, for the sealed copy: held to its value, as all that this loads.
const checked = async ({ name, integrity }: ReleaseFile, files: URL): Promise<Answer> => {
  const url = new URL(name, files);
  const bytes = fetch(url, { integrity }).then((answer) => answer.arrayBuffer());
  const response = await within(PATIENCE, bytes).catch(async (error) => {
    if (error.name === "timeout") throw problem("timeout", `${url} did not arrive within ${PATIENCE / 1000} seconds`);
    // The browser does not say whether it was the network or the value.
    const damaged = () => problem("part-damaged", `${url} is not as it was built: upload all files of the release again, as they are`);
    throw (await problemOf(url)) ?? damaged();
  });
  return { response, type: "", format: "html", base: new URL(`guides/${name}`, files).href };
};

// HTML comes as bytes, since it may name its encoding itself, or as a document.
const read = (url: URL, parsed = false): Promise<Answer> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const fail = (cause: Cause, words: string) => {
      failed(problem(cause, `${url} ${words}`));
      request.abort();
    };
    let type = "";
    let format: Format | undefined;
    request.onreadystatechange = () => {
      if (request.readyState !== 2 || request.status >= 300) return;
      type = request.getResponseHeader("Content-Type") ?? "";
      format = (FORMATS.find(({ path }) => path.test(url.pathname)) ?? FORMATS.find(({ types }) => types.test(type)))?.format;
      if (!format) return fail("wrong-type", `is of type "${type}"; a guide is .html, .md or .json`);
      if (format === "html") request.overrideMimeType("text/html");
      request.responseType = format !== "html" ? "text" : parsed ? "document" : "arraybuffer";
    };
    request.onprogress = ({ loaded, total }) => {
      if (Math.max(loaded, total) > MAX_BYTES) fail("too-large", `has more than ${MAX_BYTES} bytes; ${SPLIT}`);
    };
    request.onload = () => {
      const { status, response, responseURL } = request;
      if (status === 404 || status === 410) fail("not-found", `is not there (${status}); correct the address in src`);
      else if (status >= 300 || !format) fail("unreachable", `could not be had: the server answered ${status}`);
      else done({ response, type, format, base: responseURL || url.href });
    };
    request.onerror = async () => {
      const why = await forbidden(url);
      if (why) failed(why);
      else fail("unreachable", "could not be had: the network is down, or its server does not let this page read it (CORS)");
    };
    request.ontimeout = () => fail("timeout", `did not arrive within ${PATIENCE / 1000} seconds`);
    request.open("GET", url);
    request.timeout = PATIENCE;
    request.send();
  });
