// Whether an element may keep anything on the device, and whether a reader's record is there. What is kept, and how, is each module's own.
import { attribute } from "./dom.ts";

/** Unless its author has said `storage="none"`. */
export const keeps = (host: Element): boolean => attribute(host, "storage") !== "none";

/** Whether there is a record of this guide: the first copy of it. */
export const hasRecord = (guide: string): boolean => {
  try {
    return localStorage.getItem(`unstuck:${guide}`) !== null;
  } catch {
    // Blocked storage knows nobody.
    return false;
  }
};
