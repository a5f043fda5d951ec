// The package's module: puts the tag into the page. Nothing runs at import, so that it may be imported where there is no page.

// Apart from what it leads to: a bundler would take embed.js for a file of its own and leave behind what that loads.
const here = import.meta.url;

let asked: Promise<void> | undefined;

/** Inserts the tag into the page, once, and waits until the element is defined. `from` is the address of `embed.js`; with
 * `pinned` it is this version's copy beside it, held to its integrity value, as is all that it loads. */
export const load = (from: string | URL = new URL("files/embed.js", here), { pinned = false } = {}): Promise<void> => {
  asked ??= new Promise((resolve, reject) => {
    if (customElements.get("unstuck-guide")) return resolve();
    // The browser's own, whatever elements of the page are named.
    const own = (name: string) => Reflect.get(Object.getPrototypeOf(document), name, document);
    const tag: HTMLScriptElement = own("createElement").call(document, "script");
    const onerror = () => {
      // Another try may do better.
      asked = undefined;
      const help = "copy the package's files/ to where the site serves it, unchanged, and name it in load()";
      reject(new Error(`unstuck: ${tag.src} cannot be loaded${pinned ? ", or is not as it was published" : ""}; ${help}`));
    };
    Object.assign(tag, { src: String(from), async: true, onload: () => resolve(), onerror });
    if (pinned)
      Object.assign(tag, {
        src: new URL(UNSTUCK_PINNED.name, tag.src).href,
        integrity: UNSTUCK_PINNED.integrity,
        crossOrigin: "anonymous",
      });
    // In the head it only defines the element.
    own("head").append(tag);
  });
  return asked;
};
