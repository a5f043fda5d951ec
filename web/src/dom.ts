// The page's DOM, reached through the prototypes. An element can take the name of any property of `document`
// (`<img name="head">`), of the form that it stands in, and of `window` where the browser itself has none; and an article is
// markup that others wrote.
//
// Belongs here: each accessor and method that is used on a document or an element that we did not make. Does not: anything
// that decides what to do with them. test/names.test.ts finds what goes past this.

/** An element that we did not make. It may be a form, so the compiler is to refuse its properties. */
export type Foreign = object;

// Both are looked up once, before anything can be named after them. Their first argument is what they are called on.
// What a script does not use is left out of it.
const { call } = Function.prototype;
/* @__NO_SIDE_EFFECTS__ */
const method = <F>(prototype: object, name: string) => call.bind(Reflect.get(prototype, name)) as F;
/* @__NO_SIDE_EFFECTS__ */
const getter = <F>(prototype: object, name: string) => call.bind(Object.getOwnPropertyDescriptor(prototype, name)?.get as () => void) as F;

const element = Element.prototype;
const node = Node.prototype;
const page = Document.prototype;
const createElement = method<(of: Document, name: string) => HTMLElement>(page, "createElement");
const queryPage = method<(of: unknown, selector: string) => Foreign | null>(page, "querySelector");
const queryPageAll = method<(of: unknown, selector: string) => ArrayLike<Foreign>>(page, "querySelectorAll");
const query = method<typeof queryPage>(element, "querySelector");
const queryAll = method<typeof queryPageAll>(element, "querySelectorAll");
const fragment = DocumentFragment.prototype;
const queryFragment = method<typeof queryPage>(fragment, "querySelector");
const queryFragmentAll = method<typeof queryPageAll>(fragment, "querySelectorAll");
const append = method<(to: HTMLElement, node: Node) => void>(element, "append");
const listen = method<(to: EventTarget, event: string, call: () => void) => void>(EventTarget.prototype, "addEventListener");
const treeWalker = method<(of: Document, root: Foreign) => TreeWalker>(page, "createTreeWalker");
const currentScript = getter<(of: Document) => unknown>(page, "currentScript");
const documentHead = getter<(of: Document) => HTMLElement | null>(page, "head");
const documentElement = getter<(of: Document) => HTMLElement>(page, "documentElement");
const documentBody = getter<(of: Document) => HTMLElement>(page, "body");
const documentSheets = Object.getOwnPropertyDescriptor(page, "adoptedStyleSheets");
const readyState = getter<(of: Document) => DocumentReadyState>(page, "readyState");
const visibilityState = getter<(of: Document) => DocumentVisibilityState>(page, "visibilityState");

const implementation = getter<(of: Document) => DOMImplementation>(page, "implementation");
const allOf = method<(of: Document, name: string) => ArrayLike<Foreign>>(page, "getElementsByTagName");
export const openDocument = method<(of: Document) => void>(page, "open");
export const writeDocument = method<(of: Document, html: string) => void>(page, "write");
export const closeDocument = method<(of: Document) => void>(page, "close");

export const titleOf = getter<(of: Document) => string>(page, "title");
export const textOf = getter<(of: Foreign) => string>(node, "textContent");
export const nameOf = getter<(of: Foreign) => string>(element, "localName");
/** The page, or the shadow root, that it stands in. */
export const rootOf = method<(of: Foreign) => Node>(node, "getRootNode");
export const positionOf = method<(of: Foreign, other: Foreign) => number>(node, "compareDocumentPosition");
export const documentOf = getter<(of: Foreign) => Document>(node, "ownerDocument");
/** The address that relative ones of the page are resolved against. */
export const baseOf = getter<(of: Foreign) => string>(node, "baseURI");
/** The address that a tag names, resolved as it would be now. */
export const sourceOf = getter<(of: HTMLScriptElement) => string>(HTMLScriptElement.prototype, "src");
export const parentOf = getter<(of: Foreign) => Foreign | null>(node, "parentElement");
/** Whether it is in the page. */
export const isPresent = getter<(of: Foreign) => boolean>(node, "isConnected");
export const firstChildOf = getter<(of: Foreign) => Node | null>(node, "firstChild");
export const nextSiblingOf = getter<(of: Foreign) => Node | null>(node, "nextSibling");
const lastOf = getter<(of: Foreign) => Foreign | null>(element, "lastElementChild");
export const nextOf = getter<(of: Foreign) => Foreign | null>(element, "nextElementSibling");
export const previousOf = getter<(of: Foreign) => Foreign | null>(element, "previousElementSibling");

export const attribute = method<(of: Foreign, name: string) => string | null>(element, "getAttribute");
export const setAttributeOf = method<(of: Foreign, name: string, value: string) => void>(element, "setAttribute");
export const removeAttributeOf = method<(of: Foreign, name: string) => void>(element, "removeAttribute");
export const matchesOf = method<(of: Foreign, selector: string) => boolean>(element, "matches");
export const closestOf = method<(of: Foreign, selector: string) => Foreign | null>(element, "closest");
export const holds = method<(of: Foreign, inner: Foreign) => boolean>(node, "contains");
export const scrollTo = method<(to: Foreign) => void>(element, "scrollIntoView");
export const placeAfter = method<(of: Foreign, node: Node) => void>(element, "after");
export const removeOf = method<(of: Foreign) => void>(element, "remove");
export const replace = method<(of: Foreign, ...by: (Node | string)[]) => void>(element, "replaceWith");

/** The first element that matches. Throws where the selector is none. */
export const find = (selector: string, within: Foreign = document): Foreign | null => {
  const first = within instanceof Element ? query : within instanceof DocumentFragment ? queryFragment : queryPage;
  return first(within, selector);
};

export const findAll = (selector: string, within: Foreign = document): Foreign[] => {
  const all = within instanceof Element ? queryAll : within instanceof DocumentFragment ? queryFragmentAll : queryPageAll;
  return Array.from(all(within, selector));
};

/** A new document, apart from the page. */
export const blankDocument = (): Document => implementation(document).createHTMLDocument("");

export const countElements = (page: Document): number => allOf(page, "*").length;

/** How deep the last element of a document is. */
export const depthOf = (page: Document): number => {
  let depth = 0;
  for (let last: Foreign | null = documentElement(page); last; last = lastOf(last)) depth++;
  return depth;
};

/** Whether an element holds more nodes than so many. No more of them are looked at. */
export const holdsMore = (most: number, element: Foreign): boolean => {
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

/** A function that Yew builds with and that an element of the page hides. Our own scripts call the prototypes', Yew calls the document's. */
export const hiddenBuilder = (): string | undefined =>
  ["createElement", "createElementNS", "createTextNode", "createComment"].find((name) => typeof Reflect.get(document, name) !== "function");

/** Puts a script where it runs. */
export const run = (script: HTMLScriptElement): void => append(documentHead(document) ?? documentElement(document), script);

/** Calls for each event of the document. */
export const onPage = (event: string, call: () => void): void => listen(document, event, call);

/** Whether the page is still being parsed. */
export const isParsing = (): boolean => readyState(document) === "loading";

/** When the page is parsed. */
export const parsed = (): Promise<void> =>
  new Promise((done) => {
    if (isParsing()) onPage("DOMContentLoaded", done);
    else done();
  });

/** When the page is loaded. */
export const loaded = (): Promise<void> =>
  new Promise((done) => {
    if (readyState(document) === "complete") done();
    else addEventListener("load", () => done());
  });

/** The page itself. */
export const pageRoot = (): Node => document as Node;

/** The page's root and body. */
export const pageParts = (): { root: HTMLElement; body: HTMLElement } => ({
  root: documentElement(document),
  body: documentBody(document),
});

/** Puts a style sheet on the page, once. */
export const putSheet = (sheet: CSSStyleSheet): void => {
  const sheets: CSSStyleSheet[] = documentSheets?.get?.call(document);
  if (!sheets.includes(sheet)) documentSheets?.set?.call(document, [...sheets, sheet]);
};

/** Whether the page is seen. */
export const isVisible = (): boolean => visibilityState(document) === "visible";

/** The classic tag that runs now; none in a module. */
export const runningTag = (): HTMLScriptElement | undefined => {
  const tag = currentScript(document);
  return tag instanceof HTMLScriptElement ? tag : undefined;
};

/** A global that some browsers lack: the browser's own, and no element of that name. */
export const globalOf = <K extends keyof typeof window>(name: K): (typeof window)[K] | undefined =>
  Object.hasOwn(globalThis, name) ? Reflect.get(globalThis, name) : undefined;
