// What our own pages hold in their text, so that the first question comes with them: a policy may keep it from working there. Then it
// comes as the file that it is a copy of.
//
// Belongs here: telling what does not work, and putting its file in its place. Does not: what is in those files.
import { attribute, find, findAll, make } from "./dom.ts";
import { importModule } from "./import.ts";

const inside = findAll("unstuck-guide").flatMap((host) => (host as HTMLElement).shadowRoot ?? []);
for (const style of [undefined, ...inside].flatMap((root) => findAll("style[data-file]", root))) {
  // A sheet that is forbidden is none.
  if (!(style instanceof HTMLStyleElement) || style.sheet) continue;
  style.replaceWith(make("link", { rel: "stylesheet", href: style.dataset.file ?? "" }));
}
// Once it runs, its tag names no file any more (first.ts).
const script = find("script[data-file]");
if (script) importModule(new URL(attribute(script, "data-file") ?? "", location.href).href);
