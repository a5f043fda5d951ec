// From `src` and `guide` to a guide's file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";
import { resolve } from "../src/addresses.ts";
import { MAX_BYTES } from "../src/api.ts";
import { enter } from "./globals.ts";

const BASE = new URL("https://cdn.example/unstuck/");
const GUIDES = new URL("guides/", BASE);

/** What the server says: status, type, text. */
let answers: Record<string, [status: number, type: string, text: string]> = {};
let asked: string[] = [];

class Request {
  readyState = 0;
  status = 0;
  type = "";
  response: unknown = "";
  responseType = "";
  responseURL = "";
  timeout = 0;
  aborted = false;
  url = new URL("https://help.example/");
  text = "";
  onreadystatechange = () => {};
  onprogress = (_: { loaded: number; total: number }) => {};
  onload = () => {};
  onerror = () => {};
  ontimeout = () => {};
  open(_: string, url: URL) {
    this.url = url;
  }
  overrideMimeType() {}
  getResponseHeader() {
    return this.type;
  }
  abort() {
    this.aborted = true;
  }
  send() {
    asked.push(this.url.href);
    const found = answers[this.url.pathname];
    if (!found) return queueMicrotask(() => this.onerror());
    queueMicrotask(() => {
      [this.status, this.type, this.text] = found;
      if (!this.status) return this.ontimeout();
      this.readyState = 2;
      this.onreadystatechange();
      if (this.aborted) return;
      this.onprogress({ loaded: this.text.length, total: 0 });
      if (this.aborted) return;
      this.responseURL = this.url.href;
      const bytes = new TextEncoder().encode(this.text).buffer;
      const made = { document: () => parsed(this.text), arraybuffer: () => bytes, text: () => this.text };
      this.response = made[this.responseType as keyof typeof made]?.();
      this.onload();
    });
  }
}

const { window } = new JSDOM('<html lang="en"><body></body></html>', { url: "https://help.example/a/page" });
enter(window, {
  XMLHttpRequest: Request,
  UNSTUCK_GUIDES: Object.fromEntries(
    ["iphone-backup.en", "router.en", "router.de"].map((name) => [
      name,
      { name: `unstuck-guide-${name}-0123456789abcdef.html`, integrity: `sha384-${name}` },
    ]),
  ),
});
Object.defineProperty(globalThis, "navigator", { value: { languages: ["fr-FR", "de-AT"] }, configurable: true });
/** How many characters were read as the text of elements. */
let measured = 0;
const { get: textContent } = Object.getOwnPropertyDescriptor(window.Node.prototype, "textContent") ?? {};
Object.defineProperty(window.Node.prototype, "textContent", {
  configurable: true,
  get(this: Node) {
    const text: string = textContent?.call(this);
    measured += text.length;
    return text;
  },
});
const { addressOf, fetchGuide, languagesOf, longestArticleOf } = await import("../src/loader.ts");
const { langOf, nearest } = await import("../src/locale.ts");
const { holdsMore } = await import("../src/dom.ts");
const { decode } = await import("../src/markup.ts");
const { titleAround } = await import("../src/title.ts");

const element = (attributes: Record<string, string>): HTMLElement => {
  const made = window.document.createElement("div");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};
const parsed = (html: string): Document => new window.DOMParser().parseFromString(html, "text/html");
const elementOf = (page: Document) => longestArticleOf(page) as Element | undefined;
const fetched = (attributes: Record<string, string>, sealed = false) => fetchGuide(element(attributes), { base: BASE, trust, sealed });
const fails = (attributes: Record<string, string>, cause: string, words: RegExp) =>
  assert.rejects(fetched(attributes), (error: Error) => error.name === cause && words.test(error.message));

let trust = (html: string): string => html;
beforeEach(() => {
  trust = (html) => html;
  answers = {};
  asked = [];
});

const BUILT_IN: [Record<string, string>, string][] = [
  [{ guide: "router", lang: "en-GB" }, "router.en.html"],
  [{ guide: "router", lang: "DE" }, "router.de.html"],
  [{ guide: "router" }, "router.de.html"],
  [{ guide: "router", lang: "constructor" }, "router.en.html"],
  [{ guide: "iphone-backup", lang: "de" }, "iphone-backup.en.html"],
];
for (const [attributes, file] of BUILT_IN)
  test(`the built-in guide of ${JSON.stringify(attributes)}`, () =>
    assert.equal(addressOf(element(attributes), GUIDES).href, GUIDES.href + file));

test("a guide that is none, and an address that is none, are named", async () => {
  await fails({ guide: "constructor" }, "no-such-guide", /none of iphone-backup.en, router.en/);
  await fails({ src: "http://:" }, "bad-address", /http:\/\/:/);
  assert.deepEqual(asked, []);
});

test("the format goes by the path, else by what the server says", async () => {
  for (const [path, type, format] of [
    ["/a/g.md", "text/plain", "markdown"],
    ["/a/g.json", "", "json"],
    ["/a/g", "text/markdown; charset=utf-8", "markdown"],
    ["/a/g", "application/ld+json", "json"],
  ] as const) {
    answers = { [path]: [200, type, "text"] };
    const base = `https://help.example${path}?v=1`;
    assert.deepEqual(await fetched({ src: `${path}?v=1` }), { text: "text", format, base, place: path, anyPictures: false });
  }
});

test("a guide has the nearest language that there is", () => {
  assert.deepEqual([languagesOf("router"), languagesOf("iphone-backup"), languagesOf("x")], [["en", "de"], ["en"], []]);
  const known = ["en", "ar", "de", "pt-BR", "zh-Hans"];
  for (const [tag, lang] of [
    ["en-GB", "en"],
    ["DE", "de"],
    ["de-AT", "de"],
    ["de-Latn-CH-1996", "de"],
    ["pt-PT", "pt-BR"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["ar-EG", "ar"],
    ["zh-TW", undefined],
    ["tlh", undefined],
    ["en_US", undefined],
    ["", undefined],
  ] as const)
    assert.equal(nearest(tag, known), lang, tag);
});

test("an article takes its language and title from its page, and its links lead where they lead there", async () => {
  const article = '<article><h2>A</h2><a href="../x.html">x</a><img src="p.png"><a href="http://:">y</a></article>';
  answers = { "/g/lamp.html": [200, "", `<html lang="en-GB"><title>T</title><h1>The  lamp</h1><article>s</article>${article}`] };
  const guide = await fetched({ src: "/g/lamp.html" });
  assert.ok("article" in guide);
  assert.deepEqual([langOf(guide.article), titleAround(guide.article)], ["en-GB", "The lamp"]);
  assert.deepEqual(
    [...(guide.article as Element).querySelectorAll("a, img")].map((each) => each.getAttribute("href") ?? each.getAttribute("src")),
    ["https://help.example/x.html", "https://help.example/g/p.png", null],
  );
});

test("what cannot be had is told by its cause", async () => {
  answers = {
    "/gone.md": [404, "text/html", ""],
    "/ill.md": [503, "", ""],
    "/slow.md": [0, "", ""],
    "/p.png": [200, "image/png", ""],
    "/large.md": [200, "", "x".repeat(MAX_BYTES + 1)],
  };
  await fails({ src: "/gone.md" }, "not-found", /404/);
  await fails({ src: "/ill.md" }, "unreachable", /503/);
  await fails({ src: "/none.md" }, "unreachable", /CORS/);
  await fails({ src: "/slow.md" }, "timeout", /30 seconds/);
  await fails({ src: "/p.png" }, "wrong-type", /image\/png/);
  await fails({ src: "/large.md" }, "too-large", new RegExp(String(MAX_BYTES)));
});

const SEALED: [string, string | undefined, number, string, RegExp][] = [
  ["as it was built", "<article><h1>T</h1><a href=x.html>x</a></article>", 200, "", /$/],
  ["another one", undefined, 200, "part-damaged", /upload all files of the release again/],
  ["gone", undefined, 404, "part-missing", /not there \(404\)/],
  ["out of reach", undefined, 0, "part-unreachable", /network is down/],
];
for (const [name, text, status, cause, words] of SEALED)
  test(`the sealed copy and a guide of the release that is ${name}`, async () => {
    const values: unknown[] = [];
    globalThis.fetch = async (url, how) => {
      values.push([String(url), how?.integrity, how?.method]);
      if (how?.method === "HEAD" && status) return new Response(null, { status });
      // As a browser says of a value that does not match.
      if (text === undefined) throw new TypeError("Failed to fetch");
      return new Response(text);
    };
    const got = fetched({ guide: "router", lang: "de" }, true);
    if (cause) await assert.rejects(got, (error: Error) => error.name === cause && words.test(error.message));
    else {
      const guide = await got;
      assert.ok("article" in guide);
      assert.equal((guide.article as Element).querySelector("a")?.href, `${GUIDES.href}x.html`);
    }
    assert.deepEqual(values[0], [`${BASE.href}unstuck-guide-router.de-0123456789abcdef.html`, "sha384-router.de", undefined]);
    assert.deepEqual(asked, [], "nothing unchecked");
  });

// What forbids a file of the release, and one of the author's: the browser says only that neither came.
for (const [sealed, attributes] of [
  [true, { guide: "router", lang: "de" }],
  [false, { src: "https://other.example/g.md" }],
] as const)
  test(`a guide ${sealed ? "of the release" : "of an author's"} that the page's policy forbids`, async () => {
    const forbid = (url: string) => {
      const event = Object.assign(new window.Event("securitypolicyviolation"), { blockedURI: url, effectiveDirective: "connect-src" });
      setTimeout(() => window.dispatchEvent(event));
    };
    globalThis.fetch = async (url) => {
      forbid(String(url));
      throw new TypeError("Failed to fetch");
    };
    if (!sealed) forbid(String((attributes as { src: string }).src));
    await assert.rejects(fetched(attributes, sealed), ({ name, message }: Error) => {
      assert.match(message, /add https:\/\/(cdn|other)\.example to its connect-src/);
      return name === "forbidden";
    });
  });

test("the sealed copy checks no file of the author's", async () => {
  answers = { "/g.md": [200, "", "# T"] };
  await fetched({ src: "/g.md" }, true);
  assert.deepEqual(asked, ["https://help.example/g.md"]);
});

test("an empty file is no guide", async () => {
  answers = { "/e.html": [200, "", ""] };
  await fails({ src: "/e.html" }, "UnstuckRefusal", /is empty/);
});

test("the longest article of a page counts, else its main part", () => {
  assert.equal(elementOf(parsed("<article>a</article><article id=x>abc</article><main>abcdefg</main>"))?.id, "x");
  assert.equal(elementOf(parsed("<p>a</p><main id=x>a</main>"))?.id, "x");
  assert.equal(elementOf(parsed("<p>a</p>"))?.localName, "body");
});

test("each word of many candidates is measured once, however they are nested", () => {
  const words = "x".repeat(1000);
  for (const html of [`<article>${words}`.repeat(400), `<article>${words}</article>`.repeat(400)]) {
    const page = parsed(`<body>${html}`);
    measured = 0;
    assert.equal(longestArticleOf(page), page.querySelector("article"));
    assert.equal(measured, 400_000);
  }
});

test("nodes of every kind are counted", () => {
  const { body } = parsed("<p>a<b>b</b><!-- c --></p>");
  assert.deepEqual([holdsMore(4, body), holdsMore(5, body), holdsMore(0, parsed("").body)], [true, false, false]);
});

test("a page whose Trusted Types forbid it has the browser make the document", async () => {
  answers = { "/g.html": [200, "", "<article><h1>T</h1></article>"] };
  trust = () => {
    throw new TypeError("TrustedHTML");
  };
  const guide = await fetched({ src: "/g.html" });
  assert.ok("article" in guide);
  assert.equal(asked.length, 2);
});

test("an HTML file is read in the encoding that it names", () => {
  const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0)).buffer;
  assert.equal(decode(bytes("<p>\u00c3\u00a9"), "text/html"), "<p>é");
  assert.equal(decode(bytes("<meta charset=latin1>\u00e9"), "text/html").at(-1), "é");
  assert.equal(decode(bytes("\u00e9"), 'text/html; charset="windows-1252"'), "é");
  assert.equal(decode(bytes("<meta charset=none>\u00c3\u00a9"), "").at(-1), "é");
  const wide = (text: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length));
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
    return view.buffer;
  };
  for (const littleEndian of [true, false]) {
    const type = `text/html; charset=${littleEndian ? "utf-16" : "utf-16be"}`;
    assert.equal(decode(wide("<p>é€", littleEndian), type), "<p>é€");
    // Its beginning counts for more than any name.
    assert.equal(decode(wide("\ufeff<p>é€", littleEndian), "text/html; charset=utf-8"), "<p>é€");
  }
  assert.equal(decode(bytes("\u00ef\u00bb\u00bf<meta charset=latin1>\u00c3\u00a9"), "text/html; charset=latin1").at(-1), "é");
  assert.equal(decode(bytes("<meta charset=utf-16>\u00c3\u00a9"), "").at(-1), "é");
});

const PICTURES: [address: string, own: boolean][] = [
  ["p.png", true],
  ["/p.png", true],
  ["https://files.example/p.png", true],
  ["https://help.example/p.png", true],
  ["data:image/png;base64,AA", true],
  ["https://third.example/p.png", false],
  ["//third.example/p.png", false],
  ["\\\\third.example/p.png", false],
  ["http://files.example/p.png", false],
  ["https://files.example:444/p.png", false],
  ["https://files.example.third.example/p.png", false],
  ["https://files.example@third.example/p.png", false],
  ["blob:https://third.example/x", false],
];
for (const [address, own] of PICTURES)
  test(`a picture at ${address} is ${own ? "" : "not "}shown`, () => {
    const at = (name: string, anyPictures: boolean) =>
      resolve(name, address, { base: "https://files.example/g/g.html", anyPictures }, "https://help.example/a");
    assert.equal(at("src", false) !== undefined, own);
    assert.ok(at("src", true));
    assert.ok(at("href", false));
  });

test("a picture that is left out leaves its words", async () => {
  answers = {
    "/g.html": [200, "", '<article><h1>T</h1>a<img src="https://third.example/p.png" alt="the plug">b<img src="http://:">c</article>'],
  };
  for (const [attributes, text, pictures] of [
    [{}, "Tathe plugbc", 0],
    [{ pictures: "any" }, "Tabc", 1],
  ] as const) {
    const guide = await fetched({ src: "/g.html", ...attributes });
    assert.ok("article" in guide);
    assert.deepEqual([(guide.article as Element).textContent, (guide.article as Element).querySelectorAll("img").length], [text, pictures]);
  }
});

// The same table is read natively by crates/adopt/tests/titles.rs.
const TITLES: [what: string, page: string, title: string][] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../crates/adopt/tests/titles.json"), "utf8"),
);
for (const [what, html, title] of TITLES)
  test(`the title around an article: ${what}`, () => {
    const page = parsed(html);
    const inner = page.querySelector("article article");
    assert.equal(titleAround(inner ?? (longestArticleOf(page) as Element)), title);
  });
