// Writes gallery.html and its style sheet into the built page: node build.mjs PAGE. Each look stands on a piece of a page, with
// the CSS that makes it to copy beneath.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LOOKS = [
  {
    file: "magazine",
    name: "Magazine",
    about: "Warm paper, serif type, thin lines, square corners. Light and dark with the reader’s system.",
    guide: "printer",
  },
  {
    file: "developer",
    name: "Developer documentation",
    about: "Dense and dark, in the font of the page around it. For a page that is always dark, so there is one table.",
    guide: "router",
    theme: "dark",
  },
  {
    file: "brand",
    name: "Consumer brand",
    about: "Loud and round: heavy type, thick edges, high contrast. Light and dark with the reader’s system.",
    guide: "laptop",
  },
];
// The element, as a look's CSS names it.
const ELEMENT = "unstuck-guide {";
const FRAME = ["", "}", ELEMENT, "@media (prefers-color-scheme: dark) {"];

const page = process.argv[2];
const root = join(import.meta.dirname, "..");
const read = (name) => readFileSync(join(root, name), "utf8");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const fill = (text, values) => {
  for (const [token, value] of Object.entries(values)) {
    if (!text.includes(token)) throw new Error(`${token} is missing`);
    text = text.replaceAll(token, () => value);
  }
  return text;
};

const [{ cssProperties }] = JSON.parse(read("web/custom-elements.json")).modules[0].declarations;
const properties = new Set(cssProperties.map(({ name }) => name));

let css = read("styles/gallery.css");
let looks = "";
let links = "";
for (const { file, name, about, guide, theme } of LOOKS) {
  const own = read(`gallery/${file}.css`);
  for (const line of own.split("\n").map((line) => line.trim()))
    if (!FRAME.includes(line) && !properties.has(line.split(":")[0]))
      throw new Error(`gallery/${file}.css: "${line}" sets no documented property`);
  css += own.replaceAll(ELEMENT, `.${file} ${ELEMENT}`);
  const more = theme ? ` theme="${theme}"` : "";
  const widget = `<unstuck-guide guide="${guide}" storage="none" heading-level="4"${more}><p>The guide appears here.</p></unstuck-guide>`;
  const piece = fill(read(`gallery/${file}.html`), { __UNSTUCK_WIDGET__: widget });
  looks += `<section class="look ${file}" id="${file}" aria-labelledby="${file}-name">
<div class="about"><h2 id="${file}-name">${name}</h2><p>${about}</p></div>
<div class="stage">
${piece}</div>
<div class="copy"><h3>The CSS of “${name}”</h3><pre tabindex="0"><code>${escaped(own.trimEnd())}</code></pre></div>
</section>
`;
  links += `<li><a href="#${file}">${name}</a></li>`;
}
const sheet = `gallery-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
writeFileSync(join(page, sheet), css);
const html = fill(read("gallery/page.html"), {
  __UNSTUCK_GALLERY_CSS__: sheet,
  __UNSTUCK_LOOK_LINKS__: links,
  __UNSTUCK_LOOKS__: looks,
});
writeFileSync(join(page, "gallery.html"), html);
