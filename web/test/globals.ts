// What tests of single modules have in common: a page's globals in node itself.
import type { DOMWindow } from "jsdom";

/** jsdom has no style sheets of this kind. */
export class Sheet {
  replaceSync(): void {}
}

/** Gives node the page that modules of the shell find when they are imported. */
export const enter = (window: DOMWindow, more: object = {}): void => {
  const { document, Document, DocumentFragment, Element, EventTarget, HTMLScriptElement, Node, ShadowRoot, Text, location } = window;
  const all = { document, Document, DocumentFragment, Element, EventTarget, HTMLScriptElement, Node, ShadowRoot, Text, location };
  const listening = {
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  };
  Object.assign(globalThis, all, listening, { CSSStyleSheet: Sheet, CSS: { supports: () => true } }, more);
};
