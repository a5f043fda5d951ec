// The shell: the one script of a tag. Defines <unstuck-guide> and puts an element where the tag says so.
//
// Belongs here: what runs at once. Does not: the element itself (element.ts).
import { ourselves } from "./address.ts";
import { ATTRIBUTES } from "./api.ts";
import { attribute, closestOf, find, make, matchesOf, nextOf, parsed, placeAfter } from "./dom.ts";
import { NAME, UnstuckGuide } from "./element.ts";
import * as entries from "./entries.ts";
import * as link from "./link.ts";
import { Part } from "./parts.ts";

// The element comes where its tag stands: at once where the tag says something of it, else where the page has placed none by
// hand. Nothing is seen in a head.
const place = async (tag: HTMLScriptElement): Promise<void> => {
  const named = ATTRIBUTES.map((name) => [name, attribute(tag, `data-${name}`)] as const);
  const given = named.filter((pair): pair is readonly [(typeof ATTRIBUTES)[number], string] => pair[1] !== null);
  if (!given.length) {
    await parsed();
    if (find(NAME)) return;
  }
  if (closestOf(tag, "head")) return;
  // A page that is replayed from a router's cache has its element already.
  const next = nextOf(tag);
  if (next && matchesOf(next, NAME) && given.every(([name, value]) => attribute(next, name) === value)) return;
  placeAfter(tag, make(NAME, Object.fromEntries(given)));
};

const { base, tags } = ourselves();
if (!base) console.error('unstuck: this script cannot tell where it was loaded from; load it by its address, <script src="…/embed.js">');
else {
  // Loading the script a second time is harmless.
  const first = !customElements.get(NAME);
  if (first) link.take();
  for (const tag of tags) place(tag);
  if (first) {
    Part.base = base;
    Part.nonce = tags[0]?.nonce ?? "";
    customElements.define(NAME, UnstuckGuide);
    link.follow(() => UnstuckGuide.arrived());
    entries.follow(() => UnstuckGuide.movedWithin());
    addEventListener("error", ({ error }) => UnstuckGuide.trapped(error));
    addEventListener("unhandledrejection", ({ reason }) => UnstuckGuide.trapped(reason));
  }
}
