// A plugin for rehype: first screens in pages that are made of Markdown or HTML (first.js). The article is adopted, so that no reader module
// is loaded for it, unless the site says otherwise or the guide would lack some of it.
//
// Belongs here: from a tree to text and back, by hast's own utilities, which the site has beside rehype. Does not: anything else.
import { withFirstScreen } from "./first.js";

/**
 * @param {import("./first.js").Options} [options]
 * @returns {(tree: import("hast").Root, file: import("vfile").VFile) => Promise<void>}
 */
export default function rehypeUnstuck(options) {
  return async (tree, file) => {
    const [{ toHtml }, { fromHtml }] = await Promise.all([import("hast-util-to-html"), import("hast-util-from-html")]);
    const before = toHtml(tree, { allowDangerousHtml: true });
    const { html, messages } = await withFirstScreen(before, { adopt: true, ...options });
    for (const message of messages) file.message(message, { source: "unstuck-guide" });
    if (html === before) return;
    const fragment = !tree.children.some((child) => child.type === "doctype" || child.tagName === "html");
    tree.children = fromHtml(html, { fragment }).children;
  };
}
