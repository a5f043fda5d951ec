// From an address to an article. Stands at the end of the reader's glue, where the build puts it: `adopt` and `__wbg_init`
// are the glue's own. WebAssembly is fetched only for what is no marked article yet.
//
// Belongs here: which file is fetched, and what may come of it. Does not: what the file says; that is in WASM.

const GUIDES = __UNSTUCK_GUIDES__;

// How a guide's text looks inside the element, on top of the widget's own sheet.
const reading = __UNSTUCK_READING__;

// As `unstuck_author::limits` has it.
const MOST_BYTES = 16 * 1024 * 1024;
const PATIENCE = 30000;
const KINDS = [
  ["html", /\.x?html?$/i, /^(text\/html|application\/xhtml\+xml)\b/i],
  ["md", /\.(md|markdown)$/i, /^text\/(x-)?markdown\b/i],
  ["json", /\.json$/i, /^(application|text)\/([\w.-]+\+)?json\b/i],
];

const problem = (name, words) => Object.assign(new Error(words), { name });

// Beside this file; another try takes a name that the module cache does not know.
const beside = (file) => new URL(file + new URL(import.meta.url).search, import.meta.url);

// What was built anew may stand in the page.
const built = new WeakSet();
const keep = (article) => {
  built.add(article);
  return article;
};

// What the page says of an article, as `guide::html` has it.
const langOf = (article) => article.closest("[lang]")?.lang || "";
const titleOf = (article) => {
  if (article.querySelector("h1")) return "";
  const page = article.ownerDocument;
  return (page.querySelector("h1")?.textContent.trim() || page.title).replace(/\s+/g, " ");
};
const articleOf = (page) => {
  for (const selector of ["article", "main", "[role=main]", "body"]) {
    let most;
    for (const found of page.querySelectorAll(selector)) if (!(most?.textContent.length >= found.textContent.length)) most = found;
    if (most) return most;
  }
};

// The marked article of any other, as a new element.
export const adopted = async (article) => {
  await __wbg_init({ module_or_path: beside("__UNSTUCK_OWN_WASM__"), integrity: "__SHA384_unstuck-reader_bg.wasm__" });
  return keep(adopt(article, langOf(article), titleOf(article)));
};

// An article for all to see, in an element that can stand beside the widget, and the sheets that it takes.
export const shown = async (host, article, look) => {
  const text = built.has(article) ? article : await adopted(article);
  text.setAttribute("part", "article");
  const root = document.createElement("div");
  root.className = "unstuck";
  root.lang = text.lang;
  root.dataset.theme = host.getAttribute("theme") || "";
  root.append(text);
  const place = document.createElement("div");
  place.append(root);
  const more = new CSSStyleSheet();
  more.replaceSync(reading);
  return [place, look, more];
};

const articleOfFile = async (text, json, get) => {
  const files = await get("__UNSTUCK_FILE_READER__", "__SHA384_unstuck-file-reader.js__");
  await files.default({ module_or_path: beside("__UNSTUCK_FILE_READER_WASM__"), integrity: "__SHA384_unstuck-file-reader_bg.wasm__" });
  return keep(files.read_file(text, json));
};

// The article that an element names by `src` or `guide`. `get` is how the shell gets a module of ours.
export const fetched = async (element, get) => {
  const src = element.getAttribute("src");
  const base = new URL("guides/", import.meta.url);
  const url = src === null ? new URL(builtIn(element), base) : address(src);
  const [file, kind, from] = await read(url);
  let article;
  if (kind === "html") {
    article = file && articleOf(file);
    if (!article) throw problem("UnstuckRefusal", `${url}: the file is empty; put an article into it`);
    article.lang ||= langOf(article);
    const title = titleOf(article);
    if (title && !article.dataset.unstuckTitle) article.dataset.unstuckTitle = title;
  } else {
    try {
      article = await articleOfFile(file, kind === "json", get);
    } catch (error) {
      if (error.name === "UnstuckRefusal") error.message = url + error.message;
      throw error;
    }
  }
  for (const name of ["href", "src"])
    for (const each of article.querySelectorAll(`[${name}]`))
      try {
        each.setAttribute(name, new URL(each.getAttribute(name), from).href);
      } catch {
        each.removeAttribute(name);
      }
  return article;
};

function address(src) {
  try {
    return new URL(src, document.baseURI);
  } catch {
    throw problem("bad-address", `src="${src}" is no address; write one like guides/router.html`);
  }
}

// The language is the element's own, or that of what it stands in, or the browser's; else any that the guide has.
function builtIn(element) {
  const id = element.getAttribute("guide") || "iphone-backup";
  const known = GUIDES.filter((name) => name.startsWith(id + ".")).map((name) => name.slice(id.length + 1));
  if (!known.length) throw problem("no-such-guide", `guide="${id}" is none of ${GUIDES.join(", ")}; name one of these without its language, or a file by src`);
  const named = element.closest("[lang]")?.lang;
  const wanted = (named ? [named] : navigator.languages).map((each) => each.toLowerCase());
  const fits = (lang) => wanted.some((each) => each === lang.toLowerCase() || each.split("-")[0] === lang.toLowerCase());
  return `${id}.${known.find(fits) || (known.includes("en") ? "en" : known[0])}.html`;
}

// A document is asked for as such: the browser parses it as it arrives, and nothing in it runs or is fetched.
const read = (url) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (name, words) => {
      reject(problem(name, `${url} ${words}`));
      request.abort();
    };
    let kind;
    request.onreadystatechange = () => {
      if (request.readyState !== 2 || request.status >= 300) return;
      const type = request.getResponseHeader("Content-Type") || "";
      kind = (KINDS.find(([, end]) => end.test(url.pathname)) || KINDS.find(([, , types]) => types.test(type)))?.[0];
      if (!kind) return fail("wrong-type", `is of type "${type}"; a guide is .html, .md or .json`);
      if (kind === "html") request.overrideMimeType("text/html");
      request.responseType = kind === "html" ? "document" : "text";
    };
    request.onprogress = ({ loaded, total }) => {
      if (Math.max(loaded, total) > MOST_BYTES) fail("too-large", `has more than ${MOST_BYTES} bytes; split it into guides of their own`);
    };
    request.onload = () => {
      const { status } = request;
      if (status === 404 || status === 410) fail("not-found", `is not there (${status}); mend the address in src`);
      else if (status >= 300) fail("unreachable", `could not be had: the server answered ${status}`);
      else resolve([request.response, kind, request.responseURL || url]);
    };
    request.onerror = () => fail("unreachable", "could not be had: the network is down, or its server does not let this page read it (CORS)");
    request.ontimeout = () => fail("timeout", `did not come within ${PATIENCE / 1000} seconds`);
    request.open("GET", url);
    request.timeout = PATIENCE;
    request.send();
  });
