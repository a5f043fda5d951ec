// The first screen of a marked article, as the module that renders nothing else has it.
import { firstScreen } from "unstuck-first-screen";
import type { Foreign } from "./dom.ts";

export { default, learn } from "unstuck-first-screen";

/** None where the article is not wholly marked, or not sound. */
export const firstScreenOf = (article: Foreign, host: HTMLElement, at: string) => {
  const screen = firstScreen(article, host, at);
  return screen && { screen, json: undefined };
};
