// Runs in each page before its own scripts, and notes when things are there: the first question, the screen after an answer.
// "Visible" and "frame" are when the main thread is through with the frame that shows it.
(() => {
  const now = () => performance.now();
  const root = () => document.querySelector("unstuck-guide")?.shadowRoot ?? document;
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(now());
        port2.postMessage(null);
      }),
    );

  // Asks for no positions: that would lay out the page, and be part of what is measured.
  const shown = () => [...root().querySelectorAll("[data-screen]")].find((one) => !one.closest("[inert], [hidden]"));
  /** The name of the screen: its kind and the id of what it is about. */
  const screen = () => {
    const at = shown();
    if (!at) return "";
    return at.dataset.id === undefined ? at.dataset.screen : `${at.dataset.screen} ${at.dataset.id}`;
  };
  const controls = (selector) => [...root().querySelectorAll(selector)].filter((one) => !one.closest("dialog") && seen(one));
  const any = "[data-action=yes], [data-action=not-solved], [data-action=confirm], [data-action=icloud], .sd-selectbase__label";
  /** Whether a press on the first answer, or on the way out of the last screen, would reach it. */
  const hit = () => {
    const [control] = controls(any).length ? controls(any) : controls("[data-action=copy], [data-action=back], #sv-nav-complete");
    const target = control?.closest("label") ?? control;
    if (!target) return false;
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (y < 0 || y >= innerHeight) return true;
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) at = at.shadowRoot.elementFromPoint(x, y);
    return at !== null && (target.contains(at) || at.contains(target));
  };

  const first = (async () => {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (controls(any).length && screen()) break;
    }
    const { port1, port2 } = new MessageChannel();
    const visible = await new Promise((resolve) => {
      port1.onmessage = () => resolve(now());
      port2.postMessage(null);
    });
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const before = files.filter((file) => file.responseEnd > 0 && file.responseEnd <= visible);
    return { visible, bytes: before.reduce((sum, file) => sum + file.encodedBodySize, 0), screen: screen() };
  })();

  const tasks = [];
  const shifts = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });

  let saved = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...words) {
    setItem.apply(this, words);
    if (this === localStorage) saved = now();
  };

  let told;
  /** Before a press: what it leads to is timed from the press's own handlers on. */
  function arm() {
    const before = screen();
    told = new Promise((resolve) => {
      let pressed;
      const observer = new MutationObserver(async () => {
        const after = screen();
        if (pressed === undefined || after === "" || after === before) return;
        observer.disconnect();
        const dom = now();
        const kept = saved >= pressed;
        const framed = await frame();
        let ready = framed;
        while (!hit()) ready = await frame();
        resolve({ dom: dom - pressed, frame: framed - pressed, answerable: ready - pressed, at: framed, kept, pressed, screen: after });
      });
      const options = { subtree: true, childList: true, attributes: true, characterData: true };
      observer.observe(document, options);
      if (root() !== document) observer.observe(root(), options);
      addEventListener("click", () => (pressed ??= now()), { capture: true, once: true });
    });
    return before;
  }

  /** Where to press, in sight. */
  async function place(selector) {
    const [control] = controls(selector);
    const target = control?.closest("label") ?? control;
    if (!target) return null;
    let box = target.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      target.scrollIntoView({ block: "center", behavior: "instant" });
      await frame();
      await frame();
      box = target.getBoundingClientRect();
    }
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }

  const total = () => ({
    tasks: tasks.map(({ startTime, duration }) => [startTime, duration]),
    shift: shifts.filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0),
    shiftInAll: shifts.reduce((sum, one) => sum + one.value, 0),
  });

  globalThis.__probe = { first, arm, place, screen, total, told: () => told };
})();
