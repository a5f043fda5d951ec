// What a reader could not read or press of what the widget shows now: a line for each, none on a good page. Judged from
// outside, by what the browser has computed; only `data-` hooks and parts are known of the widget's insides.
const problems = new Set();
const name = (e) => `${e.localName}${e.dataset.action ? "[" + e.dataset.action + "]" : ""} “${plain(e.textContent).slice(0, 24)}”`;
const say = (what, e, found = "") => problems.add(`${what}: ${name(e)} ${found}`.trim());
const up = (e) => e.parentElement ?? (e.getRootNode().host || null);
const colour = (text) => {
  const [r, g, b, a = 1] = text.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
  return /^color\(/.test(text) ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
};
const over = ([r, g, b, a], ground) => [r, g, b].map((part, at) => part * a + ground[at] * (1 - a));
// The ground that something stands on, with all that lies behind it; and how much the text is seen through.
const ground = (e) => {
  const layers = [];
  let seen = 1;
  let solid = false;
  for (let at = e; at; at = up(at)) {
    const style = getComputedStyle(at);
    if (!solid) {
      layers.push(colour(style.backgroundColor));
      solid = layers.at(-1)[3] === 1;
    }
    seen *= Number(style.opacity);
  }
  return [layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]), seen];
};
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (e) => {
  const style = getComputedStyle(e);
  const [under, seen] = ground(e);
  const ink = colour(style.webkitTextFillColor || style.color);
  const [light, dark] = [luminance(over([ink[0], ink[1], ink[2], ink[3] * seen], under)), luminance(under)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const dialog = shadow.querySelector("dialog[open]");
const scope = dialog ?? shadow;
const bar = shadow.querySelector("[part=view]");
const unseen = (e) => e.getBoundingClientRect().width <= 1 || getComputedStyle(e).clipPath !== "none";
const inside = (e, holds) => {
  for (let at = e; at && at !== host; at = up(at)) if (holds(at)) return true;
  return false;
};
const scrolls = (e) => inside(e, (at) => at !== dialog && getComputedStyle(at).overflowX === "auto");
// A page that runs to the left is scrolled there.
const page = getComputedStyle(document.documentElement);
const before = page.direction === "rtl" || page.writingMode === "vertical-rl" ? document.scrollingElement.scrollWidth - innerWidth : 0;
const frame = (dialog ?? host).getBoundingClientRect();

const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
let count = 0;
while (texts.nextNode()) {
  const node = texts.currentNode;
  const e = node.parentElement;
  if (!node.data.trim() || !e || !shown(e) || inside(e, unseen)) continue;
  count += 1;
  const style = getComputedStyle(e);
  // The switch stands on the page's own ground, in the page's own colour: it is as good as that.
  const least = bar.contains(e) ? Math.min(4.5, contrast(host) * 0.6) : 4.5;
  const found = contrast(e);
  if (found < least) say("contrast", e, `${found.toFixed(2)} of ${style.webkitTextFillColor} on ${ground(e)}`);
  const size = parseFloat(style.fontSize);
  if (size < 12) say("size", e, size);
  if (parseFloat(style.lineHeight) < size * 1.05) say("lines", e, style.lineHeight);
  if (Math.abs(parseFloat(style.letterSpacing) || 0) > 1) say("letters", e, style.letterSpacing);
  // The lines of ancestors are drawn through, and are in no property but this, which Firefox has not. What is ticked is
  // struck through by the widget.
  const lines = style.getPropertyValue("-webkit-text-decorations-in-effect");
  if (lines.includes("line-through") && !inside(e, (at) => at.localName === "label" && at.querySelector(":checked"))) say("line", e, lines);
  for (const [property, wanted] of [
    ["wordSpacing", /^0px$/],
    ["writingMode", /^horizontal-tb$/],
    ["textTransform", /^none$/],
    ["textIndent", /^0px$/],
    ["textShadow", /^none$/],
    ["visibility", /^visible$/],
    ["pointerEvents", /^auto$/],
    ["cursor", /^(auto|default|pointer|text)$/],
    ["fontStyle", /^normal$/],
    ["fontVariantCaps", /^normal$/],
    ["wordBreak", /^(normal|break-word|auto-phrase)$/],
    ["hyphens", /^manual$/],
    ["textAlign", /^(start|center|end|left|-webkit-auto)$/],
    ["webkitTextSecurity", /^none$/],
    ["webkitTextStrokeWidth", /^0(px)?$/],
    ["quotes", /^auto$/],
    ["unicodeBidi", /^(normal|isolate)$/],
    ["forcedColorAdjust", /^auto$/],
    ["tabSize", /^8$/],
    ["zoom", /^1$/],
    // The switch follows the page; the widget is as its words are.
    ["direction", bar.contains(e) ? /./ : /^ltr$/],
    ["webkitUserSelect", inside(e, (at) => at.matches("button, summary, label")) ? /./ : /^(auto|text)$/],
    ["whiteSpace", e.closest("pre, [data-outcome]") || e.localName === "span" ? /./ : /^normal$/],
  ])
    if (style[property] !== undefined && style[property] !== "" && !wanted.test(style[property])) say(property, e, style[property]);
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = [...range.getClientRects()];
  if (!boxes.some((box) => box.width > 0 && box.height > 0)) say("no room", e);
  if (!scrolls(e))
    for (const box of boxes)
      if (box.width && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.left + scrollX < -1 - before || box.right + scrollX > innerWidth + 1))
        say("cut off", e, [box.left, box.right, frame.left, frame.right].map(Math.round));
}
if (count < 5) problems.add(`only ${count} texts are to be seen`);

const target = (e) => (e.matches("input") ? (e.closest("label") ?? e) : e);
let controls_ = 0;
for (const control of scope.querySelectorAll("[data-action], summary")) {
  const e = target(control);
  if (!shown(e) || control.disabled) continue;
  controls_ += 1;
  e.scrollIntoView({ block: "center", behavior: "instant" });
  const box = e.getBoundingClientRect();
  if (box.width < 43.9 || box.height < 43.9) say("small", e, [box.width, box.height]);
  // Of a box that is broken over columns, its first part. Under zoom WebKit's own numbers do not fit each other; the walk is
  // clicked through in any case.
  const [part] = e.getClientRects();
  if (Number(page.zoom) > 1) continue;
  const hit = shadow.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2);
  if (!hit || !(e === hit || e.contains(hit))) say("not hit", e, hit ? `but ${hit.localName}.${hit.className}` : "");
}
if (controls_ < 2) problems.add(`only ${controls_} controls are to be seen`);

// Wide enough to read in, where the page has the room.
const card = shadow.querySelector("[part~=card]").getBoundingClientRect();
if (card.width < Math.min(280, arguments[0])) problems.add(`the card is ${card.width} wide`);
return [...problems].slice(0, 12);
