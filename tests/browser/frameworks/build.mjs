// Bundles the pages of three frameworks: node build.mjs OUT TOOL... where each TOOL is a folder with a node_modules, esbuild's
// the first and Svelte's the last.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [out, ...tools] = process.argv.slice(2);
const from = (folder, name) => createRequire(join(folder, "at.js"))(name);
const { build } = from(tools[0], "esbuild");
const { compile } = from(tools.at(-1), "svelte/compiler");
const here = dirname(fileURLToPath(import.meta.url));

const svelte = {
  name: "svelte",
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, "utf8"), { generate: "client" }).js.code,
      resolveDir: here,
    })),
};

await build({
  entryPoints: ["react.jsx", "vue.js", "svelte.js"].map((name) => join(here, name)),
  outdir: out,
  bundle: true,
  format: "esm",
  jsx: "automatic",
  // The builds for developers: they complain the most.
  conditions: ["browser", "development"],
  define: {
    "process.env.NODE_ENV": '"development"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  alias: { vue: "vue/dist/vue.esm-bundler.js" },
  nodePaths: tools.map((tool) => join(tool, "node_modules")),
  plugins: [svelte],
  logLevel: "warning",
});
