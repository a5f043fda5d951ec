// Builds the scripts and style sheets of a page: `node build.mjs STAGING`, as a step of `cargo xtask finish-page`, or the npm
// package's module: `node build.mjs --package FILE`.
//
// Belongs here: bundles, minifying, names by content, integrity values. Does not: pages, guides and the list of what works
// offline, which are xtask's. STAGING holds what wasm-bindgen made; from the environment come UNSTUCK_VERSION, UNSTUCK_GUIDES
// (a JSON list of `id.language`, files in guides/) and TRUNK_PROFILE (`release` minifies).
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STYLES = join(HERE, "..", "styles");
const LOCALES = join(HERE, "..", "locales");
/** The promised browsers (README). */
const TARGET = ["chrome96", "firefox101", "safari16.4"];

const sha = (algorithm, parts, encoding) => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest(encoding);
};
/** The hash in a file's name. */
const short = (...parts) => sha("sha256", parts, "hex").slice(0, 16);
/** The hash in the names of a module's files: of all that it holds, so that what is of two builds does not meet, and file by file,
 * so that no byte can go from one to the next. The worker checks what it kept by it (src/offline/worker.ts). */
const ofModule = (code, script, css) => short(...[code, script, css].map((part) => sha("sha256", [part])));
const integrity = (bytes) => `sha384-${sha("sha384", [bytes], "base64")}`;

/** The glue with names of our own for what Yew writes on elements. Two Yew modules number their trees and listeners from the same
 * start: within an app written with Yew, a press in the widget would call the app's handlers, and the other way round. */
export const renameYewMarks = (glue) => {
  for (const mark of ["subtree_id", "subtree_cache_key", "listener_id"])
    if (!glue.includes(`.__yew_${mark}`)) throw new Error(`the glue does not name __yew_${mark}: how does Yew mark its elements now?`);
  return glue.replaceAll("__yew_", "__unstuck_");
};

/** The files of a module that wasm-bindgen made in a folder. */
export const moduleFiles = (names, module) => {
  const stems = names
    .filter((name) => name.startsWith(module) && name.endsWith("_bg.wasm"))
    .map((name) => name.slice(0, -"_bg.wasm".length));
  if (stems.length !== 1) throw new Error(`the build made ${stems.length} files ${module}…_bg.wasm; there should be one`);
  const [stem] = stems;
  if (!names.includes(`${stem}.js`)) throw new Error(`the build made ${stem}_bg.wasm, but no ${stem}.js beside it`);
  return { script: `${stem}.js`, code: `${stem}_bg.wasm` };
};

/** What a module's source imports by its name is the glue that wasm-bindgen made. */
const glue = (path) => ({
  name: "glue",
  setup: (build) => {
    build.onResolve({ filter: /^unstuck-/ }, () => ({ path }));
    build.onLoad({ filter: /unstuck-widget[^/]*\.js$/ }, async ({ path: file }) => ({
      contents: renameYewMarks(await readFile(file, "utf8")),
    }));
  },
});

/** A style sheet that a script imports is text. */
const sheets = (minify) => ({
  name: "sheets",
  setup: (build) =>
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const { code } = await esbuild.transform(css, { loader: "css", minify, target: TARGET });
      return { contents: code.trim(), loader: "text" };
    }),
});

/** The text of a script with all that it imports. */
export const bundle = async (entry, { minify = false, plugins = [], ...more } = {}) => {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [join(HERE, "src", entry)],
    bundle: true,
    write: false,
    metafile: true,
    minify,
    target: TARGET,
    legalComments: "none",
    logLevel: "warning",
    plugins: [sheets(minify), ...plugins],
    ...more,
  });
  const foreign = Object.keys(metafile.inputs).find((path) => path.includes("node_modules"));
  if (foreign)
    throw new Error(`${foreign} would be in ${entry}: add npm's packages to the bill of materials (xtask/src/materials.rs) first`);
  return outputFiles[0].text;
};

/** Style sheets as one. */
const sheet = async (names, minify) => {
  const contents = names.map((name) => `@import "./${name}.css";`).join("\n");
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: STYLES, loader: "css" },
    bundle: true,
    write: false,
    minify,
    target: TARGET,
    logLevel: "warning",
  });
  return outputFiles[0].text.replace(/\/\*.*?\*\//gs, "").trim();
};

/** The widget's style sheet. */
const widgetSheet = async (minify) => {
  const css = await sheet(["widget", "later", "reading", "first"], minify);
  // What src/style.ts reads where light-dark() is not known.
  const rest = css.slice(css.indexOf("}"));
  if (rest.includes("light-dark(") || css.length === rest.length)
    throw new Error("widget.css: light-dark() stands in the first rule, and only there");
  return css;
};

/** Builds all into a folder, and gives each file's name and integrity value. */
export const buildPage = async (staging, { version, guides, minify }) => {
  const assets = {};
  const names = await readdir(staging);
  const put = async (key, name, content, source) => {
    await writeFile(join(staging, name), content);
    assets[key] = { name, integrity: integrity(content), ...(source && { source }) };
  };
  // The guides too, under names of their own for the sealed copy: those in guides/ go on with each release.
  const copies = {};
  for (const guide of guides) {
    const text = await readFile(join(staging, "guides", `${guide}.html`));
    const name = `unstuck-guide-${guide}-${short(text)}.html`;
    await writeFile(join(staging, name), text);
    copies[guide] = { name, integrity: integrity(text) };
  }
  const define = { UNSTUCK_GUIDES: JSON.stringify(copies) };
  // English is in the scripts.
  const locales = {};
  const languages = {};
  for (const file of (await readdir(LOCALES)).sort()) {
    const lang = file.slice(0, -".json".length);
    const { name, widget, shell, fallback } = JSON.parse(await readFile(join(LOCALES, file), "utf8"));
    languages[lang] = name;
    if (lang === "en") continue;
    const text = JSON.stringify({ shell, fallback, widget });
    const own = `unstuck-locale-${lang}-${short(text)}.json`;
    await writeFile(join(staging, own), text);
    locales[lang] = { name: own, integrity: integrity(text) };
  }

  for (const module of ["widget", "first-screen", "reader", "file-reader"]) {
    const made = moduleFiles(names, `unstuck-${module}`);
    const code = await readFile(join(staging, made.code));
    const script = await bundle(`${module}.ts`, { minify, format: "esm", define, plugins: [glue(join(staging, made.script))] });
    const css = module === "widget" ? await widgetSheet(minify) : "";
    const stem = `unstuck-${module}-${ofModule(code, script, css)}`;
    for (const name of Object.values(made)) await rm(join(staging, name));
    await put(`${module}.js`, `${stem}.js`, script, made.script);
    await put(`${module}.wasm`, `${stem}_bg.wasm`, code, made.code);
    if (css) await put(`${module}.css`, `${stem}.css`, css);
  }
  const fallback = await bundle("fallback.ts", { minify, format: "esm", define });
  await put("fallback.js", `unstuck-fallback-${ofModule("", fallback, "")}.js`, fallback);

  // Of first screens in pages' HTML, which others build too: as they are by this version.
  await put("first.css", `first-${version}.css`, await sheet(["shell", "widget", "first"], minify));
  await put("first.js", `first-${version}.js`, await bundle("first.ts", { minify, format: "iife" }));

  const files = Object.fromEntries(Object.entries(assets).map(([key, { name, integrity }]) => [key, { name, integrity }]));
  for (const [key, name, sealed] of [
    ["embed.js", "embed.js", false],
    ["embed-sealed.js", `embed-${version}.js`, true],
  ]) {
    // The copy that checks nothing needs no values. The other one's own value, by which a release is known, stands for first screens' files, too.
    const known = Object.entries(files)
      .filter(([key]) => sealed || !key.startsWith("first."))
      .map(([key, file]) => [key, { ...file, integrity: sealed ? file.integrity : "" }]);
    const unsealed = ([lang, file]) => [lang, { ...file, integrity: sealed ? file.integrity : "" }];
    const own = {
      UNSTUCK_FILES: JSON.stringify(Object.fromEntries(known)),
      UNSTUCK_LOCALES: JSON.stringify(Object.fromEntries(Object.entries(locales).map(unsealed))),
      UNSTUCK_LANGUAGES: JSON.stringify(languages),
      UNSTUCK_SEALED: String(sealed),
    };
    // Has Chromium compile all of it as it comes, beside the page. Else each function is compiled as it is called first, and the page waits.
    const banner = { js: "//# allFunctionsCalledOnLoad" };
    await put(key, name, await bundle("embed.ts", { minify, format: "iife", define: own, banner }));
  }

  for (const [key, script] of [
    ["offline", await bundle("offline/page.ts", { minify, format: "esm" })],
    ["forbidden", await bundle("forbidden.ts", { minify, format: "iife" })],
  ])
    await put(`${key}.js`, `${key}-${short(script)}.js`, script);
  for (const name of ["page", "report"]) {
    const css = await sheet([name], minify);
    await put(`${name}.css`, `${name}-${short(css)}.css`, css);
  }
  // As readable as they are here. xtask fills in these lines once it knows all files.
  const lines = ['VERSION = "__UNSTUCK_VERSION__"', "FILES = __UNSTUCK_FILES__", "LANGUAGES = __UNSTUCK_LANGUAGES__"];
  const banner = { js: lines.map((line) => `const ${line};`).join("\n") };
  await writeFile(join(staging, "sw.js"), await bundle("offline/worker.ts", { format: "iife", banner }));
  await writeFile(join(staging, "sw-remove.js"), await bundle("offline/remove.ts", { format: "iife" }));
  return assets;
};

/** The package's module; it knows the sealed copy that lies in the folder of the package's files. */
export const packageModule = async (folder) => {
  const [name, ...more] = (await readdir(folder)).filter((name) => /^embed-.+\.js$/.test(name));
  if (!name || more.length) throw new Error(`${folder} must hold one embed-VERSION.js`);
  const pinned = { name, integrity: integrity(await readFile(join(folder, name))) };
  return bundle("npm.ts", { format: "esm", define: { UNSTUCK_PINNED: JSON.stringify(pinned) } });
};

const required = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; \`cargo xtask build\` builds the page`);
  return value;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, file] = process.argv.slice(2);
  if (first === "--package" && file) await writeFile(file, await packageModule(join(dirname(file), "files")));
  else if (first) {
    const guides = JSON.parse(required("UNSTUCK_GUIDES"));
    const minify = process.env.TRUNK_PROFILE === "release";
    const assets = await buildPage(first, { version: required("UNSTUCK_VERSION"), guides, minify });
    await writeFile(join(first, "assets.json"), `${JSON.stringify(assets, null, 2)}\n`);
  } else throw new Error("usage: node build.mjs STAGING | node build.mjs --package FILE");
}
