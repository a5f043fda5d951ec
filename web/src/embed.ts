// The shell: the one script of a tag. Defines <unstuck-guide>, and has an element put where the tag says so.
//
// Belongs here: what runs at once. Does not: the element itself (element.ts), and which tag has which element (tags.ts).
import { ourselves } from "./address.ts";
import { UnstuckGuide } from "./element.ts";
import * as entries from "./entries.ts";
import * as link from "./link.ts";
import { Part } from "./parts.ts";
import * as tags from "./tags.ts";

const { base, address, tags: own } = ourselves();
// Loading the script a second time is harmless: the first keeps the tags.
const first = customElements.get(tags.NAME) as Partial<typeof UnstuckGuide> | undefined;
if (!base) console.error('unstuck: this script cannot tell where it was loaded from; load it by its address, <script src="…/embed.js">');
else if (first) for (const tag of own) (first.place ?? tags.place)(tag);
else {
  link.take();
  entries.giveBack();
  Part.base = base;
  Part.nonce = own[0]?.nonce ?? "";
  tags.follow(address, own);
  customElements.define(tags.NAME, UnstuckGuide);
  link.follow(() => UnstuckGuide.arrived());
  entries.watch(() => UnstuckGuide.followHistory());
  addEventListener("error", ({ error }) => UnstuckGuide.trapped(error));
  addEventListener("unhandledrejection", ({ reason }) => UnstuckGuide.trapped(reason));
}
