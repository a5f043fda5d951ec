// Markup can take the name of any property of `document`, and of a global that the browser lacks. What runs in a page reaches
// both through dom.ts. Other people's elements, which may be forms, are the compiler's part (`Foreign` there).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { JSDOM } from "jsdom";
import { enter } from "./globals.ts";

const SRC = join(import.meta.dirname, "..", "src");
/** They ask the prototypes themselves, or run on our own pages alone, before anything of others. A worker has no page. */
const EXEMPT = ["dom.ts", "npm.ts", "forbidden.ts", join("offline", "worker.ts"), join("offline", "remove.ts")];

/** What a script says of `document`, of a global by the name of `window`, and of one that may not be there. */
const trusted = (code: string): string[] => {
  const plain = transformSync(code, { loader: "ts", target: "esnext" }).code.replace(/"(\\.|[^"\\])*"/g, '""');
  return (
    plain.match(/(?<![\w.])document\b.{0,20}|(?<![\w.])(window|globalThis|self|frames|parent)\s*(\?\.|\.|\[).{0,20}|typeof [A-Z]\w*/g) ?? []
  );
};

for (const [code, found] of [
  ["document.head.append(x)", 1],
  ["const { body } = document", 1],
  ["f(document)", 1],
  ["document?.[name]", 1],
  ["window.trustedTypes?.createPolicy()", 1],
  ["globalThis.IntersectionObserver", 1],
  ['if (typeof WebAssembly === "object") f()', 1],
  ['// document.head\nrequest.responseType = "document"; response.document', 0],
] as const)
  test(`what is trusted in ${JSON.stringify(code)}`, () => assert.equal(trusted(code).length, found));

const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((name) => /(?<!\.d)\.ts$/.test(name));
test("there are files to look at", () => assert.ok(files.length > 15 && EXEMPT.every((name) => files.includes(name))));
for (const name of files.filter((name) => !EXEMPT.includes(name)))
  test(`${name} trusts no name that markup can take`, () => {
    const code = readFileSync(join(SRC, name), "utf8");
    assert.deepEqual(trusted(code), []);
  });

test("a global that the browser lacks is none of the page's elements", async () => {
  enter(new JSDOM("").window);
  const { globalOf } = await import("../src/dom.ts");
  // A browser looks for names of elements behind its own.
  const names = Object.getPrototypeOf(globalThis);
  Object.defineProperty(names, "trustedTypes", { value: document.createElement("img"), configurable: true });
  assert.ok("trustedTypes" in globalThis);
  assert.equal(globalOf("trustedTypes"), undefined);
  assert.equal(globalOf("WebAssembly"), WebAssembly);
  Reflect.deleteProperty(names, "trustedTypes");
});
