#!/usr/bin/env node
// First screens in the pages of a finished site: `unstuck-pages FOLDER [--script URL] [--command PATH] [--adopt]`.
//
// Belongs here: which files, and what is said of them. Does not: what becomes of one (first.js).
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withFirstScreen } from "./first.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { script: { type: "string" }, command: { type: "string" }, adopt: { type: "boolean" } },
});
const [folder, ...more] = positionals;
if (!folder || more.length) {
  console.error("usage: unstuck-pages FOLDER [--script URL] [--command PATH] [--adopt]");
  process.exit(2);
}
let changed = 0;
const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
for (const name of files) {
  const file = join(folder, name);
  const before = await readFile(file, "utf8");
  const { html, messages } = await withFirstScreen(before, values);
  for (const message of messages) console.error(`${name}: ${message.trim()}`);
  if (html === before) continue;
  await writeFile(file, html);
  changed++;
}
console.log(`${changed} of ${files.length} pages have their first screen in them`);
