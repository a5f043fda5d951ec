// The element <unstuck-guide>: starts the widget when it is near, switches between the steps and the text, and stays alive when
// the WebAssembly dies. Whatever fails, the element's own content and the page's article remain.
//
// Belongs here: the element's life and what it shows by itself. Does not: what needs the guide (WebAssembly), where a guide's
// file is found (loader.ts), what only a failure needs (fallback.ts).
import type { Widget } from "unstuck-widget";
import CSS from "../../styles/shell.css";
import { articleOf, Followed, isFile, isNamed, whyMissing } from "./article.ts";
import { globalOf, holds, isParsing, loaded, make, parsed, scrollTo } from "./dom.ts";
import * as entries from "./entries.ts";
import { FirstScreen } from "./handover.ts";
import { Language } from "./language.ts";
import * as link from "./link.ts";
import type { Source } from "./loader.ts";
import { langOf } from "./locale.ts";
import { expect, open } from "./opening.ts";
import { LIMIT, Part } from "./parts.ts";
import { hintAtName, nameOfGuide, placeOfGuide } from "./place.ts";
import { isTrap, shows, within } from "./problem.ts";
import { FILES, fallback, fileReader, loader, reader, release, widget, widgetSheet } from "./release.ts";
import { restoreFirst } from "./second-copy.ts";
import { SHOWN, Shown } from "./shown.ts";
import { findSource, guideOf } from "./source.ts";
import { keeps } from "./storage.ts";
import { sheetOf } from "./style.ts";
import { NAMING, place } from "./tags.ts";
import { remembersReading, rememberView, type View } from "./view.ts";
import { beforeFrame, painted } from "./watch.ts";

/** A start that takes longer is said to be slow (ms). */
const SLOW = 10_000;
/** One that takes longer says that it is under way (ms). */
const SOON = 1_000;
/** An article that is not there so long (ms) after the page has loaded is said to be missing. It may still come. */
const MISSING = 3000;

const shellSheet = sheetOf(CSS);
/** Starts what comes within a screen's height of what is seen. Without observers, all of it at once. */
const start = (seen: IntersectionObserverEntry[]): void => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) (target as UnstuckGuide).boot();
};
const eye = globalOf("IntersectionObserver") && new IntersectionObserver(start, { rootMargin: "100%" });

const control = (action: "retry" | View, words: string, pressed: () => void, attributes = {}): HTMLButtonElement => {
  const button = make("button", { "data-action": action, ...attributes }, words);
  button.addEventListener("click", pressed);
  return button;
};

export class UnstuckGuide extends HTMLElement {
  static observedAttributes = [...NAMING, "theme", ...SHOWN];
  /** Has an element put where a tag stands. */
  static place = place;
  /** The elements that are in a page. */
  static #present = new Set<UnstuckGuide>();
  /** Whether it was said that an element is without an article. */
  static #said = false;

  /** How high the element's own content is, before the shadow root hides it (px). */
  readonly #before = this.firstElementChild ? this.offsetHeight : 0;
  /** What the page's HTML shows before the widget is there. */
  #first = FirstScreen.of(this);
  readonly #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  readonly #view = this.#first?.part("view") ?? make("div", { class: "view", role: "group", part: "view" });
  readonly #line = this.#first?.part("line") ?? make("div", { class: "line" });
  readonly #steps = this.#first?.part("place") ?? make("div", { class: "place" });
  readonly #text = this.#first?.part("text") ?? make("div");
  readonly #all = this.#first?.all ?? make("div", { class: "all" }, this.#view, this.#line, this.#steps, this.#text);
  readonly #language = new Language(this, this.#view);

  #widget: Widget | undefined;
  /** The record that the widget had when it left the page. Where nothing may be stored, it is all there is. */
  #restore: string | undefined;
  /** The start that is under way; one that took too long is not it any more. */
  #boot: object | undefined;
  #source: Promise<Source> | undefined;
  /** Whether it was said that the article is missing. */
  #missed = false;
  #waits = false;
  /** The article, and what becomes of it. */
  readonly #guide = new Followed(this, {
    appeared: () => this.#waits && this.#begin(),
    gone: () => this.#waits || this.#wait(),
    replaced: () => this.#startOver(),
    isSameGuide: async (article) => this.#json && (await reader.load()).guideOf(article, isNamed(this)) === this.#json,
  });
  /** The guide that the reader made of it. */
  #json: string | undefined;
  readonly #shown = new Shown(this);

  /** It is another guide that is named now. */
  readonly #rename = (): void => {
    if (!this.isConnected) return;
    if (isFile(this) || !this.#guide.isRead) {
      this.#leave();
      this.connectedCallback();
      return;
    }
    // Another name for the same article changes nothing.
    this.#guide.follow();
    this.#guide.look();
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [shellSheet];
    for (const view of ["steps", "read"] as const) {
      const there = this.#view.querySelector(`[data-action=${view}]`);
      if (there) there.addEventListener("click", () => this.#choose(view));
      else this.#view.append(control(view, "", () => this.#choose(view)));
    }
    if (!this.#first?.isShown) this.#first?.drop();
    // What stood in the widget's place may be higher, beside the switch (60 px): until an answer nothing is to move.
    if (this.#before) this.#steps.style.minHeight = `${this.#before - 60}px`;
    for (const name of ["unstuck-answer", "unstuck-verdict"])
      this.addEventListener(name, () => {
        this.#steps.style.removeProperty("min-height");
        this.#steps.classList.remove("still");
        this.#view.classList.add("begun");
      });
    this.addEventListener("unstuck-screen", ({ detail, target }: Event & CustomEventInit) => {
      if (target !== this) return;
      this.#shown.tell({ screen: detail?.screen });
      entries.note();
      const app = this.#widget;
      if (app) shows(this.#steps).catch((error) => app === this.#widget && this.#fail(error, true));
    });
  }

  /** A trap leaves every widget of its instance dead. `ours`: whether it was in the widget, which not every stack says. */
  static trapped(error: unknown, ours = widget.owns(error)): void {
    if (!ours) return;
    widget.drop();
    for (const each of UnstuckGuide.#present) if (each.#widget) each.#fail(error, true);
  }

  /** Whether the page has come to another entry of a walk's. Those walks have then followed. */
  static followHistory(): boolean {
    return [...UnstuckGuide.#present].map((each) => each.#ask((widget) => widget.followHistory())).includes(true);
  }

  /** A link with progress came into the open page: living widgets are asked whose it is, others start for it. */
  static arrived(): void {
    for (const each of UnstuckGuide.#present) {
      link.keep(keeps(each));
      each.#ask((widget) => link.handTo(widget));
      each.#widget ? each.#show("steps") : each.connectedCallback();
    }
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (now === before) return;
    if (NAMING.includes(name)) {
      if (this.#waits || this.#source || this.#shown.view) beforeFrame(this.#rename);
      return;
    }
    if (name !== "theme") {
      this.#shown.changed(name, now);
      return;
    }
    this.#ask((widget) => widget.setTheme(now ?? ""));
    for (const text of this.#text.children) (text as HTMLElement).dataset.theme = now ?? "";
  }

  connectedCallback(): void {
    UnstuckGuide.#present.add(this);
    this.#guide.follow();
    // Moved, not new: the widget is there already, or on its way.
    if (this.#widget || this.#boot) return;
    // It may be one that the page has kept.
    this.#shown.putBack();
    if (!isFile(this) && !articleOf(this)) {
      // While the page is parsed, its place is kept.
      if (!isParsing()) return void this.#wait();
      parsed().then(() => this.#guide.look());
    }
    this.#begin();
  }

  /** Shows what belongs to the steps or the text, and starts when it is near. */
  #begin(): void {
    this.#waits = false;
    const first = this.#first?.isShown;
    // A link that is put in again loads its style sheet again.
    if (first) this.#root.querySelector("slot")?.remove();
    // What stays where it is keeps focus.
    else if (this.#root.lastChild !== this.#all || this.#root.firstChild !== this.#all) this.#root.replaceChildren(this.#all);
    this.#line.replaceChildren();
    this.#view.hidden = false;
    // English words are not to be seen first. A first screen has the right ones.
    if (!first) this.#view.classList.add("unsaid");
    this.#language.begin();
    const reads = keeps(this) && remembersReading();
    // A link with progress is asked about at once. Who reads starts no widget, which would look for that of a restored tab.
    const now = link.waits() || (reads && link.recall());
    link.keep(keeps(this));
    // Pressed before this script was there.
    const { chosen } = this.#all.dataset;
    delete this.#all.dataset.chosen;
    if (chosen) this.#choose(chosen as View);
    else this.#show(reads && !now ? "read" : "steps", Boolean(eye) && !now && this.getAttribute("loading") !== "eager");
  }

  disconnectedCallback(): void {
    // A move disconnects and connects at once; only what stays away is taken down.
    setTimeout(() => this.isConnected || this.#end());
  }

  #choose(view: View): void {
    if (keeps(this)) rememberView(view);
    this.#show(view);
    const article = articleOf(this);
    if (view !== "read" || !article || holds(article, this)) return;
    scrollTo(article);
    // Where Tab goes on from. Focus itself would take an attribute on what is not ours.
    getSelection()?.collapse(article as Node, 0);
  }

  /** Shows one of the two, and fetches what it lacks; `later`, when it is near. */
  #show(view: View, later = false): void {
    const reads = view === "read";
    this.#shown.tell({ view });
    for (const button of this.#view.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.action === view));
    this.#steps.hidden = reads;
    this.#text.hidden = !reads;
    // Nobody could see what is being read aloud.
    if (reads) this.#ask((widget) => widget.silence());
    if (this.#boot) return;
    if (reads ? isFile(this) && !this.#text.hasChildNodes() : !this.#widget) {
      if (later) eye?.observe(this);
      else this.boot();
    } else if (!this.#widget) this.#shown.tell({ state: "reading" });
  }

  /* ---- The article comes, goes and changes ---- */

  /** Another article: another walk. In another language it is the same one, with this record. */
  #startOver(record?: string): void {
    this.#leave();
    this.#restore = record;
    this.#begin();
  }

  #leave(): void {
    this.#end();
    this.#guide.forget();
    this.#source = this.#restore = this.#json = undefined;
    this.#line.replaceChildren();
    this.#first?.drop();
    this.#first = undefined;
    this.#steps.replaceChildren();
    this.#text.replaceChildren();
  }

  /** Nothing is shown until there is an article, and nothing is said until it is sure. */
  async #wait(): Promise<void> {
    this.#leave();
    this.#waits = true;
    this.#shown.tell({ state: "waiting" });
    this.#root.replaceChildren(make("slot"));
    await loaded();
    setTimeout(() => this.#waits && this.isConnected && this.#miss(), MISSING);
  }

  #miss(): void {
    if (this.#missed) return;
    this.#missed = true;
    if (this.hasAttribute("article")) {
      this.#shown.tell({ state: "failed" });
      console.error(`unstuck: no-article: ${whyMissing(this)}`);
    } else if (!UnstuckGuide.#said) {
      UnstuckGuide.#said = true;
      console.info(`unstuck: ${whyMissing(this)}`);
    }
    this.#dispatch("no-article");
  }

  #dispatch(cause: string): void {
    this.dispatchEvent(new CustomEvent("unstuck-error", { detail: { cause }, bubbles: true, composed: true }));
  }

  /* ---- The walk ---- */

  async boot(): Promise<void> {
    eye?.unobserve(this);
    const boot = {};
    this.#boot = boot;
    const reads = this.dataset.view === "read";
    if (!reads && !this.#first && !this.#restore) expect(this);
    this.#shown.tell({ state: "loading" });
    // Of a tab that its browser has restored, nothing need tell that it was open before.
    if (link.recall()) UnstuckGuide.arrived();
    const under = make("p", { class: "soon", role: "status" });
    const soon = setTimeout(() => {
      under.textContent = this.#language.words.shell.loading;
      if (boot === this.#boot && !this.#first?.isShown) this.#line.replaceChildren(under);
    }, SOON);
    const slow = setTimeout(() => boot === this.#boot && this.#say("slow"), SLOW);
    try {
      this.#source ??= findSource(this, this.#guide);
      await (reads ? within(LIMIT, this.#read(this.#source, boot)) : this.#walk(this.#source, boot));
    } catch (error) {
      if (boot === this.#boot) this.#fail(error);
    }
    clearTimeout(soon);
    clearTimeout(slow);
    if (boot !== this.#boot) return;
    this.#boot = undefined;
    this.#line.replaceChildren();
    this.#view.hidden = false;
    // The reader may have chosen otherwise meanwhile.
    if (this.isConnected) this.#show(this.dataset.view as View);
    else this.#end();
  }

  async #walk(source: Promise<Source>, boot: object): Promise<void> {
    // That there is no guide is told by what waits for it.
    const record = source.then((guide) => ("article" in guide ? restoreFirst(this, nameOfGuide(guide)) : undefined)).catch(() => {});
    // Taken off and put back meanwhile, it is another start that counts.
    const counts = () => this.isConnected && boot === this.#boot;
    const parts = { all: this.#all, line: this.#line, place: this.#steps, language: this.#language };
    const opening = this.#first || this.#restore ? undefined : await open(this, parts, source, record, counts);
    if (!counts()) return;
    if (opening) this.#json = opening.json;
    if (opening?.first) {
      this.#first = opening.first;
      this.#shown.tell({ state: "loading" });
      await painted();
      if (!counts()) return;
    }
    await within(LIMIT, this.#mount(source, record, counts, opening?.json));
  }

  async #mount(source: Promise<Source>, record: Promise<unknown>, counts: () => boolean, made?: string): Promise<void> {
    const [{ Widget }, sheet, guide] = await Promise.all([widget.load(), widgetSheet.load(), source, record]);
    const place = make("div");
    if (!counts()) return;
    const at = placeOfGuide(guide);
    if (!made && "article" in guide) {
      await this.#language.teach(Widget, langOf(guide.article));
      if (!counts()) return;
      this.#widget = Widget.fromArticle(place, this, guide.article, at, this.#restore);
    }
    if (!this.#widget) {
      const json = made ?? (await guideOf(guide, isNamed(this)));
      const { id, lang } = JSON.parse(json);
      await Promise.all([this.#language.teach(Widget, lang), restoreFirst(this, id || at)]);
      if (!counts()) return;
      this.#json = json;
      this.#widget = Widget.fromGuide(place, this, json, at, this.#restore);
    }
    const dress = () => {
      this.#root.adoptedStyleSheets = [shellSheet, sheet];
    };
    if (this.#first) {
      await shows(place);
      await this.#first.still();
      if (!counts()) return;
    }
    this.#steps.classList.add("still");
    if (this.#first) this.#first.handTo(place, dress);
    else {
      dress();
      this.#steps.replaceChildren(place);
    }
    this.#first = undefined;
    this.#ask((widget) => link.handTo(widget));
    await shows(place);
    if (!counts()) return;
    this.#shown.tell({ state: "ready" });
    // While another language comes, or has not come, what it goes on from holds the only record.
    await this.#language.offer(this.#all, counts, () => this.#startOver(this.#ask((widget) => widget.progress()) ?? this.#restore));
    if (keeps(this)) hintAtName(((this.progress ?? {}) as { guide?: string }).guide);
  }

  async #read(source: Promise<Source>, boot: object): Promise<void> {
    const [sheet, guide] = await Promise.all([widgetSheet.load(), source]);
    const article =
      "article" in guide ? (await reader.load()).textOf(guide.article, isNamed(this)) : (await fileReader.load()).textOf(guide);
    if (boot !== this.#boot) return;
    article.setAttribute("part", "article");
    const own = (name: string): string => article.getAttribute(name) ?? "";
    const theme = this.getAttribute("theme") ?? "";
    this.#text.replaceChildren(make("div", { class: "unstuck", lang: own("lang"), dir: own("dir"), "data-theme": theme }, article));
    this.#root.adoptedStyleSheets = [shellSheet, sheet];
    this.#shown.tell({ state: this.#widget ? "ready" : "reading" });
  }

  #end(): void {
    eye?.unobserve(this);
    if (!this.isConnected) {
      UnstuckGuide.#present.delete(this);
      this.#guide.follow();
    }
    const app = this.#widget;
    this.#widget = this.#boot = undefined;
    this.#shown.tell({ state: undefined });
    try {
      if (app) this.#restore = app.unmount();
    } catch {
      // A dead instance has nothing left to take down; it says so at the latest when it is to mount.
    }
  }

  /** A line in place of the widget, with the element's own content under it. Gives the control for another try. */
  #say(state: "slow" | "failed"): HTMLButtonElement {
    this.#shown.tell({ state });
    const line = make("p", { role: "status", part: "notice" }, this.#language.words.shell.out);
    const again = () => {
      line.textContent = this.#language.words.shell.starting;
      this.#end();
      this.boot();
    };
    const button = control("retry", this.#language.words.shell.retry, again, { part: "retry" });
    this.#line.replaceChildren(line, button, make("slot"));
    return button;
  }

  #fail(error: unknown, stopped = false): void {
    const { name, message } = error as Error;
    // It has gone since it was looked for.
    if (name === "no-article") {
      this.#wait();
      return;
    }
    const source = this.#source;
    this.#end();
    this.#source = undefined;
    // What is no guide is left to be read, with nothing said about it.
    if (name === "UnstuckRefusal") {
      console.error(`unstuck: refused: ${message.trim().replace(/\s*\n\s*/g, "; ")}`);
      this.#shown.tell({ state: "refused" });
      this.#root.replaceChildren(make("slot"));
      this.#dispatch("refused");
      return;
    }
    // For who looks for a bug; what is to be done, and why, is said by the fallback.
    console.debug(error);
    const retry = this.#say("failed");
    this.#view.hidden = this.#steps.hidden = true;
    this.#first?.drop();
    this.#steps.replaceChildren();
    // Only what is dead is loaded anew. A trap at the start that names no reader is the widget's.
    const dead = [[loader, reader], [fileReader]].filter((parts) => parts.some((part) => part.owns(error))).flat();
    for (const part of dead) part.drop();
    if (isTrap(error) && !dead.length && !stopped) UnstuckGuide.trapped(error, true);
    const files = (["widget.js", "widget.wasm", "widget.css"] as const).map((key) => new URL(FILES[key].name, Part.base));
    const failure = {
      host: this,
      retry,
      article: articleOf(this),
      source,
      error,
      stopped,
      files,
      release: release(),
      locale: this.#language.words,
    };
    const shown = fallback.load().then((help) => help.show(failure));
    // What helps looks otherwise: seen before, the line would jump.
    this.#line.classList.add("unsaid");
    const say = () => this.#line.classList.remove("unsaid");
    within(SOON, shown).then(say, say);
    within<string>(SLOW, shown)
      .catch(() => {
        console.error(`unstuck: ${name}: ${message}`);
        return name || "Error";
      })
      .then((cause) => this.#dispatch(cause));
  }

  /** Asks the widget, if there is one. A trap that the caller catches leaves it as dead as any. */
  #ask<T>(what: (widget: Widget) => T): T | undefined {
    try {
      return this.#widget && what(this.#widget);
    } catch (error) {
      if (isTrap(error)) UnstuckGuide.trapped(error, true);
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

  report(format?: string): string {
    return this.#ask((widget) => widget.report(format)) ?? "";
  }

  get progress(): unknown {
    const text = this.#ask((widget) => widget.progress());
    return text ? JSON.parse(text) : null;
  }
}
