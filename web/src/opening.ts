// The first screen of a marked article before the widget is there: a module of half the bytes renders it and nothing else (crates/first).
//
// Belongs here: to whom it is shown, where no HTML of the page holds one, and putting it there. Does not: what is pressed on it
// (pressed.ts), and how the widget takes its place (handover.ts).
import { articleOf, isFile, isMarked } from "./article.ts";
import { type Foreign, isParsing, make, nextOf } from "./dom.ts";
import { FirstScreen } from "./handover.ts";
import type { Language } from "./language.ts";
import * as link from "./link.ts";
import type { Source } from "./loader.ts";
import { langOf } from "./locale.ts";
import { isTrusted, LIMIT, trust } from "./parts.ts";
import { nameOfGuide, placeOfGuide } from "./place.ts";
import { take } from "./pressed.ts";
import { within } from "./problem.ts";
import { firstScreen, reader, widget, widgetSheet } from "./release.ts";
import { restoreFirst } from "./second-copy.ts";
import { hasRecord, keeps } from "./storage.ts";

/** One that is not there within this (ms) is not waited for: the widget itself may come. */
const PATIENCE = 10_000;

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

/** What the guide of an element is called, as far as it is known before it is there: those of the release are named as they are asked for. */
const nameOf = (host: HTMLElement): string | undefined => {
  const article = articleOf(host);
  return article ? nameOfGuide({ article }) : (host.getAttribute("guide") ?? undefined);
};
const hasBegun = (host: HTMLElement, guide: string | undefined): boolean => guide !== undefined && keeps(host) && hasRecord(guide);

/** Has what a first screen takes come at once, where an element seems to get one: before a storage or a database is asked. */
export const expect = (host: HTMLElement): void => {
  const article = articleOf(host);
  const seems = article ? isMarked(article) : isFile(host);
  if (!seems || !mayHave(host) || hasBegun(host, nameOf(host)) || !isTrusted()) return;
  // Who waits for them hears of their failure.
  for (const part of [firstScreen, widgetSheet]) part.load().catch(() => {});
};

/** The first screen of a marked article; none where it is not wholly marked, or somebody else's. */
const render = async (host: HTMLElement, article: Foreign, at: string, language: Language, isMine: () => boolean) => {
  const module = await firstScreen.load();
  await language.teach(module, langOf(article));
  const screen = isMine() && module.FirstScreen.fromArticle(article, host, at);
  if (!screen) {
    // It is for the reader, then, beside the widget.
    if (isMine()) reader.load().catch(() => {});
    return undefined;
  }
  const { guide, rev, lang } = screen;
  // A long place is shortened.
  await restoreFirst(host, guide);
  if (hasBegun(host, guide)) return undefined;
  return { guide, rev, lang, html: await screen.html() };
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
  // All of a plain article is there once something follows it.
  const isPlain = near && !isMarked(near) && (!isParsing() || nextOf(near));
  if (isPlain || !mayHave(host) || hasBegun(host, nameOf(host))) return undefined;
  const guide = await within(LIMIT, source);
  if (!("article" in guide) || !isMarked(guide.article) || !isTrusted()) return undefined;
  await recorded;
  const name = nameOfGuide(guide);
  const isMine = () => counts() && !widget.isAsked && !link.waits() && !hasBegun(host, name);
  if (!isMine()) return undefined;
  opened.add(host);
  const rendered = Promise.all([render(host, guide.article, placeOfGuide(guide), language, isMine), widgetSheet.load()]);
  const [screen, sheet] = await within(PATIENCE, rendered).catch((error) => {
    // A trap in what is awaited settles nothing: it is known by that.
    firstScreen.drop();
    throw error;
  });
  const root = host.shadowRoot;
  if (!screen || !root || !isMine()) return undefined;
  const stage = make("div", { lang: screen.lang });
  stage.innerHTML = trust(screen.html);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  place.classList.add("still");
  place.replaceChildren(stage);
  // That it is under way need not be said any more.
  line.querySelector(".soon")?.remove();
  all.dataset.first = screen.guide;
  all.dataset.rev = String(screen.rev);
  take(host, all, place);
  host.dataset.first = "";
  return FirstScreen.of(host, null);
};
