// The package's module: puts the tag into the page. Nothing runs at import, so that it may be imported where there is no page.

// Apart from what it leads to: a bundler would take embed.js for a file of its own and leave behind what that loads.
const here = import.meta.url;

let asked: Promise<void> | undefined;

/** Inserts the tag into the page, once, and waits until the element is defined. `from` is the address of `embed.js`. */
export const load = (from: string | URL = new URL("files/embed.js", here)): Promise<void> => {
  asked ??= new Promise((resolve, reject) => {
    if (customElements.get("unstuck-guide")) return resolve();
    const onerror = () => {
      // Another try may do better.
      asked = undefined;
      const help = "copy the package's files/ to where the site serves it, and name it in load()";
      reject(new Error(`unstuck: ${from} cannot be loaded; ${help}`));
    };
    const tag = Object.assign(document.createElement("script"), { src: String(from), async: true, onload: () => resolve(), onerror });
    // In the head it only defines the element.
    document.head.append(tag);
  });
  return asked;
};
