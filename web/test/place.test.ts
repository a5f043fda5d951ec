// What a guide is called where its author has not named it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { enter } from "./globals.ts";

const dom = new JSDOM("", { url: "https://help.example/" });
const { window } = dom;
enter(window);
const { placeOf, placeOfFile } = await import("../src/place.ts");

const HERE = "https://help.example";
const ONE = "<article>x<unstuck-guide></unstuck-guide></article>";
const by = (selector: string) => `<unstuck-guide article="${selector}"></unstuck-guide>`;

/** Where the article with this attribute is, on a page of this address, with this body and head. */
const place = (address: string, body: string, article = "article", head = ""): string => {
  dom.reconfigure({ url: new URL(address, HERE).href });
  window.document.head.innerHTML = head;
  window.document.body.innerHTML = body;
  return placeOf(window.document.querySelector(article) as Element);
};

const PATHS: [address: string, place: string][] = [
  ["/", "/@1"],
  ["/index.html", "/@1"],
  ["/a", "/a@1"],
  ["/a/", "/a@1"],
  ["/a/index.html", "/a@1"],
  ["/a?utm=1", "/a@1"],
  ["/a#s", "/a@1"],
  ["/a/?x#s", "/a@1"],
  ["/a/#unstuck=1AxDzs", "/a@1"],
  ["/a.html", "/a.html@1"],
  ["/my-index.html", "/my-index.html@1"],
  ["/A", "/A@1"],
  ["/a/index.HTML", "/a/index.HTML@1"],
  ["/a/b", "/a/b@1"],
  ["/a%2Fb", "/a%2Fb@1"],
  ["/a%2fb", "/a%2Fb@1"],
  ["/%61/", "/a@1"],
  ["/a/%69ndex.html", "/a@1"],
  ["/lämpe", "/l%C3%A4mpe@1"],
  ["/l%c3%a4mpe", "/l%C3%A4mpe@1"],
  ["/l%e4mpe", "/l%E4mpe@1"],
  ["/l%E4mpe%", "/l%E4mpe%25@1"],
  ["/Lamp_(light)", "/Lamp_(light)@1"],
  ["/Lamp_%28light%29", "/Lamp_(light)@1"],
  ["/~me", "/~me@1"],
  ["/%7Eme", "/~me@1"],
  ["/a@1", "/a%401@1"],
  ["/a%23q1", "/a%23q1@1"],
  ["/a:1", "/a%3A1@1"],
  ["/x/../a/./", "/a@1"],
  ["/a;jsessionid=1B3/", "/a@1"],
  // A route in the fragment is a page of its own; the first page of such a site has none, or an empty one.
  ["/#/", "/@1"],
  ["/#/lamp", "/#/lamp@1"],
  ["/#!/lamp/?id=s", "/#/lamp@1"],
  ["/#unstuck=1AxDzs&/lamp", "/#/lamp@1"],
  ["/#/door", "/#/door@1"],
];
for (const [address, expected] of PATHS) test(`the place of a page: ${address}`, () => assert.equal(place(address, ONE), expected));

const CANONICAL: [address: string, canonical: string, place: string][] = [
  ["/?p=12&utm=1", "/?p=12", "/?p%3D12@1"],
  ["/a/", `${HERE}/a/index.html?article=door`, "/a?article%3Ddoor@1"],
  ["/a?article=door", "/a", "/a@1"],
  ["/a", "/b?article=door", "/a@1"],
  ["/a", "https://other.example/a?article=door", "/a@1"],
  ["/a", "http://:", "/a@1"],
];
for (const [address, canonical, expected] of CANONICAL)
  test(`the place of ${address}, which is called ${canonical}`, () =>
    assert.equal(place(address, ONE, "article", `<link rel="canonical" href="${canonical}">`), expected));

const named = (id: string, more = "") => `<article id="${id}" ${more}>x</article>${by(`[${more || `id='${id}'`}]`)}`;
const ARTICLES: [what: string, body: string, place: string][] = [
  ["its id", named("q1", "x"), "/a#q1"],
  ["its id, in another case", named("Q1", "x"), "/a#Q1"],
  ["an id that looks like a place", named("@1", "x"), "/a#%00401"],
  ["an id with what places hold", named("a/b#c ä%", "x"), "/a#a%002fb%0023c%0020%00e4%0025"],
  ["the second of an id", `${named("q1", "y")}${named("q1", "x")}`, "/a#q1@2"],
  ["no id", `<article x></article>${by("[x]")}`, "/a@1"],
  ["an empty id", named("", "x"), "/a@1"],
  ["the second guide", `${ONE}<article x></article>${by("[x]")}`, "/a@2"],
  ["an article that is no guide before it", `<article>news</article><article x></article>${by("[x]")}`, "/a@1"],
  ["a guide with an id before it", `${named("q1", "y")}<article x></article>${by("[x]")}`, "/a@1"],
  ["a guide with a name before it", `<article data-unstuck-guide=n y></article>${by("[y]")}<article x></article>${by("[x]")}`, "/a@2"],
  [
    "a guide before it whose tag has not run",
    `<article y></article><script data-article="[y]"></script><article x></article>${by("[x]")}`,
    "/a@2",
  ],
  ["two elements before it of one guide", `<article y></article>${by("[y]")}${by("[y]")}<article x></article>${by("[x]")}`, "/a@2"],
  ["two elements of its own", `<article x></article>${by("[x]")}${by("[x]")}`, "/a@1"],
  [
    "elements of files and of nothing before it",
    `<article><unstuck-guide src=f.md></unstuck-guide></article>${by("[")}${by("#none")}<article x></article>${by("[x]")}`,
    "/a@1",
  ],
  ["elements in another order", `${by("[x]")}${by("[y]")}<article y></article><article x></article>`, "/a@2"],
];
for (const [what, body, expected] of ARTICLES)
  test(`the place of an article: ${what}`, () => assert.equal(place("/a", body, "[x]"), expected));

test("an article in a shadow root is in its host", () => {
  place("/a", `<article></article>${by("article")}<help-page></help-page><help-page></help-page><help-page id=h></help-page>`);
  const hosts = [...window.document.querySelectorAll("help-page")];
  const places = hosts.map((host) => {
    host.attachShadow({ mode: "open" }).innerHTML = ONE;
    return placeOf(host.shadowRoot?.querySelector("article") as Element);
  });
  assert.deepEqual(places, ["/a@1@1", "/a@2@1", "/a#h@1"]);
});

test("an id that is no text does not end anything", () => {
  place("/a", ONE);
  const article = window.document.querySelector("article") as Element;
  article.id = "\ud800";
  assert.equal(placeOf(article), "/a#%d800");
});

test("a page without a path is nowhere", () => {
  for (const address of ["about:blank", "data:text/html,x"]) assert.equal(place(address, ONE), "");
});

test("a path of any length is told in time", () => {
  for (const path of ["/".repeat(100_000), "/%61".repeat(30_000), `/a${";jsessionid=".repeat(10_000)}`]) {
    place(`${HERE}${path}x`, ONE);
    const start = performance.now();
    placeOf(window.document.querySelector("article") as Element);
    assert.ok(performance.now() - start < 1000);
  }
});

const FILES: [address: string, place: string][] = [
  ["/g/lamp.md", "/g/lamp.md"],
  ["/g/lamp.md?v=1#s", "/g/lamp.md"],
  ["/g/index.html", "/g"],
  ["/g/", "/g"],
  ["https://other.example/g/lamp.md", "https%3A%2F%2Fother.example/g/lamp.md"],
  ["https://other.example:8080/g/lamp.md", "https%3A%2F%2Fother.example%3A8080/g/lamp.md"],
  ["/https%3A%2F%2Fother.example/g/lamp.md", "/https%3A%2F%2Fother.example/g/lamp.md"],
  ["data:text/html,x", ""],
  ["blob:https://help.example/1", ""],
];
for (const [address, expected] of FILES)
  test(`the place of a file: ${address}`, () => {
    dom.reconfigure({ url: `${HERE}/page` });
    assert.equal(placeOfFile(new URL(address, `${HERE}/page`)), expected);
  });
