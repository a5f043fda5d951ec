// Style sheets of shadow roots.

/** A sheet for any number of roots of the page. */
export const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/** Whether a colour can be a pair, for light and for dark. */
export const supportsLightDark = (): boolean => CSS.supports("color", "light-dark(red,red)");

/** A sheet whose first rule is a table of colours, in pairs. light-dark() follows the page's colour scheme, also when that changes;
 * Chrome knows it since 123, Safari since 17.5, Firefox since 120. For older ones the table becomes two, and the system
 * chooses at the start. */
export const colouredSheetOf = (css: string): CSSStyleSheet => {
  if (supportsLightDark()) return sheetOf(css);
  const of = (scheme: "$1" | "$2") => css.replace(/light-dark\((.+?),(.+?)\)/g, scheme);
  const dark = matchMedia("(prefers-color-scheme:dark)").matches ? ":not([data-theme=light])" : "[data-theme=dark]";
  const [, selector, table] = /^([^{]+)({.+?})/s.exec(of("$2")) ?? [];
  return sheetOf(`${of("$1")}${selector}${dark}${table}`);
};
