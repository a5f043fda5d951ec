// What helps when the widget cannot start, or stopped: it says why, and shows the fixes with the place where the reader was.
// Loaded by the shell only then, and needs no WebAssembly.
//
// Belongs here: causes, and reading a guide without its engine, well enough to mark a place in it. Does not: the line and the
// control that are there without this file (embed.js), and any rule of the walk that this can do without.

const FILES = ["__UNSTUCK_JS__", "__UNSTUCK_WASM__"];
const GUIDES = __UNSTUCK_GUIDES__;

// A server that does not answer within this (ms) is not waited for: the reader has the line and the control.
const PATIENCE = 8000;
// As `unstuck_author::limits` has it.
const MOST_BYTES = 16 * 1024 * 1024;
// Deeper markup is no article's.
const MOST_DEEP = 200;

const WORDS = {
  stopped: "The step-by-step guide stopped. Try again to go on where you were.",
  timeout: "The step-by-step guide took too long to load.",
  failed: "The step-by-step guide cannot start here.",
  below: "The whole article is below.",
  kept: "Your answers are kept.",
  fixes: "All fixes",
  here: "You were here",
};

// As `walk::Outcome` has them.
const OUTCOMES = {
  "not-offered": "Not for your case",
  "not-needed": "Not needed",
  cannot: "Could not be done",
  skip: "Skipped",
  "still-running": "Still running",
  "not-solved": "Tried, did not help",
  solved: "Solved it",
};

// The widget's own table of properties (widget.css), as far as there is something of the kind here. Two figures: light, dark.
const COLOURS = {
  surface: "#fff #1b1c21",
  sunken: "#f2f3f6 #26282f",
  text: "#1c1d21 #f1f2f4",
  quiet: "#5a5d66 #abaeb8",
  line: "#dcdde2 #363942",
  accent: "#0b57c4 #8abbff",
  "accent-press": "#084596 #b3d3ff",
  "on-accent": "#fff #0c1a2e",
  "accent-soft": "#e8f0fc #1d2b42",
};
const colours = (dark) => Object.entries(COLOURS).map(([name, both]) => `--u-${name}:var(--unstuck-${name},${both.split(" ")[dark]});`).join("");
const LOOK = `.help{${colours(0)}color-scheme:light;
--u-radius:var(--unstuck-radius-small,6px);--u-gap:var(--unstuck-gap,16px);--u-bold:var(--unstuck-weight-heading,650);--u-head:var(--unstuck-font-heading,inherit);
box-sizing:border-box;max-width:41.4em;margin:0 auto;padding:var(--unstuck-space,20px);border-radius:var(--unstuck-radius,16px);background:var(--u-surface);color:var(--u-text);box-shadow:var(--unstuck-shadow,0 1px 2px #10121b0f,0 8px 28px #10121b14);font-weight:400;font-size:calc(clamp(17px,1.0625rem,34px)*var(--unstuck-scale,1));line-height:1.5;font-family:var(--unstuck-font,system-ui,sans-serif);text-align:start;overflow-wrap:break-word}
.help[data-theme=dark]{${colours(1)}color-scheme:dark;box-shadow:var(--unstuck-shadow,0 0 0 1px #2a2c34)}
.help *{box-sizing:border-box}
.help>[role=status]{margin:0;font-family:var(--u-head);font-size:1.18em;line-height:1.35;font-weight:var(--u-bold);text-wrap:balance}
.help>button{appearance:none;display:block;min-height:var(--unstuck-control,52px);margin:var(--u-gap) 0 0;padding:8px 24px;border:0;border-radius:var(--unstuck-radius-control,12px);background:var(--u-accent);color:var(--u-on-accent);font-family:inherit;font-size:1em;line-height:1.2;font-weight:600;cursor:pointer;touch-action:manipulation}
.help>button:is(:hover,:active){background:var(--u-accent-press)}
.help :is(a,button):focus-visible{outline:3px solid var(--u-accent);outline-offset:2px}
.help a:focus-visible{border-radius:var(--u-radius)}
.title{margin:24px 0 4px;font-size:.88em;font-weight:600;color:var(--u-quiet)}
.fixes{list-style:none;margin:0;padding:0;counter-reset:fix}
.fixes li{counter-increment:fix;display:grid;grid-template-columns:1.75em 1fr;align-items:baseline;min-height:48px;padding:10px 0;border-top:1px solid var(--u-line)}
.fixes li::before{content:counter(fix);color:var(--u-quiet);font-variant-numeric:tabular-nums}
.fixes a{color:inherit;text-decoration:underline;text-decoration-color:var(--u-line);text-underline-offset:.2em}
.fixes a:hover{text-decoration-color:currentColor}
.fixes span{grid-column:2;font-size:.88em;color:var(--u-quiet)}
.fixes [aria-current]{margin:0 -12px;padding:10px 12px;border-radius:var(--u-radius);border-color:transparent;background:var(--u-accent-soft)}
.fixes [aria-current]+li{border-color:transparent}
.fixes [aria-current] :is(a,b){font-weight:650}
.fixes b{grid-column:2;font-size:.88em;color:var(--u-accent)}
.text{margin-top:20px}
.text>:first-child{margin-top:0}
.text :is(h1,h2,h3,h4,h5,h6){margin:1.4em 0 0;line-height:1.2;font-family:var(--u-head);font-weight:var(--u-bold)}
.text h1{font-size:1.5em}.text h2{font-size:1.25em}.text :is(h3,h4,h5,h6){font-size:1em}
.text :is(p,ul,ol,dl,pre,table,figure,blockquote){margin:.7em 0 0}
.text :is(ul,ol){padding-inline-start:1.6em}
.text li+li{margin-top:.35em}
.text a{color:var(--u-accent)}
.text img{max-width:100%;height:auto;border-radius:var(--u-radius);background:var(--unstuck-paper,#fff)}
.text :is(pre,code){font:.9em/1.4 var(--unstuck-font-mono,ui-monospace,Menlo,monospace);border-radius:var(--u-radius);background:var(--u-sunken)}
.text pre{overflow-x:auto;padding:var(--u-gap);white-space:pre-wrap}
.text table{display:block;overflow-x:auto;border-collapse:collapse}
.text :is(th,td){padding:6px 10px;border:1px solid var(--u-line);text-align:start;vertical-align:top}
@media (min-width:40rem){.help{padding:var(--unstuck-space,32px)}}
@media (forced-colors:active){.help,.help>button{border:1px solid}.fixes [aria-current]{border:1px solid}}
@media print{.help>button{display:none}.help{box-shadow:none;padding:0}}`;

const HEADINGS = "h1,h2,h3,h4,h5,h6";

// As in the widget: the attribute, else the colour scheme of the page, which may leave it to the system.
const isDark = (host) => {
  const theme = host.getAttribute("theme");
  if (theme === "dark" || theme === "light") return theme === "dark";
  const schemes = getComputedStyle(host).colorScheme.split(" ");
  return schemes.includes("dark") && (!schemes.includes("light") || matchMedia("(prefers-color-scheme:dark)").matches);
};

// Shows what is there of the guide in the place of the line that `retry` stands beside, and gives the cause. `own` is the
// article of the page, if that is the guide's.
export const rescue = async (host, retry, own, error, stopped) => {
  const why = diagnose(host, error, stopped);
  const article = own?.querySelectorAll && own;
  const line = retry.previousElementSibling;
  const help = make("div", "help");
  help.dataset.theme = isDark(host) ? "dark" : "";
  const root = retry.getRootNode();
  const look = new CSSStyleSheet();
  look.replaceSync(LOOK);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, look];
  line.before(help);
  // The same line, since it is one that screen readers listen to.
  help.append(line, retry);
  const say = (...words) => (line.textContent = words.filter(Boolean).join(" "));
  const first = WORDS[stopped || isTrap(error) ? "stopped" : error?.name] || WORDS.failed;
  say(first, article && WORDS.below);
  const show = async () => {
    const found = article || (await guideOf(host, error));
    if (!found || !help.isConnected) return;
    const text = article ? article : make("div", "text");
    if (!article) {
      text.append(...(found.nodes || safe(found, 0)));
      text.dataset.unstuckGuide = markOf(found, "guide") || "";
    }
    const fixes = fixesOf(text);
    const place = placeIn(text, fixes, host);
    if (place) say(first, !stopped && WORDS.kept, article && WORDS.below);
    if (fixes.length) {
      const title = make("p", "title", WORDS.fixes);
      title.id = "fixes";
      help.append(title, list(fixes, place));
    }
    if (!article) help.append(text);
  };
  await show().catch(() => {});
  const [cause, mend] = await why;
  if (mend) console.error(`unstuck: ${cause}: ${mend}`);
  return cause;
};

const make = (name, look, words) => {
  const element = document.createElement(name);
  if (look) element.className = look;
  if (words) element.textContent = words;
  return element;
};

const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

/* ---- Why ---- */

// The cause's code (docs/element.md), and what mends it where the error did not say.
const diagnose = async (host, error, stopped) => {
  if (stopped || isTrap(error)) return ["stopped", "the widget's program ended itself, which is a bug of it: please report it with the lines above"];
  const name = error?.name || "Error";
  // Told by who knew, with what mends it.
  if (name[0] >= "a") return [name];
  if (typeof WebAssembly !== "object") return ["no-webassembly", "this browser has no WebAssembly, or it is switched off; there is nothing to mend on the page"];
  // Chromium and Firefox forbid the smallest module too; WebKit says it in words alone.
  const forbidden =
    /unsafe-eval/.test(error.message) ||
    (await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
      () => false,
      () => true,
    ));
  if (forbidden) return ["forbidden", "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src"];
  for (const file of FILES) {
    const problem = await lookAt(new URL(file, import.meta.url));
    if (problem) return problem;
  }
  // What fetch() says, in each engine, of a file that is there and has another integrity value than it is held to.
  if (error instanceof WebAssembly.CompileError || /not as it was built|Failed to fetch|NetworkError|Load failed/.test(error.message))
    return ["part-damaged", "a file is not as it was built: upload all files of the release again, as they are, and let nothing rewrite them"];
  if (error instanceof WebAssembly.LinkError || name === "TypeError" || name === "SyntaxError")
    return ["part-mismatch", `files of two releases are mixed: upload all files of one, those with a hash first and embed.js last, and keep the old ones for a while`];
  return [name];
};

// What is wrong with a file of ours, if anything can be seen from here.
const lookAt = async (url) => {
  let directive;
  const onviolation = (event) => {
    if (url.href.startsWith(event.blockedURI)) directive = event.effectiveDirective;
  };
  document.addEventListener("securitypolicyviolation", onviolation);
  try {
    const answer = await within(fetch(url, { method: "HEAD", cache: "no-store" }));
    const type = answer.headers.get("Content-Type") || "";
    if (!answer.ok) return ["part-missing", `${url} is not there (${answer.status}): upload all files of the release`];
    if (url.pathname.endsWith(".js") ? !/javascript/.test(type) : /html/.test(type))
      return ["part-wrong-type", `${url} is served as "${type}": it must be ${url.pathname.endsWith(".js") ? "text/javascript" : "application/wasm"}`];
  } catch {
    // The event comes as a task of its own.
    await new Promise((next) => setTimeout(next, 0));
    return directive
      ? ["forbidden", `the page's Content-Security-Policy forbids ${url}: add ${url.origin} to its ${directive}`]
      : ["part-unreachable", `${url} could not be had: the network is down, or its server does not let this page read it; it must send Access-Control-Allow-Origin`];
  } finally {
    document.removeEventListener("securitypolicyviolation", onviolation);
  }
};

const within = (promise) => Promise.race([promise, new Promise((_, failed) => setTimeout(failed, PATIENCE))]);

/* ---- The guide ---- */

// The guide that is no article of the page: its article, not yet to be shown, or what is as safe as text. Nothing where it
// cannot be had, or where that is what is wrong.
const guideOf = async (host, error) => {
  if ((error?.name || "A")[0] >= "a" && error.name !== "timeout") return;
  const src = host.getAttribute("src");
  if (src === null && host.hasAttribute("article")) return;
  const url = src === null ? new URL(builtIn(host), new URL("guides/", import.meta.url)) : new URL(src, document.baseURI);
  const kind = /\.json$/i.test(url.pathname) ? "json" : /\.(md|markdown)$/i.test(url.pathname) ? "md" : "html";
  const file = await read(url, kind);
  if (kind === "md") return { nodes: [make("pre", "", file)] };
  if (kind === "json") return ofJson(JSON.parse(file));
  let article;
  for (const each of file.querySelectorAll("article, main, body"))
    if (!article || (article.localName !== "article" && each.localName === "article") || (article.localName === each.localName && each.textContent.length > article.textContent.length)) article = each;
  for (const name of ["href", "src"])
    for (const each of article.querySelectorAll(`[${name}]`))
      try {
        each.setAttribute(name, new URL(each.getAttribute(name), url));
      } catch {
        each.removeAttribute(name);
      }
  return article;
};

const builtIn = (host) => {
  const id = host.getAttribute("guide") || "iphone-backup";
  const lang = (host.closest("[lang]")?.lang || navigator.language).split("-")[0].toLowerCase();
  const known = (lang) => GUIDES.includes(`${id}.${lang}`) && `${id}.${lang}`;
  return (known(lang) || known("en") || GUIDES.find((name) => name.startsWith(id + ".")) || id) + ".html";
};

// A document is parsed by the browser as one of its own, in which nothing runs and nothing is fetched.
const read = (url, kind) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.timeout = PATIENCE;
    request.responseType = kind === "html" ? "document" : "text";
    if (kind === "html") request.overrideMimeType("text/html");
    request.onprogress = ({ loaded }) => loaded > MOST_BYTES && request.abort();
    request.onload = () => (request.status < 300 ? done(request.response) : failed(new Error(`${url}: ${request.status}`)));
    request.onerror = request.ontimeout = request.onabort = () => failed(new Error(`${url} could not be had`));
    request.send();
  });

const ofJson = (guide) => {
  const words = (text) => (Array.isArray(text) ? text.map(words).join("") : typeof text === "object" ? words(Object.values(text || {}).flatMap((each) => each?.text ?? each)) : String(text ?? ""));
  const nodes = [make("h1", "", words(guide.title))];
  for (const fix of guide.fixes) {
    const title = make("h2", "", words(fix.title));
    title.dataset.unstuckId = fix.id || "";
    const steps = make("ol");
    for (const step of fix.steps || []) steps.append(make("li", "", words(step.text)));
    nodes.push(title, make("p", "", words(fix.reason)), steps);
  }
  return { nodes, dataset: { unstuckGuide: guide.id } };
};

// Element by element anew: what may stand in a page, with the attributes that it may have.
const KEPT = new Set("h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd pre code kbd b strong i em u br hr blockquote figure figcaption table thead tbody tr th td a img section div".split(" "));
const LEFT_OUT = "script,style,template,noscript,iframe,object,embed,svg,math,form,input,button,select,textarea,audio,video,unstuck-guide,nav";
const MARKS = ["id", "ask", "onlyIf", "passOn", "passAs", "oneOf", "support", "risk", "wait", "verdict"];
const safe = (node, deep) => {
  if (deep > MOST_DEEP) return [];
  return [...node.childNodes].flatMap((each) => {
    if (each.nodeType === 3) return [document.createTextNode(each.data)];
    if (each.nodeType !== 1 || each.matches(LEFT_OUT)) return [];
    const inside = safe(each, deep + 1);
    if (!KEPT.has(each.localName)) return inside;
    const copy = make(each.localName);
    for (const name of MARKS) {
      const value = each.dataset["unstuck" + name[0].toUpperCase() + name.slice(1)];
      if (value !== undefined) copy.dataset["unstuck" + name[0].toUpperCase() + name.slice(1)] = value;
    }
    const href = each.getAttribute("href");
    if (copy.localName === "a" && /^(https?|mailto|tel):/i.test(href)) {
      copy.href = href;
      copy.rel = "noopener";
    }
    if (copy.localName === "img") {
      const src = each.getAttribute("src") || "";
      if (!/^https?:/i.test(src)) return [];
      copy.loading = "lazy";
      copy.alt = each.getAttribute("alt") || "";
      for (const name of ["width", "height"]) if (/^\d{1,4}$/.test(each.getAttribute(name))) copy[name] = each.getAttribute(name);
      copy.src = src;
    }
    copy.append(...inside);
    return [copy];
  });
};

const markOf = (element, name) => element?.dataset?.["unstuck" + name[0].toUpperCase() + name.slice(1)];

// The fixes of an article: marked, or else the headings that own a list. Each with its id, its title, where it stands, and
// how its marks are read.
const fixesOf = (article) => {
  const headings = [...article.querySelectorAll(HEADINGS)].filter((each) => !each.closest("unstuck-guide"));
  const parts = headings.map((heading) => {
    let around = heading.parentElement;
    while (around && around !== article && around.querySelector(HEADINGS) === heading && !markOf(around, "id")) around = around.parentElement;
    const wrap = around && around !== article && around.querySelector(HEADINGS) === heading ? around : null;
    const mark = (name) => markOf(heading, name) ?? markOf(wrap, name);
    const title = heading.textContent.replace(/\s+/g, " ").trim();
    return { heading, title, mark, id: mark("id") || slug(title) };
  });
  const marked = parts.filter(({ mark }) => mark("support") === undefined && ["id", "ask", "onlyIf", "risk", "wait", "verdict"].some((name) => mark(name) !== undefined));
  if (marked.length) return marked;
  const owning = parts.filter(({ heading }, place) => {
    const next = headings[place + 1];
    return [...article.querySelectorAll("ol,ul")].some((each) => heading.compareDocumentPosition(each) & 4 && !(next && next.compareDocumentPosition(each) & 4));
  });
  const levels = owning.map(({ heading }) => heading.localName);
  const most = levels.filter((level) => level !== "h1").sort((a, b) => levels.filter((x) => x === b).length - levels.filter((x) => x === a).length)[0];
  return owning.filter(({ heading }) => heading.localName === most).map((part) => ({ ...part, id: part.mark("name") || adoptedId(part.title) }));
};

// As `adopt::build` makes one of the words of a plain article: those of weight, without a number before them.
const LIGHT = new Set("a an the your you and or of to in on for is are that this it its with my please if any".split(" "));
const adoptedId = (title) => {
  const words = title
    .toLowerCase()
    .replace(/^(\w+ )?#?\d+ ?[:.–—-]/, "")
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !LIGHT.has(word));
  let id = "";
  for (const word of words) {
    if (id.length + word.length + 1 > 48) break;
    id += (id && "-") + word;
  }
  return id;
};

// As `guide::read` makes an id of words; of other scripts than the Latin one it makes none here.
const slug = (words) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 40)
    .replace(/-$/, "");

/* ---- The place ---- */

// What was said of each fix and which one is next, from the stored record; nothing where there is none that can be read.
const placeIn = (article, fixes, host) => {
  const title = (article.querySelector("h1")?.textContent || markOf(article, "title") || "").trim();
  const names = [markOf(article, "guide"), slug(title), adoptedId(title)];
  const said = host.getAttribute("storage") === "none" ? null : names.map((id) => id && record(id)).find(Boolean);
  if (!said?.answers.length) return;
  const given = (kind, id) => said.answers.find((each) => each[0] === kind && each[1] === id)?.[2];
  const questions = [...article.querySelectorAll("[data-unstuck-ask]")].filter((each) => !fixes.some(({ mark, heading }) => mark("ask") === markOf(each, "ask") && (each === heading || each.contains(heading))));
  // The options of one choice stand in a row; not sure is kept under the first.
  const fact = (id) => {
    const place = questions.findIndex((each) => (markOf(each, "id") || slug(markOf(each, "ask"))) === id);
    const asked = questions[place];
    if (!asked || !holds(markOf(asked, "onlyIf"))) return "no";
    let first = place;
    while (markOf(asked, "oneOf") && first && markOf(questions[first - 1], "oneOf") === markOf(asked, "oneOf")) first--;
    const of = given("question", markOf(questions[first], "id") || slug(markOf(questions[first], "ask")));
    return given("question", id) || (of === "unsure" ? of : "no");
  };
  const holds = (condition = "") =>
    condition.split(/\s+/).every((term) => {
      if (!term) return true;
      const [, not, id, exact] = /^(!?)(.*?)(?:=(\w+))?$/.exec(term);
      const known = fact(id);
      return exact ? known === exact : known === "unsure" || (known === "yes") === !not;
    });
  const [, reopened] = said.reopened || [];
  let here;
  const outcomes = fixes.map((fix) => {
    const { id, mark } = fix;
    if (!holds(mark("onlyIf"))) return "not-offered";
    if (reopened === id) {
      here = fix;
      return;
    }
    if (given("check", id) && given("check", id) === (mark("passOn") || "yes")) return mark("passAs") || "not-needed";
    if (given("confirm", id) === "skip") return "skip";
    const verdict = given("verdict", id);
    if (verdict === "solved") here ||= fix;
    if (verdict) return verdict;
    here ||= fix;
    return given("wait", id);
  });
  return { here, outcomes };
};

// The record as it is kept, if it is whole.
const record = (id) => {
  try {
    const text = localStorage.getItem("unstuck:" + id);
    const at = text.lastIndexOf(',"sum":"');
    const { guide, progress, sum } = JSON.parse(text);
    return guide === id && sum === crc(text.slice(0, at)) && Array.isArray(progress.answers) ? progress : null;
  } catch {
    return null;
  }
};

const crc = (text) => {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
};

const list = (fixes, place) => {
  const all = make("ol", "fixes");
  // Without markers some screen readers take it for no list.
  all.setAttribute("role", "list");
  all.setAttribute("aria-labelledby", "fixes");
  fixes.forEach(({ heading, title }, at) => {
    const item = make("li");
    const link = make("a", "", title);
    link.href = heading.id || heading.parentElement?.id ? "#" + (heading.id || heading.parentElement.id) : "#";
    // The page's own routes may hang on its address.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      heading.scrollIntoView();
      // Where Tab goes on from.
      getSelection()?.collapse(heading, 0);
    });
    item.append(link);
    const outcome = OUTCOMES[place?.outcomes[at]];
    if (outcome) item.append(make("span", "", outcome));
    if (place && place.here?.heading === heading) {
      item.setAttribute("aria-current", "step");
      item.append(make("b", "", WORDS.here));
    }
    all.append(item);
  });
  return all;
};
