// The first screen of an article before the widget is there. Of a marked one a module of half the bytes renders it and nothing else
// (crates/first), of any other the reader, which has to read it anyway.
//
// Belongs here: to whom it is shown, where no HTML of the page holds one, and putting it there. Does not: what is pressed on it
// (pressed.ts), and how the widget takes its place (handover.ts).
import { articleOf, isFile, isMarked, isNamed } from "./article.ts";
import { type Foreign, isParsing, make, nextOf } from "./dom.ts";
import { FirstScreen } from "./handover.ts";
import type { Language } from "./language.ts";
import * as link from "./link.ts";
import type { Source } from "./loader.ts";
import { isTrusted, LIMIT, trust } from "./parts.ts";
import { nameOfGuide, placeOfGuide } from "./place.ts";
import { take } from "./pressed.ts";
import { isTrap, within } from "./problem.ts";
import { firstScreen, loader, reader, widget, widgetSheet } from "./release.ts";
import { restoreFirst } from "./second-copy.ts";
import { hasRecord, keeps } from "./storage.ts";

/** One that is not there within this (ms) is not waited for: the widget itself may come. */
const PATIENCE = 10_000;
/** One that is not rendered within this (ms) never will be. */
const TRAPPED = 2_000;

/** What came of it: a first screen that is shown, and the guide as JSON where the reader made it. */
interface Opening {
  readonly first?: FirstScreen | undefined;
  readonly json: string | undefined;
}

/** The elements that had one, or for which it failed. After that it is the widget that is waited for. */
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

/** What renders it, as far as that is known: all of a plain article is there once something follows it. */
const rendererOf = (host: HTMLElement) => {
  const article = articleOf(host);
  if (article ? isMarked(article) : isFile(host)) return firstScreen;
  return article && (!isParsing() || nextOf(article)) ? reader : undefined;
};

/** Has what a first screen takes come at once, where an element seems to get one: before a storage or a database is asked. */
export const expect = (host: HTMLElement): void => {
  const renderer = rendererOf(host);
  if (!renderer || !mayHave(host) || hasBegun(host, nameOf(host)) || !isTrusted()) return;
  // Who waits for them hears of their failure.
  for (const part of [renderer, widgetSheet]) part.load().catch(() => {});
};

/** An instance that has trapped is dead, and its script would start no other. */
const drop = (part: typeof firstScreen | typeof reader): void => {
  for (const each of part === reader ? [loader, part] : [part]) each.drop();
};

/** The first screen of an article; none where it is somebody else's. */
const render = async (host: HTMLElement, article: Foreign, at: string, language: Language, isMine: () => boolean) => {
  const by = async (part: typeof firstScreen | typeof reader) => {
    const module = await part.load();
    try {
      const read = isMine() ? module.firstScreenOf(article, host, at, isNamed(host)) : undefined;
      return read && { ...read, module, part };
    } catch (error) {
      if (isTrap(error)) drop(part);
      throw error;
    }
  };
  // What is not wholly marked is the reader's.
  const read = (isMarked(article) && (await by(firstScreen))) || (isMine() && (await by(reader)));
  if (!read) return undefined;
  const { screen, module, part, json } = read;
  const { guide, rev, lang } = screen;
  const taught = language.teach(module, lang);
  // All that it takes has come by then: the widget holds up nothing.
  const proceed = async () => {
    await Promise.all([taught, widgetSheet.load()]);
    if (isMine()) await widget.load();
  };
  proceed().catch(() => {});
  // A long place is shortened.
  await Promise.all([taught, restoreFirst(host, guide)]);
  if (hasBegun(host, guide)) {
    screen.free();
    return { json };
  }
  // A trap in what is awaited settles nothing: it is known by that.
  const html = await within(TRAPPED, screen.html()).catch(() => drop(part));
  return { json, screen: { guide, rev, lang, html } };
};

const show = async (
  host: HTMLElement,
  { all, line, place, language }: Parts,
  source: Promise<Source>,
  recorded: Promise<unknown>,
  counts: () => boolean,
): Promise<Opening | undefined> => {
  if (!mayHave(host) || hasBegun(host, nameOf(host)) || (rendererOf(host) && !isTrusted())) return undefined;
  const guide = await within(LIMIT, source);
  if (!("article" in guide) || !isTrusted()) return undefined;
  await recorded;
  const name = nameOfGuide(guide);
  const isTheirs = () => counts() && !link.waits() && !hasBegun(host, name);
  const isMine = () => isTheirs() && !widget.isAsked;
  if (!isMine()) return undefined;
  const rendered = Promise.all([render(host, guide.article, placeOfGuide(guide), language, isMine), widgetSheet.load()]);
  // Without the reader there is no widget either.
  const [read, sheet] = await within(isMarked(guide.article) ? PATIENCE : LIMIT, rendered);
  const root = host.shadowRoot;
  if (!read?.screen?.html || !root || !isTheirs()) return read && { json: read.json };
  const { html, rev, lang } = read.screen;
  opened.add(host);
  const stage = make("div", { lang });
  stage.innerHTML = trust(html);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  place.classList.add("still");
  place.replaceChildren(stage);
  // That it is under way, or slow, need not be said any more.
  line.replaceChildren();
  all.dataset.first = read.screen.guide;
  all.dataset.rev = String(rev);
  take(host, all, place);
  host.dataset.first = "";
  return { first: FirstScreen.of(host, null), json: read.json };
};

/** Puts a guide's first screen into `place`, the widget's place in `all`, for a reader who has not begun. `recorded`: when a record of theirs,
 * if any, is where it is looked for; `counts`: whether this start still does. An article that is no guide is refused; what else fails is
 * the widget's to show, or to say. */
export const open = (...start: Parameters<typeof show>): ReturnType<typeof show> =>
  show(...start).catch((error) => {
    if (error.name === "UnstuckRefusal") throw error;
    const [host, , , , counts] = start;
    if (counts()) opened.add(host);
    return undefined;
  });
