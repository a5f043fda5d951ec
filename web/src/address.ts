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
  /** The one that runs, or all of a module's, which runs once for all of them. Neither is known where something else runs us. */
  tags: HTMLScriptElement[];
}

export const ourselves = (stack: unknown = new Error().stack): Ourselves => {
  const tag = runningTag();
  // A page can switch stacks off; a classic tag then knows its address, a module does not.
  const address = addressInStack(stack) ?? (tag && sourceOf(tag)) ?? "";
  // A blob has no directory.
  if (!/^[\w+.-]+:\/\//.test(address)) return { base: undefined, address, tags: [] };
  const base = new URL(".", address);
  if (tag) return { base, address, tags: [tag] };
  const all = findAll("script[src]").filter((each) => each instanceof HTMLScriptElement);
  const [file] = address.split("#");
  return { base, address, tags: all.filter((each) => sourceOf(each).split("#")[0] === file) };
};
