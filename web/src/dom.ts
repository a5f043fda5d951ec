// The page's DOM, reached through the prototypes. An element can take the name of any property of `document`
// (`<img name="head">`) or of the form that it stands in, and an article is markup that others wrote.
//
// Belongs here: each accessor and method that is used on a document or an element that we did not make. Does not: anything
// that decides what to do with them.

type Method<T, K extends keyof T> = T[K] extends (...all: infer A) => infer R ? (self: T, ...all: A) => R : never;

// Both are looked up once, before anything can be named after them. Their first argument is what they are called on.
const method = <T extends object, K extends keyof T>(prototype: T, name: K) =>
  Function.prototype.call.bind(prototype[name] as () => void) as Method<T, K>;
const getter = <T extends object, K extends keyof T>(prototype: T, name: K) =>
  Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name)?.get as () => void) as (self: T) => T[K];

const element = Element.prototype;
const page = Document.prototype;
const createElement = method(page, "createElement");
const queryPage = method(page, "querySelector");
const queryPageAll = method(page, "querySelectorAll");
const query = method(element, "querySelector");
const queryAll = method(element, "querySelectorAll");
const append = method(element, "append");
const addEventListener = method(EventTarget.prototype, "addEventListener");
const treeWalker = method(page, "createTreeWalker");
const currentScript = getter(page, "currentScript");
const documentHead = getter(page, "head");
const documentElement = getter(page, "documentElement");
const readyState = getter(page, "readyState");

export const titleOf = getter(page, "title");
export const textOf = getter(Node.prototype, "textContent") as (of: Element) => string;
export const firstChildOf = getter(Node.prototype, "firstChild");
export const nextSiblingOf = getter(Node.prototype, "nextSibling");
export const nameOf = getter(element, "localName");
export const documentOf = getter(Node.prototype, "ownerDocument") as (of: Element) => Document;
/** The address that relative ones of the page are resolved against. */
export const baseOf = getter(Node.prototype, "baseURI");
/** The address that a tag names, resolved as it would be now. */
export const sourceOf = getter(HTMLScriptElement.prototype, "src");

export const attribute = method(element, "getAttribute");
export const setAttributeOf = method(element, "setAttribute");
export const removeAttributeOf = method(element, "removeAttribute");
export const closestOf = method(element, "closest");
export const holds = method(Node.prototype, "contains");
export const scrollTo = method(element, "scrollIntoView");
export const placeAfter = method(element, "after");
export const replace = method(element, "replaceWith");

/** The first element that matches. Throws where the selector is none. */
export const find = (selector: string, within: Document | Element = document): Element | null =>
  within instanceof Element ? query(within, selector) : queryPage(within, selector);

export const findAll = (selector: string, within: Document | Element = document): Element[] =>
  Array.from(within instanceof Element ? queryAll(within, selector) : queryPageAll(within, selector));

/** Whether an element holds more nodes than so many. No more of them are looked at. */
export const holdsMore = (most: number, element: Element): boolean => {
  const walker = treeWalker(document, element);
  for (let left = most; left >= 0; left--) if (!walker.nextNode()) return false;
  return true;
};

/** A new element of this document. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = createElement(document, name) as HTMLElementTagNameMap[K];
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
};

/** Puts a script where it runs. */
export const run = (script: HTMLScriptElement): void => append(documentHead(document) ?? documentElement(document), script);

/** When the page is parsed. */
export const parsed = (): Promise<void> =>
  new Promise((done) => {
    if (readyState(document) !== "loading") done();
    else addEventListener(document, "DOMContentLoaded", () => done());
  });

/** The classic tag that runs now; none in a module. */
export const runningTag = (): HTMLScriptElement | undefined => {
  const tag = currentScript(document);
  return tag instanceof HTMLScriptElement ? tag : undefined;
};
