// The build: names by content, integrity values, the one change to what wasm-bindgen made.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

type Assets = Record<string, { name: string; integrity: string; source?: string }>;
const build: {
  buildPage(staging: string, how: object): Promise<Assets>;
  packageModule(folder: string): Promise<string>;
  renameYewMarks(glue: string): string;
  moduleFiles(names: string[], module: string): object;
  bundle(entry: string): Promise<string>;
} = await import(join(import.meta.dirname, "..", "build.mjs"));

const MARKS = "export const mark = (e) => { e.__yew_subtree_id = 1; e.__yew_subtree_cache_key = 2; e.__yew_listener_id = 3; };";
const GLUE: Record<string, string> = {
  "unstuck-widget-abc": `${MARKS} export class Widget { static fromArticle(e) { mark(e); } } export default async (o) => o.module_or_path;`,
  "unstuck-first-screen": "export const firstScreen = () => {}, learn = () => {}; export default async () => {};",
  "unstuck-reader": "export const adopt = () => {}, learn = () => {}, text = () => null; export default async () => {};",
  "unstuck-file-reader": "export const readFile = () => '', fileText = () => null; export default async () => {};",
};

/** Builds all of these modules, some with other bytes; gives what is in the folder. */
const built = async (changes: Record<string, string> = {}, minify = true) => {
  const folder = mkdtempSync(join(tmpdir(), "unstuck-build-"));
  try {
    for (const [stem, script] of Object.entries(GLUE)) {
      writeFileSync(join(folder, `${stem}.js`), changes[`${stem}.js`] ?? script);
      writeFileSync(join(folder, `${stem}_bg.wasm`), changes[`${stem}_bg.wasm`] ?? stem);
    }
    mkdirSync(join(folder, "guides"));
    writeFileSync(join(folder, "guides", "router.en.html"), changes["router.en.html"] ?? "<article>router</article>");
    const assets = await build.buildPage(folder, { version: "1.2.3", guides: ["router.en"], minify });
    const files = new Map(
      readdirSync(folder)
        .filter((name) => name !== "guides")
        .map((name) => [name, readFileSync(join(folder, name))]),
    );
    return { assets, files, text: (key: string) => String(files.get(assets[key]?.name ?? "")) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const hashed = (files: Map<string, Buffer>) => [...files.keys()].filter((name) => /-[0-9a-f]{16}/.test(name));

test("the folder holds what is shipped, and nothing of what it was made of", async () => {
  const { files } = await built();
  const names = [...files.keys()].map((name) => name.replace(/[0-9a-f]{16}/, "HASH")).sort();
  assert.deepEqual(names, [
    "embed-1.2.3.js",
    "embed.js",
    "first-1.2.3.css",
    "first-1.2.3.js",
    "forbidden-HASH.js",
    "offline-HASH.js",
    "page-HASH.css",
    "report-HASH.css",
    "sw-remove.js",
    "sw.js",
    "unstuck-fallback-HASH.js",
    "unstuck-file-reader-HASH.js",
    "unstuck-file-reader-HASH_bg.wasm",
    "unstuck-first-screen-HASH.js",
    "unstuck-first-screen-HASH_bg.wasm",
    "unstuck-guide-router.en-HASH.html",
    ...["ar", "de", "es", "fr", "ja", "pt-BR", "zh-Hans"].map((lang) => `unstuck-locale-${lang}-HASH.json`),
    "unstuck-reader-HASH.js",
    "unstuck-reader-HASH_bg.wasm",
    "unstuck-widget-HASH.css",
    "unstuck-widget-HASH.js",
    "unstuck-widget-HASH_bg.wasm",
  ]);
  assert.match(String(files.get("sw.js")), /^const VERSION = "__UNSTUCK_VERSION__";\nconst FILES = __UNSTUCK_FILES__;\n/);
});

test("the sealed copy holds every file to its value, the other one holds none", async () => {
  const { assets, files, text } = await built();
  for (const [key, { name, integrity }] of Object.entries(assets)) {
    assert.equal(
      integrity,
      `sha384-${createHash("sha384")
        .update(files.get(name) ?? "")
        .digest("base64")}`,
    );
    if (["embed.js", "embed-sealed.js", "offline.js", "forbidden.js", "page.css", "report.css"].includes(key)) continue;
    assert.ok(text("embed-sealed.js").includes(name) && text("embed-sealed.js").includes(integrity), key);
    // A page names a first screen's files itself. That the sealed copy has their values holds them to a release.
    assert.equal(text("embed.js").includes(name), !key.startsWith("first."), key);
  }
  assert.doesNotMatch(text("embed.js"), /sha384-/);
});

test("a guide of the release is held to its value by what the sealed copy loads", async () => {
  const { files, text } = await built();
  const [name] = [...files.keys()].filter((name) => name.startsWith("unstuck-guide-"));
  const value = `sha384-${createHash("sha384")
    .update(files.get(name ?? "") ?? "")
    .digest("base64")}`;
  for (const key of ["reader.js", "fallback.js"]) assert.ok(text(key).includes(name ?? "?") && text(key).includes(value), key);
});

test("the package's module holds the sealed copy to its value", async () => {
  const folder = mkdtempSync(join(tmpdir(), "unstuck-package-"));
  try {
    await assert.rejects(build.packageModule(folder), /must hold one embed-VERSION\.js/);
    for (const name of ["embed.js", "embed-1.2.3.js"]) writeFileSync(join(folder, name), "abc");
    const text = await build.packageModule(folder);
    assert.match(text, /embed-1\.2\.3\.js/);
    assert.match(text, /sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP\/W\+2AhgcroefMI1i67KE0yCWn/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a hashed name is one file, whatever changes", async () => {
  const seen = new Map<string, string>();
  const changes = Object.keys(GLUE).flatMap((stem) => [
    { [`${stem}.js`]: `${GLUE[stem]} globalThis.x = 1;` },
    { [`${stem}_bg.wasm`]: "other" },
  ]);
  changes.push({ "router.en.html": "<article>other</article>" });
  let before = 0;
  for (const change of [{}, {}, ...changes]) {
    const { files } = await built(change);
    for (const name of hashed(files)) {
      const content = String(files.get(name));
      assert.equal(seen.get(name) ?? content, content, name);
      seen.set(name, content);
    }
    // The same build gives the same names, and each change new ones.
    if (change === changes[0] || before === 0) before = seen.size;
  }
  assert.ok(seen.size > before);
});

// The worker knows an older version's files by this alone.
test("a module's name says what each of its files holds", async () => {
  const { assets, files } = await built();
  const sha = (text: string | Buffer) => createHash("sha256").update(text).digest();
  for (const module of ["widget", "first-screen", "reader", "file-reader", "fallback"]) {
    const sums = ["wasm", "js", "css"].map((end) => sha(files.get(assets[`${module}.${end}`]?.name ?? "") ?? ""));
    const hash = sha(Buffer.concat(sums)).toString("hex").slice(0, 16);
    assert.ok(assets[`${module}.js`]?.name.includes(`-${hash}.`), module);
  }
});

test("the marks of Yew are our own, and a glue without them is told", async () => {
  const { text } = await built();
  assert.match(text("widget.js"), /__unstuck_subtree_id/);
  assert.doesNotMatch(text("widget.js"), /__yew_/);
  assert.throws(() => build.renameYewMarks("a.__yew_subtree_id"), /__yew_subtree_cache_key/);
});

test("a build for trying things out is readable", async () => {
  const { text } = await built({}, false);
  assert.match(text("embed.js"), /class .*UnstuckGuide/);
  assert.ok(text("embed.js").length > (await built()).text("embed.js").length * 1.5);
});

test("what runs at once is compiled as it comes", async () => {
  const { text } = await built();
  for (const key of ["embed.js", "embed-sealed.js"]) assert.ok(text(key).startsWith("//# allFunctionsCalledOnLoad\n"), key);
});

test("the table of colours is one rule, before everything", async () => {
  const { text } = await built();
  const [first, ...rest] = text("widget.css").split("}");
  assert.match(first ?? "", /light-dark\(/);
  assert.doesNotMatch(rest.join("}"), /light-dark\(/);
});

test("no package of npm gets into a script unnoticed", async () => {
  await assert.rejects(build.bundle("../node_modules/axe-core/axe.js"), /axe\.js would be in .*bill of materials/);
});

test("a module is two files of one name", () => {
  const found = build.moduleFiles(["embed.js", "r_bg.wasm", "w-1_bg.wasm", "w-1.js"], "w");
  assert.deepEqual(found, { script: "w-1.js", code: "w-1_bg.wasm" });
  assert.throws(() => build.moduleFiles(["embed.js"], "w"), /made 0 files/);
  assert.throws(() => build.moduleFiles(["r_bg.wasm"], "r"), /no r\.js/);
});
