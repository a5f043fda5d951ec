// What our own pages hold in their text, so that the first question comes with them: a policy may keep it from working there. Then it
// comes as the file that it is a copy of.
//
// Belongs here: telling what does not work, and putting its file in its place. Does not: what is in those files.
import { importModule } from "./import.ts";

const put = (): void => {
  const inside = [...document.querySelectorAll("unstuck-guide")].map(({ shadowRoot }) => shadowRoot);
  for (const root of [document, ...inside]) {
    for (const style of root?.querySelectorAll<HTMLStyleElement>("style[data-file]") ?? []) {
      // A sheet that is forbidden is none.
      if (style.sheet) continue;
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = style.dataset.file ?? "";
      style.replaceWith(link);
    }
  }
  // Once it runs, its tag names no file any more (first.ts).
  const script = document.querySelector<HTMLScriptElement>("script[data-file]");
  if (!script) return;
  importModule(new URL(script.dataset.file ?? "", location.href).href).catch(() => {
    // The browser has said it.
  });
};

// Not deferred: the page's other scripts would wait for this one.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", put);
else put();
