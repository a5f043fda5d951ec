// The shell in another language than English: its words, and what the widget is taught.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, FakeWidget, guidesOf, open, ready, shell, until } from "./page.ts";

const TEXT = await shell();
const words = (page: ReturnType<typeof open>): (string | null)[] => {
  const view = page.guide().shadowRoot?.querySelector(".view");
  return [view?.getAttribute("lang") ?? null, ...[...(view?.querySelectorAll("button") ?? [])].map((each) => each.textContent)];
};

test("an article in German is walked in German, and one file is fetched for it", async () => {
  const page = open(`<div lang="de-AT">${ARTICLE}</div><unstuck-guide article="#lamp" loading="eager"></unstuck-guide>`);
  page.run(TEXT);
  await ready(page);
  assert.deepEqual(words(page), ["de", "Schritt für Schritt", "Ganzer Artikel"]);
  assert.deepEqual(FakeWidget.learnt, [["de-AT", "de", { yes: "Ja" }]]);
  assert.equal(page.fetched.filter(([address]) => address.includes("locale")).length, 1);
});

test("English costs nothing for the other languages, and is what there is where one does not come", async () => {
  for (const lang of ["en", "tlh", "de"]) {
    const page = open(`<div lang="${lang}">${ARTICLE}</div><unstuck-guide article="#lamp" loading="eager"></unstuck-guide>`);
    const { fetch } = page.window;
    let asked = 0;
    page.window.fetch = async (address, how) => {
      if (!String(address).includes("locale")) return fetch(address, how);
      asked++;
      return new Response("", { status: 404 });
    };
    page.run(TEXT);
    await ready(page);
    assert.deepEqual(words(page), ["en", "Step by step", "Full article"], lang);
    assert.deepEqual(FakeWidget.learnt, []);
    assert.equal(asked > 0, lang === "de");
  }
});

test("the reader goes on in another language at the same place", async () => {
  const page = open('<unstuck-guide guide="lamp" loading="eager"></unstuck-guide>');
  const article = (lang: string) => {
    const made = page.document.createElement("div");
    made.innerHTML = `<div lang="${lang}">${ARTICLE}</div>`;
    return made.querySelector("article");
  };
  const reader = page.modules.get("unstuck-reader.js")?.() as object;
  page.modules.set("unstuck-reader.js", () => ({
    ...reader,
    fetchGuide: async (element: Element) => ({ article: article(element.getAttribute("lang") ?? "en"), place: "" }),
  }));
  page.run(TEXT);
  await ready(page);
  const select = () => page.guide().shadowRoot?.querySelector<HTMLSelectElement>("select[data-action=language]");
  await until("the choice of a language", select);
  assert.deepEqual(
    [...(select()?.options ?? [])].map(({ text, lang }) => [text, lang]),
    [
      ["English", "en"],
      ["Deutsch", "de"],
    ],
  );
  const choice = select();
  if (!choice) throw new Error("no choice");
  choice.value = "de";
  choice.focus();
  choice.dispatchEvent(new page.window.Event("change"));
  await until("German", () => words(page)[0] === "de" && select()?.value === "de" && guidesOf(page)[0]?.dataset.state === "ready");
  assert.deepEqual(FakeWidget.restored, [undefined, JSON.stringify({ v: 2, guide: "lamp" })]);
  assert.equal(page.guide().shadowRoot?.activeElement, select());
  assert.equal(page.window.localStorage.getItem("unstuck::lang"), "de");
  assert.equal(select()?.getAttribute("aria-label"), "Sprache");
});

test("who changes the language twice, faster than it comes, keeps every answer", async () => {
  const page = open('<unstuck-guide guide="lamp" loading="eager" storage="none"></unstuck-guide>');
  const reader = page.modules.get("unstuck-reader.js")?.() as object;
  let come = (): void => {};
  const late = new Promise<void>((done) => {
    come = done;
  });
  page.modules.set("unstuck-reader.js", () => ({
    ...reader,
    fetchGuide: async (element: Element) => {
      const lang = element.getAttribute("lang") ?? "en";
      if (lang === "de") await late;
      const made = page.document.createElement("div");
      made.innerHTML = `<div lang="${lang}">${ARTICLE}</div>`;
      return { article: made.querySelector("article"), place: "" };
    },
  }));
  page.run(TEXT);
  await ready(page);
  FakeWidget.restored.length = 0;
  const select = () => page.guide().shadowRoot?.querySelector<HTMLSelectElement>("select[data-action=language]");
  await until("the choice of a language", select);
  for (const lang of ["de", "en"]) {
    const choice = select();
    if (!choice) throw new Error("no choice");
    choice.value = lang;
    choice.dispatchEvent(new page.window.Event("change"));
  }
  await ready(page);
  assert.deepEqual(FakeWidget.restored, [JSON.stringify({ v: 2, guide: "lamp" })]);
  come();
});
