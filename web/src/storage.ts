// Whether an element may keep anything on the device. What is kept, and how, is each module's own.
import { attribute } from "./dom.ts";

/** Unless its author has said `storage="none"`. */
export const keeps = (host: Element): boolean => attribute(host, "storage") !== "none";
