// Puts the first screen of a guide into the HTML of a page, as a site is built: the first question is then there before any script.
//
// Belongs here: finding the article in a page's text, and what the command `unstuck` makes of it (docs/commands.md in the package).
// Does not: what a first screen is made of; that is the command's.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} Options
 * @property {string} [script] The address of embed.js; what comes with it lies beside it.
 * @property {string} [command] The command, where it is not in the path.
 * @property {boolean} [adopt] Puts the article as the command writes it into the place of the page's own: wholly marked, so that no
 *   reader module is loaded, and without classes but the article's own. Only where it holds all that the page's has.
 */

/** @type {(command: string, args: string[]) => Promise<{ code: number, out: string, said: string }>} */
const run = (command, args) =>
  new Promise((done, failed) => {
    execFile(command, args, { maxBuffer: 1 << 26 }, (error, out, said) => {
      // 1: the guide has errors, which are said. All else is no answer.
      const code = error ? error.code : 0;
      if (code !== 0 && code !== 1) {
        const help = "install the command with `cargo install --path crates/cli`, or name it by `command`";
        failed(new Error(`unstuck-guide: ${command} could not be run (${error.message.trim()}); ${help}`));
      } else done({ code, out, said });
    });
  });

/** The longest article of a page: where it begins and ends, and its start tag. */
const articleOf = (html) => {
  const found = [...html.matchAll(/(<article\b[^>]*>)(.*?)<\/article>/gis)].filter(([all]) => !/<unstuck-guide\b|<article\b.*<article\b/is.test(all));
  const [longest] = found.sort((a, b) => b[0].length - a[0].length);
  return longest && { start: longest.index, end: longest.index + longest[0].length, tag: longest[1], inside: longest[2] };
};

/** After what introduces an article: its header, or its first heading; else at its beginning. */
const placeIn = (inside) => {
  const introduction = /^.*?<\/header>/is.exec(inside) ?? /^.*?<\/h1>/is.exec(inside);
  return introduction ? introduction[0].length : 0;
};

/**
 * The page with the first screen in it; as it is where its article makes no guide. `messages` says why, and what `adopt` would leave out.
 *
 * @param {string} html
 * @param {Options} [options]
 * @returns {Promise<{ html: string, messages: string[] }>}
 */
export const withFirstScreen = async (html, { script = "/unstuck/embed.js", command = "unstuck", adopt = false } = {}) => {
  const article = articleOf(html);
  if (!article) return { html, messages: [] };
  const folder = await mkdtemp(join(tmpdir(), "unstuck-"));
  try {
    const file = join(folder, "page.html");
    // The page around it gives it its title and language.
    await writeFile(file, html);
    const { code, out, said } = await run(command, ["build", file, "--to", "html", "--script", script]);
    const messages = said.split(/\n(?=error|warning)/).filter((each) => each.trim());
    const element = /<unstuck-guide>.*?<\/unstuck-guide>\s*<script [^>]*><\/script>/s.exec(out)?.[0];
    if (code !== 0 || !element) return { html, messages };
    const { start, end, tag, inside } = article;
    const at = placeIn(inside);
    const [look = ""] = /\sclass=("[^"]*"|'[^']*'|[^\s>]+)/i.exec(tag) ?? [];
    const whole = adopt && !messages.length ? out.trimEnd().replace("<article", () => `<article${look}`) : `${tag}${inside.slice(0, at)}${element}${inside.slice(at)}</article>`;
    return { html: html.slice(0, start) + whole + html.slice(end), messages };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
