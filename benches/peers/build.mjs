// Bundles the peers: node build.mjs GUIDE.json OUT. Each gets a folder with its page and one script.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { guideOf } from "./guide.mjs";

const here = import.meta.dirname;

export const PEERS = [
  ["by-hand", "by-hand.js"],
  ["preact", "preact.jsx"],
  ["svelte", "svelte.js"],
  ["formity", "formity.jsx"],
  ["surveyjs", "surveyjs.js"],
];

const svelte = {
  name: "svelte",
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, "utf8"), { generate: "client" }).js.code,
      resolveDir: here,
    })),
};

export async function buildPeers(json, out) {
  const guide = guideOf(json);
  const module = {
    name: "guide",
    setup: (build) => {
      build.onResolve({ filter: /^guide$/ }, () => ({ path: "guide", namespace: "guide" }));
      build.onLoad({ filter: /.*/, namespace: "guide" }, () => ({ contents: JSON.stringify(guide), loader: "json" }));
    },
  };
  const { code: style } = await import("esbuild").then(({ transform }) => readFile(join(here, "style.css"), "utf8").then((css) => transform(css, { loader: "css", minify: true })));
  for (const [name, entry] of PEERS) {
    const folder = join(out, name);
    await build({
      entryPoints: { app: join(here, entry) },
      outdir: folder,
      bundle: true,
      format: "esm",
      minify: true,
      target: "es2022",
      jsx: "automatic",
      jsxImportSource: name === "preact" ? "preact" : "react",
      define: { "process.env.NODE_ENV": '"production"' },
      conditions: ["browser", "production"],
      plugins: [svelte, module],
      legalComments: "none",
      logLevel: "warning",
    });
    const sheet = name === "surveyjs" ? '<link rel="stylesheet" href="app.css">' : "";
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${guide.title}</title><link rel="icon" href="data:,">${sheet}<style>${style.trim()}</style><script type="module" src="app.js"></script></head><body><h1>${guide.title}</h1><p>${guide.summary}</p><div id="app"></div></body></html>`;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "index.html"), page);
  }
}
