// Stands before every script that a case runs: finds the widget by its hooks, and reads it.
const host = document.querySelector("unstuck-guide");
const shadow = host?.shadowRoot ?? null;
const root = () => shadow?.querySelector("[data-screen]") ?? null;
const KEY = "unstuck:iphone-backup";
const shown = (e) => {
  if (!e?.isConnected) return false;
  // What a closed <details> holds still has a box.
  if (e.checkVisibility && !e.checkVisibility({ visibilityProperty: true })) return false;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none";
};
/** Controls of this action that can be used: `which` narrows by other data- hooks. */
const controls = (action, which = {}) =>
  [...(shadow?.querySelectorAll(`[data-action="${action}"]`) ?? [])].filter(
    (e) =>
      (shown(e) || shown(e.closest("label"))) &&
      !e.disabled &&
      Object.entries(which).every(([name, value]) => e.dataset[name] === value),
  );
const number = (text) => (text === null || text === undefined || text === "" ? null : Number(text));
const state = () => {
  const at = root();
  if (!at) return null;
  return {
    screen: at.dataset.screen,
    id: at.dataset.id ?? "",
    fix: number(at.dataset.fix),
    fixes: number(at.dataset.fixes),
    seq: number(at.dataset.seq),
    notice: at.dataset.notice ?? null,
  };
};
/** Text without what typography may change. */
const plain = (text) => (text ?? "").replace(/[\s\u00a0\u2060›]+/g, " ").trim();
const deep = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};
const focus = () => {
  const at = deep();
  const inside = Boolean(at && shadow?.contains(at));
  return {
    inside: inside || at === host,
    tag: at?.localName ?? "",
    heading: Boolean(inside && at.matches("h1,h2,h3,h4,h5,h6,[role=heading]")),
    action: (inside && at.dataset.action) || null,
    id: (inside && at.dataset.id) || null,
    text: inside ? plain(at.textContent) : "",
  };
};
const ticks = () =>
  Object.fromEntries(
    [...(shadow?.querySelectorAll('[data-action="tick"]') ?? [])].map((e) => [
      e.dataset.id,
      e.checked ?? e.getAttribute("aria-checked") === "true",
    ]),
  );
const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};
const record = () => {
  try {
    return JSON.parse(stored());
  } catch {
    return null;
  }
};
const until = async (holds, limit = 20000) => {
  const end = performance.now() + limit;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (performance.now() > end) return null;
    await new Promise((next) => setTimeout(next, 4));
  }
};
