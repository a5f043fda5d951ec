// The title that a page gives to an article: unstuck_adopt decides whether the article has one of its own.
//
// Belongs here: which heading around an article is the page's, and not the site's. The same rules are in
// crates/adopt/src/around.rs, for files that no browser has parsed; crates/adopt/tests/titles.json holds both to one table.
import {
  attribute,
  closestOf,
  documentOf,
  type Foreign,
  find,
  findAll,
  holds,
  matchesOf,
  nameOf,
  parentOf,
  positionOf,
  textOf,
  titleOf,
} from "./dom.ts";

/** Longer titles are none (characters). */
const TITLE = 1000;
const HEADINGS = "h1, h2, h3, h4, h5, h6";
/** What is the site's, or another article's. */
const OTHERS =
  "nav, aside, footer, article, unstuck-guide, [hidden], [role=banner], [role=navigation], [role=contentinfo], [role=complementary], [role=search]";
const LOGO = /(^|[^a-z])(logo|brand|site-?(title|name)|wordmark)([^a-z]|$)/i;
const HOME = /^(https?:\/\/[^/]+\/?|\/|\.\/)(index\.html)?$/i;
/** Between a page's title and its site's name. */
const BETWEEN = /\s+[|–—·•»-]\s+|\s*\|\s*/;

const wordsOf = (element: Foreign | null): string => (element ? textOf(element).slice(0, TITLE).replace(/\s+/g, " ").trim() : "");
/** A heading's words: what runs something behind them is none. */
const titleIn = (heading: Foreign): string =>
  findAll('a[href^="javascript:" i]', heading).reduceRight((title, control) => {
    const end = wordsOf(control);
    return (end && title.endsWith(end) && title.slice(0, -end.length).trim()) || title;
  }, wordsOf(heading));
const levelOf = (heading: Foreign): number => Number(nameOf(heading)[1]);

const isLogo = (heading: Foreign): boolean => {
  const near = [heading, parentOf(heading), find("*", heading)];
  const link = closestOf(heading, "a") ?? find("a", heading);
  const home = link && (HOME.test(attribute(link, "href") ?? "") || attribute(link, "rel") === "home");
  return (
    near.some((each) => each && LOGO.test(`${attribute(each, "class") ?? ""} ${attribute(each, "id") ?? ""}`)) ||
    Boolean(home && wordsOf(link) === wordsOf(heading))
  );
};

const isOfPage = (heading: Foreign, article: Foreign): boolean => {
  for (let each: Foreign | null = heading; each && !holds(each, article); each = parentOf(each)) if (matchesOf(each, OTHERS)) return false;
  const header = closestOf(heading, "header");
  return (!header || Boolean(closestOf(header, "main, article, section, [role=main]"))) && !isLogo(heading);
};

const titleOfPage = (page: Document): string => {
  const title = titleOf(page).slice(0, TITLE);
  const site = find('meta[property="og:site_name"], meta[name="application-name"]', page);
  const name = (site && attribute(site, "content")?.trim()) || undefined;
  const parts = title.split(BETWEEN).map((part) => part.replace(/\s+/g, " ").trim());
  const own = parts.filter((part) => part && part !== name);
  if (own.length > 1 && own.length === parts.length) own.pop();
  return own.join(" – ");
};

/** The nearest heading before an article that is the page's and above the article's own; else the page's title. */
export const titleAround = (article: Foreign): string => {
  const page = documentOf(article);
  const top = Math.min(7, ...findAll(HEADINGS, article).map(levelOf));
  const before = findAll(HEADINGS, page).filter((heading) => positionOf(article, heading) === Node.DOCUMENT_POSITION_PRECEDING);
  const ours = before.filter((heading) => wordsOf(heading) && isOfPage(heading, article)).reverse();
  const title = ours.find((heading) => levelOf(heading) < top) ?? ours[0];
  return (title && titleIn(title)) || titleOfPage(page);
};
