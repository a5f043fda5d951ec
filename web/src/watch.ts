// What changes in the page, told to those whom it may concern.
//
// Belongs here: one observer for each root, and one look before the next frame, however much has changed. Does not: what a change
// means (element.ts, tags.ts). While nothing changes, nothing runs.

/** Told of changes at once, in a few steps; `look` comes before the next frame. */
export interface Watcher {
  notice(records: readonly MutationRecord[]): void;
  look?(): void;
}

const due = new Set<() => void>();

/** Calls before the next frame, once. */
export const beforeFrame = (call: () => void): void => {
  if (!due.size)
    requestAnimationFrame(() => {
      const all = [...due];
      due.clear();
      for (const each of all) each();
    });
  due.add(call);
};

/** A page that draws no frame for so long (ms), as in the background, is not waited for. */
const UNSEEN = 1000;

/** When what is there has been painted. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, UNSEEN);
  });

const roots = new WeakMap<Node, { watchers: Set<Watcher>; observer: MutationObserver }>();

const observed = (root: Node) => {
  let known = roots.get(root);
  if (!known) {
    const watchers = new Set<Watcher>();
    const look = () => {
      for (const watcher of [...watchers]) watcher.look?.();
    };
    const observer = new MutationObserver((records) => {
      for (const watcher of [...watchers]) watcher.notice(records);
      beforeFrame(look);
    });
    known = { watchers, observer };
    roots.set(root, known);
  }
  return known;
};

/** Watches what is in a root: nodes that come and go, and text; no attributes, which pages animate. */
export const watch = (root: Node, watcher: Watcher): void => {
  const { watchers, observer } = observed(root);
  if (!watchers.size) observer.observe(root, { childList: true, subtree: true, characterData: true });
  watchers.add(watcher);
};

export const unwatch = (root: Node, watcher: Watcher): void => {
  const known = roots.get(root);
  if (known?.watchers.delete(watcher) && !known.watchers.size) known.observer.disconnect();
};
