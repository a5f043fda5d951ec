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

/** A stack of one frame. To say where a frame is, Chromium parses its function again: for one further down, this whole script. */
const ownStack = (): unknown => {
  const { stackTraceLimit } = Error as { stackTraceLimit?: number };
  const shortened = stackTraceLimit && Reflect.set(Error, "stackTraceLimit", 1);
  try {
    return new Error().stack;
  } finally {
    // A page's own `prepareStackTrace` may have thrown.
    if (shortened) Reflect.set(Error, "stackTraceLimit", stackTraceLimit);
  }
};

/** Our address and directory, without the tags. */
export const whereFrom = (tag: HTMLScriptElement | undefined): Omit<Ourselves, "tags"> => {
  // A page can switch stacks off; a classic tag then knows its address, a module does not.
  const address = addressInStack(ownStack()) ?? (tag && sourceOf(tag)) ?? "";
  // A blob has no directory.
  return { address, base: /^[\w+.-]+:\/\//.test(address) ? new URL(".", address) : undefined };
};

export const ourselves = (): Ourselves => {
  const tag = runningTag();
  const { base, address } = whereFrom(tag);
  const named = () => (tag ? [tag] : findAll("script[src]").filter(isOf(address)));
  return { base, address, tags: base ? named() : [] };
};
