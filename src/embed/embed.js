// The shell: the one script of a tag. Defines <unstuck-guide>, loads the WebAssembly behind it and stays alive when that
// dies. Whatever fails, the element's own content and the page's article are still there.
//
// Belongs here: the element, the boot, the fallback. Does not: anything that needs the guide; that is in WASM.
(() => {
  "use strict";
  const NAME = "unstuck-guide";
  // Whether this is the copy of one version, which a page can hold to its integrity value: it then holds the files that it
  // loads to theirs. A copy that may change can be changed by who changes the files.
  const SEALED = __UNSTUCK_SEALED__;

  // A module has no currentScript, and runs once for all its tags.
  const current = document.currentScript;
  const tags = current ? [current] : [...document.querySelectorAll('script[type=module][src*="__UNSTUCK_EMBED__"]')];
  const base = new URL(".", tags[0]?.src || location);

  const parsed = () =>
    new Promise((done) => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", done) : done()));

  // The element comes where its tag stands: at once where the tag says something of it, else where the page has placed none
  // by hand. Nothing is seen in a head.
  const place = async (tag) => {
    const element = document.createElement(NAME);
    for (const name of ["article", "src", "guide", "lang", "theme", "heading-level", "storage"]) {
      const value = tag.getAttribute("data-" + name);
      if (value !== null) element.setAttribute(name, value);
    }
    if (!element.attributes.length) {
      await parsed();
      if (document.querySelector(NAME)) return;
    }
    if (!tag.closest("head")) tag.after(element);
  };
  tags.forEach(place);

  // Loading the script a second time is harmless.
  if (customElements.get(NAME)) return;

  // A boot that takes longer is said to be slow (ms). Long enough for a phone on a poor network.
  const SLOW = 10000;

  // What is said, and what is added where the page has the article.
  const WORDS = {
    slow: ["The step-by-step guide is slow to load.", " The whole article is below."],
    failed: ["The step-by-step guide cannot start here.", " The whole article is below."],
    broke: ["The step-by-step guide stopped. Try again to go on where you were.", " The whole article is below."],
    starting: "Starting…",
    retry: "Try again",
    view: "How to go through it",
    steps: "Step by step",
    read: "Read it all",
  };

  // The reader's choice between the two, for all guides of this origin.
  const VIEW = "unstuck:view";

  // It stands on the page's own ground, so it takes the page's colour of text, and nothing else of the page's.
  const LOOK = `:host{display:block}:host([hidden]){display:none}
.view{all:initial;display:flex;width:fit-content;max-width:100%;margin:0 auto 12px;padding:2px;border-radius:calc(2px + var(--unstuck-radius-control,12px));background:rgb(128 128 128/.16);color:inherit;font-weight:600;font-size:clamp(15px,.9375rem,30px);line-height:1.2;font-family:var(--unstuck-font,system-ui,sans-serif)}
.view button{appearance:none;min-height:44px;margin:0;padding:4px 16px;border:1.5px solid transparent;border-radius:var(--unstuck-radius-control,12px);background:none;color:inherit;font:inherit;cursor:pointer;touch-action:manipulation}
.view [aria-pressed=false]{opacity:.8}
.view [aria-pressed=true]{border-color:#808080}
.view button:focus-visible{outline:3px solid;outline-offset:2px}
[hidden]{display:none!important}
@media print{.view{display:none}}`;

  let engine;
  let policy;
  let tries = 0;
  let look;

  const control = (action, pressed) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = action;
    button.textContent = WORDS[action];
    button.addEventListener("click", pressed);
    return button;
  };

  const sheet = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };

  // After a panic the instance is dead: another try takes a fresh one, under a name that the module cache does not know.
  const get = async (file, integrity) => {
    const src = new URL(file + (tries ? "?" + tries : ""), base).href;
    // import() cannot check what it gets. A tag can, and import() then takes the module that the tag has brought.
    if (SEALED)
      await new Promise((done, failed) => {
        const tag = document.createElement("script");
        // WebKit forgets a tag that is taken out earlier.
        const onload = () => done(tag.remove());
        const onerror = () => failed(new TypeError(src + " is not there, or not as it was built"));
        Object.assign(tag, { type: "module", crossOrigin: "", integrity, nonce: tags[0]?.nonce, onload, onerror });
        try {
          // A page may ask for Trusted Types.
          const types = window.trustedTypes;
          tag.src = types ? (policy ||= types.createPolicy("unstuck", { createScriptURL: String })).createScriptURL(src) : src;
          document.head.append(tag);
        } catch {
          // It allows none of ours. import() needs none.
          done();
        }
      });
    return import(src);
  };
  const widget = () => get("__UNSTUCK_JS__", SEALED && "__SHA384_unstuck-widget.js__");
  const reader = () => get("__UNSTUCK_READER__", SEALED && "__SHA384_unstuck-reader.js__");
  const load = () =>
    (engine ||= (async () => {
      const glue = await widget();
      const code = { module_or_path: new URL("__UNSTUCK_WASM__", base) };
      if (SEALED) code.integrity = "__SHA384_unstuck-widget_bg.wasm__";
      await glue.default(code);
      return { glue, sheet: sheet(glue.style) };
    })().catch((error) => {
      engine = undefined;
      throw error;
    }));

  class UnstuckGuide extends HTMLElement {
    static observedAttributes = ["theme"];

    attributeChangedCallback(name, before, now) {
      for (const root of this.shadowRoot?.querySelectorAll(".unstuck") || []) root.dataset.theme = now || "";
    }

    #app;
    #boots;
    #timer;
    // Whether the guide is no article of the page; else which one it is.
    #foreign;
    #found;
    // The switch; under it a line where something is wrong, the widget, and the text of a guide that is no article here.
    #switch;
    #line;
    #steps;
    #text;

    connectedCallback() {
      // Moved, not new: the widget is there already, or on its way.
      if (this.#app || this.#boots) return;
      this.#build();
      let view;
      try {
        view = this.#keeps && localStorage.getItem(VIEW);
      } catch {
        // Blocked storage remembers nothing.
      }
      this.#show(view === "read" ? view : "steps");
    }

    disconnectedCallback() {
      // A move disconnects and connects at once; only what stays away is taken down.
      setTimeout(() => this.isConnected || this.#end(), 0);
    }

    get #keeps() {
      return this.getAttribute("storage") !== "none";
    }

    #build() {
      const bar = (this.#switch = document.createElement("div"));
      bar.className = "view";
      bar.setAttribute("role", "group");
      bar.setAttribute("aria-label", WORDS.view);
      bar.setAttribute("part", "view");
      for (const view of ["steps", "read"]) bar.append(control(view, () => this.#choose(view)));
      this.#line = document.createElement("div");
      this.#steps = document.createElement("div");
      this.#text = undefined;
      const shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
      shadow.replaceChildren(bar, this.#line, this.#steps);
      this.#wear();
    }

    #wear(...sheets) {
      // An old browser, which will end at the article: it has no sheets of this kind.
      if (this.shadowRoot.adoptedStyleSheets) this.shadowRoot.adoptedStyleSheets = [(look ||= sheet(LOOK)), ...sheets];
    }

    #choose(view) {
      try {
        if (this.#keeps) localStorage.setItem(VIEW, view);
      } catch {
        // Then it holds for this page.
      }
      this.#show(view);
      const article = this.#own();
      if (view !== "read" || !article?.contains || article.contains(this)) return;
      article.scrollIntoView();
      // Where Tab goes on from. Focus itself would take an attribute on what is not ours.
      getSelection()?.collapse(article, 0);
    }

    // Shows one of the two, and fetches what it lacks.
    #show(view) {
      const reads = view === "read";
      this.dataset.view = view;
      for (const button of this.#switch.children) button.setAttribute("aria-pressed", button.dataset.action === view);
      this.#steps.hidden = reads;
      if (this.#text) this.#text.hidden = !reads;
      this.#foreign = !this.#own();
      if (this.#boots) return;
      if (reads ? this.#foreign && !this.#text : !this.#app) this.#boot();
      else if (!this.#app) this.dataset.state = "reading";
    }

    // The article of the page that is meant, if any is. One that is named and not there is not another one.
    #own() {
      const named = this.getAttribute("article");
      try {
        if (named) return document.querySelector(named) || named;
      } catch {
        return named;
      }
      return this.hasAttribute("src") || this.hasAttribute("guide") ? null : this.closest("article");
    }

    async #find() {
      if (!this.#own()) return (await reader()).fetched(this, get);
      // Half an article is another guide.
      await parsed();
      const own = this.#own();
      if (own.contains) return own;
      throw Object.assign(new Error(`no element matches article="${own}"`), { name: "no-article" });
    }

    async #boot() {
      this.#boots = true;
      this.dataset.state = "loading";
      this.#timer = setTimeout(() => this.#say("slow", WORDS.slow), SLOW);
      try {
        this.#found ||= this.#find();
        await (this.dataset.view === "read" ? this.#read() : this.#mount());
        this.#switch.hidden = false;
        this.#line.replaceChildren();
      } catch (error) {
        this.#fail(error, WORDS.failed);
        return;
      } finally {
        this.#boots = false;
        clearTimeout(this.#timer);
      }
      // The reader may have chosen otherwise meanwhile.
      if (this.isConnected) this.#show(this.dataset.view);
      else this.#end();
    }

    async #mount() {
      const [{ glue, sheet }, article] = await Promise.all([load(), this.#found]);
      const root = document.createElement("div");
      const mount = (article) => {
        if (this.isConnected) this.#app = glue.start(root, article, this, (error) => this.#fail(error, WORDS.broke));
      };
      mount(article);
      // An article that is not wholly marked is made so first.
      if (!this.#app) mount(await (await reader()).adopted(article));
      if (!this.#app) return;
      this.#wear(sheet);
      this.#steps.replaceChildren(root);
      this.dataset.state = "ready";
    }

    async #read() {
      const [road, article, glue] = await Promise.all([reader(), this.#found, widget()]);
      const root = document.createElement("div");
      root.className = "unstuck";
      root.dataset.theme = this.getAttribute("theme") || "";
      root.append(await road.readable(article));
      root.firstChild.setAttribute("part", "article");
      this.#text = document.createElement("div");
      this.#text.append(root);
      this.#wear(sheet(glue.style), sheet(road.reading));
      this.shadowRoot.append(this.#text);
      this.dataset.state = this.#app ? "ready" : "reading";
    }

    #end() {
      clearTimeout(this.#timer);
      const app = this.#app;
      this.#app = undefined;
      delete this.dataset.state;
      try {
        app?.unmount();
      } catch {
        // A dead instance has nothing left to take down.
      }
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
        const button = control("retry", () => {
          line.textContent = WORDS.starting;
          this.#end();
          this.#boot();
        });
        button.setAttribute("part", "retry");
        parts.push(button);
      }
      this.#line.replaceChildren(...parts, document.createElement("slot"));
    }

    #fail(error, words) {
      this.#end();
      // A dead instance takes nothing more.
      if (words === WORDS.broke) engine = undefined;
      this.#found = undefined;
      tries++;
      // What is no guide is left to be read, with nothing said about it.
      const refused = typeof error === "string" || error?.name === "UnstuckRefusal";
      if (refused) {
        this.dataset.state = "refused";
        this.shadowRoot.replaceChildren(document.createElement("slot"));
      } else {
        this.#say("failed", words, true);
        this.#switch.hidden = true;
        this.#steps.replaceChildren();
      }
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

  customElements.define(NAME, UnstuckGuide);
})();
