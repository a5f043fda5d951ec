// The tags of this script, and the element that each of them places: one, however often the tag runs, and however the page is kept,
// morphed or written again. A tag that a page gets later counts too, also where it does not run, as with innerHTML.
//
// Belongs here: which tag has which element. Does not: what an element shows (element.ts), where the script is from (address.ts).
import { isOf } from "./address.ts";
import { ATTRIBUTES } from "./api.ts";
import {
  attribute,
  closestOf,
  type Foreign,
  find,
  findAll,
  holds,
  isPresent,
  loaded,
  make,
  matchesOf,
  nextOf,
  pageRoot,
  parsed,
  placeAfter,
  previousOf,
  removeOf,
  rootOf,
} from "./dom.ts";
import { watch } from "./watch.ts";

export const NAME = "unstuck-guide";
/** The attributes that name a guide. */
export const NAMING: readonly string[] = ["article", "src", "guide"];

/** On an element that a tag has placed: a page that is kept has the mark, too. */
const MARK = "data-placed";
/** A page that takes an element away as often as this within a second (ms) does not want it. */
const FIGHT = 30;
const SECOND = 1000;

type Given = Readonly<Record<string, string>>;

/** The element of each tag in the page. */
const elements = new Map<HTMLScriptElement, Foreign>();
/** The tags that were seen. */
const seen = new WeakSet<HTMLScriptElement>();
/** Whether it is a tag of this script. */
let isOurs = isOf("");
let said = false;
/** When the element of each tag was put back (ms), of late. */
const returns = new WeakMap<HTMLScriptElement, number[]>();

const say = (words: string): void => {
  if (!said) console.info(`unstuck: ${words}`);
  said = true;
};

const givenBy = (tag: HTMLScriptElement): Given =>
  Object.fromEntries(ATTRIBUTES.flatMap((name) => [[name, attribute(tag, `data-${name}`)]]).filter(([, value]) => value !== null));

const isNamed = (given: Given): boolean => NAMING.some((name) => name in given);

/** Whether an element shows the guide that is named. */
const shows = (element: Foreign, given: Given): boolean =>
  matchesOf(element, NAME) && NAMING.every((name) => attribute(element, name) === (given[name] ?? null));

/** The elements of tags that are in the page. A page that writes a tag again gives its element to the new one. */
const claimed = (): Set<Foreign> => new Set([...elements].filter(([tag]) => isPresent(tag)).map(([, element]) => element));

/** Elements that tags have placed and no tag has; with those of a page that was kept. */
const unclaimed = (tag: HTMLScriptElement, given: Given): Foreign[] => {
  const taken = claimed();
  const isFree = (each: Foreign) => !taken.has(each) && shows(each, given);
  const beside = [];
  for (let next = nextOf(elements.get(tag) ?? tag); next && isFree(next); next = nextOf(next)) beside.push(next);
  const others = findAll(`${NAME}[${MARK}]`, rootOf(tag)).filter((each) => isFree(each) && !isOurs(previousOf(each)));
  return [...beside, ...others];
};

const put = (tag: HTMLScriptElement, given: Given): void => {
  const before = elements.get(tag);
  if (!isPresent(tag)) elements.delete(tag);
  if (!isPresent(tag) || (before && isPresent(before))) return;
  const [kept] = unclaimed(tag, given);
  const element = kept ?? before ?? make(NAME, { ...given, [MARK]: "" });
  elements.set(tag, element);
  if (!kept) placeAfter(tag, element as HTMLElement);
};

/** The element comes where its tag stands: at once where the tag says something of it, else where the page has placed none by
 * hand and an article is around it. Nothing is seen in a head. */
export const place = async (tag: HTMLScriptElement): Promise<void> => {
  seen.add(tag);
  const given = givenBy(tag);
  const named = Object.keys(given).length > 0;
  const inHead = closestOf(tag, "head");
  if (!named || inHead) {
    await parsed();
    if (inHead && !named) return;
    const byHand = findAll(NAME).some((each) => attribute(each, MARK) === null && previousOf(each) !== tag);
    if (byHand) return;
  }
  if (inHead) {
    await loaded();
    if (!find(NAME)) say("a tag in the head shows nothing; put <unstuck-guide> where the widget should appear, with the tag's attributes");
    return;
  }
  if (!isNamed(given)) {
    const around = closestOf(tag, "article");
    if (!around) say("the tag names no article and isn't inside one, so it shows nothing; add data-article, or put it into an article");
    // Another tag of the same article has placed it.
    if (!around || [...claimed()].some((each) => each !== elements.get(tag) && isPresent(each) && holds(around, each))) return;
  }
  put(tag, given);
  // What the page had kept comes after this script has run.
  await parsed();
  for (const each of unclaimed(tag, given)) if (elements.has(tag)) removeOf(each);
};

/** Puts an element back that was taken away while its tag stays: a morph knows the server's page alone. */
const putBack = (): void => {
  for (const [tag, element] of elements) {
    if (isPresent(element)) continue;
    const now = performance.now();
    const late = [...(returns.get(tag) ?? []).filter((at) => now - at < SECOND), now];
    returns.set(tag, late);
    if (late.length > FIGHT) elements.delete(tag);
    else put(tag, givenBy(tag));
  }
};

/** Places the elements of these tags, and of those that the page gets from now on. */
export const follow = (from: string, tags: readonly HTMLScriptElement[]): void => {
  isOurs = isOf(from);
  for (const tag of tags) place(tag);
  const notice = (records: readonly MutationRecord[]) => {
    if (records.some(({ removedNodes }) => removedNodes.length)) putBack();
    for (const { addedNodes } of records)
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        for (const each of [added, ...findAll("script[src]", added)]) if (isOurs(each) && isPresent(each) && !seen.has(each)) place(each);
      }
  };
  watch(pageRoot(), { notice });
};
