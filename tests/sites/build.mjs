// Installs the package for npm into these sites and builds them: node build.mjs PACKAGE WORK [NAME]... Prints last, in one line,
// what the browser cases are to know of each site.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [packageFolder, work, ...wanted] = process.argv.slice(2);
const sources = import.meta.dirname;
const about = (name) => JSON.parse(readFileSync(join(sources, name, "site.json"), "utf8"));
const all = readdirSync(sources).filter((name) => existsSync(join(sources, name, "site.json")));
for (const name of wanted) if (!all.includes(name)) throw new Error(`there is no site ${name}; there are ${all.join(", ")}`);

const npm = (cwd, stdout, ...words) =>
  execFileSync("npm", words, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", stdout, "inherit"],
    // No counting of who builds.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });

// Packed as npm publishes it, under a name that follows what it holds: npm takes a known name for known content.
mkdirSync(work, { recursive: true });
const told = JSON.parse(npm(packageFolder, "pipe", "pack", "--json", "--ignore-scripts", "--offline", "--pack-destination", work));
const packed = join(work, Object.values(told)[0].filename);
const tarball = join(work, `unstuck-guide-${createHash("sha256").update(readFileSync(packed)).digest("hex").slice(0, 16)}.tgz`);
renameSync(packed, tarball);

const built = (wanted.length ? wanted : all).map((name) => {
  const folder = join(work, name);
  console.error(`\n== ${name}: installed and built in ${folder}`);
  // What an earlier run left must not pass for this one's; node_modules may.
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder))
    if (entry !== "node_modules" && entry !== "package-lock.json") rmSync(join(folder, entry), { recursive: true });
  cpSync(join(sources, name), folder, { recursive: true });
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  writeFileSync(join(folder, "package.json"), manifest.replace("__UNSTUCK_PACKAGE__", () => `file:${tarball}`));
  npm(folder, 2, "install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error");
  const { files, out, page, away } = about(name);
  cpSync(join(folder, "node_modules/unstuck-guide/files"), join(folder, files), { recursive: true });
  npm(folder, 2, "run", "build");
  return { name, root: join(folder, out), page, away };
});
console.log(JSON.stringify(built));
