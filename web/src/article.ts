// The article of the page that an element is about: where it is, and what becomes of it.
//
// Belongs here: finding it, and telling a change of it from what only happens in it. Does not: what is done then (element.ts).
import { closestOf, type Foreign, find, holds, isParsing, isPresent, nameOf, rootOf, textOf } from "./dom.ts";
import { NAME } from "./tags.ts";
import { unwatch, type Watcher, watch } from "./watch.ts";

/** An article that is written anew more often than this without a visit is not followed any more. */
const REDRAWS = 5;
/** What comes into an article without changing it: of translators, of scripts, of ours. */
const BESIDE = ["font", "script", "style", NAME];

/** Whether an element's guide is a file: then the element itself shows its text. */
export const isFile = (element: Element): boolean =>
  !element.getAttribute("article") && (element.hasAttribute("src") || element.hasAttribute("guide"));

/** Whether the page names what is walked, and not only has it around the element. */
export const isNamed = (element: Element): boolean => Boolean(element.getAttribute("article")) || isFile(element);

/** Whether an article has marks: then the widget may read it by itself. */
export const isMarked = (article: Foreign): boolean => find("[data-unstuck-id]", article) !== null;

/** The roots in which the article may be: the element's own first. */
const rootsOf = (element: Element): Node[] => {
  const roots = [rootOf(element)];
  for (let root = roots[0]; root instanceof ShadowRoot; roots.push(root)) root = rootOf(root.host);
  return roots;
};

/** The article that is meant. One that is named and not there is not another one. */
export const articleOf = (element: Element): Foreign | null => {
  if (isFile(element)) return null;
  const named = element.getAttribute("article");
  const roots = rootsOf(element);
  if (!named) {
    const hosts = roots.flatMap((root) => (root instanceof ShadowRoot ? [root.host] : []));
    return [element, ...hosts].reduce<Foreign | null>((found, each) => found ?? closestOf(each, "article"), null);
  }
  // An id may begin with a digit; then it is no selector.
  const selectors = named.startsWith("#") ? [named, `[id=${JSON.stringify(named.slice(1))}]`] : [named];
  for (const selector of selectors)
    try {
      for (const root of roots) {
        const found = find(selector, root);
        if (found) return found;
      }
    } catch {
      // The next one, if any.
    }
  return null;
};

/** Why there is no article, and what helps. */
export const whyMissing = (element: Element): string => {
  const named = element.getAttribute("article");
  if (!named) return `<${NAME}> names no guide and stands in no article; add article, src or guide to it, or move it into one`;
  try {
    find(named);
    return `no element matches article="${named}"`;
  } catch {
    return `article="${named}" is no valid selector, and no element has that id`;
  }
};

/** Told of what becomes of an article. */
interface Changes {
  appeared(): void;
  gone(): void;
  /** By another one, or by another guide in the same one. */
  replaced(): void;
  /** Whether the guide is still the one that was read, though words of the article have changed. */
  isSameGuide(article: Foreign): Promise<unknown>;
}

export class Followed implements Watcher {
  /** The article, as it was read. */
  #seen: { article: Foreign; text: string; address: string } | undefined;
  #changed: "nothing" | "words" | "elements" = "nothing";
  #redraws = 0;
  #roots: readonly Node[] = [];

  constructor(
    private readonly element: Element,
    private readonly changes: Changes,
  ) {}

  /** Follows the article where the element is now; no longer, once it has left the page. */
  follow(): void {
    const roots = isPresent(this.element) && !isFile(this.element) ? rootsOf(this.element) : [];
    // A root that is watched anew would forget what it has not yet told.
    for (const root of this.#roots) if (!roots.includes(root)) unwatch(root, this);
    for (const root of roots) watch(root, this);
    this.#roots = roots;
  }

  /** The article, to be read now. */
  read(): Foreign | null {
    const article = articleOf(this.element);
    if (article) this.#seen = { article, text: textOf(article), address: location.href };
    this.#changed = "nothing";
    return article;
  }

  /** Whether it is an article that was read. */
  get isRead(): boolean {
    return this.#seen !== undefined;
  }

  forget(): void {
    this.#seen = undefined;
  }

  notice(records: readonly MutationRecord[]): void {
    const article = this.#seen?.article;
    if (!article || this.#changed === "elements") return;
    for (const { target, addedNodes, removedNodes } of records) {
      if (!holds(article, target) || holds(this.element, target)) continue;
      const nodes = [...addedNodes, ...removedNodes];
      if (nodes.some((each) => each instanceof Element && !BESIDE.includes(nameOf(each)))) this.#changed = "elements";
      else if (this.#changed === "nothing") this.#changed = "words";
    }
  }

  look(): void {
    const { element, changes } = this;
    if (!isPresent(element) || isFile(element)) return;
    const seen = this.#seen;
    // The element may be moved out of it, and it may lose the name by which it was found.
    const article = articleOf(element) ?? (seen && isPresent(seen.article) ? seen.article : null);
    if (!article) {
      if (!isParsing()) changes.gone();
    } else if (!seen) changes.appeared();
    else if (article !== seen.article) changes.replaced();
    else if (this.#changed !== "nothing") this.#compare();
  }

  /** A visit can leave the article's elements and change their words alone. Who only translates does neither. */
  async #compare(): Promise<void> {
    const seen = this.#seen;
    if (!seen) return;
    const { article, text, address } = seen;
    const visited = address !== location.href;
    const written = this.#changed === "elements" && this.#redraws < REDRAWS && !find("font", article);
    this.#changed = "nothing";
    if (!(visited || written) || textOf(article) === text) return;
    const same = await this.changes.isSameGuide(article).catch(() => false);
    if (this.#seen !== seen) return;
    if (same) {
      // What has changed is beside the guide.
      this.#seen = { article, text: textOf(article), address: location.href };
      return;
    }
    this.#redraws = visited ? 0 : this.#redraws + 1;
    this.changes.replaced();
  }
}
