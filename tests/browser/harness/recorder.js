// Put first into the served page: notes what happens there, and changes nothing.
(() => {
  const seen = (window.__seen = { events: [], changed: 0, errors: [], logged: [], said: [], violations: [], focus: [], shift: 0, tops: [], heads: [], sampled: false });
  for (const name of ["ready", "screen", "answer", "verdict", "solved", "exhausted", "error"])
    document.addEventListener("unstuck-" + name, (e) => {
      seen.changed = performance.now();
      seen.events.push({ name, detail: e.detail ?? null, bubbles: e.bubbles, composed: e.composed, tag: e.target.localName });
    });
  addEventListener("error", (e) => e.message && seen.errors.push(String(e.message)));
  addEventListener("unhandledrejection", (e) => seen.errors.push("rejected: " + e.reason));
  document.addEventListener("securitypolicyviolation", (e) =>
    seen.violations.push([e.disposition, e.effectiveDirective, e.blockedURI, e.sourceFile].join(" ")));
  for (const name of ["debug", "info", "log", "warn"]) {
    const say = console[name];
    console[name] = (...words) => {
      seen.said.push(`${name}: ${words.join(" ")}`);
      say(...words);
    };
  }
  const complain = console.error;
  console.error = (...words) => {
    seen.logged.push(words.map((word) => (word?.stack ? `${word}\n${word.stack}` : String(word))).join(" "));
    complain(...words);
  };
  document.addEventListener("focusin", (e) => seen.focus.push(e.target.localName));
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  } catch {}
  // Where the first fix of the article stands, frame by frame, until the widget has been ready for some frames.
  let after = 0;
  const sample = () => {
    const mark = document.querySelector("article section[data-unstuck-id]");
    // Before its style sheets a page stands elsewhere, and is not shown; and what is not laid out yet stands nowhere.
    const styled = [...document.querySelectorAll('link[rel="stylesheet"]')].every((link) => link.sheet);
    if (mark?.getClientRects().length && styled && document.readyState !== "loading") {
      const top = Math.round((mark.getBoundingClientRect().top + scrollY) * 2) / 2;
      if (seen.tops.at(-1) !== top) seen.tops.push(top);
      const head = Math.round(document.querySelector("h1")?.getBoundingClientRect().top + scrollY);
      if (seen.heads.at(-1) !== head) seen.heads.push(head);
    }
    const state = document.querySelector("unstuck-guide")?.getAttribute("data-state");
    if (state && state !== "loading") after += 1;
    seen.sampled = after >= 20;
    if (!seen.sampled) requestAnimationFrame(sample);
  };
  requestAnimationFrame(sample);
})();
