// Installs the package for npm into these sites and builds them: node build.mjs PACKAGE WORK [NAME]... Prints last, in one line,
// what the browser cases are to know of each site. A site with a requirements.txt is Python's, in an environment of its own.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";

const [packageFolder, work, ...wanted] = process.argv.slice(2);
const sources = import.meta.dirname;
const about = (name) => JSON.parse(readFileSync(join(sources, name, "site.json"), "utf8"));
const all = readdirSync(sources).filter((name) => existsSync(join(sources, name, "site.json")));
for (const name of wanted) if (!all.includes(name)) throw new Error(`there is no site ${name}; there are ${all.join(", ")}`);

// A Python environment's programs come first. No counting of who builds.
const windows = process.platform === "win32";
const programs = join(".venv", windows ? "Scripts" : "bin");
const run = (cwd, stdout, program, ...words) =>
  execFileSync(program, words, {
    cwd,
    encoding: "utf8",
    shell: windows,
    stdio: ["ignore", stdout, "inherit"],
    env: { ...process.env, PATH: join(cwd, programs) + delimiter + process.env.PATH, ASTRO_TELEMETRY_DISABLED: "1" },
  });
const npm = (cwd, stdout, ...words) => run(cwd, stdout, "npm", ...words);

// Packed as npm publishes it, under a name that follows what it holds: npm takes a known name for known content.
mkdirSync(work, { recursive: true });
const told = JSON.parse(npm(packageFolder, "pipe", "pack", "--json", "--ignore-scripts", "--offline", "--pack-destination", work));
const packed = join(work, Object.values(told)[0].filename);
const tarball = join(work, `unstuck-guide-${createHash("sha256").update(readFileSync(packed)).digest("hex").slice(0, 16)}.tgz`);
renameSync(packed, tarball);

// The articles, in each site's own language: __LAMP__ is its title and introduction, __LAMP_FIXES__ the rest.
const underlined = (_, marks, title) => `${title}\n${(marks === "#" ? "=" : "-").repeat(title.length)}`;
const words = { __UNSTUCK_PACKAGE__: () => `file:${tarball}` };
for (const name of ["lamp", "door"]) {
  const article = (language) => readFileSync(join(sources, "articles", `${name}.${language}`), "utf8").trimEnd();
  const part = (file, at) => {
    const plain = /\.(mdx?|rst)$/.test(file);
    const text = article(plain ? "md" : "html").split(/\n+(?=<h2>1|## 1)/)[at];
    return file.endsWith(".rst") ? text.replace(/^(#+) (.*)$/gm, underlined) : text;
  };
  words[`__${name.toUpperCase()}__`] = (file) => part(file, 0);
  words[`__${name.toUpperCase()}_FIXES__`] = (file) => part(file, 1);
}

const kept = ["node_modules", "package-lock.json", ".venv"];
const built = (wanted.length ? wanted : all).map((name) => {
  const folder = join(work, name);
  console.error(`\n== ${name}: installed and built in ${folder}`);
  // What an earlier run left must not pass for this one's; node_modules may.
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) if (!kept.includes(entry)) rmSync(join(folder, entry), { recursive: true });
  for (const entry of readdirSync(join(sources, name), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, relative(join(sources, name), from));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, readFileSync(from, "utf8").replace(/__[A-Z_]+__/g, (word) => words[word]?.(from) ?? word));
  }
  npm(folder, 2, "install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error");
  if (existsSync(join(folder, "requirements.txt"))) {
    if (!existsSync(join(folder, ".venv"))) run(folder, 2, windows ? "python" : "python3", "-m", "venv", ".venv");
    run(folder, 2, "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt");
  }
  const site = about(name);
  const root = join(folder, site.out);
  cpSync(join(folder, "node_modules/unstuck-guide/files"), join(folder, site.files), { recursive: true });
  npm(folder, 2, "run", "build", "--if-present");
  // What a host does for an app of one page.
  if (site.spa) for (const path of [site.door, site.plain]) cpSync(join(root, "index.html"), join(root, path, "index.html"));
  return { ...site, name, root };
});
console.log(JSON.stringify(built));
