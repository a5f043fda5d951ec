// What finds a guide's file, with the glue of the module that reads any article.
import { adopt, text } from "unstuck-reader";
import type { Foreign } from "./dom.ts";
import { langOf } from "./loader.ts";
import { titleAround } from "./title.ts";

export { default } from "unstuck-reader";
export { fetchGuide } from "./loader.ts";

/** The guide of any article, as JSON. */
export const guideOf = (article: Foreign): string => adopt(article, langOf(article), titleAround(article));

/** An article for all to see, as a new element. */
export const textOf = (article: Foreign): Element => text(article, langOf(article), titleAround(article));
