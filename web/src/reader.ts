// What finds a guide's file, with the glue of the module that reads any article.
import { adopt, text } from "unstuck-reader";
import type { Foreign } from "./dom.ts";
import { langOf } from "./locale.ts";
import { titleAround } from "./title.ts";

export { default } from "unstuck-reader";
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

/** The guide of any article, as JSON. `named`: whether the page names it, and it does not only stand around the element. */
export const guideOf = (article: Foreign, named: boolean): string =>
  adopt(article, langOf(article), titleAround(article), doubt(article, named));

/** An article for all to see, as a new element. */
export const textOf = (article: Foreign, named: boolean): Element =>
  text(article, langOf(article), titleAround(article), doubt(article, named));
