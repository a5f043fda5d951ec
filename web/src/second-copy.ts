// The second copy of a record (src/stores/indexed_db.rs), where the first one is gone: it is put back before anything is shown, so
// that nobody sees a screen that is not theirs until the widget has found it.
//
// Belongs here: whether there is a second copy alone. Does not: which of two counts, and whether one can be read; that is the
// widget's. Nothing is made in a browser that has no database of ours.
import { globalOf } from "./dom.ts";
import { within } from "./problem.ts";
import { keeps } from "./storage.ts";

const DATABASE = "unstuck";
const RECORDS = "records";
/** A browser that does not say within this whether it has a database of ours is not waited for (ms). */
const TO_SAY = 500;
/** One that has: a reader who is known may wait longer (ms) than see a screen that is not theirs. */
const TO_READ = 2000;

const open = (): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const asked = indexedDB.open(DATABASE);
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = (event) => {
      // It is ours, and no error of the page's.
      event.preventDefault();
      failed(asked.error);
    };
  });

/** Whether there may be a database of ours. Not every browser tells; to ask is cheaper than to open. */
export const mayHave = async (): Promise<boolean> => {
  // A page in a sandbox has none, and Chromium, asked there, reports an error that nobody can catch.
  if (globalOf("origin") === "null" && location.protocol !== "file:") return false;
  try {
    const all = await indexedDB.databases?.();
    return !all || all.some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
};

const read = async (key: string | IDBKeyRange): Promise<unknown> => {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const asked = database.transaction(RECORDS).objectStore(RECORDS).get(key);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  } finally {
    database.close();
  }
};

const found = async (key: string | IDBKeyRange, may = mayHave()): Promise<unknown> =>
  (await within(TO_SAY, may)) ? within(TO_READ, read(key)) : undefined;

/** Puts the first copy of a guide's record back, where only the second is there, and an element may keep anything. */
export const restoreFirst = async (host: Element, guide: string): Promise<void> => {
  if (!keeps(host)) return;
  const name = `unstuck:${guide}`;
  try {
    if (localStorage.getItem(name) !== null) return;
    const text = await found(name);
    // Another tab may have written meanwhile.
    if (typeof text === "string" && localStorage.getItem(name) === null) localStorage.setItem(name, text);
  } catch {
    // What is blocked holds nothing.
  }
};

/** Whether there is a second copy of a guide's record; of one without a name, that of any such guide. */
export const hasSecondCopy = (guide: string, may: Promise<boolean>): Promise<boolean> => {
  const of = guide ? `unstuck:${guide}` : IDBKeyRange.bound("unstuck:/", "unstuck:/\uffff");
  const all = async () => (await found(of, may)) !== undefined;
  return all().catch(() => false);
};
