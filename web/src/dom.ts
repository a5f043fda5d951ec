// The page's DOM, reached through the prototypes. An element can take the name of any property of `document`
// (`<img name="head">`) or of the form that it stands in, and an article is markup that others wrote.
//
// Belongs here: each accessor and method that is used on a document or an element that we did not make. Does not: anything
// that decides what to do with them.

// A getter is looked up once, before anything can be named after it.
const getter = <T>(owner: object, name: string): ((self: object) => T) => {
  const get = Object.getOwnPropertyDescriptor(owner, name)?.get as () => T;
  return (self) => Reflect.apply(get, self, []);
};

const { createElement, querySelector, querySelectorAll } = Document.prototype;
const element = Element.prototype;
const { append, after, closest, getAttribute, setAttribute, removeAttribute, scrollIntoView } = element;
const { querySelector: queryOne, querySelectorAll: queryAll } = element;
const { contains } = Node.prototype;
const { addEventListener } = EventTarget.prototype;
const currentScript = getter<unknown>(Document.prototype, "currentScript");
const documentHead = getter<HTMLHeadElement | null>(Document.prototype, "head");
const documentElement = getter<HTMLElement>(Document.prototype, "documentElement");
const readyState = getter<DocumentReadyState>(Document.prototype, "readyState");
const scriptSource = getter<string>(HTMLScriptElement.prototype, "src");

export const titleOf: (page: Document) => string = getter(Document.prototype, "title");
export const textOf: (node: Node) => string = getter(Node.prototype, "textContent");
export const childrenOf: (node: Node) => NodeListOf<ChildNode> = getter(Node.prototype, "childNodes");
export const nameOf: (of: Element) => string = getter(element, "localName");
export const documentOf: (node: Node) => Document = getter(Node.prototype, "ownerDocument");
/** The address that relative ones of the page are resolved against. */
export const baseOf: (node: Node) => string = getter(Node.prototype, "baseURI");

export const attribute = (of: Element, name: string): string | null => Reflect.apply(getAttribute, of, [name]);
export const setAttributeOf = (of: Element, name: string, value: string): void => Reflect.apply(setAttribute, of, [name, value]);
export const removeAttributeOf = (of: Element, name: string): void => Reflect.apply(removeAttribute, of, [name]);
export const closestOf = (of: Element, selector: string): Element | null => Reflect.apply(closest, of, [selector]);
export const holds = (node: Node, other: Node): boolean => Reflect.apply(contains, node, [other]);
export const scrollTo = (to: Element): void => Reflect.apply(scrollIntoView, to, []);
export const placeAfter = (before: Element, node: Node): void => Reflect.apply(after, before, [node]);
export const appendTo = (parent: Element, node: Node): void => Reflect.apply(append, parent, [node]);

/** The first element that matches. Throws where the selector is none. */
export const find = (selector: string, within: Document | Element = document): Element | null =>
  Reflect.apply(within instanceof Element ? queryOne : querySelector, within, [selector]);

export const findAll = (selector: string, within: Document | Element = document): Element[] => [
  ...(Reflect.apply(within instanceof Element ? queryAll : querySelectorAll, within, [selector]) as NodeListOf<Element>),
];

/** A new element of this document, with a class and words. */
export const make = <K extends keyof HTMLElementTagNameMap>(name: K, look = "", words = ""): HTMLElementTagNameMap[K] => {
  const made = Reflect.apply(createElement, document, [name]) as HTMLElementTagNameMap[K];
  if (look) made.className = look;
  if (words) made.textContent = words;
  return made;
};

/** Where a script may be put to run. */
export const head = (): Element => documentHead(document) ?? documentElement(document);

/** When the page is parsed. */
export const parsed = (): Promise<void> =>
  new Promise((done) => {
    if (readyState(document) !== "loading") done();
    else Reflect.apply(addEventListener, document, ["DOMContentLoaded", () => done()]);
  });

/** The classic tag that runs now; none in a module. */
export const runningTag = (): HTMLScriptElement | undefined => {
  const tag = currentScript(document);
  return tag instanceof HTMLScriptElement ? tag : undefined;
};

/** The address that a tag names, resolved as it would be now. */
export const sourceOf = (tag: HTMLScriptElement): string => scriptSource(tag);
