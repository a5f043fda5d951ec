// Where this script was loaded from, and by which tags. Everything else is loaded from beside it, so the page's markup must
// have no say in it: not by `<img name="currentScript">`, not by a later `<base>`, not by somebody else's embed.js. Why it is
// done by the stack: docs/decisions/0007-shell-address.md.
//
// Belongs here: the address and the tags. Does not: what is loaded (parts.ts) or placed (embed.ts).
import { addressInStack } from "./address-in-stack.ts";
import { findAll, runningTag, sourceOf } from "./dom.ts";

const withoutFragment = (address: string) => address.split("#")[0];

const directory = (address: string | undefined): URL | undefined => {
  try {
    return address ? new URL(".", address) : undefined;
  } catch {
    return undefined;
  }
};

/** Our directory, and the tags that load us: the one that runs, or all of a module's, which runs once for all of them. */
export const ourselves = (stack: unknown = new Error().stack): { base: URL | undefined; tags: HTMLScriptElement[] } => {
  const tag = runningTag();
  // A page can switch stacks off; a classic tag then knows its address, a module does not.
  const address = addressInStack(stack) ?? (tag && sourceOf(tag));
  const base = directory(address);
  if (tag || !address) return { base, tags: tag ? [tag] : [] };
  const modules = findAll("script[type=module i]").filter((each) => each instanceof HTMLScriptElement);
  return { base, tags: modules.filter((each) => withoutFragment(sourceOf(each)) === withoutFragment(address)) };
};
