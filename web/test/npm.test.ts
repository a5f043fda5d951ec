// The package's module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("", { url: "https://help.example/" });

test("with pinned it is the copy beside it, held to its value, whatever elements are named", async () => {
  const { load } = await import("../src/npm.ts");
  const { document } = window;
  Object.assign(globalThis, { document, customElements: window.customElements });
  Object.assign(globalThis, { UNSTUCK_PINNED: { name: "embed-1.2.3.js", integrity: "sha384-x" } });
  for (const name of ["createElement", "head"]) Object.defineProperty(document, name, { value: document.body, configurable: true });
  const loaded = load("/files/embed.js", { pinned: true });
  const tag = document.querySelector("script") as HTMLScriptElement;
  assert.deepEqual(
    [tag.src, tag.getAttribute("integrity") ?? tag.integrity, tag.crossOrigin, tag.parentElement?.localName],
    ["https://help.example/files/embed-1.2.3.js", "sha384-x", "anonymous", "head"],
  );
  (tag.onerror as () => void)();
  await assert.rejects(loaded, /embed-1\.2\.3\.js cannot be loaded, or is not as it was published/);
  tag.remove();
  for (const name of ["createElement", "head"]) Reflect.deleteProperty(document, name);
});

test("nothing runs at import, and load() puts one tag, again after a failure", async () => {
  const { load } = await import("../src/npm.ts");
  Object.assign(globalThis, { document: window.document, customElements: window.customElements });
  const tags = () => [...window.document.querySelectorAll("script")];
  const first = load("https://help.example/files/embed.js");
  assert.equal(load(), first);
  assert.deepEqual(
    tags().map((tag) => [tag.src, tag.async, tag.parentElement?.localName]),
    [["https://help.example/files/embed.js", true, "head"]],
  );
  tags()[0]?.onerror?.("gone");
  await assert.rejects(first, /cannot be loaded; copy the package's files/);
  const second = load("/other/embed.js");
  tags()[1]?.onload?.(new window.Event("load"));
  await second;
  assert.equal(tags().length, 2);
});
