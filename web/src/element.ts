// The element <unstuck-guide>: starts the widget when it is near, switches between the steps and the text, and stays alive when
// the WebAssembly dies. Whatever fails, the element's own content and the page's article are still there.
//
// Belongs here: the element's life and what it shows by itself. Does not: what needs the guide (WebAssembly), where a guide's
// file is found (loader.ts), what only a failure needs (fallback.ts).
import type { Widget } from "unstuck-widget";
import { shell as WORDS } from "../../locales/en.json";
import LOOK from "../../styles/shell.css";
import { closestOf, find, holds, make, parsed, scrollTo } from "./dom.ts";
import type * as FallbackModule from "./fallback.ts";
import type { Source } from "./loader.ts";
import { LIMIT, Part } from "./parts.ts";
import { isTrap, Problem, within } from "./problem.ts";
import type * as ReaderModule from "./reader.ts";
import { sheetOf, wear } from "./style.ts";
import { rememberedView, rememberView, type View } from "./view.ts";

export const NAME = "unstuck-guide";

/** A start that takes longer is said to be slow (ms). */
const SLOW = 10_000;
/** A widget that shows nothing for longer is taken for dead (ms). */
const EMPTY = 1000;
/** How high the switch is, with the space under it (px). */
const BAR = 60;

type WidgetModule = typeof import("unstuck-widget");
type FileReaderModule = typeof import("./file-reader.ts");
type Startable = { default(options: InitOptions): Promise<unknown> };

const FILES = UNSTUCK_FILES;

/** A script and its WebAssembly, which come at the same time. */
const program = <M extends Startable>(name: "widget" | "reader" | "file-reader", script?: () => Promise<M>): Part<M> =>
  new Part<M>(FILES[`${name}.js`], async (part) => {
    const [module, code] = await Promise.all([script?.() ?? part.module(), part.code(FILES[`${name}.wasm`])]);
    await module.default({ module_or_path: code });
    return module;
  });
const widget = program<WidgetModule>("widget");
const look = new Part<CSSStyleSheet>(FILES["widget.css"], async (part) => sheetOf(await (await part.file(FILES["widget.css"])).text()));
// Its script alone finds a guide's file; its WebAssembly is for articles that are not wholly marked.
const loader = new Part<typeof ReaderModule>(FILES["reader.js"], (part) => part.module());
const reader = program<typeof ReaderModule>("reader", () => loader.load());
const fileReader = program<FileReaderModule>("file-reader");
const fallback = new Part<typeof FallbackModule>(FILES["fallback.js"], (part) => part.module());

/** A reader comes by a link that carries progress: the widget asks about it at once, also in a page that is open already. */
const carried = () => location.hash.startsWith("#unstuck=");

/** Starts what comes within a screen's height of what is seen. Without observers, all of it at once. */
const eye =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) (target as UnstuckGuide).boot();
    },
    { rootMargin: "100%" },
  );

const control = (action: "retry" | View, pressed: () => void): HTMLButtonElement => {
  const button = make("button", "", WORDS[action]);
  button.dataset.action = action;
  button.addEventListener("click", pressed);
  return button;
};

let ownSheet: CSSStyleSheet | undefined;

/** What of a mounted element is rendered anew when it is put back. */
interface Nodes {
  root: ShadowRoot;
  view: HTMLElement;
  line: HTMLElement;
  steps: HTMLElement;
  text?: HTMLElement;
}

export class UnstuckGuide extends HTMLElement {
  static observedAttributes = ["theme"];
  /** The elements that are in a page. */
  static #present = new Set<UnstuckGuide>();

  #nodes: Nodes | undefined;
  #widget: Widget | undefined;
  /** The record that the widget had when it left the page. Where nothing may be stored, it is all there is. */
  #restore: string | undefined;
  /** The start that is under way; one that took too long is not it any more. */
  #boot: object | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #source: Promise<Source> | undefined;

  constructor() {
    super();
    this.addEventListener("unstuck-screen", ({ detail }: CustomEventInit) => {
      this.dataset.screen = detail.screen;
    });
    // What stood in the widget's place may have been higher: until an answer nothing was to move.
    const settle = () => this.#nodes?.steps.style.removeProperty("min-height");
    this.addEventListener("unstuck-answer", settle);
    this.addEventListener("unstuck-verdict", settle);
  }

  /** A trap leaves every widget of its instance dead. */
  static trapped(error: unknown): void {
    if (widget.owns(error)) UnstuckGuide.#died(error);
  }

  static #died(error: unknown): void {
    widget.drop();
    for (const each of UnstuckGuide.#present) if (each.#widget) each.#fail(error, true);
  }

  /** A link with progress came into the open page: a living widget asks about it, others start for it. */
  static arrived(): void {
    if (carried()) for (const each of UnstuckGuide.#present) each.#widget ? each.#show("steps") : each.connectedCallback();
  }

  attributeChangedCallback(_: string, __: string | null, theme: string | null): void {
    this.#ask((widget) => widget.setTheme(theme ?? ""));
    for (const root of this.#nodes?.text?.children ?? []) (root as HTMLElement).dataset.theme = theme ?? "";
  }

  connectedCallback(): void {
    UnstuckGuide.#present.add(this);
    // Moved, not new: the widget is there already, or on its way.
    if (this.#widget || this.#boot) return;
    this.#build();
    const now = carried();
    const read = this.#keeps && !now && rememberedView() === "read";
    this.#show(read ? "read" : "steps", Boolean(eye) && !now && this.getAttribute("loading") !== "eager");
  }

  disconnectedCallback(): void {
    // A move disconnects and connects at once; only what stays away is taken down.
    setTimeout(() => {
      if (this.isConnected) return;
      UnstuckGuide.#present.delete(this);
      this.#end();
    });
  }

  get #keeps(): boolean {
    return this.getAttribute("storage") !== "none";
  }

  #build(): Nodes {
    const all = make("div", "all");
    const view = make("div", "view");
    view.setAttribute("role", "group");
    view.setAttribute("aria-label", WORDS.view);
    view.setAttribute("part", "view");
    view.append(...(["steps", "read"] as const).map((each) => control(each, () => this.#choose(each))));
    const line = make("div");
    const steps = make("div", "place");
    all.append(view, line, steps);
    // What stood here in its place may be higher than the widget: then that is kept, until the first answer.
    const high = this.firstElementChild ? this.offsetHeight : 0;
    const root = this.#nodes?.root ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(all);
    this.#nodes = { root, view, line, steps };
    this.#wear();
    if (high) steps.style.minHeight = `${high - BAR}px`;
    return this.#nodes;
  }

  #wear(...sheets: CSSStyleSheet[]): void {
    if (!this.#nodes?.root.adoptedStyleSheets) return;
    if (!ownSheet) {
      ownSheet = new CSSStyleSheet();
      ownSheet.replaceSync(LOOK);
    }
    wear(this.#nodes.root, ownSheet, ...sheets);
  }

  #choose(view: View): void {
    if (this.#keeps) rememberView(view);
    this.#show(view);
    const article = this.#article;
    if (view !== "read" || !article || holds(article, this)) return;
    scrollTo(article);
    // Where Tab goes on from. Focus itself would take an attribute on what is not ours.
    getSelection()?.collapse(article, 0);
  }

  /** Shows one of the two, and fetches what it lacks; `later`, when it is near. */
  #show(view: View, later = false): void {
    const nodes = this.#nodes ?? this.#build();
    const reads = view === "read";
    this.dataset.view = view;
    for (const button of nodes.view.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.action === view));
    nodes.steps.hidden = reads;
    if (nodes.text) nodes.text.hidden = !reads;
    if (this.#boot) return;
    if (reads ? this.#isFile && !nodes.text : !this.#widget) {
      if (later) eye?.observe(this);
      else this.boot();
    } else if (!this.#widget) this.dataset.state = "reading";
  }

  /** The article of the page that is meant. One that is named and not there is not another one. */
  get #article(): Element | null {
    const named = this.getAttribute("article");
    try {
      if (named) return find(named);
    } catch {
      return null;
    }
    return this.hasAttribute("src") || this.hasAttribute("guide") ? null : closestOf(this, "article");
  }

  /** Whether the guide is a file: then the element itself shows its text. */
  get #isFile(): boolean {
    return !this.getAttribute("article") && !this.#article;
  }

  async #find(): Promise<Source> {
    if (this.#isFile) return (await loader.load()).fetchGuide(this, new URL("guides/", Part.base));
    // Half an article is another guide.
    await parsed();
    const article = this.#article;
    if (article) return { article };
    throw new Problem("no-article", `no element matches article="${this.getAttribute("article")}"`);
  }

  async boot(): Promise<void> {
    eye?.unobserve(this);
    const boot = {};
    this.#boot = boot;
    this.dataset.state = "loading";
    this.#timer = setTimeout(() => this.#say("slow"), SLOW);
    try {
      this.#source ??= this.#find();
      await within(LIMIT, this.dataset.view === "read" ? this.#read(boot) : this.#mount(boot));
    } catch (error) {
      if (boot === this.#boot) this.#fail(error);
      return;
    }
    if (boot !== this.#boot) return;
    clearTimeout(this.#timer);
    this.#boot = undefined;
    const { view, line } = this.#nodes ?? this.#build();
    view.hidden = false;
    line.replaceChildren();
    // The reader may have chosen otherwise meanwhile.
    if (this.isConnected) this.#show(this.dataset.view as View);
    else this.#end();
  }

  async #mount(boot: object): Promise<void> {
    const source = this.#source as Promise<Source>;
    const [{ Widget }, sheet, guide] = await Promise.all([widget.load(), look.load(), source]);
    const place = make("div");
    // Taken off and put back meanwhile, it is another start that counts.
    const counts = () => this.isConnected && boot === this.#boot;
    if (!counts()) return;
    if ("article" in guide) this.#widget = Widget.fromArticle(place, this, guide.article, this.#restore);
    if (!this.#widget) {
      const json = "article" in guide ? (await reader.load()).guideOf(guide.article) : (await fileReader.load()).guideOf(guide);
      if (!counts()) return;
      this.#widget = Widget.fromGuide(place, this, json, this.#restore);
    }
    this.#wear(sheet);
    this.#nodes?.steps.replaceChildren(place);
    // A page can break what the widget is built with. Without words it is no widget.
    const words = () => place.textContent?.trim();
    for (const end = performance.now() + EMPTY; !words(); await new Promise((next) => setTimeout(next, 20)))
      if (performance.now() > end) throw new Problem("stopped", "the widget shows nothing; the article is there to read");
    if (counts()) this.dataset.state = "ready";
  }

  async #read(boot: object): Promise<void> {
    const source = this.#source as Promise<Source>;
    const [sheet, guide] = await Promise.all([look.load(), source]);
    const text = "article" in guide ? (await reader.load()).textOf(guide.article) : (await fileReader.load()).textOf(guide);
    if (boot !== this.#boot || !this.#nodes) return;
    text.setAttribute("part", "article");
    const root = make("div", "unstuck");
    root.lang = text.getAttribute("lang") ?? "";
    root.dataset.theme = this.getAttribute("theme") ?? "";
    root.append(text);
    this.#nodes.text = make("div");
    this.#nodes.text.append(root);
    this.#nodes.steps.after(this.#nodes.text);
    this.#wear(sheet);
    this.dataset.state = this.#widget ? "ready" : "reading";
  }

  #end(): void {
    clearTimeout(this.#timer);
    eye?.unobserve(this);
    const app = this.#widget;
    this.#widget = this.#boot = undefined;
    delete this.dataset.state;
    try {
      if (app) this.#restore = app.unmount();
    } catch {
      // A dead instance has nothing left to take down; it says so at the latest when it is to mount.
    }
  }

  /** A line in place of the widget, with the element's own content under it. Gives the control for another try. */
  #say(state: "slow" | "failed"): HTMLButtonElement {
    this.dataset.state = state;
    const line = make("p", "", WORDS.out);
    line.setAttribute("role", "status");
    line.setAttribute("part", "notice");
    const button = control("retry", () => {
      line.textContent = WORDS.starting;
      this.#end();
      this.boot();
    });
    button.setAttribute("part", "retry");
    this.#nodes?.line.replaceChildren(line, button, make("slot"));
    return button;
  }

  #fail(error: unknown, stopped = false): void {
    const { name, message } = error as Error;
    const { root, view, steps } = this.#nodes ?? this.#build();
    const source = this.#source;
    this.#end();
    this.#source = undefined;
    const tell = (cause: string) =>
      this.dispatchEvent(new CustomEvent("unstuck-error", { detail: { cause }, bubbles: true, composed: true }));
    // What is no guide is left to be read, with nothing said about it.
    if (name === "UnstuckRefusal") {
      console.error(`unstuck: refused: ${message}`);
      this.dataset.state = "refused";
      root.replaceChildren(make("slot"));
      tell("refused");
      return;
    }
    console.error("unstuck:", error);
    // Only what is dead itself is loaded anew; another guide's failure is none of the engine's.
    if (loader.owns(error)) {
      loader.drop();
      reader.drop();
    }
    if (fileReader.owns(error)) fileReader.drop();
    const button = this.#say("failed");
    view.hidden = steps.hidden = true;
    steps.replaceChildren();
    if (!stopped && widget.owns(error)) UnstuckGuide.#died(error);
    const files = (["widget.js", "widget.wasm", "widget.css"] as const).map((key) => new URL(FILES[key].name, Part.base).href);
    const failure = {
      host: this,
      retry: button,
      article: this.#article,
      source,
      error,
      stopped,
      files,
      base: Part.base,
    };
    within(
      SLOW,
      fallback.load().then((help) => help.show(failure)),
    )
      .catch(() => name || "Error")
      .then(tell);
  }

  /** Asks the widget, if there is one. A trap that the caller catches leaves it as dead as any. */
  #ask<T>(what: (widget: Widget) => T): T | undefined {
    try {
      return this.#widget && what(this.#widget);
    } catch (error) {
      if (isTrap(error)) UnstuckGuide.#died(error);
      else this.#fail(error, true);
      return undefined;
    }
  }

  back(): void {
    this.#ask((widget) => widget.back());
  }

  restart(): void {
    this.#ask((widget) => widget.restart());
  }

  report(): string {
    return this.#ask((widget) => widget.report()) ?? "";
  }

  get progress(): unknown {
    const text = this.#ask((widget) => widget.progress());
    return text ? JSON.parse(text) : null;
  }
}
