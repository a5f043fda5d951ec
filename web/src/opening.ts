// The first screen of a marked article before the widget is there: a module of half the bytes renders it and nothing else (crates/first).
//
// Belongs here: to whom it is shown, where no HTML of the page holds one, and putting it there. Does not: what is pressed on it
// (pressed.ts), and how the widget takes its place (handover.ts).
import { articleOf, isFile } from "./article.ts";
import { type Foreign, find, make } from "./dom.ts";
import { FirstScreen } from "./handover.ts";
import type { Language } from "./language.ts";
import * as link from "./link.ts";
import type { Source } from "./loader.ts";
import { langOf } from "./locale.ts";
import { isTrusted, trust } from "./parts.ts";
import { nameOfGuide, placeOfGuide } from "./place.ts";
import { take } from "./pressed.ts";
import { firstScreen, widget, widgetSheet } from "./release.ts";
import { hasRecord, keeps } from "./storage.ts";
import { painted } from "./watch.ts";

/** The elements that had one. After a failure it is the widget that is waited for. */
const opened = new WeakSet<HTMLElement>();

/** What of the element it takes: what is around the widget's place, and its line of news. */
interface Parts {
  readonly all: HTMLElement;
  readonly line: HTMLElement;
  readonly place: HTMLElement;
  readonly language: Language;
}

// Where a file is from is said by the widget.
const mayHave = (host: HTMLElement): boolean =>
  !(isFile(host) && host.hasAttribute("src")) && !opened.has(host) && !widget.isAsked && !link.waits();
const isMarked = (article: Foreign): boolean => find("[data-unstuck-id]", article) !== null;
const hasBegun = (host: HTMLElement, guide: { article: Foreign; place?: string }): boolean => keeps(host) && hasRecord(nameOfGuide(guide));

/** Has what a first screen takes come at once, where the page's article seems to get one: before a storage or a database is asked. */
export const expect = (host: HTMLElement): void => {
  const article = articleOf(host);
  if (!article || !mayHave(host) || !isMarked(article) || hasBegun(host, { article })) return;
  // Who waits for them hears of their failure.
  for (const part of [firstScreen, widgetSheet]) part.load().catch(() => {});
};

/** Puts a guide's first screen into `place`, the widget's place in `all`, for a reader who has not begun. `recorded`: when a record of theirs,
 * if any, is where it is looked for; `counts`: whether this start still does. Whatever fails is the widget's to show, or to say. */
export const open = async (
  host: HTMLElement,
  { all, line, place, language }: Parts,
  source: Promise<Source>,
  recorded: Promise<unknown>,
  counts: () => boolean,
): Promise<FirstScreen | undefined> => {
  const near = articleOf(host);
  if (!mayHave(host) || (near && hasBegun(host, { article: near }))) return undefined;
  const guide = await source;
  if (!("article" in guide) || !isMarked(guide.article) || !isTrusted()) return undefined;
  const isMine = () => counts() && !widget.isAsked && !hasBegun(host, guide);
  if (!isMine()) return undefined;
  opened.add(host);
  const [module, sheet] = await Promise.all([firstScreen.load(), widgetSheet.load(), recorded]);
  await language.teach(module, langOf(guide.article));
  if (!isMine()) return undefined;
  const screen = module.FirstScreen.fromArticle(guide.article, host, placeOfGuide(guide));
  if (!screen) return undefined;
  const { guide: id, rev, lang } = screen;
  const stage = make("div", { lang });
  stage.innerHTML = trust(await screen.html());
  const root = host.shadowRoot;
  if (!isMine() || !root) return undefined;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  place.classList.add("still");
  place.replaceChildren(stage);
  // That it is under way need not be said any more.
  line.replaceChildren();
  all.dataset.first = id;
  all.dataset.rev = String(rev);
  take(host, all, place);
  host.dataset.first = "";
  await painted();
  return FirstScreen.of(host);
};
