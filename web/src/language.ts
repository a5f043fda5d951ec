// The language of an element: the words of its switch, what it knows of the guide's language before that is there, and the choice of
// another one, where a guide of the release has several.
//
// Belongs here: what is said in which language, and the choice. Does not: which words are nearest to a tag (locale.ts), what a choice
// leads to (element.ts).
import type { Widget } from "unstuck-widget";
import { articleOf, isFile } from "./article.ts";
import { make } from "./dom.ts";
import { ENGLISH, type Locale, langOf } from "./locale.ts";
import { loader, locale } from "./release.ts";
import { keeps } from "./storage.ts";
import { chosenLanguage, rememberLanguage } from "./view.ts";

export class Language {
  /** The words that the shell says. */
  words: Locale = ENGLISH;
  /** What was asked for last. */
  #asked = "";
  /** What the reader chose, until its guide is there. */
  #chosen = "";
  /** Stands under the widget. */
  readonly #choice = make("div", { class: "language" });

  constructor(
    private readonly host: HTMLElement,
    /** The switch between the steps and the article. */
    private readonly view: HTMLElement,
  ) {}

  /** As far as it is known before the guide is there: the reader's choice, the element's language, the browser's. */
  begin(): void {
    const chosen = this.host.hasAttribute("guide") && keeps(this.host) ? chosenLanguage() : undefined;
    this.speak(chosen ?? (langOf(articleOf(this.host) ?? this.host) || navigator.language));
  }

  /** Says what the shell says in the language of a guide. */
  async speak(tag: string): Promise<Locale> {
    this.#asked = tag;
    const words = await locale(tag);
    // An earlier one may come later.
    if (this.#asked !== tag) return words;
    this.words = words;
    const { shell, lang } = words;
    this.view.setAttribute("aria-label", shell.view);
    this.view.setAttribute("lang", lang);
    for (const name of ["steps", "read"] as const) {
      const button = this.view.querySelector(`[data-action=${name}]`);
      if (button && button.textContent !== shell[name]) button.textContent = shell[name];
    }
    this.view.classList.remove("unsaid");
    return words;
  }

  /** Has the widget speak the guide's language, which not every page tells before it is read. */
  async teach(teacher: Pick<typeof Widget, "learn">, tag: string): Promise<void> {
    const { lang, widget } = await this.speak(tag);
    if (widget) teacher.learn(tag, lang, widget);
  }

  /** Offers the languages that a guide of the release is there in, at the end of `all`. `counts`: whether that guide is still the
   * element's. A choice is remembered once it has led to a guide. */
  async offer(all: HTMLElement, counts: () => boolean, chosen: () => void): Promise<void> {
    if (this.#chosen && keeps(this.host)) rememberLanguage(this.#chosen);
    this.#chosen = "";
    const id = isFile(this.host) && !this.host.hasAttribute("src") ? this.host.getAttribute("guide") : null;
    const languages = id ? (await loader.load()).languagesOf(id) : [];
    if (!counts()) return;
    if (languages.length < 2) return this.#choice.remove();
    const options = languages.map((lang) => make("option", { value: lang, lang }, UNSTUCK_LANGUAGES[lang] ?? lang));
    const select = make("select", { "data-action": "language", "aria-label": this.words.shell.language }, ...options);
    select.value = this.#asked;
    select.addEventListener("change", () => {
      this.#chosen = select.value;
      this.host.lang = select.value;
      chosen();
    });
    // The one that was used is replaced, and focus is on it.
    const focused = (this.#choice.getRootNode() as ShadowRoot).activeElement;
    const returns = focused && this.#choice.contains(focused);
    this.#choice.replaceChildren(select);
    if (!this.#choice.isConnected) all.append(this.#choice);
    if (returns) select.focus({ preventScroll: true });
  }
}
