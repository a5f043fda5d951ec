// Measures all targets in one browser, in turn: node bench.mjs OPTIONS, which `cargo xtask bench` gives. Writes results.json and
// plot.svg, and prints the table.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { buildPeers } from "./build.mjs";
import { plot } from "./plot.mjs";
import { serve } from "./server.mjs";
import { summary, table } from "./summary.mjs";
import { targets } from "./targets.mjs";
import { empty, far, visit } from "./visit.mjs";

const { values: options } = parseArgs({
  options: {
    guide: { type: "string" },
    article: { type: "string" },
    dist: { type: "string" },
    hints: { type: "string", multiple: true, default: [] },
    compare: { type: "string", multiple: true, default: [] },
    only: { type: "string", multiple: true, default: [] },
    browser: { type: "string" },
    out: { type: "string" },
    rounds: { type: "string", default: "4" },
    quick: { type: "boolean", default: false },
  },
});
const rounds = options.quick ? 1 : Number(options.rounds);
const peers = join(options.out, "peers");
mkdirSync(peers, { recursive: true });
await buildPeers(JSON.parse(readFileSync(options.guide, "utf8")), peers);

const builds = [["", options.dist], ...options.compare.map((folder) => folder.split("=", 2))];
const hints = Object.fromEntries(options.hints.map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]));
const { all, folders, pages } = targets(builds, hints, readFileSync(options.article, "utf8"));
const wanted = all.filter(({ name }) => name === "by-hand" || options.only.length === 0 || options.only.includes(name));
for (const { name, own } of wanted) if (!own) folders[name] = join(peers, name);
const server = await serve(folders, pages);
const browser = await chromium.launch({ executablePath: options.browser, args: ["--no-sandbox"] });
const visits = [];
const around = { empty: [], far: {} };
try {
  const begun = Date.now();
  for (let round = 0; round < rounds; round += 1) {
    // Another one first each time: what comes early on a machine is not what comes late.
    const turn = wanted.map((_, at) => wanted[(at + round * 2) % wanted.length]);
    for (const target of turn) {
      for (const condition of options.quick ? ["slow"] : ["full", "slow"]) {
        const one = await visit(browser, server.address, target, condition, condition === "slow" ? 11 : 5);
        visits.push({ target: target.name, condition, ...one });
      }
    }
    around.empty.push(await empty(browser, server.address));
    for (const [label] of builds) {
      const name = label ? `far@${label}` : "far";
      (around.far[name] ??= []).push(await far(browser, server.address, `/${name}.html`));
    }
    console.error(`round ${round + 1} of ${rounds}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }
} finally {
  await browser.close();
  server.close();
}
const results = summary(wanted, visits, around);
writeFileSync(join(options.out, "results.json"), `${JSON.stringify({ browser: browser.version(), rounds, ...results, visits }, null, 1)}\n`);
writeFileSync(join(options.out, "plot.svg"), plot(results));
writeFileSync(join(options.out, "table.md"), table(results));
console.log(table(results));
