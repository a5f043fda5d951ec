// The package's module.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("", { url: "https://help.example/" });

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
