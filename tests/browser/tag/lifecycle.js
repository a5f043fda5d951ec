// Stands first in the pages of lives.rs: counts listeners, keeps shadow roots and WebAssembly memories at hand.
(() => {
  const shadows = new WeakMap();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    shadows.set(this, root);
    return root;
  };
  // One that is added twice is one, and goes when it is removed once.
  const listeners = new Map();
  const capture = (how) => (typeof how === "object" ? Boolean(how?.capture) : Boolean(how));
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, call, how) {
    const on = this ?? window;
    // What hangs on an element goes with it; what hangs on the page stays.
    if (call && (on === window || on === document || on === document.body || on === document.documentElement)) {
      const calls = listeners.get(call) ?? new Set();
      listeners.set(call, calls.add(`${type} ${capture(how)} ${on === window}`));
    }
    return add.call(on, type, call, how);
  };
  EventTarget.prototype.removeEventListener = function (type, call, how) {
    const on = this ?? window;
    const calls = listeners.get(call);
    calls?.delete(`${type} ${capture(how)} ${on === window}`);
    // What is kept here would count as kept by the widget.
    if (calls?.size === 0) listeners.delete(call);
    return remove.call(on, type, call, how);
  };
  const modules = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...how) => {
      const made = await make.apply(WebAssembly, how);
      modules.push((made.instance ?? made).exports);
      return made;
    };
  }
  const kind = (exports, kind) => Object.values(exports).filter((value) => value instanceof kind);
  window.lives = {
    inside: (el) => shadows.get(el) ?? null,
    listeners: () => [...listeners.values()].reduce((sum, calls) => sum + calls.size, 0),
    // Bytes of memory and entries of tables, of all modules.
    wasm: () =>
      modules.map((exports) => [
        ...kind(exports, WebAssembly.Memory).map((memory) => memory.buffer.byteLength),
        ...kind(exports, WebAssembly.Table).map((table) => table.length),
      ]),
    // What a widget shows; null where there is none.
    read: (el) => {
      const roots = [...(shadows.get(el)?.querySelectorAll("[data-screen]") ?? [])];
      const at = roots[0];
      if (!at) return null;
      const ticks = [...at.querySelectorAll("[data-action=tick]")].map((tick) => tick.checked ?? tick.getAttribute("aria-checked") === "true");
      return { copies: roots.length, screen: at.dataset.screen, id: at.dataset.id, seq: Number(at.dataset.seq), ticks };
    },
    press: (el, action) => {
      const found = [...(shadows.get(el)?.querySelectorAll(`[data-action="${action}"]`) ?? [])];
      if (found.length !== 1) throw new Error(`${found.length} controls ${action} on ${JSON.stringify(lives.read(el))}`);
      found[0].click();
    },
    task: () => new Promise((done) => setTimeout(done)),
    // Presses, and waits until the answers are others.
    act: async (el, action) => {
      const before = JSON.stringify(lives.read(el));
      lives.press(el, action);
      await lives.until(`${action} to change ${before}`, () => JSON.stringify(lives.read(el) ?? before) !== before);
    },
    // Ticks the first step, and waits until that is an answer: the box itself is ticked at once.
    tick: async (el) => {
      const before = lives.read(el).seq;
      lives.inside(el).querySelector("[data-action=tick]").click();
      await lives.until("a tick", () => lives.read(el).ticks[0] && lives.read(el).seq > before);
    },
    until: async (what, holds, limit = 20000) => {
      for (const end = performance.now() + limit; !holds(); await lives.task())
        if (performance.now() > end) throw new Error("waited for " + what);
    },
    ready: (el) => lives.until("the widget", () => el.dataset.state === "ready" && lives.read(el)),
    gone: (el) => lives.until("the widget to go", () => !lives.read(el)),
  };
})();
