// The page's markup must have no say in where our scripts come from, and none in whether they are checked. Each row is something
// that a sanitiser may let through into an article.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressInStack } from "../src/address-in-stack.ts";
import { ADDRESS, ARTICLE, clobber, FakeWidget, open, type Page, ready, shell, tagIn, until } from "./page.ts";

const [code, sealed] = [await shell(), await shell(true)];

/** All that was asked for came from where the shell lies. */
const unharmed = (page: Page): void => {
  const asked = [...page.imported, ...page.fetched.map(([address]) => address)];
  assert.ok(asked.length > 0, "something was asked for");
  assert.deepEqual(
    asked.filter((address) => !address.startsWith("https://cdn.example/unstuck/")),
    [],
  );
};

/** In the sealed copy a tag fetches each script before it is imported; here it succeeds at once, or as `how` says. */
const tags = (page: Page, how = (tag: HTMLScriptElement) => tag.onload?.(new page.window.Event("load"))) => {
  const checked: [string, string][] = [];
  new page.window.MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof page.window.HTMLScriptElement && node.type === "module" && node.onload) {
        checked.push([node.src, node.getAttribute("integrity") ?? node.integrity]);
        how(node);
      }
  }).observe(page.document.documentElement, { childList: true, subtree: true });
  return checked;
};

const NAMES =
  "currentScript createElement createElementNS querySelector querySelectorAll addEventListener head body readyState documentElement baseURI title location implementation defaultView hidden".split(
    " ",
  );
for (const [copy, text] of [
  ["", code],
  ["the sealed copy: ", sealed],
] as const)
  for (const [kind, module] of [
    ["classic", false],
    ["module", true],
  ] as const) {
    for (const name of NAMES.filter((name) => name !== "location"))
      test(`${copy}a ${kind} tag with <img name="${name}">`, async () => {
        const page = open(ARTICLE);
        const tag = tagIn(page, { src: ADDRESS, "data-article": "#lamp", ...(module && { type: "module" }) });
        tags(page);
        clobber(page, name);
        page.run(text, module ? undefined : tag);
        assert.equal(page.guide()?.previousElementSibling, tag, "the element's place");
        await ready(page);
        unharmed(page);
      });

    test(`${copy}a ${kind} tag with all of them at once, as forms`, async () => {
      const page = open(ARTICLE);
      const tag = tagIn(page, { src: ADDRESS, "data-article": "#lamp", ...(module && { type: "module" }) });
      const checked = tags(page);
      // jsdom itself listens on the document.
      for (const name of NAMES.filter((name) => !["location", "body", "addEventListener"].includes(name)))
        clobber(page, name, `<form name="${name}"><input name="append"><input name="src"><input name="call"></form>`);
      page.run(text, module ? undefined : tag);
      await ready(page);
      unharmed(page);
      const held = ["first-screen.js", "widget.js"].map((name) => [`https://cdn.example/unstuck/unstuck-${name}`, `sha384-${name}`]);
      if (text === sealed) assert.deepEqual(checked, held);
    });
  }

test("an image for the tag names no guide", async () => {
  const page = open(ARTICLE);
  clobber(page, "currentScript", '<img name="currentScript" src="https://evil.example/x" data-src="https://evil.example/guide.html">');
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  assert.equal(page.document.querySelectorAll("unstuck-guide").length, 1);
  assert.equal(page.guide().getAttribute("src"), null);
});

test("a base that comes after a relative tag changes nothing", async () => {
  const page = open(`<base href="https://evil.example/">${ARTICLE}`);
  // What the tag says it would load now.
  const tag = tagIn(page, { src: "embed.js", "data-article": "#lamp" });
  assert.equal(tag.src, "https://evil.example/embed.js");
  page.run(code, tag, ADDRESS);
  await ready(page);
  unharmed(page);
});

test("an element after the tag that is a form is no place of ours", async () => {
  for (const name of ["matches", "getAttribute", "closest"]) {
    const page = open(ARTICLE);
    const tag = tagIn(page, { src: ADDRESS, "data-article": "#lamp" });
    tag.insertAdjacentHTML("afterend", "<form></form>");
    Object.defineProperty(page.document.querySelector("form"), name, { value: page.document.createElement("input") });
    page.run(code, tag);
    assert.equal(page.guide()?.previousElementSibling, tag, name);
  }
});

test("a later screen that shows nothing ends as a failure too", async () => {
  const page = open(ARTICLE);
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  await ready(page);
  const place = page.guide().shadowRoot?.querySelector(".place > div") as Element;
  const screen = () => page.guide().dispatchEvent(new page.window.CustomEvent("unstuck-screen", { detail: { screen: "fix", id: "bulb" } }));
  // Between two screens there may be nothing for a moment.
  place.textContent = "";
  screen();
  place.textContent = "Next";
  await new Promise((next) => setTimeout(next, 1100));
  assert.equal(page.guide().dataset.state, "ready");
  place.textContent = " ";
  screen();
  await until("the failure", () => page.guide().dataset.state === "failed");
  await until("the cause", () => page.causes.includes("stopped"));
});

test("an article that is a form is read all the same", async () => {
  const page = open(`<form id="lamp">${ARTICLE.replace(' id="lamp"', "")}</form>`);
  const form = page.document.querySelector("form") as HTMLFormElement;
  for (const name of ["contains", "closest", "querySelector", "scrollIntoView", "textContent"])
    Object.defineProperty(form, name, { value: page.document.createElement("input") });
  page.window.Element.prototype.scrollIntoView = () => {};
  page.run(code, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  FakeWidget.words = "x";
  page.guide().shadowRoot?.querySelector<HTMLElement>("[data-action=read]")?.click();
  assert.equal(page.guide().dataset.view, "read");
});

// The seal never fails open: what goes wrong on the way ends the start, and nothing is imported.
const forbidding = () => {
  throw new TypeError("Policy 'unstuck' disallowed");
};
const enforced = (page: Page): void => {
  Object.defineProperty(page.window.HTMLScriptElement.prototype, "src", {
    get: () => ADDRESS,
    set: forbidding,
    configurable: true,
  });
};
const SEAL: [string, string, (page: Page) => void][] = [
  ["a file that is another one", "TypeError", (page) => void tags(page, (tag) => (tag.onerror as () => void)())],
  [
    "a policy that the page forbids",
    "forbidden",
    (page) => {
      Object.assign(page.window, { trustedTypes: { createPolicy: forbidding } });
      enforced(page);
    },
  ],
  [
    "a tag that cannot be made",
    "TypeError",
    (page) => {
      const make = page.window.Document.prototype.createElement;
      page.window.Document.prototype.createElement = function (this: Document, name: string) {
        if (name === "script") throw new TypeError("no");
        return make.call(this, name);
      } as typeof make;
    },
  ],
  [
    "a head that takes nothing",
    "TypeError",
    (page) => {
      const { append } = page.window.Element.prototype;
      page.window.Element.prototype.append = function (this: Element, ...nodes: (Node | string)[]) {
        if (this.localName === "head") throw new TypeError("no");
        append.call(this, ...nodes);
      };
    },
  ],
];
for (const [name, cause, harm] of SEAL)
  test(`the seal holds: ${name}`, async () => {
    const page = open(ARTICLE);
    const tag = tagIn(page, { src: ADDRESS, "data-article": "#lamp" });
    harm(page);
    page.run(sealed, tag);
    await until("the end", () => page.guide().dataset.state === "failed");
    assert.deepEqual(page.imported, []);
    assert.match(page.said.join(), new RegExp(cause === "forbidden" ? "add unstuck to its trusted-types" : cause));
  });

test("a page without Trusted Types needs no policy, though it may forbid ours", async () => {
  // Two scripts: this article is not wholly marked.
  const page = open('<article id="lamp"><h1>The lamp</h1><ol><li>x</li></ol></article>');
  let tries = 0;
  const createPolicy = () => {
    tries++;
    return forbidding();
  };
  Object.assign(page.window, { trustedTypes: { createPolicy } });
  const checked = tags(page);
  page.run(sealed, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
  await ready(page);
  assert.equal(checked.length, 2);
  assert.equal(tries, 1, "each try is a violation");
});

test("the sealed copy holds what it fetches to its value, the other one holds nothing", async () => {
  for (const [text, values] of [
    [sealed, ["sha384-first-screen.wasm", "sha384-widget.css", "sha384-widget.wasm"]],
    [code, ["", "", ""]],
  ] as const) {
    const page = open(ARTICLE);
    tags(page);
    page.run(text, tagIn(page, { src: ADDRESS, "data-article": "#lamp" }));
    await ready(page);
    assert.deepEqual(page.fetched.map(([, value]) => value).sort(), [...values]);
  }
});

const STACKS: [string, string | undefined][] = [
  ["Error\n    at https://a.example/u/embed.js:1:23", "https://a.example/u/embed.js"],
  [
    "Error\n    at ours (https://a.example:8080/u/embed.js?v=1:1:23)\n    at https://b.example/x.js:1:1",
    "https://a.example:8080/u/embed.js?v=1",
  ],
  ["Error\n    at new Promise (https://a.example/(u)/embed.js:1:23)", "https://a.example/(u)/embed.js"],
  ["ours@https://a.example/embed.js:1:2\n@https://a.example/embed.js:3:4\n", "https://a.example/embed.js"],
  ["global code@https://a.example/embed.js:1:2", "https://a.example/embed.js"],
  ["module code@file:///u/embed.js:1:2", "file:///u/embed.js"],
  // Text that another script evaluates has no address, and none of that script's.
  [
    "Error\n    at eval (eval at run (https://b.example/rocket.js:1:1), <anonymous>:1:1)\n    at run (https://b.example/rocket.js:1:1)",
    undefined,
  ],
  ["Error\n    at about:srcdoc:1:2", undefined],
  ["Error\n    at blob:https://a.example/1234:1:2", undefined],
  ["Error", undefined],
  ["", undefined],
];
for (const [stack, wanted] of STACKS)
  test(`the address in ${JSON.stringify(stack.slice(0, 60))}`, () => assert.equal(addressInStack(stack), wanted));

for (const [before, during] of [
  ["Error.stackTraceLimit = 7", 1],
  ["Error.stackTraceLimit = 0", 0],
  ["delete Error.stackTraceLimit", undefined],
  ["Object.freeze(Error)", 10],
] as const)
  test(`our stack is one frame, and the page's are as it wants them: ${before}`, async () => {
    const page = open(ARTICLE);
    const stack = `{ stack: "Error\\n    at ${ADDRESS}:1:2" }`;
    page.window.eval(
      `${before}; limits = []; Error = new Proxy(Error, { construct: (own) => (limits.push(own.stackTraceLimit), ${stack}) })`,
    );
    const limit = page.window.eval("Error.stackTraceLimit");
    page.run(code, tagIn(page, { src: "elsewhere.js", "data-article": "#lamp" }));
    await ready(page);
    unharmed(page);
    assert.deepEqual([page.window.eval("limits[0]"), page.window.eval("Error.stackTraceLimit")], [during, limit]);
  });

test("no stack is no address", () => assert.equal(addressInStack(undefined), undefined));
