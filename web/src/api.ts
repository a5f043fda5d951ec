// Made by `cargo xtask api`; do not edit. The public names (api.toml), and what an article may hold (Rust's lists).

/** The element's attributes; a tag has them with `data-` before. */
export const ATTRIBUTES = ["article", "src", "guide", "lang", "theme", "heading-level", "storage", "loading", "pictures"] as const;

/** Why the widget does not start, or stopped: `detail.cause` of `unstuck-error`. */
export type Cause = "refused" | "no-article" | "no-such-guide" | "bad-address" | "not-found" | "unreachable" | "wrong-type" | "too-large" | "timeout" | "forbidden" | "no-webassembly" | "part-missing" | "part-wrong-type" | "part-unreachable" | "part-damaged" | "part-mismatch" | "stopped";

/** The largest file of a guide (bytes). */
export const MAX_BYTES = 2097152;

/** The largest HTML file of a guide (elements). */
export const MAX_ELEMENTS = 200000;

/** The deepest article (levels). */
export const MAX_DEPTH = 100;

/** The largest article (elements and texts). */
export const MAX_NODES = 100000;

/** The elements that may stand in an article, with the attributes of each. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "a": [
    "href"
  ],
  "abbr": [
    "title"
  ],
  "address": [],
  "article": [],
  "aside": [],
  "b": [],
  "bdi": [],
  "blockquote": [],
  "br": [],
  "caption": [],
  "cite": [],
  "code": [],
  "col": [],
  "colgroup": [],
  "dd": [],
  "del": [],
  "details": [],
  "dfn": [],
  "div": [],
  "dl": [],
  "dt": [],
  "em": [],
  "figcaption": [],
  "figure": [],
  "footer": [],
  "h1": [],
  "h2": [],
  "h3": [],
  "h4": [],
  "h5": [],
  "h6": [],
  "header": [],
  "hgroup": [],
  "hr": [],
  "i": [],
  "img": [
    "src",
    "alt",
    "width",
    "height"
  ],
  "ins": [],
  "kbd": [],
  "li": [],
  "main": [],
  "mark": [],
  "ol": [
    "start",
    "reversed"
  ],
  "p": [],
  "pre": [],
  "q": [],
  "rp": [],
  "rt": [],
  "ruby": [],
  "s": [],
  "samp": [],
  "section": [],
  "small": [],
  "span": [],
  "strong": [],
  "sub": [],
  "summary": [],
  "sup": [],
  "table": [],
  "tbody": [],
  "td": [
    "colspan",
    "rowspan"
  ],
  "tfoot": [],
  "th": [
    "colspan",
    "rowspan",
    "scope"
  ],
  "thead": [],
  "time": [
    "datetime"
  ],
  "tr": [],
  "u": [],
  "ul": [],
  "var": [],
  "wbr": []
};

/** Elements that go with all they hold. */
export const DROPPED: readonly string[] = ["audio","base","button","canvas","dialog","embed","frame","frameset","iframe","input","link","math","meta","nav","noscript","object","script","select","style","svg","template","textarea","title","unstuck-guide","video"];
