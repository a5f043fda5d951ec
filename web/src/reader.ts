// What finds a guide's file, with the glue of the module that reads any article.
import { adopt, text } from "unstuck-reader";
import type { Foreign } from "./dom.ts";
import { langOf } from "./locale.ts";
import { titleAround } from "./title.ts";

export { default, learn } from "unstuck-reader";
export { fetchGuide, languagesOf } from "./loader.ts";

/** The articles of whose doubts their author was told. */
const told = new WeakSet<Foreign>();

// A page that names an article means it to be walked: what speaks against that is a warning.
const doubt = (article: Foreign, named: boolean) =>
  named
    ? (why: string) => {
        if (told.has(article)) return;
        told.add(article);
        console.warn(`unstuck: the article is walked because the page names it, in spite of a doubt: ${why}`);
      }
    : undefined;

const adopted = (article: Foreign, named: boolean) => adopt(article, langOf(article), titleAround(article), doubt(article, named));

/** The guide of any article, as JSON. `named`: whether the page names it, and it does not only stand around the element. */
export const guideOf = (article: Foreign, named: boolean): string => {
  const guide = adopted(article, named);
  const json = guide.json();
  guide.free();
  return json;
};

/** The first screen of any article, with its guide as JSON. */
export const firstScreenOf = (article: Foreign, host: HTMLElement, at: string, named: boolean) => {
  const guide = adopted(article, named);
  return { json: guide.json(), screen: guide.firstScreen(host, at) };
};

/** An article for all to see, as a new element. */
export const textOf = (article: Foreign, named: boolean): Element =>
  text(article, langOf(article), titleAround(article), doubt(article, named));
