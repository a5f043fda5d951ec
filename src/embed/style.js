// The widget's style sheet, as text. Appended to the widget's glue by the build, which fills it in.
//
// Belongs here: what becomes of the sheet in browsers that know less. Does not: how anything looks (styles/widget.css).
const css = __UNSTUCK_STYLE__;

// light-dark() follows what the page around says of its colour scheme, also when that changes; Chrome knows it since 123,
// Safari since 17.5, Firefox since 120. For older ones its table becomes two, and the reader's system chooses at the start.
const of = (scheme) => css.replace(/light-dark\((.+?),(.+?)\)/g, scheme);
const dark = () => (matchMedia("(prefers-color-scheme:dark)").matches ? ":not([data-theme=light])" : "[data-theme=dark]");
export const style = CSS.supports("color", "light-dark(red,red)") ? css : `${of("$1")}.unstuck${dark()}${of("$2").match(/{.+?}/)}`;
