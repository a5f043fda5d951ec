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

  const WORDS = {
    slow: "The step-by-step guide is slow to load. You can read the article below meanwhile.",
    failed: "The step-by-step guide cannot start here. The whole article is below.",
    broke: "The step-by-step guide stopped. Try again to go on where you were, or read the whole article below.",
    starting: "Starting…",
    retry: "Try again",
  };

  let engine;
  let tries = 0;
  const mounted = new Set();

  // After a panic the instance is dead: another try takes a fresh one, under a name that the module cache does not know.
  const load = () =>
    (engine ||= (async () => {
      const url = new URL("__UNSTUCK_JS__", base);
      if (tries++) url.search = "?" + tries;
      const glue = await import(url.href);
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
        const { glue, sheet } = await load();
        if (!this.isConnected) return this.#end();
        const named = this.getAttribute("article");
        const article = named ? document.querySelector(named) : this.closest("article");
        if (!article) throw new Error(named ? `no element matches article="${named}"` : "name the article: article=\"#id\"");
        const root = document.createElement("div");
        shadow.adoptedStyleSheets = [sheet];
        shadow.replaceChildren(root);
        mounted.add(this);
        this.#app = glue.mount(root, article, this, (type, id, value) => this.#tell(type, id, value));
        this.dataset.state = "ready";
      } catch (error) {
        this.fail(error, WORDS.failed);
      } finally {
        this.#boots = false;
        clearTimeout(this.#timer);
      }
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
      line.textContent = words;
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
      this.#say("failed", words, true);
      console.error("unstuck:", error);
      this.dispatchEvent(
        new CustomEvent("unstuck-error", { detail: { cause: String((error && error.name) || "Error") }, bubbles: true, composed: true }),
      );
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
