// Where a guide is: what it is called where its author has not named it.
//
// Belongs here: what of an address and of a page says where something is. Each piece is escaped, so that no two places are
// alike, and none is a name that an author may give. Does not: how long a name may be (unstuck_core).
import { attribute, baseOf, closestOf, type Foreign, find, findAll, nameOf, positionOf, rootOf } from "./dom.ts";

/** A route that a page keeps in its fragment (`#/lamp`, `#!/lamp`), also behind a transfer link. */
const ROUTE = /^#(?:unstuck=[^&]*&)?!?(\/[^?#]*)/;

const escaped = (text: string): string => text.replace(/[^\w.-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

// However it was encoded. What is no UTF-8 stays as it is.
const segmentOf = (segment: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment.replace(/%[\da-f]{2}|./gi, (c) => (c.length > 1 ? c.toUpperCase() : encodeURIComponent(c)));
  }
};

const pathOf = (path: string): string => {
  const segments = path
    .replace(/;jsessionid=[^/]*/gi, "")
    .split("/")
    .map(segmentOf);
  return segments.join("/").replace(/\/(index\.html)?$/, "") || "/";
};

// By the page's own word, where its parameters tell it from other pages: those of its canonical address.
const queryOf = (): string => {
  const link = find('head > link[rel~="canonical" i]');
  try {
    const { origin, pathname, search } = new URL(link ? (attribute(link, "href") ?? "") : "", link ? baseOf(link) : "");
    if (origin !== location.origin || pathOf(pathname) !== pathOf(location.pathname)) return "";
    return search && `?${encodeURIComponent(search.slice(1))}`;
  } catch {
    return "";
  }
};

const pageOf = (): string => {
  const route = pathOf(ROUTE.exec(location.hash)?.[1] ?? "/");
  return pathOf(location.pathname) + queryOf() + (route === "/" ? "" : `#${route}`);
};

// The articles that elements show, and those that tags name whose script has not run yet: no place hangs on which script comes first.
const guidesIn = (root: Node): Set<Foreign | null> => {
  const meant = (by: Foreign): Foreign | null => {
    const named = attribute(by, "article") ?? attribute(by, "data-article");
    try {
      if (named) return find(named, root);
    } catch {
      return null;
    }
    return attribute(by, "src") === null && attribute(by, "guide") === null ? closestOf(by, "article") : null;
  };
  return new Set(findAll("unstuck-guide, script[data-article]", root).map(meant));
};

const idOf = (element: Foreign): string => attribute(element, "id") ?? "";

// An element by its id, or its place among those of the same kind and id.
const within = (element: Foreign, kind: Iterable<Foreign | null>): string => {
  const id = idOf(element);
  const before = (each: Foreign | null) => each && idOf(each) === id && positionOf(element, each) & Node.DOCUMENT_POSITION_PRECEDING;
  const place = 1 + Array.from(kind).filter(before).length;
  return (id && `#${escaped(id)}`) + (id && place === 1 ? "" : `@${place}`);
};

const hostsOf = (root: Node): string =>
  root instanceof ShadowRoot ? hostsOf(rootOf(root.host)) + within(root.host, findAll(nameOf(root.host), rootOf(root.host))) : "";

/** Where an article of this page is now. Empty where the page has no path of its own. */
export const placeOf = (article: Foreign): string => {
  const root = rootOf(article);
  return location.pathname.startsWith("/") ? pageOf() + hostsOf(root) + within(article, guidesIn(root)) : "";
};

/** Where a guide's file is, for a page of this origin. */
export const placeOfFile = ({ origin, pathname }: URL): string => {
  const foreign = origin === location.origin ? "" : encodeURIComponent(origin);
  return pathname.startsWith("/") ? foreign + pathOf(pathname) : "";
};

interface Placed {
  article?: Foreign;
  place?: string;
}

/** Where a guide is: its file, or the article of this page. */
export const placeOfGuide = ({ article, place }: Placed): string => place ?? (article ? placeOf(article) : "");

/** What an article's guide is called: by its author, else by where it is. */
export const nameOfGuide = (guide: Placed): string =>
  (guide.article && attribute(guide.article, "data-unstuck-guide")) || placeOfGuide(guide);

let hinted = false;

/** Tells the author of a guide without a name, once a page, what that means. */
export const hintAtName = (guide = ""): void => {
  if (hinted || /^[\w.-]+$/.test(guide)) return;
  hinted = true;
  console.info(
    'unstuck: a guide of this page is not named, so its readers lose their progress when the page moves; add data-unstuck-guide="…" to its article',
  );
};
