// Where this script was loaded from, and by which tags. Everything else is loaded from beside it, so the page's markup must
// have no say in it: not by `<img name="currentScript">`, not by a later `<base>`, not by somebody else's embed.js. Why it is
// done by the stack: docs/decisions/0007-shell-address.md.
//
// Belongs here: the address and the tags. Does not: what is loaded (parts.ts) or placed (embed.ts).
import { addressInStack } from "./address-in-stack.ts";
import { findAll, runningTag, sourceOf } from "./dom.ts";

export interface Ourselves {
  /** Our directory; none where that cannot be told. */
  base: URL | undefined;
  address: string;
  /** A classic script's is the one that runs. A module runs once, for all tags that name it. None where a loader runs our text. */
  tags: HTMLScriptElement[];
}

/** Tells the tags that name a file, whatever their fragments. */
export const isOf =
  (file: string) =>
  (tag: unknown): tag is HTMLScriptElement =>
    tag instanceof HTMLScriptElement && sourceOf(tag).split("#")[0] === file.split("#")[0];

export const ourselves = (stack: unknown = new Error().stack): Ourselves => {
  const tag = runningTag();
  // A page can switch stacks off; a classic tag then knows its address, a module does not.
  const address = addressInStack(stack) ?? (tag && sourceOf(tag)) ?? "";
  // A blob has no directory.
  if (!/^[\w+.-]+:\/\//.test(address)) return { base: undefined, address, tags: [] };
  const base = new URL(".", address);
  if (tag) return { base, address, tags: [tag] };
  return { base, address, tags: findAll("script[src]").filter(isOf(address)) };
};
