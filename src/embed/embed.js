// The shell: the one script of a tag. Defines <unstuck-guide>, loads the WebAssembly behind it and stays alive when that
// dies. Whatever fails, the element's own content and the page's article are still there.
//
// Belongs here: the element, the boot, the fallback. Does not: anything that needs the guide; that is in WASM.
(() => {
  "use strict";
  const NAME = "unstuck-guide";
  // Loading the script a second time is harmless.
  if (customElements.get(NAME)) return;

  // A module has no currentScript.
  const script = document.currentScript || document.querySelector('script[type=module][src*="embed.js"]');
  const base = new URL(".", (script && script.src) || location.href);

  // A boot that takes longer is said to be slow (ms). Long enough for a phone on a poor network.
  const SLOW = 10000;

  // What is said, and what is added where the page has the article.
  const WORDS = {
    slow: ["The step-by-step guide is slow to load.", " You can read the article below meanwhile."],
    failed: ["The step-by-step guide cannot start here.", " The whole article is below."],
    broke: ["The step-by-step guide stopped. Try again to go on where you were.", " The whole article is below."],
    starting: "Starting…",
    retry: "Try again",
  };

  let engine;
  let tries = 0;
  const mounted = new Set();

  // After a panic the instance is dead: another try takes a fresh one, under a name that the module cache does not know.
  const get = (file) => import(new URL(file + (tries ? "?" + tries : ""), base).href);
  const reader = () => get("__UNSTUCK_READER__");
  const load = () =>
    (engine ||= (async () => {
      const glue = await get("__UNSTUCK_JS__");
      await glue.default({ module_or_path: new URL("__UNSTUCK_WASM__", base) });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(glue.style);
      return { glue, sheet };
    })().catch((error) => {
      engine = undefined;
      throw error;
    }));

  class UnstuckGuide extends HTMLElement {
    static observedAttributes = ["theme"];

    attributeChangedCallback(name, before, now) {
      const root = this.shadowRoot?.querySelector(".unstuck");
      if (root) root.dataset.theme = now || "";
    }

    #app;
    #boots;
    #timer;
    // Whether the guide is no article of the page.
    #foreign;

    connectedCallback() {
      // Moved, not new: the widget is there already, or on its way.
      if (!this.#app && !this.#boots) this.#boot();
    }

    disconnectedCallback() {
      // A move disconnects and connects at once; only what stays away is taken down.
      setTimeout(() => this.isConnected || this.#end(), 0);
    }

    async #boot() {
      this.#boots = true;
      this.dataset.state = "loading";
      const shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
      this.#timer = setTimeout(() => this.#say("slow", WORDS.slow), SLOW);
      try {
        const [{ glue, sheet }, article] = await Promise.all([load(), this.#find()]);
        const root = document.createElement("div");
        const mount = (article, adopted) =>
          this.isConnected && glue.mount(root, article, this, (type, id, value) => this.#tell(type, id, value), adopted);
        // An article that is not wholly marked is made so first.
        const app = mount(article) || mount(await (await reader()).adopted(article), true);
        if (!app) return this.#end();
        this.#app = app;
        shadow.adoptedStyleSheets = [sheet];
        shadow.replaceChildren(root);
        mounted.add(this);
        this.dataset.state = "ready";
      } catch (error) {
        this.fail(error, WORDS.failed);
      } finally {
        this.#boots = false;
        clearTimeout(this.#timer);
      }
    }

    // The article named; else that of a file or a built-in guide; else the one around.
    async #find() {
      const named = this.getAttribute("article");
      const around = this.hasAttribute("src") || this.hasAttribute("guide") ? null : this.closest("article");
      this.#foreign = !named && !around;
      if (this.#foreign) return (await reader()).fetched(this);
      const article = named ? document.querySelector(named) : around;
      if (article) return article;
      throw Object.assign(new Error(`no element matches article="${named}"`), { name: "no-article" });
    }

    #end() {
      clearTimeout(this.#timer);
      mounted.delete(this);
      const app = this.#app;
      this.#app = undefined;
      delete this.dataset.state;
      try {
        app?.unmount();
      } catch {
        // A dead instance has nothing left to take down.
      }
    }

    #tell(type, id, value) {
      // Told while it mounts: whoever listens wants the methods to work already.
      if (!this.#app) return queueMicrotask(() => this.#app && this.#tell(type, id, value));
      const detail = { id };
      if (type === "unstuck-screen") this.dataset.screen = detail.screen = value;
      else if (value && type !== "unstuck-solved" && type !== "unstuck-exhausted") detail.answer = value;
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }

    // A line in place of the widget, with the element's own content under it.
    #say(state, words, retry) {
      this.dataset.state = state;
      const line = document.createElement("p");
      line.setAttribute("role", "status");
      line.setAttribute("part", "notice");
      line.textContent = this.#foreign ? words[0] : words.join("");
      const parts = [line];
      if (retry) {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.action = "retry";
        button.textContent = WORDS.retry;
        button.setAttribute("part", "retry");
        button.addEventListener("click", () => {
          line.textContent = WORDS.starting;
          this.#end();
          this.#boot();
        });
        parts.push(button);
      }
      parts.push(document.createElement("slot"));
      const root = document.createElement("div");
      root.append(...parts);
      this.shadowRoot.replaceChildren(root);
    }

    fail(error, words) {
      mounted.delete(this);
      this.#app = undefined;
      tries++;
      // What is no guide is left to be read, with nothing said about it.
      const refused = typeof error === "string" || error?.name === "UnstuckRefusal";
      if (refused) {
        this.dataset.state = "refused";
        this.shadowRoot.replaceChildren(document.createElement("slot"));
      } else this.#say("failed", words, true);
      console.error("unstuck:", error);
      const cause = refused ? "refused" : String(error?.name || "Error");
      this.dispatchEvent(new CustomEvent("unstuck-error", { detail: { cause }, bubbles: true, composed: true }));
    }

    back() {
      this.#app?.back();
    }

    restart() {
      this.#app?.restart();
    }

    report() {
      return this.#app ? this.#app.report() : "";
    }

    get progress() {
      const text = this.#app?.progress();
      return text ? JSON.parse(text) : null;
    }
  }

  // A trap anywhere in the instance leaves every widget of it dead. Another module's trap is none of ours: the stack names
  // the glue, through which every call goes.
  const onerror = (event) => {
    const error = event.error || event.reason;
    if (typeof WebAssembly === "undefined" || !(error instanceof WebAssembly.RuntimeError)) return;
    if (!String(error.stack).includes("__UNSTUCK_STEM__")) return;
    engine = undefined;
    for (const element of [...mounted]) element.fail(error, WORDS.broke);
  };
  addEventListener("error", onerror);
  addEventListener("unhandledrejection", onerror);

  customElements.define(NAME, UnstuckGuide);
})();
