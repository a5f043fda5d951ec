// The shell: the one script of a tag. Defines <unstuck-guide>, loads the WebAssembly behind it and stays alive when that
// dies. Whatever fails, the element's own content and the page's article are still there.
//
// Belongs here: the element, the boot, the least that is seen when it fails. Does not: what needs the guide, that is in
// WASM; what only a living widget needs (live.js) and what only a failure does (rescue.js).
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
    for (const name of ["article", "src", "guide", "lang", "theme", "heading-level", "storage", "loading"]) {
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

  // A boot that takes longer is said to be slow, and then is over (ms). Long enough for a phone on a poor network.
  const SLOW = 10000;
  const LIMIT = 45000;

  const WORDS = {
    // Slow, failed or stopped: rescue.js says which, where it can be had.
    out: "The step-by-step guide is not running.",
    starting: "Starting…",
    retry: "Try again",
    view: "How to go through it",
    steps: "Step by step",
    read: "Read it all",
  };

  // The reader's choice between the two, for all guides of this origin.
  const VIEW = "unstuck:view";

  // How high the switch is, with the space under it (px).
  const BAR = 60;
  // It stands on the page's own ground, so it takes the page's colour of text, and nothing else of the page's. The widget's
  // place is as high as its card (widget.css) before it is there.
  const LOOK =
    // The widget is seen whatever is said of the element; then WebKit must find its controls under a finger, too.
    ":host{display:block;text-indent:0!important;visibility:visible!important}" +
    // An atomic box in a line, which the line of an ancestor's text-decoration does not go through. Paper breaks no such box.
    ".all{display:inline-block;width:100%;vertical-align:top}" +
    ".place{min-height:var(--unstuck-min-height,570px)}" +
    ".view{all:initial;display:flex;width:fit-content;max-width:100%;margin:0 auto 12px;padding:2px;border-radius:calc(2px + var(--unstuck-radius-control,12px));background:var(--unstuck-switch,#80808029);color:inherit;font-weight:600;font-size:clamp(15px,.9375rem,30px);line-height:1.2;font-family:var(--unstuck-font,system-ui,sans-serif)}" +
    ".view button{appearance:none;min-height:44px;margin:0;padding:4px 18px;border:0;border-radius:var(--unstuck-radius-control,12px);background:none;color:inherit;font:inherit;cursor:pointer;touch-action:manipulation}" +
    ".view [aria-pressed=false]{opacity:.8}" +
    ".view [aria-pressed=true]{outline:1.5px solid var(--unstuck-switch-edge,gray);outline-offset:-1.5px}" +
    ".view button:focus-visible{outline:3px solid;outline-offset:2px}" +
    ":host([hidden]),[hidden]{display:none!important}" +
    "@media print{.all{display:block}.view{display:none}}";

  // Who comes by a link that carries progress is asked about it by the widget, at once; also in a page that is open already.
  const carried = () => location.hash.startsWith("#unstuck=");

  let engine;
  let policy;
  let tries = 0;
  let look;

  // Starts what comes within a screen's height of what is seen. Without observers, all of it at once.
  const eye =
    globalThis.IntersectionObserver &&
    new IntersectionObserver((seen) => seen.forEach((each) => each.isIntersecting && each.target.boot()), { rootMargin: "100%" });

  const control = (action, pressed) => {
    const button = document.createElement("button");
    button.dataset.action = action;
    button.textContent = WORDS[action];
    button.addEventListener("click", pressed);
    return button;
  };

  // After a panic the instance is dead, a request may hang, and a cache may keep what is broken: another try takes a name that
  // none of them knows.
  const at = (file) => new URL(file + (tries ? "?" + tries : ""), base).href;
  const get = async (file, integrity) => {
    const src = at(file);
    // import() cannot check what it gets. A tag can, and import() then takes the module that the tag has brought.
    if (SEALED)
      await new Promise((done, failed) => {
        const tag = document.createElement("script");
        // WebKit forgets a tag that is taken out earlier.
        const onload = () => done(tag.remove());
        const onerror = () => failed(new TypeError(src + " is not there, or not as it was built"));
        Object.assign(tag, { type: "module", crossOrigin: "", fetchPriority: "low", integrity, nonce: tags[0]?.nonce, onload, onerror });
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
      // The reader may be far from it yet.
      const code = { module_or_path: at("__UNSTUCK_WASM__"), priority: "low" };
      if (SEALED) code.integrity = "__SHA384_unstuck-widget_bg.wasm__";
      await glue.default(code);
      return glue;
    })().catch((error) => {
      engine = undefined;
      throw error;
    }));

  class UnstuckGuide extends HTMLElement {
    static observedAttributes = ["theme"];

    attributeChangedCallback(name, before, now) {
      for (const root of this.#root?.querySelectorAll(".unstuck") || []) root.dataset.theme = now || "";
    }

    #root;
    #app;
    // The boot that is under way; one that took too long is not it any more.
    #boots;
    #timer;
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
      const now = carried();
      this.#show(view === "read" && !now ? view : "steps", eye && !now && this.getAttribute("loading") !== "eager");
    }

    disconnectedCallback() {
      // A move disconnects and connects at once; only what stays away is taken down.
      setTimeout(() => this.isConnected || this.#end());
    }

    get #keeps() {
      return this.getAttribute("storage") !== "none";
    }

    #build() {
      const all = document.createElement("div");
      all.className = "all";
      const bar = (this.#switch = document.createElement("div"));
      bar.className = "view";
      bar.setAttribute("role", "group");
      bar.setAttribute("aria-label", WORDS.view);
      bar.part = "view";
      for (const view of ["steps", "read"]) bar.append(control(view, () => this.#choose(view)));
      this.#line = document.createElement("div");
      this.#steps = document.createElement("div");
      this.#steps.className = "place";
      this.#text = undefined;
      // What stood here in its place may be higher than the widget: then that is kept, until the first answer (live.js).
      const high = this.firstElementChild && this.offsetHeight;
      this.#root ||= this.attachShadow({ mode: "open" });
      all.append(bar, this.#line, this.#steps);
      this.#root.replaceChildren(all);
      this.#wear();
      if (high) this.#steps.style.minHeight = high - BAR + "px";
    }

    #wear(...sheets) {
      // An old browser, which will end at the article: it has no sheets of this kind.
      if (!this.#root.adoptedStyleSheets) return;
      if (!look) (look = new CSSStyleSheet()).replaceSync(LOOK);
      this.#root.adoptedStyleSheets = [look, ...sheets];
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

    // Shows one of the two, and fetches what it lacks; `later`, when it is near.
    #show(view, later) {
      const reads = view === "read";
      this.dataset.view = view;
      for (const button of this.#switch.children) button.setAttribute("aria-pressed", button.dataset.action === view);
      this.#steps.hidden = reads;
      if (this.#text) this.#text.hidden = !reads;
      const foreign = !this.#own();
      if (this.#boots) return;
      if (reads ? foreign && !this.#text : !this.#app) later ? eye.observe(this) : this.boot();
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

    async boot() {
      eye?.unobserve(this);
      const boot = (this.#boots = {});
      this.dataset.state = "loading";
      const late = new Promise((_, failed) => {
        this.#timer = setTimeout(() => {
          this.#say("slow");
          this.#timer = setTimeout(() => failed(Object.assign(new Error("it takes too long"), { name: "timeout" })), LIMIT - SLOW);
        }, SLOW);
      });
      try {
        this.#found ||= this.#find();
        await Promise.race([this.dataset.view === "read" ? this.#read(boot) : this.#mount(boot), late]);
        if (boot !== this.#boots) return;
        this.#switch.hidden = false;
        this.#line.replaceChildren();
      } catch (error) {
        if (boot === this.#boots) this.#fail(error);
        return;
      }
      clearTimeout(this.#timer);
      this.#boots = undefined;
      // The reader may have chosen otherwise meanwhile.
      if (this.isConnected) this.#show(this.dataset.view);
      else this.#end();
    }

    async #mount(boot) {
      const [glue, article] = await Promise.all([load(), this.#found]);
      const root = document.createElement("div");
      // Taken off and put back meanwhile, it is another boot that counts.
      const counts = () => this.isConnected && boot === this.#boots;
      const mount = (article) => {
        if (counts()) this.#app = glue.start(root, article, this, (error) => this.#fail(error, true), get);
      };
      mount(article);
      // An article that is not wholly marked is made so first.
      if (counts() && !this.#app) mount(await (await reader()).adopted(article));
      if (!counts() || !this.#app) return;
      this.#wear(glue.look);
      this.#steps.replaceChildren(root);
      this.dataset.state = "ready";
    }

    async #read(boot) {
      const [road, article, glue] = await Promise.all([reader(), this.#found, widget()]);
      const [text, ...sheets] = await road.shown(this, article, glue.look);
      if (boot !== this.#boots) return;
      this.#steps.after((this.#text = text));
      this.#wear(...sheets);
      this.dataset.state = this.#app ? "ready" : "reading";
    }

    #end() {
      clearTimeout(this.#timer);
      eye?.unobserve(this);
      const app = this.#app;
      this.#app = this.#boots = undefined;
      delete this.dataset.state;
      try {
        app?.unmount();
      } catch {
        // A dead instance has nothing left to take down.
      }
    }

    // A line in place of the widget, with the element's own content under it. Gives the control for another try.
    #say(state) {
      this.dataset.state = state;
      const line = document.createElement("p");
      line.setAttribute("role", "status");
      line.part = "notice";
      line.textContent = WORDS.out;
      const button = control("retry", () => {
        line.textContent = WORDS.starting;
        this.#end();
        this.boot();
      });
      button.part = "retry";
      this.#line.replaceChildren(line, button, document.createElement("slot"));
      return button;
    }

    #fail(error, stopped) {
      this.#end();
      this.#found = engine = undefined;
      tries++;
      console.error("unstuck:", error);
      const tell = (cause) => this.dispatchEvent(new CustomEvent("unstuck-error", { detail: { cause }, bubbles: true, composed: true }));
      // What is no guide is left to be read, with nothing said about it.
      if (error.name === "UnstuckRefusal" || typeof error === "string") {
        this.dataset.state = "refused";
        this.#root.replaceChildren(document.createElement("slot"));
        return tell("refused");
      }
      const button = this.#say("failed");
      this.#switch.hidden = this.#steps.hidden = true;
      this.#steps.replaceChildren();
      const help = get("__UNSTUCK_RESCUE__", SEALED && "__SHA384_unstuck-rescue.js__");
      const late = new Promise((_, failed) => setTimeout(failed, SLOW));
      Promise.race([help.then((help) => help.rescue(this, button, this.#own(), error, stopped)), late])
        .catch(() => error.name)
        .then(tell);
    }

    // A trap that the caller catches leaves the widget as dead as any.
    #ask(what) {
      try {
        return this.#app?.[what]();
      } catch (error) {
        this.#fail(error, true);
      }
    }

    back() {
      this.#ask("back");
    }

    restart() {
      this.#ask("restart");
    }

    report() {
      return this.#ask("report") || "";
    }

    get progress() {
      const text = this.#ask("progress");
      return text ? JSON.parse(text) : null;
    }
  }

  customElements.define(NAME, UnstuckGuide);
  // A widget that lives hears of it by itself (live.js); one that is there to be read, or far away, starts for it.
  addEventListener("hashchange", () => carried() && document.querySelectorAll(NAME).forEach((each) => each.connectedCallback()));
})();
