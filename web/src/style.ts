// The widget's style sheet, in browsers that know less, too.

// light-dark() follows the page's colour scheme, also when that changes; Chrome knows it since 123, Safari since 17.5,
// Firefox since 120. For older ones the table in the first rule becomes two, and the system chooses at the start.
const split = (css: string): string => {
  const of = (scheme: string) => css.replace(/light-dark\((.+?),(.+?)\)/g, scheme);
  const dark = matchMedia("(prefers-color-scheme:dark)").matches ? ":not([data-theme=light])" : "[data-theme=dark]";
  return `${of("$1")}.unstuck${dark}${/{.+?}/.exec(of("$2"))?.[0]}`;
};

/** A sheet for all elements of the page. */
export const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS.supports("color", "light-dark(red,red)") ? css : split(css));
  return sheet;
};

/** Puts sheets on a shadow root. A browser that knows none of this kind will end at the article. */
export const wear = (root: DocumentOrShadowRoot, ...sheets: CSSStyleSheet[]): void => {
  if (root.adoptedStyleSheets) root.adoptedStyleSheets = sheets;
};
